/// Who an account is.
public struct AccountView: Sendable, Hashable, Codable {
    public let id: AccountID
    /// What the person signs in with.
    public let name: String
    public let roles: [Role]
    /// Whether it may still be used.
    public let open: Bool

    package init(id: AccountID, name: String, roles: [Role], open: Bool) {
        self.id = id
        self.name = name
        self.roles = roles
        self.open = open
    }
}
