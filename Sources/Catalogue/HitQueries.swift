public import GRDB
public import Records

/// What an answer to a search needs besides the hits' rows.
public enum HitQueries {
    public static func partyName(ofRow row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT name FROM parties WHERE row = ?", arguments: [row])
    }

    public static func isSecret(_ id: DocumentID, in db: Database) throws -> Bool {
        try String.fetchOne(db, sql: "SELECT confidentiality FROM documents WHERE id = ?", arguments: [id.compact])
            == Confidentiality.secret.rawValue
    }

    /// Rows of the 秘密 documents that somebody handles themselves; none for nobody.
    public static func secretRows(handledBy name: String?, in db: Database) throws -> Set<Int64> {
        guard let name else { return [] }
        return try Int64.fetchSet(db, sql: "SELECT row FROM documents WHERE confidentiality = 'secret' AND handler = ?", arguments: [name])
    }

    /// The same, by their identifiers.
    public static func secretDocuments(handledBy name: String?, in db: Database) throws -> Set<DocumentID> {
        Set(try secretRows(handledBy: name, in: db).compactMap { try DocumentQueries.id(ofRow: $0, in: db) })
    }
}
