public import Catalogue
public import Records
import Wording

/// Opens an account or changes one: its roles, and whether it may be used.
public struct SetAccount: Change {
    public typealias Answer = AccountView
    public static let operation = Operation.setAccount
    public static var sample: SetAccount { SetAccount(named: "陈国清", roles: [.salesAssistant], open: true) }

    public let name: String
    public let roles: [Role]
    public let open: Bool

    public init(named name: String, roles: [Role], open: Bool) {
        self.name = name
        self.roles = roles
        self.open = open
    }

    /// An account is open unless it is said to be closed, as at the command line: a request that leaves `open` out closes nobody's.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        roles = try container.decode([Role].self, forKey: .roles)
        open = try container.decodeIfPresent(Bool.self, forKey: .open) ?? true
    }

    public func decide(_ decision: Decision) throws {
        guard (1...100).contains(name.utf8.count), !name.contains(where: \.isNewline) else {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "name", value: name.debugDescription), subject: "name")
        }
        let known = try decision.reading.accounts().first { $0.name == name }?.id
        try decision.state(AccountSet(account: try known ?? decision.draw(), name: name, roles: roles, open: open))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> AccountView {
        let event = try events.the(AccountSet.self)
        return AccountView(id: event.account, name: event.name, roles: event.roles, open: event.open)
    }
}

/// All accounts, open and closed.
public struct ListAccounts: Question {
    public typealias Answer = [AccountView]
    public static let operation = Operation.listAccounts
    public static var sample: ListAccounts { ListAccounts() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [AccountView] { try reading.accounts() }
}

/// All tokens that were given out, without their secrets.
public struct ListTokens: Question {
    public typealias Answer = [TokenView]
    public static let operation = Operation.listAccounts
    public static var sample: ListTokens { ListTokens() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [TokenView] { try reading.tokens() }
}
