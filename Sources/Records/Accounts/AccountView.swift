/// Who an account is.
public struct AccountView: Sendable, Hashable, Codable {
    public let id: AccountID
    /// What the person signs in with.
    public let name: String
    public let roles: [Role]
    /// Whether it may still be used.
    public let open: Bool
    /// The department (部门) of the person; nil where none was said.
    public let department: String?

    package init(id: AccountID, name: String, roles: [Role], open: Bool, department: String? = nil) {
        self.id = id
        self.name = name
        self.roles = roles
        self.open = open
        self.department = department
    }
}
