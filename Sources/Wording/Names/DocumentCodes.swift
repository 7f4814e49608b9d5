public import Records

extension Confidentiality: Code {
    public var phrase: Phrase {
        switch self {
        case .open: Phrase("公开", "public")
        case .internal: Phrase("内部", "internal")
        case .secret: Phrase("秘密", "secret")
        }
    }
}

extension DocumentState: Code {
    public var phrase: Phrase {
        switch self {
        case .drafting: Phrase("起草", "drafting")
        case .underReview: Phrase("评审中", "under review")
        case .approved: Phrase("已批准", "approved")
        case .outForSignature: Phrase("送签", "out for signature")
        case .inForce: Phrase("履行中", "in force")
        case .suspended: Phrase("中止", "suspended")
        case .performed: Phrase("履行完毕", "performed")
        case .expired: Phrase("到期", "expired")
        case .terminated: Phrase("终止", "terminated")
        case .rescinded: Phrase("解除", "rescinded")
        case .void: Phrase("作废", "void")
        }
    }

    public static var synonyms: [(word: String, meaning: DocumentState)] {
        [
            ("草稿", .drafting), ("draft", .drafting), ("评审", .underReview), ("批准", .approved), ("用印", .outForSignature),
            ("送签中", .outForSignature), ("履行", .inForce), ("执行中", .inForce), ("生效", .inForce), ("active", .inForce),
            ("已中止", .suspended), ("已履行", .performed), ("履行完", .performed), ("完成", .performed), ("已完成", .performed),
            ("已到期", .expired), ("过期", .expired), ("已终止", .terminated), ("已解除", .rescinded), ("已作废", .void),
        ]
    }
}

extension VersionKind: Code {
    public var phrase: Phrase {
        switch self {
        case .draft: Phrase("草稿", "draft")
        case .forSignature: Phrase("送签稿", "for signature")
        case .signed: Phrase("签署版", "signed")
        case .scan: Phrase("扫描件", "scan")
        case .redacted: Phrase("脱敏副本", "redacted copy")
        case .plain: Phrase("未说明", "not said")
        }
    }
}

extension FileRole: Code {
    public var phrase: Phrase {
        switch self {
        case .main: Phrase("正文", "main file")
        case .attachment: Phrase("附件", "attachment")
        }
    }
}

extension DocumentNumber.Issuer: Code {
    public var phrase: Phrase {
        switch self {
        case .own: Phrase("本公司", "ours")
        case .other: Phrase("对方", "theirs")
        }
    }
}

extension NumberState: Code {
    public var phrase: Phrase {
        switch self {
        case .reserved: Phrase("已预留", "reserved")
        case .used: Phrase("已用", "used")
        case .explained: Phrase("已说明", "explained")
        case .open: Phrase("漏号", "skipped")
        }
    }
}

extension Relation: Code {
    public var phrase: Phrase {
        switch self {
        case .amends: Phrase("变更", "amends")
        case .renews: Phrase("续签", "renews")
        case .follows: Phrase("依从", "follows")
        case .belongsTo: Phrase("属于", "belongs to")
        case .attachedTo: Phrase("附于", "attached to")
        }
    }
}

/// What is known of a document (元数据), by the names that members, options and columns of ledgers have.
public enum MetadataField: String, Code {
    case id, type, title, number, party, amount, currency, signed, effective, expiry, handler, `class`, confidentiality, state, note
    case withdrawn, filed, name, documents, days, reason, key

    public var phrase: Phrase {
        switch self {
        case .id: Phrase("标识", "identifier")
        case .type: Phrase("类型", "type")
        case .title: Phrase("标题", "title")
        case .number: Phrase("编号", "number")
        case .party: Phrase("客户", "party")
        case .amount: Phrase("金额", "amount")
        case .currency: Phrase("币种", "currency")
        case .signed: Phrase("签订日期", "date signed")
        case .effective: Phrase("生效日期", "effective date")
        case .expiry: Phrase("到期日期", "expiry date")
        case .handler: Phrase("经办人", "handler")
        case .class: Phrase("类目", "class")
        case .confidentiality: Phrase("密级", "confidentiality")
        case .state: Phrase("状态", "state")
        case .note: Phrase("备注", "note")
        case .withdrawn: Phrase("撤回", "withdrawn")
        case .filed: Phrase("归档日期", "date filed")
        case .name: Phrase("名称", "name")
        case .documents: Phrase("文件", "documents")
        case .days: Phrase("天数", "days")
        case .reason: Phrase("原因", "reason")
        case .key: Phrase("请求键", "key")
        }
    }
}

extension DocumentSearch.Order: Code {
    public var phrase: Phrase {
        switch self {
        case .relevance: Phrase("相关", "relevance")
        case .newest: Phrase("最近归档", "newest")
        case .oldest: Phrase("最早归档", "oldest")
        case .signed: Phrase("签订日期", "date signed")
        case .amount: Phrase("金额", "amount")
        }
    }
}

/// Why something in a folder that is imported or watched is not looked at: no person put it there to be filed.
public enum PassedOver: String, Code {
    case hidden
    /// A note of `watch`, why a file stays.
    case note
    case unfinished
    /// What programs keep for themselves, such as Office's owner files.
    case ofPrograms = "of_programs"

    public var phrase: Phrase {
        switch self {
        case .hidden: Phrase("隐藏的", "hidden")
        case .note: Phrase("说明为何没有归档的", "notes of why something was not filed")
        case .unfinished: Phrase("没有传完的", "not wholly transferred")
        case .ofPrograms: Phrase("程序自用的", "of programs' own")
        }
    }
}

/// Why a file has no text, or not all of it (`docs/extraction.md`).
public enum ReadingProblem: String, Code {
    case answerTooLarge = "answer_too_large", contentDiffers = "content_differs", contentMissing = "content_missing"
    case corrupt, damaged, emptyFile = "empty_file", encrypted
    case externalNotRead = "external_not_read", memberUnreadable = "member_unreadable", nestedTooDeep = "nested_too_deep"
    case noMemory = "no_memory", noPages = "no_pages", noTextFound = "no_text_found", notATable = "not_a_table"
    case notConfined = "not_confined", ocrFailed = "ocr_failed"
    case ratioTooHigh = "ratio_too_high", readerMissing = "reader_missing", textCut = "text_cut", timedOut = "timed_out"
    case tooLarge = "too_large", tooManyMembers = "too_many_members", tooManyScannedPages = "too_many_scanned_pages"
    case typeNotRead = "type_not_read", answerRefused = "worker_answer_refused", workerCrashed = "worker_crashed"
    case workerFailed = "worker_failed", workerNotStarted = "worker_not_started"

    public var phrase: Phrase {
        switch self {
        case .answerTooLarge: Phrase("读出的文字太多", "what was read is too much")
        case .contentDiffers: Phrase("存储里的内容不是归档时的内容", "the content in the store is not what was filed")
        case .contentMissing: Phrase("存储里没有这份内容", "the content is not in the store")
        case .corrupt: Phrase("文件已损坏，读不出来", "the file is corrupt")
        case .damaged: Phrase("文件有损坏，只读出一部分", "the file is damaged; what can be read of it was")
        case .emptyFile: Phrase("文件是空的", "the file is empty")
        case .encrypted: Phrase("文件有密码", "the file needs a password")
        case .externalNotRead: Phrase("文件引用的外部内容没有读", "what it names outside itself was not read")
        case .memberUnreadable: Phrase("包里有文件读不出来", "a file inside it cannot be read")
        case .nestedTooDeep: Phrase("嵌套太深，没有全读", "nested too deep to be read wholly")
        case .noMemory: Phrase("内存不够", "there was no memory")
        case .noPages: Phrase("没有页", "it has no page")
        case .noTextFound: Phrase("没有文字", "no text was found")
        case .notATable: Phrase("不是表格", "it is no table")
        case .notConfined: Phrase("读取程序没有隔离，不能用", "the reader could not be confined")
        case .ocrFailed: Phrase("文字识别失败", "recognising its signs failed")
        case .ratioTooHigh: Phrase("解开后大得可疑，没有读", "it grows suspiciously when unpacked, and was not read")
        case .readerMissing: Phrase("缺少读取它的程序", "the program that reads it is missing")
        case .textCut: Phrase("文字太长，后面的没有收", "the text is too long, and cut")
        case .timedOut: Phrase("读得太久，已停止", "reading took too long")
        case .tooLarge: Phrase("文件太大，没有读", "the file is too large to be read")
        case .tooManyMembers: Phrase("包里的文件太多，没有全读", "it holds too many files to read all")
        case .tooManyScannedPages: Phrase("扫描页太多，没有全认", "it has too many scanned pages to recognise all")
        case .typeNotRead: Phrase("这种文件没有文字可读", "files of this type are not read")
        case .answerRefused: Phrase("读取程序的回答不可信", "the reader's answer was refused")
        case .workerCrashed: Phrase("读取程序崩溃", "the reader crashed")
        case .workerFailed: Phrase("读取程序失败", "the reader failed")
        case .workerNotStarted: Phrase("读取程序没有启动", "the reader did not start")
        }
    }

    /// How people call what an outcome says; a code may have a name behind it, as in `reader_missing: catdoc`.
    public static func phrase(of reason: String) -> Phrase {
        let parts = reason.split(separator: ": ", maxSplits: 1).map(String.init)
        guard let first = parts.first, let problem = Self(rawValue: first)?.phrase else { return Phrase(reason, reason) }
        guard parts.count == 2, parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return problem }
        return Phrase("\(problem.chinese)（\(parts[1])）", "\(problem.english) (\(parts[1]))")
    }
}
