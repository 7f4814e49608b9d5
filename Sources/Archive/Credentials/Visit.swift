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

/// What signing in on a page began. It ends with what it rests on: the account, the password it then had, the token.
public struct Visit: Sendable, Hashable {
    public let account: AccountID
    /// The name of the token by which it was begun.
    let token: String?
    /// The number of the last event before it.
    let since: Int
}

extension LocalArchive {
    public func beginVisit(_ proof: SignInProof) async throws(ArchiveError) -> Visit {
        // Asked before anything is proved: what is taken back meanwhile ends the visit too.
        let since = try await transaction { try $0.progress().sequence }
        switch proof {
        case .password(let password, let name, let address):
            return Visit(account: try await account(named: name, password: password, from: address).id, token: nil, since: since)
        case .link(let link): return Visit(account: try await account(forLink: link).id, token: nil, since: since)
        case .token(let text):
            let account = try await account(forToken: text).id
            let now = clock.now()
            let name = try withCredentials { credentials throws(CredentialsError) in try credentials.name(ofToken: text, at: now) }
            guard let name else { throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn) }
            return Visit(account: account, token: name, since: since)
        }
    }

    public func account(of visit: Visit) async throws(ArchiveError) -> AccountView? {
        let now = clock.now()
        if let token = visit.token,
            try !withCredentials({ credentials throws(CredentialsError) in try credentials.isValid(token: token, at: now) })
        {
            return nil
        }
        let isOver = try await transaction { try $0.exists(PasswordSet.self, about: visit.account.compact, after: visit.since) }
        return isOver ? nil : try await account(visit.account)
    }
}
