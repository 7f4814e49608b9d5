public import Records
public import Retention

/// What is said about disposal batches (销毁批次).
public enum DisposalMessage: Message, Hashable {
    case refused(DisposalBatch.Refusal)
    /// How many documents of the list they may not know of.
    case withheld(Int)
    case nothingDue
    /// Why a batch is given up.
    case nothingLeft
    case tooMany(Int)
    case dayInFuture
    case unchecked(since: String)
    case notInBatch(String, batch: String)
    case decisionUnknown(String)
    case decisionMissing
    case judgedTwice(String)
    case paperRefused(Int)
    /// What was counted, if anything was.
    case paperDiffers(Int?, registered: Int)
    /// How many paper originals wait to be counted.
    case paperUncounted(Int)
    case postUnknown(String)
    case destroyed(String, on: String, batch: String)
    case personNeeded(Phrase)
    case delegationInPast
    case delegationToOneself
    case delegateUnfit
    case delegationEnded(Int)
    case unfinished(Int)
    case classNeeded
    case inTheWay(String)
    /// A file that was redacted, with the day and the batch.
    case redacted(String, on: String, batch: String)
    /// The redacted copy has the very bytes that are to go.
    case sameBytes
    /// Under which names the current version has the bytes.
    case severalTimes([String])
    case inBatch(String)
    case redactionBlocked([DisposalObstacle])
    case contentOnlyDestroyed(String)
    case textWaits(String)
    /// How many signs words may have.
    case wordsLength(ClosedRange<Int>)
    case wordsInReason
    case redactWhat
    case wordsNowhere(String)
    /// Where words stand that cannot be taken away there.
    case wordsFixed(String)
    /// What is due belongs to classes of another department.
    case ownedByOthers
    /// What the company cannot leave out when it sets who must do what.
    case dutiesLack(DisposalDuties.Lack, DisposalRecords)
    /// A role that may not do what it would have to, with the name of that.
    case roleUnfit(Role, Phrase)

    /// What became of a file's bytes.
    public static func redacted(_ name: String, _ redacted: RedactedView) -> DisposalMessage {
        .redacted(name, on: redacted.on, batch: "\(redacted.batch)")
    }

    /// That a document was destroyed, with its number and title.
    public static func destroyed(_ tombstone: TombstoneView) -> DisposalMessage {
        let name = [tombstone.number, tombstone.title].compactMap(\.self).joined(separator: " ")
        return .destroyed("\(name) \(tombstone.document)", on: tombstone.destroyedOn, batch: "\(tombstone.batch)")
    }

    public var usualRemedy: (any Message)? {
        switch self {
        case .decisionUnknown: Remedy.words(Self.decisions)
        case .postUnknown: Remedy.words(DisposalPost.choices)
        case .withheld: Remedy.askArchivist
        case .nothingDue, .tooMany, .dayInFuture, .decisionMissing, .judgedTwice, .paperRefused, .paperDiffers, .paperUncounted,
            .notInBatch,
            .delegationInPast,
            .delegationToOneself, .delegateUnfit, .classNeeded, .sameBytes, .contentOnlyDestroyed, .wordsLength,
            .wordsInReason, .wordsNowhere, .redactWhat, .dutiesLack, .roleUnfit:
            Remedy.correctMember
        case .personNeeded: DisposalRemedy.nameAccount
        case .destroyed: DisposalRemedy.seeTombstone
        case .unfinished: DisposalRemedy.goOn
        case .inTheWay, .textWaits: DisposalRemedy.goOn
        case .redacted: DisposalRemedy.seeRedacted
        case .severalTimes: DisposalRemedy.replaceOthers
        case .inBatch: DisposalRemedy.showIt
        case .redactionBlocked: DisposalRemedy.clearFirst
        case .wordsFixed: DisposalRemedy.otherWay
        case .ownedByOthers: DisposalRemedy.ownersPropose
        default: nil
        }
    }

    /// What can be decided, as programs write it and as people call it.
    static let decisions = [
        Phrase("destroy（销毁）", "destroy"), Phrase("extend:年数（延长）", "extend:YEARS"), Phrase("keep（永久）", "keep (for ever)"),
        Phrase("transfer（移交）", "transfer"),
    ]

    public var phrase: Phrase {
        switch self {
        case .refused(let refusal): refusal.phrase
        case .withheld(let count):
            Phrase("清册中有 \(count) 份文件你看不到，不能由你来做", "You may not see \(count) document(s) of the list, and cannot act on it")
        case .nothingDue: Phrase("没有到期可处置的文件", "Nothing is due for disposal")
        case .nothingLeft: Phrase("清册中的文件已全部移出", "Every document dropped out of the list")
        case .tooMany(let limit): Phrase("一个批次最多 \(limit) 份文件", "A batch has at most \(limit) documents")
        case .dayInFuture: Phrase("日期在将来：到今天为止到期的才能提出", "The day lies in the future: only what is due today can be proposed")
        case .unchecked(let since):
            Phrase(
                "档案库恢复后未核对（自 \(since) 起），不得销毁（R-56）",
                "The archive was restored and is unchecked since \(since): nothing may be destroyed (R-56)")
        case .notInBatch(let document, let batch):
            Phrase("文件 \(document) 不在批次 \(batch) 中", "The document \(document) is not in the batch \(batch)")
        case .decisionUnknown(let words): Phrase("鉴定意见“\(words)”看不懂", "The decision “\(words)” cannot be understood")
        case .decisionMissing: Phrase("请给出全部文件的意见，或逐件给出", "Give one decision for all documents, or one for each")
        case .judgedTwice(let document):
            Phrase("文件 \(document) 有两种不同的意见", "The document \(document) is given two different decisions")
        case .paperRefused(let count):
            Phrase("纸质原件份数 \(count) 不对：0 到 1000000", "\(count) is no count of paper originals: 0 to 1000000")
        case .paperDiffers(let count, let registered):
            Phrase(
                "登记在册的纸质原件是 \(registered) 份，清点的是 \(count.map { "\($0)" } ?? "—") 份；缺的请先报失（R-45）",
                "\(registered) paper originals are registered, and \(count.map { "\($0)" } ?? "none") were counted; report first what is missing (R-45)"
            )
        case .paperUncounted(let count):
            Phrase(
                "还有 \(count) 份纸质原件没有由每位监销人清点（R-45）",
                "\(count) paper originals were not counted by each supervisor yet (R-45)")
        case .postUnknown(let words): Phrase("没有职务“\(words)”", "There is no post “\(words)”")
        case .destroyed(let document, let day, let batch):
            Phrase("文件 \(document) 已于 \(day) 销毁，批次 \(batch)", "The document \(document) was destroyed on \(day), batch \(batch)")
        case .personNeeded(let name):
            Phrase("“\(name.chinese)”须由本人以自己的账号办理", "“\(name.english)” needs a person, under an account of their own")
        case .delegationInPast: Phrase("委托的最后一日已经过去", "The last day of the delegation has passed")
        case .delegationToOneself: Phrase("不能委托自己", "Nobody delegates to themselves")
        case .delegateUnfit:
            Phrase("这个账号已停用，或其角色不能批准销毁", "This account is closed, or has no role that may approve disposals")
        case .delegationEnded(let number): Phrase("委托 \(number) 已经结束", "The delegation \(number) has ended already")
        case .unfinished(let count):
            Phrase("还有 \(count) 份文件没有清除干净", "\(count) document(s) are not wholly removed yet")
        case .classNeeded: Phrase("分类方案中没有存放销毁记录的类目，请指定", "The scheme has no class for disposal records: name one")
        case .inTheWay(let name): Phrase("\(name) 正在使用要清除的内容", "\(name) is using what is to be removed")
        case .redacted(let name, let day, let batch):
            Phrase("\(name) 的内容已于 \(day) 脱敏销毁，批次 \(batch)", "The content of \(name) was redacted and destroyed on \(day), batch \(batch)")
        case .textWaits(let document):
            Phrase(
                "文件 \(document) 的文字还没有读完，不知道是否被按字词的冻结覆盖",
                "The text of the document \(document) is not read yet: whether a hold on words covers it is not known")
        case .sameBytes: Phrase("脱敏副本与要销毁的内容完全相同", "The redacted copy is what is to be destroyed, byte for byte")
        case .severalTimes(let names):
            Phrase(
                "当前版本里有几个文件都是这个内容：\(names.joined(separator: "、"))",
                "Several files of the current version have this content: \(names.joined(separator: ", "))")
        case .wordsLength(let bounds):
            Phrase(
                "要清除的字词须有 \(bounds.lowerBound) 到 \(bounds.upperBound) 个字（标点和空格不算）",
                "The words that are to go must have \(bounds.lowerBound) to \(bounds.upperBound) letters or digits")
        case .redactWhat:
            Phrase("请给出版本、文件和脱敏副本，或者只给出字词", "Name version, file and redacted copy, or the words and nothing else")
        case .wordsInReason: Phrase("原因里不能出现要清除的字词", "The reason must not have the words that are to go")
        case .wordsNowhere(let document):
            Phrase(
                "文件 \(document) 的题名、备注、字段和原因里都没有这些字词",
                "The words stand in no title, note, field or reason of the document \(document)")
        case .wordsFixed(let place):
            Phrase(
                "这些字词还出现在不能改写的地方：\(place)", "The words also stand where they cannot be taken away: \(place)")
        case .ownedByOthers:
            Phrase("这些文件属于其他部门，由该部门提出（R-42）", "What this is about belongs to another department, which proposes it (R-42)")
        case .dutiesLack(let lack, let records): lack.phrase(of: records)
        case .roleUnfit(let role, let deed):
            Phrase(
                "“\(role.phrase.chinese)”无权\(deed.chinese)（R-51）",
                "The role \(role.phrase.english) may not \(deed.english) (R-51)")
        case .inBatch(let document): Phrase("文件 \(document) 已在一个没有办完的批次中", "The document \(document) stands in a batch that is under way")
        case .redactionBlocked(let obstacles):
            Phrase(
                "现在不能脱敏：\(obstacles.map(\.phrase.chinese).joined(separator: "、"))（R-35、R-38）",
                "It cannot be redacted now: \(obstacles.map(\.phrase.english).joined(separator: ", ")) (R-35, R-38)")
        case .contentOnlyDestroyed(let document):
            Phrase(
                "文件 \(document) 是脱敏：内容只能销毁，不同意就撤销批次",
                "Of the document \(document) a content is redacted: it is destroyed, or the batch is given up")
        }
    }
}

extension DisposalDuties.Lack {
    /// What is lacking, and by which rule.
    fileprivate func phrase(of records: DisposalRecords) -> Phrase {
        let rule = records == .accounting ? Phrase("（79号令第十八条、R-42）", " (79号令 §18, R-42)") : Phrase("（R-42）", " (R-42)")
        let lacking =
            switch self {
            case .appraiser(let role):
                Phrase(
                    "\(records.phrase.chinese)须由\(role.phrase.chinese)参加鉴定",
                    "the \(role.phrase.english) must judge \(records.phrase.english)")
            case .anyPost: Phrase("至少要有一个职务签署清册", "somebody must sign the list")
            case .post(let post):
                Phrase(
                    "\(records.phrase.chinese)须由\(post.phrase.chinese)签署",
                    "the \(post.phrase.english) must sign for \(records.phrase.english)")
            case .supervisor(let role):
                Phrase(
                    "\(records.phrase.chinese)须有一名\(role.phrase.chinese)监销",
                    "a supervisor of \(records.phrase.english) must be of the role \(role.phrase.english)")
            case .twoSupervisors: Phrase("监销人至少两名", "there must be two supervisors at least")
            case .tooManySupervisors:
                Phrase("监销人最多 \(DisposalDuties.mostSupervisors) 名", "there are at most \(DisposalDuties.mostSupervisors) supervisors")
            }
        return Phrase(lacking.chinese + rule.chinese, lacking.english.prefix(1).uppercased() + lacking.english.dropFirst() + rule.english)
    }
}

extension DisposalBatch.Refusal {
    /// What is wrong, and by which rule.
    fileprivate var phrase: Phrase {
        switch self {
        case .notTheirs: Phrase("这一步不是你的职责（R-42）", "This step is not your duty (R-42)")
        case .samePerson(let one, let other):
            one == other
                ? Phrase("同一个人不能担任两次\(one.phrase.chinese)（R-42）", "Nobody acts twice as \(one.phrase.english) (R-42)")
                : Phrase(
                    "\(one.phrase.chinese)与\(other.phrase.chinese)不得为同一人（R-42）",
                    "\(one.phrase.english) and \(other.phrase.english) must not be the same person (R-42)")
        case .departmentUnknown: Phrase("监销人须属于某个部门（R-42）", "A supervisor must have a department (R-42)")
        case .sameDepartment: Phrase("两名监销人须来自不同部门（R-42）", "Two supervisors must be of different departments (R-42)")
        case .outOfOrder(let step, let state):
            Phrase(
                "批次现在是“\(state.phrase.chinese)”，不能\(step.phrase.chinese)（R-42）",
                "The batch is \(state.phrase.english) now: it cannot be \(step.phrase.english) (R-42)")
        case .staleDigest: Phrase("清册已经变了，你看到的不是现在的清册（R-42）", "The list has changed: it is not the one that you saw (R-42)")
        case .wrongDay: Phrase("日期不是今天（R-42）", "The day is not today (R-42)")
        case .postHeld(let role):
            Phrase(
                "公司有“\(role.phrase.chinese)”的账号可以签署这个职务，不能登记为无此岗位（R-42）",
                "The company has an account with the role \(role.phrase.english) that can sign for this post: it is not one that is lacking (R-42)"
            )
        case .doneAlready: Phrase("已经有人办过（R-42）", "This was done already (R-42)")
        }
    }
}

/// What to do about it.
public enum DisposalRemedy: Message, Hashable {
    case whoMay, anotherPerson, setDepartment, showIt, today, restoreWithRegister, nameAccount, seeTombstone, goOn
    case seeRedacted, replaceOthers, otherWay, ownersPropose, judgeAnew, clearFirst

    public var phrase: Phrase {
        switch self {
        case .whoMay: Phrase("请看批次的下一步该由谁办", "See in the batch whose turn it is")
        case .anotherPerson: Phrase("请由另一个人来办", "Let another person do it")
        case .setDepartment: Phrase("请管理员登记账号的部门", "Have the administrator enter the account's department")
        case .showIt: Phrase("请重新查看批次", "Look at the batch again")
        case .today: Phrase("请核对今天的日期", "Check today's date")
        case .restoreWithRegister: Phrase("请用控制登记簿重新恢复", "Restore again, with the control register")
        case .nameAccount: Phrase("请以自己的账号登录后再办", "Sign in with an account of your own")
        case .seeTombstone: Phrase("留下的记录在已销毁的文件中", "What stays of it is among the destroyed documents")
        case .goOn: Phrase("稍后再执行一次，会接着做完", "Run it again in a while: it goes on where it was")
        case .seeRedacted: Phrase("脱敏副本在文件的后来版本中", "A later version of the document has the redacted copy")
        case .otherWay:
            Phrase(
                "编号、客户、文件名等不能这样清除；文件名随文件一起销毁",
                "Numbers, parties, names of files and the like cannot be said otherwise; the name of a file goes with its document")
        case .clearFirst: Phrase("先解除冻结、了结未结事项、收回借出的原件，再脱敏", "Lift the holds, close the open matters and have back what is on loan first")
        case .judgeAnew:
            Phrase("请重新鉴定批次：职务会重新待签", "Judge the batch anew: its posts are open to be signed for again then")
        case .ownersPropose:
            Phrase("分类方案的 owners 写明由谁提出", "The scheme says who answers for a class (owners): let them propose it")
        case .replaceOthers: Phrase("先做一个新版本，只留其中一个", "Make a version first that keeps only one of them")
        }
    }
}
