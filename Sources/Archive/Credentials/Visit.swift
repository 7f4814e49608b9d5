import Catalogue
public import Records
import Wording

/// How somebody says who they are on a page.
public enum SignInProof: Sendable {
    /// - Parameter address: where the try comes from, as far as it is known.
    case password(String, of: String, from: String?)
    case token(String)
    case link(String)
}

/// What signing in on a page began. It ends with what it rests on: the account, the password it then had, the token, and where it was begun by a
/// link, the account, password and tokens of whoever made that.
public struct Visit: Sendable, Hashable {
    public let account: AccountID
    /// The name of the token by which it was begun.
    let token: String?
    /// Whose link it was begun by; nil where it was none, or nobody's account made it.
    let maker: AccountID?
    /// The number of the last event before it, or before its link was made.
    let since: Int
}

extension LocalArchive {
    public func beginVisit(_ proof: SignInProof) async throws(ArchiveError) -> Visit {
        // Asked before anything is proved: what is taken back meanwhile ends the visit too.
        let since = try await transaction { try $0.progress().sequence }
        switch proof {
        case .password(let password, let name, let address):
            let account = try await account(named: name, password: password, from: address)
            return Visit(account: account.id, token: nil, maker: nil, since: since)
        case .link(let secret):
            let link = try withCredentials { [now = clock.now()] credentials throws(CredentialsError) in
                try credentials.links.redeem(secret, at: now)
            }
            let visit = link.map { Visit(account: $0.account, token: nil, maker: $0.maker, since: $0.since ?? since) }
            guard let visit, try await self.account(of: visit) != nil else { throw failedSignIn(of: visit?.account) }
            return visit
        case .token(let text):
            let account = try await account(forToken: text).id
            let now = clock.now()
            let name = try withCredentials { credentials throws(CredentialsError) in try credentials.name(ofToken: text, at: now) }
            guard let name else { throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn) }
            return Visit(account: account, token: name, maker: nil, since: since)
        }
    }

    public func account(of visit: Visit) async throws(ArchiveError) -> AccountView? {
        let now = clock.now()
        if let token = visit.token,
            try !withCredentials({ credentials throws(CredentialsError) in try credentials.isValid(token: token, at: now) })
        {
            return nil
        }
        if let maker = visit.maker, try await account(maker) == nil { return nil }
        let isOver = try await transaction { transaction in
            let (account, maker) = (visit.account.compact, visit.maker?.compact)
            return try transaction.exists(PasswordSet.self, about: account, after: visit.since)
                || maker.map { maker in
                    try transaction.exists(PasswordSet.self, about: maker, after: visit.since)
                        || transaction.exists(TokenRevoked.self, about: maker, after: visit.since)
                } ?? false
        }
        return isOver ? nil : try await account(visit.account)
    }
}
