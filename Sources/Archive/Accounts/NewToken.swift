public import Records

/// A token that was just given out: the only moment at which its secret can be seen.
public struct NewToken: Sendable, Codable {
    /// What lists and logs call it by.
    public let id: String
    public let account: AccountID
    /// The token itself, `mun_…`; it is shown once and kept nowhere.
    public let secret: String
    public let expires: Timestamp?
}
