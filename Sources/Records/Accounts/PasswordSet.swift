/// An account got a password, or another one. What is kept of it lies outside the root.
public struct PasswordSet: Event {
    public static let type = "password.set/1"
    public static let title = Phrase("设置密码", "password set")

    public let account: AccountID

    public init(account: AccountID) { self.account = account }

    public var subjects: [String] { [account.compact] }

    public static var sample: PasswordSet {
        PasswordSet(account: .sample)
    }
}
