/// How a document stands to another.
public enum Relation: String, Sendable, Hashable, CaseIterable, Codable {
    /// 变更: an amendment to a contract.
    case amends
    /// 续签
    case renews
    /// 依从: kept as long as the other (R-30, `follows`).
    case follows
    /// 属于
    case belongsTo = "belongs_to"
    /// 附于: an attachment; kept at least as long as its main document.
    case attachedTo = "attached_to"

    /// Those that decide together how long a document is kept, so that no circle of them may close.
    public static let keeping: Set<Relation> = [.amends, .follows, .belongsTo, .attachedTo]
}
