import Disk
public import Records
import Synchronization

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
    /// How long tokens stay listed that expired or were revoked, in milliseconds: 30 days. The journal keeps them for ever.
    static let afterlife: Int64 = 30 * 86_400_000
    private let file: CredentialsFile<TokenRecord>
    private let cache: TokenCache

    init(home: CredentialsHome, cache: TokenCache) {
        file = CredentialsFile(home: home, name: "tokens.json")
        self.cache = cache
    }

    func create(for account: AccountID, at now: Timestamp, expires: Timestamp?) throws(CredentialsError) -> (id: String, secret: String) {
        let secret = Secret(prefix: "mun_").text
        return try file.change { records in
            records.removeAll { $0.isLongGone(at: now) }
            var id: String
            repeat { id = "t" + hexSecret(5) } while records.contains { $0.id == id }
            records.append(TokenRecord(id: id, account: account, created: now, expires: expires, digest: Secret.digest(of: secret)))
            return (id, secret)
        }
    }

    /// The token that a text is, if it is valid now.
    func token(_ text: String, at now: Timestamp) throws(CredentialsError) -> TokenRecord? {
        valid(try cache.table(of: file).byDigest[Secret.digest(of: text)], at: now)
    }

    /// The token of this name, if it is valid now.
    func token(named id: String, at now: Timestamp) throws(CredentialsError) -> TokenRecord? {
        valid(try cache.table(of: file).byName[id], at: now)
    }

    private func valid(_ record: TokenRecord?, at now: Timestamp) -> TokenRecord? { record.flatMap { $0.isValid(at: now) ? $0 : nil } }

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

extension TokenRecord {
    /// Whether it has opened nothing for so long that nobody needs to see it any more.
    fileprivate func isLongGone(at now: Timestamp) -> Bool {
        let ends = [revoked, expires].compactMap { $0?.milliseconds }
        return ends.contains { now.milliseconds - $0 > TokenBook.afterlife }
    }
}

/// The tokens as they were read last, found by digest. A digest of 256 random bits may be looked up: how long that takes tells
/// nobody a token.
final class TokenCache: Sendable {
    struct Table: Sendable {
        let byDigest: [String: TokenRecord]
        let byName: [String: TokenRecord]
    }
    private let last = Mutex<(status: FileStatus, table: Table)?>(nil)

    /// The tokens in a file, which is read again when it has changed. Each change puts another file in its place.
    func table(of file: CredentialsFile<TokenRecord>) throws(CredentialsError) -> Table {
        let status = try file.status()
        if let status, let known = last.withLock({ $0 }), known.status == status { return known.table }
        let records = try file.records()
        let table = Table(
            byDigest: Dictionary(records.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first }),
            byName: Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        // What changed while it was read has another status than the one from before.
        last.withLock { $0 = status.map { ($0, table) } }
        return table
    }
}
