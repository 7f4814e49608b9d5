/// What the dossier of one kind of deal should hold, stage by stage (案卷模板, R-23): data of the company.
public struct DossierTemplate: Sendable, Hashable, Codable {
    /// Never shown to people: `installation`.
    public let code: String
    public let chinese: String
    public let english: String
    public let items: [DossierItem]

    public init(code: String, chinese: String, english: String, items: [DossierItem]) {
        self.code = code
        self.chinese = chinese
        self.english = english
        self.items = items
    }

    /// What people call it.
    public var name: Phrase { Phrase(chinese, english) }

    static var sample: DossierTemplate {
        DossierTemplate(
            code: "installation", chinese: "新装工程", english: "new installation",
            items: [
                DossierItem(
                    code: "handover", stage: .handover, chinese: "销售交底", english: "handover", types: [.sample],
                    after: .signed, days: 15),
                DossierItem(
                    code: "renewal", stage: .renewal, chinese: "续签合同", english: "renewal", types: [.sample],
                    relation: .renews),
            ])
    }
}

/// What should be in a dossier: it is there as soon as a document of one of its types is.
public struct DossierItem: Sendable, Hashable, Codable {
    /// One of its kind in a template: `survey`.
    public let code: String
    public let stage: DossierStage
    public let chinese: String
    public let english: String
    /// Types of documents that are it.
    public let types: [DocumentType]
    /// How such a document must stand to another, if it must: a renewal is a contract that renews.
    public let relation: Relation?
    /// From when ``days`` count; nil as for the opening.
    public let after: DossierClock?
    /// Within how many days it should be there; nil where nothing says when.
    public let days: Int?

    public init(
        code: String, stage: DossierStage, chinese: String, english: String, types: [DocumentType], relation: Relation? = nil,
        after: DossierClock? = nil, days: Int? = nil
    ) {
        self.code = code
        self.stage = stage
        self.chinese = chinese
        self.english = english
        self.types = types
        self.relation = relation
        self.after = after
        self.days = days
    }

    /// What people call it.
    public var name: Phrase { Phrase(chinese, english) }
}

/// Stages of a deal, in their order.
public enum DossierStage: String, Sendable, Hashable, CaseIterable, Codable {
    /// 踏勘
    case survey
    /// 需求分析
    case needs
    /// 方案
    case proposal
    /// 报价投标
    case offer
    /// 评审
    case review
    /// 签约
    case contract
    /// 交底
    case handover
    /// 开票收款
    case settlement
    /// 验收
    case acceptance
    /// 售后
    case service
    /// 续签
    case renewal
}

/// From when the days of an item count.
public enum DossierClock: String, Sendable, Hashable, CaseIterable, Codable {
    /// The day that the dossier was opened.
    case opened
    /// The last day of when its contract was signed; where it is not known, nothing is due yet.
    case signed
}

/// What somebody said of an item that is not there.
public struct DossierMark: Sendable, Hashable, Codable {
    public let kind: Kind
    /// With ``Kind/promised``: by when.
    public let by: CivilDate?
    public let reason: String

    /// What was said.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// 不适用
        case notApplicable = "not_applicable"
        /// 待补
        case promised
    }

    public init(_ kind: Kind, by: CivilDate?, reason: String) {
        self.kind = kind
        self.by = by
        self.reason = reason
    }
}
