public import Records

/// The papers of a disposal.
public enum DisposalPaper: String, Message, CaseIterable {
    case list, opinion, certificate

    public var phrase: Phrase {
        switch self {
        case .list: Phrase("销毁清册", "Disposal list")
        case .opinion: Phrase("鉴定意见书", "Appraisal opinion")
        case .certificate: Phrase("销毁证明", "Certificate of destruction")
        }
    }
}

/// What stands in the papers of a disposal (79号令 附表; R-44).
public enum DisposalWord: String, Message, CaseIterable {
    case order, title, volume, volumes, pieces, pages, years, archiveNumber, period, kept, medium, reason, way, dayAndPlace, remark
    case number, digests, decision, authority
    case batch, proposed, until, recordClass, list, count, opinions, setAside, dropped, approved, supervised, executed, claims
    case appraiser, approver, supervisor, countBefore, countAfter
    case electronic, erased, thisArchive, sum, superseded, inTheStead, handedOut, handedOutAt, recipient, counted, paperDestroyed,
        yearsKept, actsLost, redacted, redactionRule, elsewhere, documentStays

    public var phrase: Phrase { column ?? line ?? rest }

    private var column: Phrase? {
        switch self {
        case .order: Phrase("序号", "No.")
        case .title: Phrase("档案名称（题名）", "Title")
        case .volume: Phrase("卷号", "Volume no.")
        case .volumes: Phrase("册数", "Volumes")
        case .pieces: Phrase("件数", "Files")
        case .pages: Phrase("页数", "Pages")
        case .years: Phrase("起止年度", "Years")
        case .archiveNumber: Phrase("档号", "Archive no.")
        case .period: Phrase("应保管期限", "To be kept")
        case .kept: Phrase("已保管期限", "Was kept")
        case .medium: Phrase("载体", "Medium")
        case .reason: Phrase("销毁原因", "Reason")
        case .way: Phrase("销毁方式", "Way")
        case .dayAndPlace: Phrase("销毁时间、地点", "Day and place")
        case .remark: Phrase("备注", "Remark")
        case .number: Phrase("编号", "Number")
        case .digests: Phrase("内容摘要（SHA-256）", "Digests of the content (SHA-256)")
        case .decision: Phrase("鉴定意见", "Decision")
        case .authority: Phrase("保管规则与依据", "Rule and authority")
        default: nil
        }
    }

    private var line: Phrase? {
        switch self {
        case .batch: Phrase("销毁批次", "Batch")
        case .proposed: Phrase("提出", "Proposed")
        case .until: Phrase("到期截至", "Due by")
        case .recordClass: Phrase("类目", "Class")
        case .list: Phrase("清册", "List")
        case .count: Phrase("份数", "Documents")
        case .opinions: Phrase("鉴定意见", "Opinions")
        case .setAside: Phrase("单独抽出", "Set aside")
        case .dropped: Phrase("移出清册", "Dropped out")
        case .approved: Phrase("批准", "Approved")
        case .supervised: Phrase("监销", "Supervised")
        case .executed: Phrase("销毁", "Carried out")
        default: nil
        }
    }

    private var rest: Phrase {
        switch self {
        case .claims:
            Phrase(
                "下列文件的内容已从本档案库的存储、索引、缓存、暂存、目录数据库的空闲页和预写日志中清除并核实。库外的备份、导出、交出的副本和对方所持原件不在本证明之内；纸质原件的销毁另行清点确认。",
                """
                The content of the documents listed is removed from this archive's store, index, caches, staging, free pages and write-ahead log, and \
                that was looked at. Backups, exports, copies handed out and others' originals outside the archive are not spoken of here; the \
                destruction of paper is confirmed apart, with a count.
                """)
        case .appraiser: Phrase("鉴定人", "Appraiser")
        case .approver: Phrase("批准人", "Approver")
        case .supervisor: Phrase("监销人", "Supervisor")
        case .countBefore: Phrase("销毁前清点", "Counted before")
        case .countAfter: Phrase("销毁后签字", "Signature afterwards")
        case .electronic: Phrase("电子", "electronic")
        case .erased: Phrase("删除内容、索引和日志负载", "content, index and payloads removed")
        case .thisArchive: Phrase("本档案库", "this archive")
        case .sum: Phrase("合计（已销毁）", "Sum (destroyed)")
        case .superseded: Phrase("已被后来的鉴定取代", "superseded by a later appraisal")
        case .inTheStead: Phrase("受委托，委托人", "in the stead of")
        case .counted: Phrase("销毁前清点件数", "counted before")
        case .paperDestroyed: Phrase("纸质原件份数", "paper originals")
        case .handedOut: Phrase("曾经交出（库外副本不在本证明之内）", "Handed out (copies outside are not spoken of)")
        case .handedOutAt: Phrase("交出时间", "When")
        case .recipient: Phrase("接收人", "To whom")
        case .yearsKept: Phrase("年", "years")
        case .redacted: Phrase("删除所列内容和文字，文件保留，内容处留脱敏标记", "content and text removed; the document stays, with a mark in their place")
        case .redactionRule: Phrase("脱敏（个人信息保护法 §47）", "redaction (个人信息保护法 §47)")
        case .documentStays: Phrase("。文件本身保留。", ". The document itself stays.")
        case .elsewhere: Phrase("同样内容还在下列文件中（不在本证明之内）", "The same content is still in these documents (not spoken of)")
        case .actsLost:
            Phrase(
                "本档案库由备份恢复：批准和监销的记录晚于备份，不在本库中。销毁依控制登记簿再次执行，批准和监销以登记簿所在的原库为准。",
                """
                This archive was restored from a backup: approval and supervision are later than it, and are not here. The destruction was repeated by                 the control register; approval and supervision are those of the archive that the register comes from.
                """)
        default: Phrase(rawValue, rawValue)
        }
    }
}
