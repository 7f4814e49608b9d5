public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Opens an account or changes one: its roles, and whether it may be used.
    public func setAccount(named name: String, roles: [Role], open: Bool, by actor: Actor) async throws(ArchiveError)
        -> AccountQueries.Account
    {
        let trimmed = name.filter { !$0.isNewline }
        guard (1...100).contains(trimmed.utf8.count), trimmed == name else {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "name", value: name.debugDescription), subject: "name")
        }
        return try await recordingRefusals(of: .setAccount, to: actor) { () async throws(ArchiveError) in
            try await commit(
                Writer.Change(actor: actor, request: nil) { [self] decision in
                    try authorise(.setAccount, for: actor, in: decision.db)
                    var id = try AccountQueries.account(named: name, in: decision.db)?.id
                    while id == nil {
                        let drawn = AccountID.random()
                        if try !DecisionQueries.isTaken(drawn.compact, in: decision.db) { id = drawn }
                    }
                    guard let id else { throw ArchiveError.fault("no identifier drawn") }
                    try decision.state(.accountSet(AccountSet(account: id, name: name, roles: roles, open: open)))
                    return AccountQueries.Account(id: id, name: name, roles: roles, open: open)
                }
            ).answer
        }
    }

    /// All accounts, open and closed.
    public func accounts(by actor: Actor) async throws(ArchiveError) -> [AccountQueries.Account] {
        try await read { [self] db in
            try authorise(.listAccounts, for: actor, in: db)
            return try AccountQueries.accounts(in: db)
        }
    }

    /// The account that a person signs in to.
    ///
    /// - Throws: ``ArchiveError`` `.accountUnknown`
    public func account(named name: String) async throws(ArchiveError) -> AccountQueries.Account {
        let found = try await read { db in try AccountQueries.account(called: name, in: db) }
        guard let found else { throw ArchiveError(.accountUnknown, ArchiveMessage.accountUnknown(name), subject: name) }
        return found
    }

    public func account(_ id: AccountID) async throws(ArchiveError) -> AccountView? {
        let account = try await read { db in try AccountQueries.account(id, in: db) }
        guard let account, account.open else { return nil }
        return AccountView(id: account.id, name: account.name, roles: account.roles)
    }
}
