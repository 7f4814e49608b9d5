public import Catalogue
public import Records
import Wording

/// Opens an account or changes one: its roles, and whether it may be used.
public struct SetAccount: Change {
    public typealias Answer = AccountView
    public static let operation = Operation.setAccount
    public static var sample: SetAccount { SetAccount(named: "陈国清", roles: [.salesAssistant], open: true) }

    public let name: String
    /// Without them it keeps those that it has.
    public let roles: [Role]?
    /// Without, it stays as it is; a new account is open.
    public let open: Bool?
    /// The department (部门); without, it stays as it is, and an empty one is none.
    public let department: String?

    public init(named name: String, roles: [Role]? = nil, open: Bool? = nil, department: String? = nil) {
        self.name = name
        self.roles = roles
        self.open = open
        self.department = department
    }

    public func decide(_ decision: Decision) throws {
        let name = try Words.text(name, "name", limit: 100)
        let known = try decision.reading.accounts().first { $0.name == name }
        // One that an older program opened can still be changed.
        if known == nil, Actor.isReserved(name) {
            throw ArchiveError(.valueRefused, ArchiveMessage.nameReserved(name), subject: "name")
        }
        // Nobody closes what is not there: the name is another's, or has a slip.
        if known == nil, open == false { throw ArchiveError(.accountUnknown, ArchiveMessage.accountUnknown(name), subject: "name") }
        let roles = roles.map { roles in roles.indices.filter { !roles[..<$0].contains(roles[$0]) }.map { roles[$0] } }
        let account = try known?.id ?? decision.draw()
        try decision.state(
            AccountSet(account: account, name: name, roles: roles ?? known?.roles ?? [], open: open ?? known?.open ?? true))
        guard let department else { return }
        let named = Words.trimmed(department).isEmpty ? nil : try Words.text(department, "department", limit: 100)
        if named != known?.department { try decision.state(DepartmentSet(account: account, department: named)) }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> AccountView {
        let event = try events.the(AccountSet.self)
        let department = try events.compactMap { $0 as? DepartmentSet }.last.map(\.department) ?? reading.account(event.account)?.department
        return AccountView(id: event.account, name: event.name, roles: event.roles, open: event.open, department: department)
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
