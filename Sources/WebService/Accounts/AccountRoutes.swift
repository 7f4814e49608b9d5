import Archive
import HTTPTypes

extension Route {
    /// Accounts, and their secrets.
    static let accounts: [Route] = [
        .list("accounts", ListAccounts.self),
        .change("accounts/{name}", SetAccount.self, by: .put),
        .list("grants", ListGrants.self),
        .change("grants", GiveGrant.self, status: .created),
        .change("grants/{grant}/end", EndGrant.self),
        .list("documents/{document}/rights", ShowRights.self),
        .list("tokens", ListTokens.self),
        .call("accounts/{name}/password", SetPassword.self, for: .setPassword, ofOneself: true, by: .put) { asked, archive, actor in
            try await archive.setPassword(asked.password, for: asked.name, by: actor)
            return Named(name: asked.name)
        },
        .call("accounts/{name}/sign-in-link", IssueSignInLink.self, for: .issueToken, status: .created) { asked, archive, actor in
            SignInLink(path: SignInLink.path(of: try await archive.signInLink(for: asked.name, by: actor)))
        },
        .call("tokens", IssueToken.self, for: .issueToken, status: .created) { asked, archive, actor in
            try await archive.issueToken(for: asked.account, days: asked.days, by: actor)
        },
        .call("tokens/{id}/revoke", RevokeToken.self, for: .revokeToken) { asked, archive, actor in
            try await archive.revokeToken(asked.id, by: actor)
            return asked
        },
    ]
}

/// Sets a password, of oneself or as administrator.
struct SetPassword: Codable {
    let name: String
    /// 8 to 1024 bytes.
    let password: String
}

/// The account that was changed.
struct Named: Codable {
    let name: String
}

/// Asks for a link that signs an account in once, within ten minutes.
struct IssueSignInLink: Codable {
    let name: String
}

struct SignInLink: Codable {
    /// What follows the address of the service.
    let path: String

    static func path(of secret: String) -> String { "/sign-in?link=\(PercentText.encoded(secret))" }
}

struct IssueToken: Codable {
    let account: String
    /// 1 to 3650; without, it does not expire.
    let days: Int?
}

struct RevokeToken: Codable {
    let id: String
}
