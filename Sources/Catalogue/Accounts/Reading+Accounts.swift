import GRDB
public import Records

extension Reading {
    /// The account of this identifier, open or closed.
    public func account(_ id: AccountID) throws -> AccountView? { try AccountQueries.account(id, in: db) }

    /// The account of this name, or else of this identifier.
    public func account(named name: String) throws -> AccountView? { try AccountQueries.account(named: name, in: db) }

    /// All accounts, open and closed, in the order of their making.
    public func accounts() throws -> [AccountView] { try rows("SELECT * FROM accounts ORDER BY row").map(AccountQueries.view) }

    /// All tokens that were given out.
    public func tokens() throws -> [TokenView] {
        try rows("SELECT t.*, a.id AS account_id, a.name FROM tokens t JOIN accounts a ON a.row = t.account ORDER BY t.id").map {
            TokenView(
                id: $0["id"], account: try AccountID($0["account_id"] as String), accountName: $0["name"],
                expires: ($0["expires"] as Int64?).map { Timestamp(milliseconds: $0) }, revoked: $0["revoked"])
        }
    }
}
