/// Who acted on a disposal batch, always under an own account, with the posts that they had then.
public struct DisposalPerson: Sendable, Hashable, Codable {
    public let account: AccountID
    public let roles: [Role]
    /// Nil where the account has none.
    public let department: String?

    public init(account: AccountID, roles: [Role], department: String?) {
        self.account = account
        self.roles = roles
        self.department = department
    }

    static var sample: DisposalPerson { DisposalPerson(account: .sample, roles: [.archivist], department: "档案室") }
}
