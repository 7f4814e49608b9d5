public import Records

/// The pages of disposal batches, of one batch, and of what stays of destroyed documents.
public enum DisposalPageWord: String, Message, CaseIterable {
    case disposals, disposalBatch, disposalState, disposalProposed, disposalCount, disposalReason, disposalNone
    case disposalPropose, disposalBy, disposalClass, disposalAllClasses
    case disposalList, disposalDocument, disposalKeptTo, disposalDecision, disposalOutcome, disposalWhy, disposalSetAside
    case disposalDigest, disposalActs, disposalNext, disposalPapers
    case disposalAppraise, disposalAll, disposalOpinion, disposalAsAll, disposalVacant, disposalPost, disposalSign, disposalAnyPost
    case disposalApprove, disposalSupervise, disposalToday, disposalExecute, disposalExecuteHint, disposalConfirm, disposalPaper,
        disposalCertify, disposalCancel
    case destroyedTitle, destroyedWords, destroyedFind, destroyedNone, destroyedOn, destroyedKept
    case retentionTitle
    case redact, redactHint, redactVersion, redactFile, redactCopy, redactPropose
    case redactWords, redactWordsHint, redactTheWords, redactWordsReason, redactWordsPropose

    public var phrase: Phrase { list ?? batch ?? step ?? redaction ?? destroyed }

    private var list: Phrase? {
        switch self {
        case .disposals: Phrase("销毁", "Disposal")
        case .disposalBatch: Phrase("批次", "Batch")
        case .disposalState: Phrase("状态", "State")
        case .disposalProposed: Phrase("提出日期", "Proposed")
        case .disposalCount: Phrase("份数", "Documents")
        case .disposalReason: Phrase("原因", "Reason")
        case .disposalNone: Phrase("还没有销毁批次。", "There is no batch yet.")
        case .disposalPropose: Phrase("提出销毁", "Propose")
        case .disposalBy: Phrase("到期截至（不晚于今天）", "Due by (today at the latest)")
        case .disposalClass: Phrase("类目", "Class")
        case .disposalAllClasses: Phrase("全部类目", "All classes")
        default: nil
        }
    }

    private var batch: Phrase? {
        switch self {
        case .disposalList: Phrase("清册", "The list")
        case .disposalDocument: Phrase("文件", "Document")
        case .disposalKeptTo: Phrase("保管至", "Kept to")
        case .disposalDecision: Phrase("鉴定意见", "Decision")
        case .disposalOutcome: Phrase("结果", "Outcome")
        case .disposalWhy: Phrase("期限怎么算的", "How that is reckoned")
        case .disposalSetAside: Phrase("到期而单独抽出的", "Due, and set aside")
        case .disposalDigest: Phrase("清册的摘要", "Digest of the list")
        case .disposalActs: Phrase("已办的手续", "What was done")
        case .disposalNext: Phrase("下一步", "What is next")
        case .disposalPapers: Phrase("销毁档案", "The papers")
        default: nil
        }
    }

    private var step: Phrase? {
        switch self {
        case .disposalAppraise: Phrase("鉴定", "Appraise")
        case .disposalAll: Phrase("对全部文件", "Of all documents")
        case .disposalOpinion: Phrase("鉴定意见（文字）", "The opinion in words")
        case .disposalAsAll: Phrase("同全部", "as all")
        case .disposalVacant: Phrase("登记无此岗位", "Enter a post as lacking")
        case .disposalPost: Phrase("职务", "Post")
        case .disposalAnyPost: Phrase("我可签的", "the one that is mine")
        case .disposalSign: Phrase("签署清册", "Sign the list")
        case .disposalApprove: Phrase("批准销毁", "Approve")
        case .disposalSupervise: Phrase("监销：已清点，确认日期", "Supervise: counted, and the day is")
        case .disposalToday: Phrase("今天的日期", "Today")
        case .disposalExecute: Phrase("执行销毁", "Carry out")
        case .disposalExecuteHint: Phrase("销毁后无法恢复。", "What is destroyed does not come back.")
        case .disposalConfirm: Phrase("监销人：确认已经销毁", "Supervisor: it was destroyed")
        case .disposalPaper: Phrase("销毁的纸质原件份数（没有则不填）", "Paper originals destroyed (empty where there is none)")
        case .disposalCertify: Phrase("出具销毁清册、意见书和证明", "File list, opinion and certificate")
        case .disposalCancel: Phrase("撤销批次", "Give the batch up")
        default: nil
        }
    }

    private var redaction: Phrase? {
        switch self {
        case .redact: Phrase("脱敏", "Redact")
        case .redactHint:
            Phrase(
                "脱敏副本立即成为新版本；原内容在鉴定、签署、批准和监销之后才清除，清除后无法恢复。",
                "The redacted copy is a new version at once; the bytes go after they were appraised, signed for, approved and supervised, and do not come back."
            )
        case .redactVersion: Phrase("版本", "Version")
        case .redactFile: Phrase("要清除内容的文件", "File whose bytes are to go")
        case .redactCopy: Phrase("脱敏副本", "Redacted copy")
        case .redactPropose: Phrase("提出脱敏", "Propose")
        case .redactWords: Phrase("清除字词", "Redact words")
        case .redactWordsHint:
            Phrase(
                "题名、备注、字段和原因中的字词，连同日志里的旧记录，经同样的审批后清除。字词本身不会留在任何记录里。",
                "Words in titles, notes, fields and reasons, and in what the journal says of them, go under the same approvals. They are recorded nowhere."
            )
        case .redactTheWords: Phrase("要清除的字词", "The words")
        case .redactWordsReason: Phrase("清除的原因", "Why they are to go")
        case .redactWordsPropose: Phrase("提出清除字词", "Propose to redact them")
        default: nil
        }
    }

    private var destroyed: Phrase {
        switch self {
        case .destroyedTitle: Phrase("已销毁的文件", "Destroyed documents")
        case .destroyedWords: Phrase("编号或题名", "Number or title")
        case .destroyedFind: Phrase("查找", "Find")
        case .destroyedNone: Phrase("没有找到。", "None is found.")
        case .destroyedOn: Phrase("销毁日期", "Destroyed")
        case .destroyedKept: Phrase("应保管至", "To be kept to")
        case .retentionTitle: Phrase("保管期限的推算", "How long it is kept, and why")
        default: Phrase(rawValue, rawValue)
        }
    }
}

/// What these pages say with a value in it.
public enum DisposalPageMessage: Message, Hashable {
    case withheld(Int)
    case destroyed(String)
    /// Which bytes of a document are in a batch, and where the redacted copy is.
    case redaction(RedactionView)
    /// What became of a file's bytes.
    case redacted(RedactedView)
    /// What became of a document of a batch; empty while nothing did.
    case outcome(BatchItemView)
    case found(Int)
    case next(BatchView)
    case count(Int)
    /// `批准（受委托，委托人 王总）`: what somebody did, with what there is to know of it.
    case act(BatchActView)

    public var phrase: Phrase {
        switch self {
        case .withheld(let count): Phrase("另有 \(count) 份你看不到", "\(count) more, which you may not see")
        case .destroyed(let day): Phrase("已于 \(day) 销毁", "destroyed on \(day)")
        case .redaction(let redaction): Self.said(redaction)
        case .redacted(let redacted):
            Phrase("已于 \(redacted.on) 脱敏，批次 \(redacted.batch)", "redacted on \(redacted.on), batch \(redacted.batch)")
        case .outcome(let item):
            Self.joined(
                item.dropped.map(\.phrase)
                    + (item.destroyedOn.map { [item.redaction == nil ? Self.destroyed($0).phrase : Self.redactedOn($0)] } ?? []))
        case .found(let count): Phrase("共 \(count) 份", "\(count) found")
        case .count(let count): Phrase("将销毁 \(count) 份", "\(count) to be destroyed")
        case .next(let batch): Self.next(after: batch)
        case .act(let act): Self.said(act)
        }
    }

    private static func redactedOn(_ day: String) -> Phrase { Phrase("已于 \(day) 脱敏", "redacted on \(day)") }

    private static func said(_ redaction: RedactionView) -> Phrase {
        guard let substitute = redaction.substitute?.value else {
            let events = redaction.events.map { "\($0)" }
            return Phrase(
                "脱敏：清除日志第 \(events.joined(separator: "、")) 条及所存说明中的字词",
                "redacts words in the journal's events \(events.joined(separator: ", ")) and in what is kept with the files")
        }
        return joined(redaction.places.map(place)).with(
            Phrase("脱敏：", "redacts "), Phrase("；副本在第 \(substitute) 版", "; copy in version \(substitute)"))
    }

    private static func place(_ place: RedactionView.Place) -> Phrase {
        let name = place.name.map { " \($0)" } ?? ""
        return Phrase("第 \(place.version.value) 版\(name)", "version \(place.version.value)\(name)")
    }

    private static func joined(_ phrases: [Phrase], by mark: Phrase = Phrase("、", ", ")) -> Phrase {
        Phrase(phrases.map(\.chinese).joined(separator: mark.chinese), phrases.map(\.english).joined(separator: mark.english))
    }

    private static func said(_ act: BatchActView) -> Phrase {
        func joined(_ phrase: Phrase, _ value: String) -> Phrase { Phrase("\(phrase.chinese) \(value)", "\(phrase.english) \(value)") }
        let counted: DisposalWord = act.kind == .confirmed ? .paperDestroyed : .counted
        let more = [
            act.post?.phrase, act.delegator.map { joined(DisposalWord.inTheStead.phrase, $0) },
            act.counted.map { joined(counted.phrase, "\($0)") }, act.isCurrent ? nil : Phrase("旧清册", "an earlier list"),
        ].compactMap(\.self)
        guard !more.isEmpty else { return act.kind.phrase }
        let all = Self.joined(more, by: Phrase("；", "; "))
        return Phrase("\(act.kind.phrase.chinese)（\(all.chinese)）", "\(act.kind.phrase.english) (\(all.english))")
    }

    /// Who has to do what.
    private static func next(after batch: BatchView) -> Phrase {
        switch batch.state {
        case .proposed:
            guard !batch.openAppraisers.isEmpty else { return Phrase("鉴定：还有文件没有意见", "Appraise: some documents have no decision yet") }
            let roles = joined(batch.openAppraisers.map(\.phrase))
            return Phrase("鉴定：\(roles.chinese)", "Appraise: \(roles.english)")
        case .appraised:
            let posts = joined(batch.openPosts.map(\.phrase))
            return Phrase("签署：\(posts.chinese)", "Sign: \(posts.english)")
        case .signed: return Phrase("批准：单位负责人或其书面委托的人", "Approve: the head of the company, or a written delegate")
        case .approved:
            let roles = joined(batch.openSupervisors.map(\.phrase))
            return Phrase(
                "监销：还差 \(batch.supervisorsLacking) 人\(roles.chinese.isEmpty ? "" : "（\(roles.chinese)）")",
                "Supervise: \(batch.supervisorsLacking) more\(roles.english.isEmpty ? "" : " (\(roles.english))")")
        case .supervised: return Phrase("执行：档案员", "Carry out: the archivist")
        case .executing: return Phrase("接着执行：档案员", "Go on carrying it out: the archivist")
        case .executed:
            let confirmed = batch.acts.count { $0.kind == .confirmed }
            return confirmed < batch.acts.count(where: { $0.kind == .supervised && $0.isCurrent })
                ? Phrase("监销人确认，然后出具证明：档案员", "Supervisors confirm; then certify: the archivist")
                : Phrase("出具证明：档案员", "Certify: the archivist")
        case .certified: return Phrase("已经办完", "All is done")
        case .cancelled:
            let (reason, nothing) = (batch.cancelledReason ?? "", DisposalMessage.nothingLeft.phrase)
            return Phrase("已撤销：\(reason)", "Given up: \(reason == nothing.chinese ? nothing.english : reason)")
        }
    }
}

extension Phrase {
    /// With something before and after it.
    fileprivate func with(_ before: Phrase, _ after: Phrase) -> Phrase {
        Phrase(before.chinese + chinese + after.chinese, before.english + english + after.english)
    }
}
