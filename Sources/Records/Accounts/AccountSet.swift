/// An account as it is from now on.
public struct AccountSet: Event {
    public static let type = "account.set/1"
    public static let title = Phrase("设置账号", "account set")

    public let account: AccountID
    /// What the person signs in with.
    public let name: String
    public let roles: [Role]
    /// Whether it may still be used.
    public let open: Bool

    public init(account: AccountID, name: String, roles: [Role], open: Bool) {
        self.account = account
        self.name = name
        self.roles = roles
        self.open = open
    }

    public var subjects: [String] { [account.compact] }

    public static var sample: AccountSet {
        AccountSet(account: .sample, name: "陈国清", roles: [.salesAssistant], open: true)
    }
}
