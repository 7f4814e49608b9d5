public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Uses what lies in `MUNIMENT_HOME`.
    func withCredentials<Value>(_ work: (Credentials) throws(CredentialsError) -> Value) throws(ArchiveError) -> Value {
        guard let credentials else { throw ArchiveError(.archiveMissing, ArchiveMessage.homeUnknown) }
        do { return try work(credentials) } catch { throw ArchiveError.translated(error) }
    }

    /// A token that was just given out: the only moment at which its secret can be seen.
    public struct NewToken: Sendable, Codable {
        public let id: String
        public let account: AccountID
        public let secret: String
        public let expires: Timestamp?
    }

    /// Gives an account a bearer token.
    ///
    /// - Parameter days: until it expires, 1 to 3650; nil for one that does not.
    public func issueToken(for name: String, days: Int?, by actor: Actor) async throws(ArchiveError) -> NewToken {
        if let days, !(1...3650).contains(days) {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "days", value: "\(days)"), subject: "days")
        }
        return try await recordingRefusals(of: .issueToken, to: actor) { () async throws(ArchiveError) in
            try await read { [self] db in try authorise(.issueToken, for: actor, in: db) }
            let account = try await account(named: name)
            let now = clock.now()
            let expires = days.map { Timestamp(milliseconds: now.milliseconds + Int64($0) * 86_400_000) }
            let made = try withCredentials { credentials throws(CredentialsError) in
                try credentials.createToken(for: account.id, at: now, expires: expires)
            }
            try await record(.tokenIssued(TokenChanged(token: made.id, account: account.id, expires: expires)), by: actor)
            return NewToken(id: made.id, account: account.id, secret: made.secret, expires: expires)
        }
    }

    /// Takes a token back; whoever holds it is signed out.
    public func revokeToken(_ id: String, by actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: .revokeToken, to: actor) { () async throws(ArchiveError) in
            try await read { [self] db in try authorise(.revokeToken, for: actor, in: db) }
            let now = clock.now()
            let taken = try withCredentials { credentials throws(CredentialsError) in try credentials.revokeToken(id, at: now) }
            guard let taken else { throw ArchiveError(.tokenUnknown, ArchiveMessage.tokenUnknown(id), subject: id) }
            try await record(.tokenRevoked(TokenChanged(token: id, account: taken.account, expires: taken.expires)), by: actor)
        }
    }

    /// All tokens that were given out, without their secrets.
    public func tokens(by actor: Actor) async throws(ArchiveError) -> [AccountQueries.Token] {
        try await read { [self] db in
            try authorise(.listAccounts, for: actor, in: db)
            return try AccountQueries.tokens(in: db)
        }
    }

    /// Sets the password that an account signs in with: 8 to 1024 bytes. Whoever acts for the account itself may too.
    public func setPassword(_ password: String, for name: String, by actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: .setPassword, to: actor) { () async throws(ArchiveError) in
            let account = try await account(named: name)
            if actor != .account(account.id) { try await read { [self] db in try authorise(.setPassword, for: actor, in: db) } }
            try await blocking.run { [self] () throws(ArchiveError) in
                try withCredentials { credentials throws(CredentialsError) in try credentials.setPassword(password, for: account.id) }
            }
            try await record(.passwordSet(PasswordSet(account: account.id)), by: actor)
        }
    }

    public func account(named name: String, password: String) async throws(ArchiveError) -> AccountView {
        // For a name that nobody has, the same work is done: neither answer nor time tells which it was.
        let id = (try? await account(named: name))?.id
        let right = try await blocking.run { [self] () throws(ArchiveError) in
            try withCredentials { credentials throws(CredentialsError) in
                try credentials.checkPassword(password, for: id ?? AccountID.random())
            }
        }
        guard right, let id, let account = try await account(id) else {
            try await recordFailedSignIn(of: id)
            throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn)
        }
        return account
    }

    public func account(forToken token: String) async throws(ArchiveError) -> AccountView {
        let now = clock.now()
        return try await signedIn(
            as: try withCredentials { credentials throws(CredentialsError) in try credentials.account(forToken: token, at: now) })
    }

    public func account(forLink link: String) async throws(ArchiveError) -> AccountView {
        let now = clock.now()
        return try await signedIn(
            as: try withCredentials { credentials throws(CredentialsError) in try credentials.links.redeem(link, at: now) })
    }

    /// A link that signs an account in once, within ten minutes.
    public func signInLink(for account: AccountID) throws(ArchiveError) -> String {
        let now = clock.now()
        return try withCredentials { credentials throws(CredentialsError) in try credentials.links.create(for: account, at: now) }
    }

    private func signedIn(as id: AccountID?) async throws(ArchiveError) -> AccountView {
        if let id, let account = try await account(id) { return account }
        try await recordFailedSignIn(of: id)
        throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn)
    }

    /// In milliseconds: failures of one account, or of nobody known, are recorded once in this time (law 2).
    private static let failureInterval: Int64 = 60_000

    private func recordFailedSignIn(of id: AccountID?) async throws(ArchiveError) {
        let actor = id.map { Actor.account($0) } ?? .nobody
        let now = clock.now()
        let recent = try await read { db in try LogQueries.last(FactType.signInFailed.rawValue, by: actor.description, in: db) }
        if let recent, now.milliseconds - recent.milliseconds < Self.failureInterval { return }
        try await record(.signInFailed(AccessRefused(operation: "sign-in")), by: actor)
    }
}
