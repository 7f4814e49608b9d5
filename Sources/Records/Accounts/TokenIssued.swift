/// A token was given out. Its digest lies outside the root.
public struct TokenIssued: Event {
    public static let type = "token.issued/1"
    public static let title = Phrase("发放令牌", "token issued")

    /// Its identifier, from which nobody can sign in.
    public let token: String
    public let account: AccountID
    public let expires: Timestamp?

    public init(token: String, account: AccountID, expires: Timestamp?) {
        self.token = token
        self.account = account
        self.expires = expires
    }

    public var subjects: [String] { [account.compact] }

    public static var sample: TokenIssued {
        TokenIssued(token: "t0123456789", account: .sample, expires: nil)
    }
}
