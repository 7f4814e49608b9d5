/// A token that was given out, without its secret.
public struct TokenView: Sendable, Hashable, Codable {
    public let id: String
    public let account: AccountID
    public let accountName: String
    public let expires: Timestamp?
    public let revoked: Bool

    package init(id: String, account: AccountID, accountName: String, expires: Timestamp?, revoked: Bool) {
        self.id = id
        self.account = account
        self.accountName = accountName
        self.expires = expires
        self.revoked = revoked
    }
}
