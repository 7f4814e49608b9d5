import GRDB
import Records

extension Projection {
    static func setAccount(_ fact: AccountSet, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO accounts (id, name, roles, open) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, open = excluded.open
                """,
            arguments: [fact.account.compact, fact.name, fact.roles.map(\.rawValue).joined(separator: " "), fact.open])
    }

    static func issue(_ fact: TokenChanged, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO tokens SELECT ?, row, ?, 0 FROM accounts WHERE id = ?",
            arguments: [fact.token, fact.expires?.milliseconds, fact.account.compact])
    }
}
