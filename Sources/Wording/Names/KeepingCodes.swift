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
        case .disposal: Phrase("鉴定", "disposal")
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
        case .pdf: Phrase("PDF 文件", "PDF")
        }
    }
}

extension DisposalRecords: Code {
    public var phrase: Phrase {
        switch self {
        case .accounting: Phrase("会计档案", "accounting records")
        case .others: Phrase("其他档案", "other records")
        }
    }
}

extension DisposalPost: Code {
    public var phrase: Phrase {
        switch self {
        case .archiveHead: Phrase("档案机构负责人", "head of the archive")
        case .archiveHandler: Phrase("档案经办人", "handler of the archive")
        case .financeHead: Phrase("会计机构负责人", "head of finance")
        case .financeHandler: Phrase("会计经办人", "handler of finance")
        }
    }
}

extension BatchState: Code {
    public var phrase: Phrase {
        switch self {
        case .proposed: Phrase("已提出", "proposed")
        case .appraised: Phrase("已鉴定", "appraised")
        case .signed: Phrase("已签署", "signed")
        case .approved: Phrase("已批准", "approved")
        case .supervised: Phrase("监销人就位", "supervised")
        case .executing: Phrase("销毁中", "being carried out")
        case .executed: Phrase("已销毁", "carried out")
        case .certified: Phrase("已出证明", "certified")
        case .cancelled: Phrase("已撤销", "cancelled")
        }
    }
}

extension DisposalStep: Code {
    public var phrase: Phrase {
        switch self {
        case .appraise: Phrase("鉴定", "appraised")
        case .vacate: Phrase("登记无此岗位", "entered as lacking a post")
        case .sign: Phrase("签署", "signed")
        case .approve: Phrase("批准", "approved")
        case .supervise: Phrase("监销", "supervised")
        case .execute: Phrase("执行", "carried out")
        case .confirm: Phrase("监销人确认", "confirmed")
        case .certify: Phrase("出具证明", "certified")
        case .cancel: Phrase("撤销", "cancelled")
        }
    }
}

extension BatchActKind: Code {
    public var phrase: Phrase {
        switch self {
        case .proposed: Phrase("提出", "proposed")
        case .appraised: Phrase("鉴定", "appraised")
        case .vacant: Phrase("无此岗位", "no such post")
        case .signed: Phrase("签署", "signed")
        case .approved: Phrase("批准", "approved")
        case .supervised: Phrase("监销", "supervised")
        case .confirmed: Phrase("销毁后确认", "confirmed")
        }
    }
}

extension DisposalBatch.Duty: Code {
    public var phrase: Phrase {
        switch self {
        case .proposer: Phrase("提出人", "proposer")
        case .signer: Phrase("签署人", "signer")
        case .approver: Phrase("批准人", "approver")
        case .supervisor: Phrase("监销人", "supervisor")
        }
    }
}

extension DisposalObstacle: Code {
    public var phrase: Phrase {
        switch self {
        case .hold: Phrase("冻结", "hold")
        case .claim: MatterKind.claim.phrase
        case .complaint: MatterKind.complaint.phrase
        case .dispute: MatterKind.dispute.phrase
        case .review: MatterKind.review.phrase
        case .renewal: MatterKind.renewal.phrase
        case .loan: MatterKind.loan.phrase
        case .notDue: Phrase("尚未到期", "not due")
        case .changed: Phrase("其后有改动", "changed since")
        case .transfer: Phrase("待移交，尚无回执", "to be passed on, no receipt yet")
        case .destroyed: Phrase("已经销毁", "destroyed already")
        case .blocked: Phrase("现在不允许；请询问档案员", "not permitted now; ask the archivist")
        }
    }
}

extension DisposalDecision: Message {
    public var phrase: Phrase {
        switch self {
        case .destroy: Phrase("销毁", "destroy")
        case .extend(let years): Phrase("延长 \(years) 年", "keep \(years) years more")
        case .keep: Phrase("永久", "keep for ever")
        case .transfer: Phrase("移交", "transfer")
        }
    }
}
