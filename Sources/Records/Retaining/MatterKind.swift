/// The kinds of open matter (未结事项) that stop destruction.
public enum MatterKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// 未结清债权债务
    case claim
    /// 投诉
    case complaint
    /// 争议
    case dispute
    /// 评审
    case review
    /// 续签
    case renewal
    /// 借出
    case loan
}
