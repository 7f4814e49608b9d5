public import GRDB
public import Records

/// Accounts and tokens, as the catalogue knows them. Passwords and digests of tokens lie outside the root.
public enum AccountQueries {
    /// An account as it is now.
    public struct Account: Sendable, Hashable, Codable {
        public let id: AccountID
        public let name: String
        public let roles: [Role]
        public let open: Bool

        public init(id: AccountID, name: String, roles: [Role], open: Bool) {
            self.id = id
            self.name = name
            self.roles = roles
            self.open = open
        }
    }

    /// A token that was given out.
    public struct Token: Sendable, Hashable, Codable {
        public let id: String
        public let account: AccountID
        public let accountName: String
        public let expires: Timestamp?
        public let revoked: Bool
    }

    public static func account(_ id: AccountID, in db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM accounts WHERE id = ?", arguments: [id.compact]).map(account)
    }

    public static func account(named name: String, in db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM accounts WHERE name = ?", arguments: [name]).map(account)
    }

    /// The account of this name or, where there is none, of this identifier.
    public static func account(called name: String, in db: Database) throws -> Account? {
        try account(named: name, in: db) ?? (try? AccountID(name)).flatMap { try account($0, in: db) }
    }

    public static func accounts(in db: Database) throws -> [Account] {
        try Row.fetchAll(db, sql: "SELECT * FROM accounts ORDER BY row").map(account)
    }

    public static func tokens(in db: Database) throws -> [Token] {
        let sql = "SELECT t.*, a.id AS account_id, a.name FROM tokens t JOIN accounts a ON a.row = t.account ORDER BY t.id"
        return try Row.fetchAll(db, sql: sql).map {
            Token(
                id: $0["id"], account: try AccountID($0["account_id"] as String), accountName: $0["name"],
                expires: ($0["expires"] as Int64?).map { Timestamp(milliseconds: $0) }, revoked: $0["revoked"])
        }
    }

    private static func account(_ row: Row) throws -> Account {
        Account(
            id: try AccountID(row["id"] as String), name: row["name"],
            roles: (row["roles"] as String).split(separator: " ").compactMap { Role(rawValue: String($0)) }, open: row["open"])
    }
}
