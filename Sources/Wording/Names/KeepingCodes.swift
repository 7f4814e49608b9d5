public import Records
public import Retention

extension MatterKind: Code {
    public var phrase: Phrase {
        switch self {
        case .claim: Phrase("未结清债权债务", "claim")
        case .complaint: Phrase("投诉", "complaint")
        case .dispute: Phrase("争议", "dispute")
        case .review: Phrase("评审", "review")
        case .renewal: Phrase("续签", "renewal")
        case .loan: Phrase("借出", "loan")
        }
    }
}

extension HoldScopeKind: Code {
    public var phrase: Phrase {
        switch self {
        case .document: Phrase("文件", "document")
        case .dossier: Phrase("案卷", "dossier")
        case .party: Phrase("客户", "party")
        case .class: Phrase("类目", "class")
        case .frozen: Phrase("当时查到的", "found then by")
        case .standing: Phrase("凡是查到的", "whatever is found by")
        }
    }
}

extension SuggestionGround: Code {
    public var phrase: Phrase {
        switch self {
        case .type: Phrase("类型", "type")
        case .party: Phrase("客户", "party")
        case .words: Phrase("标题用词", "words of the title")
        }
    }
}

/// What keeps a document from being disposed of now.
public enum Blocker: Code {
    case matter(MatterKind)
    case hold
    /// Something that the reader may not know of.
    case hidden

    public static var allCases: [Blocker] { MatterKind.allCases.map { .matter($0) } + [.hold, .hidden] }

    public init?(rawValue: String) {
        guard let blocker = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = blocker
    }

    public var rawValue: String {
        switch self {
        case .matter(let kind): kind.rawValue
        case .hold: Blocks.holdName
        case .hidden: "blocked"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .matter(let kind): kind.phrase
        case .hold: Phrase("冻结", "hold")
        case .hidden: Phrase("原因请询问档案员", "for a reason that the archivist knows")
        }
    }
}

extension RetentionStep.Source: Code {
    public var phrase: Phrase {
        switch self {
        case .recordClass: Phrase("类目", "class")
        case .own: Phrase("文件自身", "its own")
        case .dossier: Phrase("案卷", "dossier")
        case .main: Phrase("主文件", "main document")
        }
    }
}

extension Circumstance: Code {
    public var phrase: Phrase {
        switch self {
        case .framework: Phrase("是否框架合同", "whether it is a framework contract")
        case .disputed: Phrase("是否有争议", "whether it is disputed")
        case .won: Phrase("是否中标", "whether it was won")
        case .governmentProcurement: Phrase("是否政府采购", "whether it is government procurement")
        case .voucher: Phrase("是否会计凭证", "whether it is a voucher")
        case .register: Phrase("是否账簿", "whether it is a ledger")
        case .originalKeptByFinance: Phrase("原件是否由财务保管", "whether finance keeps the original")
        }
    }
}

extension RetentionRule.Beginning: Code {
    public var phrase: Phrase {
        switch self {
        case .day: Phrase("次日起算", "from the next day")
        case .yearEnd: Phrase("年末起算", "from year-end")
        }
    }
}

extension RetentionRule.Action: Code {
    public var phrase: Phrase {
        switch self {
        case .destroy: Phrase("销毁", "destroy")
        case .review: Phrase("鉴定", "appraise")
        case .transfer: Phrase("移交", "transfer")
        case .keep: Phrase("永久保存", "keep")
        }
    }
}

extension ExportFormat: Code {
    public var phrase: Phrase {
        switch self {
        case .csv: Phrase("CSV 表格", "CSV table")
        case .xlsx: Phrase("Excel 工作簿", "Excel workbook")
        case .ics: Phrase("日历", "calendar")
        }
    }
}
