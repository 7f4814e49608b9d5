/// Who acts: the operator, who owns the files of the root, or an account.
public enum Actor: Sendable, Hashable {
    /// Whoever can read the root's files at the command line; no rights are asked.
    case `operator`
    /// Someone with an account; what they may do follows from their roles.
    case account(AccountID)
    /// Somebody who did not say who they are, or could not prove it.
    case nobody
}

extension Actor: CustomStringConvertible {
    /// As the journal writes it: `operator`, `nobody` or the account's identifier.
    public var description: String {
        switch self {
        case .operator: "operator"
        case .nobody: "nobody"
        case .account(let id): id.compact
        }
    }

    /// As people and programs see it: `operator`, `nobody` or the account's identifier with hyphens.
    public var shown: String { if case .account(let id) = self { "\(id)" } else { description } }

    /// Reads ``description`` and ``shown`` back.
    public init?(_ text: some StringProtocol) {
        switch text {
        case "operator": self = .operator
        case "nobody": self = .nobody
        default:
            guard let id = try? AccountID(text) else { return nil }
            self = .account(id)
        }
    }
}

/// What a person's post lets them do. One account may have several.
public enum Role: String, Sendable, Codable, CaseIterable {
    /// 销售助理
    case salesAssistant = "sales_assistant"
    /// 销售专员
    case salesperson
    /// 销售经理
    case salesManager = "sales_manager"
    /// 客服
    case customerService = "customer_service"
    /// 财务
    case finance
    /// 档案员
    case archivist
    /// 评审人
    case reviewer
    /// 单位负责人
    case head
    /// 信息系统
    case informationSystems = "information_systems"
    /// 审计
    case auditor
    /// 系统管理员: manages accounts and cannot read by that.
    case administrator
}
