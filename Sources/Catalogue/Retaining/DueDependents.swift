import GRDB

/// Whose due date hangs on what changed: few, however large the archive is.
enum DueDependents {
    /// A document; what is attached to it or follows it; and where it is a contract, the members of its dossiers.
    static func ofDocument(_ row: Int64, in db: Database) throws -> Set<Int64> { try closure([row], in: db) }

    /// The members of a dossier, and what is attached to them.
    static func ofDossier(_ row: Int64, in db: Database) throws -> Set<Int64> {
        try closure(Int64.fetchSet(db, sql: "SELECT document FROM dossier_documents WHERE dossier = ?", arguments: [row]), in: db)
    }

    private static func closure(_ start: Set<Int64>, in db: Database) throws -> Set<Int64> {
        var (all, fresh) = (start, start)
        while let row = fresh.popFirst() {
            let next = try Int64.fetchSet(
                db.cachedStatement(
                    sql: """
                        SELECT document FROM relations WHERE other = :row
                        UNION SELECT m.document FROM dossier_documents d JOIN dossier_documents m ON m.dossier = d.dossier
                        JOIN documents c ON c.row = d.document AND c.type = 'contract' WHERE d.document = :row
                        """), arguments: ["row": row])
            fresh.formUnion(next.subtracting(all))
            all.formUnion(next)
        }
        return all
    }
}
