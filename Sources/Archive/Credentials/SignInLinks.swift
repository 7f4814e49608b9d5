public import Disk
import Records
public import SystemPackage

/// One-time links to sign in with: what `serve` prints, and what a person follows once.
///
/// They lie in a file, so that a link printed before a restart, or by another process, still works.
public struct SignInLinks: Sendable {
    struct Link: Sendable, Codable {
        let account: AccountID
        let expires: Timestamp
        /// SHA-256 of the link's secret.
        let digest: String
        /// Who made it; nil where that was nobody's account.
        let maker: AccountID?
        /// The number of the last event before it was made; nil for one of an older program.
        let since: Int?
    }

    /// How long a link works: ten minutes, long enough to walk to another machine, in milliseconds.
    public static let lifetime: Int64 = 10 * 60 * 1000
    /// Most links open at once.
    static let most = 1000
    private let file: CredentialsFile<Link>

    /// The links kept in an archive's folder for secrets.
    public init(home: FilePath, disk: Disk) { self.init(CredentialsHome(folder: home, disk: disk)) }

    init(_ home: CredentialsHome) { file = CredentialsFile(home: home, name: "links.json", most: SignInLinks.most) }

    /// Makes a link's secret part. It is told to nobody else and not kept.
    ///
    /// - Parameters:
    ///   - maker: the account that makes it, where one does.
    ///   - since: the number of the journal's last event: what is taken back behind it makes the link useless.
    /// - Throws: ``CredentialsError``
    func create(for account: AccountID, at now: Timestamp, by maker: AccountID?, since: Int) throws(CredentialsError) -> String {
        let secret = Secret(prefix: "munlink_").text
        let link = Link(
            account: account, expires: Timestamp(milliseconds: now.milliseconds + SignInLinks.lifetime), digest: Secret.digest(of: secret),
            maker: maker, since: since)
        try file.change { links in
            links.removeAll { $0.expires <= now }
            links.append(link)
        }
        return secret
    }

    /// Uses a link up; answers it, or nil where it never was one, is used or is too old.
    ///
    /// The link is gone durably before this returns, so that no crash lets it work twice.
    /// - Throws: ``CredentialsError``
    func redeem(_ secret: String, at now: Timestamp) throws(CredentialsError) -> Link? {
        let digest = Secret.digest(of: secret)
        // Guesses write nothing.
        guard try file.records().contains(where: { Secret.isSame($0.digest, digest) }) else { return nil }
        return try file.change { links in
            let found = links.first { Secret.isSame($0.digest, digest) && now < $0.expires }
            links.removeAll { $0.expires <= now || Secret.isSame($0.digest, digest) }
            return found
        }
    }
}
