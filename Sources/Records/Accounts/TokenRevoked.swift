/// A token was taken back.
public struct TokenRevoked: Event {
    public static let type = "token.revoked/1"
    public static let title = Phrase("收回令牌", "token revoked")

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

    public static var sample: TokenRevoked {
        TokenRevoked(token: "t0123456789", account: .sample, expires: nil)
    }
}
