import GRDB
import Records

/// What an answer to a search needs besides the hits' rows.
enum HitQueries {
    /// A document as a list of hits shows it.
    struct HitView: Sendable {
        let id: DocumentID
        let number: String?
        let title: String
        let type: String
        let party: String?
        let signed: String?
        let amount: String?
        let state: DocumentState?
        let version: VersionNumber
        let confidentiality: Confidentiality
        let handler: String?
    }

    /// The documents in these rows.
    static func hits(inRows rows: [Int64], in db: Database) throws -> [Int64: HitView] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT d.row, d.id, d.number, d.title, d.type, p.name AS party, d.signed, d.amount, d.currency, d.state, d.version,
                d.confidentiality, d.handler
                FROM documents d LEFT JOIN parties p ON p.row = d.party_row WHERE d.row = ?
                """)
        var found: [Int64: HitView] = [:]
        for row in rows { found[row] = try Row.fetchOne(statement, arguments: [row]).map { try hit($0) } }
        return found
    }

    private static func hit(_ row: Row) throws -> HitView {
        guard let version = VersionNumber(row["version"] as Int) else { throw CatalogueError.damagedValue("version") }
        let amount = (row["amount"] as Int64?).flatMap { Amount(hundredths: $0, currency: row["currency"] ?? "CNY") }
        return HitView(
            id: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], type: row["type"], party: row["party"],
            signed: row["signed"], amount: amount.map { "\($0.currency) \($0.decimal)" },
            state: (row["state"] as String?).flatMap { DocumentState(rawValue: $0) }, version: version,
            confidentiality: Confidentiality(rawValue: row["confidentiality"]) ?? .secret, handler: row["handler"])
    }

    static func partyName(ofRow row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT name FROM parties WHERE row = ?"), arguments: [row])
    }

    /// Rows of the documents that somebody handles themselves; none for nobody.
    static func rows(handledBy name: String?, in db: Database) throws -> Set<Int64> {
        guard let name else { return [] }
        return try Int64.fetchSet(db, sql: "SELECT row FROM documents WHERE handler = ?", arguments: [name])
    }
}
