import GRDB
import Records

/// Grants, as rights and lists ask for them.
enum GrantQueries {
    /// The documents that an account may see by grants that hold on a day, each with the grant's number.
    static func documents(of account: AccountID, on day: CivilDate, in db: Database) throws -> [(grant: Int, row: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                WITH RECURSIVE
                active AS (
                    SELECT g.number, g.kind, g.scope FROM grants g JOIN accounts a ON a.row = g.account
                    WHERE a.id = :account AND g.ended_on IS NULL AND g.until >= :day),
                branch (number, code) AS (
                    SELECT number, scope FROM active WHERE kind = 'class'
                    UNION SELECT b.number, c.code FROM branch b JOIN classes c ON c.parent = b.code)
                SELECT g.number, d.row FROM active g JOIN documents d ON d.id = g.scope WHERE g.kind = 'document'
                UNION SELECT g.number, m.document FROM active g JOIN dossiers c ON c.id = g.scope
                    JOIN dossier_documents m ON m.dossier = c.row WHERE g.kind = 'dossier'
                UNION SELECT b.number, d.row FROM branch b JOIN documents d ON d.class = b.code
                """)
        return try Row.fetchAll(statement, arguments: ["account": account.compact, "day": day.description]).map { ($0[0], $0[1]) }
    }

    static func view(_ row: Row) throws -> GrantView {
        GrantView(
            number: row["number"], account: try AccountID(row["account_id"] as String), accountName: row["name"], scope: try scope(row),
            until: row["until"], reason: row["reason"], givenOn: row["given_on"], givenBy: row["given_by"], endedOn: row["ended_on"],
            endedReason: row["ended_reason"])
    }

    private static func scope(_ row: Row) throws -> GrantScope {
        guard let kind = GrantScopeKind(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("kind") }
        return switch kind {
        case .document: .document(try DocumentID(row["scope"] as String))
        case .dossier: .dossier(try DossierID(row["scope"] as String))
        case .class: .recordClass(row["scope"])
        }
    }
}
