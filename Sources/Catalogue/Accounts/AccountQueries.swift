import GRDB
import Records

/// Accounts, as transactions and readings ask for them. Passwords and digests of tokens lie outside the root.
enum AccountQueries {
    static func account(_ id: AccountID, in db: Database) throws -> AccountView? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts WHERE id = ?"), arguments: [id.compact]).map(view)
    }

    /// The account of this name or, where there is none, of this identifier.
    static func account(named name: String, in db: Database) throws -> AccountView? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM accounts WHERE name = ?")
        if let found = try Row.fetchOne(statement, arguments: [name]) { return try view(found) }
        return try (try? AccountID(name)).flatMap { try account($0, in: db) }
    }

    static func view(_ row: Row) throws -> AccountView {
        AccountView(
            id: try AccountID(row["id"] as String), name: row["name"],
            roles: (row["roles"] as String).split(separator: " ").compactMap { Role(rawValue: String($0)) }, open: row["open"],
            department: row["department"])
    }
}
