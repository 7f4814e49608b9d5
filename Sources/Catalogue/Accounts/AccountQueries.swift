import GRDB
import Records

/// Accounts, as transactions and readings ask for them. Passwords and digests of tokens lie outside the root.
enum AccountQueries {
    static func account(_ id: AccountID, in db: Database) throws -> AccountView? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts WHERE id = ?"), arguments: [id.compact]).map(view)
    }

    static func view(_ row: Row) throws -> AccountView {
        AccountView(
            id: try AccountID(row["id"] as String), name: row["name"],
            roles: (row["roles"] as String).split(separator: " ").compactMap { Role(rawValue: String($0)) }, open: row["open"])
    }
}
