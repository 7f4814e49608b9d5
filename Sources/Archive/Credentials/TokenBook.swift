public import Records

/// What is kept of a bearer token: everything but the token.
public struct TokenRecord: Sendable, Hashable, Codable {
    /// A name to list and revoke it by; it opens nothing.
    public let id: String
    public let account: AccountID
    public let created: Timestamp
    /// From then on it opens nothing; nil for never.
    public let expires: Timestamp?
    /// Since when it was taken back.
    public internal(set) var revoked: Timestamp?
    /// SHA-256 of the token's text.
    let digest: String

    /// Whether it opens its account at this moment.
    public func isValid(at now: Timestamp) -> Bool { revoked == nil && expires.map { now < $0 } ?? true }
}

/// The tokens that programs, and people at the search page, sign in with.
struct TokenBook: Sendable {
    /// Most tokens that were ever issued; ones that expired or were revoked stay listed.
    static let most = 10_000
    private let file: CredentialsFile<TokenRecord>

    init(home: CredentialsHome) { file = CredentialsFile(home: home, name: "tokens.json", most: TokenBook.most) }

    func create(for account: AccountID, at now: Timestamp, expires: Timestamp?) throws(CredentialsError) -> (id: String, secret: String) {
        let secret = Secret(prefix: "mun_").text
        return try file.change { records in
            var id: String
            repeat { id = "t" + hexSecret(5) } while records.contains { $0.id == id }
            records.append(TokenRecord(id: id, account: account, created: now, expires: expires, digest: Secret.digest(of: secret)))
            return (id, secret)
        }
    }

    /// The token that a text is, if it is valid now. All records are looked at, whichever fits.
    func token(_ text: String, at now: Timestamp) throws(CredentialsError) -> TokenRecord? {
        let digest = Secret.digest(of: text)
        var found: TokenRecord?
        for record in try file.records() where Secret.isSame(record.digest, digest) { found = record }
        return found.flatMap { $0.isValid(at: now) ? $0 : nil }
    }

    /// - Returns: the token as it is now; nil where there is none of this name.
    func revoke(_ id: String, at now: Timestamp) throws(CredentialsError) -> TokenRecord? {
        try file.change { records in
            guard let index = records.firstIndex(where: { $0.id == id }) else { return nil }
            records[index].revoked = records[index].revoked ?? now
            return records[index]
        }
    }

    func all() throws(CredentialsError) -> [TokenRecord] { try file.records() }
}
