import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Uses what lies in `MUNIMENT_HOME`.
    func withCredentials<Value>(_ work: (Credentials) throws(CredentialsError) -> Value) throws(ArchiveError) -> Value {
        guard let credentials else {
            throw ArchiveError(.archiveMissing, ArchiveMessage.homeUnknown, remedy: CredentialsMessage.chooseHome)
        }
        do { return try work(credentials) } catch { throw ArchiveError.translated(error) }
    }

    public func issueToken(for name: String, days: Int?, by actor: Actor) async throws(ArchiveError) -> NewToken {
        if let days, !(1...3650).contains(days) {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "days", value: "\(days)"), subject: "days")
        }
        return try await recordingRefusals(of: .issueToken, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .issueToken) { _ in }
            let account = try await account(named: name)
            let now = clock.now()
            let expires = days.map { Timestamp(milliseconds: now.milliseconds + Int64($0) * 86_400_000) }
            let made = try withCredentials { credentials throws(CredentialsError) in
                try credentials.createToken(for: account.id, at: now, expires: expires)
            }
            try await record([TokenIssued(token: made.id, account: account.id, expires: expires)], by: actor)
            return NewToken(id: made.id, account: account.id, secret: made.secret, expires: expires)
        }
    }

    public func revokeToken(_ id: String, by actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: .revokeToken, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .revokeToken) { _ in }
            let now = clock.now()
            let taken = try withCredentials { credentials throws(CredentialsError) in try credentials.revokeToken(id, at: now) }
            guard let taken else { throw ArchiveError(.tokenUnknown, ArchiveMessage.tokenUnknown(id), subject: id) }
            try await record([TokenRevoked(token: id, account: taken.account, expires: taken.expires)], by: actor)
        }
    }

    public func setPassword(_ password: String, for name: String, by actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: .setPassword, to: actor) { () async throws(ArchiveError) in
            let account = try await account(named: name)
            if actor != .account(account.id) { try await read(as: actor, for: .setPassword) { _ in } }
            try await signIns.lane.run { [self] () throws(ArchiveError) in
                try withCredentials { credentials throws(CredentialsError) in try credentials.setPassword(password, for: account.id) }
            }
            try await record([PasswordSet(account: account.id)], by: actor)
        }
    }

    public func account(named name: String, password: String, from address: String?) async throws(ArchiveError) -> AccountView {
        let (id, right) = try await signIns.lane.run { [self] () throws(ArchiveError) in try tryPassword(password, name, address) }
        guard right, let id, let account = try await account(id) else { throw failedSignIn(of: id) }
        return account
    }

    /// Whose name it is, and whether the password is theirs. For a name that nobody has the same work is done: neither answer nor time
    /// tells which it was.
    private func tryPassword(_ password: String, _ name: String, _ address: String?) throws(ArchiveError) -> (AccountID?, right: Bool) {
        let id = try translating { try writer.read { try $0.account(named: name)?.id } }
        let keys =
            [PasswordBrake.Key.account(id?.compact ?? Secret.digest(of: name))] + (address.map { [.address($0)] } ?? [])
        let pause = signIns.brake.pause(keys, at: clock.now())
        guard pause == 0 else { throw .tooManyTries(again: pause) }
        let right = try withCredentials { credentials throws(CredentialsError) in
            try credentials.checkPassword(password, for: id ?? AccountID.random())
        }
        if right, id != nil { signIns.brake.succeeded(keys) } else { signIns.brake.failed(keys, at: clock.now()) }
        return (id, right)
    }

    public func account(forToken token: String) async throws(ArchiveError) -> AccountView {
        let now = clock.now()
        return try await signedIn(
            as: try withCredentials { credentials throws(CredentialsError) in try credentials.account(forToken: token, at: now) })
    }

    public func signInLink(for name: String, by actor: Actor) async throws(ArchiveError) -> String {
        try await recordingRefusals(of: .issueToken, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .issueToken) { _ in }
            let maker: AccountID? = if case .account(let id) = actor { id } else { nil }
            return try signInLink(for: try await account(named: name).id, by: maker)
        }
    }

    /// A link that signs an account in once, within ten minutes.
    ///
    /// - Parameter maker: the account that asks for it, where one does.
    public func signInLink(for account: AccountID, by maker: AccountID? = nil) throws(ArchiveError) -> String {
        let now = clock.now()
        let since = try translating { try writer.read { try $0.progress().sequence } }
        return try withCredentials { credentials throws(CredentialsError) in
            try credentials.links.create(for: account, at: now, by: maker, since: since)
        }
    }

    private func signedIn(as id: AccountID?) async throws(ArchiveError) -> AccountView {
        if let id, let account = try await account(id) { return account }
        throw failedSignIn(of: id)
    }

    /// Waits until failed sign-ins are recorded that are due.
    public func finishRecordingSignIns() async { await signIns.recording.finish() }

    /// The answer does not wait for the event, so that the time it takes does not tell whether there is such an account.
    func failedSignIn(of id: AccountID?) -> ArchiveError {
        let actor = id.map { Actor.account($0) } ?? .nobody
        let now = clock.now()
        if let counts = signIns.failed.add(Self.signingIn, by: actor, at: now) {
            signIns.recording.add { [self] in await recordFailed(counts, by: actor, at: now) }
        }
        return ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn)
    }

    private static let signingIn = "sign-in"

    /// Another process may have recorded one within the minute: then these wait.
    private func recordFailed(_ counts: [String: Int], by actor: Actor, at now: Timestamp) async {
        do {
            let recent = try await transaction { try $0.last(SignInsFailed.self, by: actor.description) }
            if let recent, now.milliseconds - recent.milliseconds < Tally.interval {
                return signIns.failed.putBack(counts, by: actor, recorded: recent)
            }
            try await record([Self.failed(counts)], by: actor)
        } catch {
            signIns.failed.putBack(counts, by: actor, recorded: now)
        }
    }

    static func failed(_ counts: [String: Int]) -> SignInsFailed { SignInsFailed(count: counts.values.reduce(0, +)) }
}
