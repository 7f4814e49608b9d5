import GRDB

/// Whose due date hangs on what changed: few, however large the archive is.
enum DueDependents {
    /// A document; what is attached to it or follows it; and where it is a contract, the members of its dossiers.
    static func ofDocument(_ row: Int64, in db: Database) throws -> Set<Int64> { try closure([row], in: db) }

    /// The members of a dossier, and what is attached to them.
    static func ofDossier(_ row: Int64, in db: Database) throws -> Set<Int64> {
        try closure(members(of: row, in: db), in: db)
    }

    /// What a document's coming into a dossier, or leaving it, may move: all members where it may lead, else it alone and what hangs on it.
    static func ofMember(_ row: Int64, in dossier: Int64, in db: Database) throws -> Set<Int64> {
        let mayLead = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT type = 'contract' FROM documents WHERE row = ?"), arguments: [row])
        return try mayLead == true ? closure(members(of: dossier, in: db).union([row]), in: db) : closure([row], in: db)
    }

    private static func closure(_ start: Set<Int64>, in db: Database) throws -> Set<Int64> {
        var (all, fresh, dossiers) = (start, start, Set<Int64>())
        while let row = fresh.popFirst() {
            var next = try Int64.fetchSet(db.cachedStatement(sql: "SELECT document FROM relations WHERE other = ?"), arguments: [row])
            for dossier in try led(by: row, in: db) where dossiers.insert(dossier).inserted {
                next.formUnion(try members(of: dossier, in: db))
            }
            fresh.formUnion(next.subtracting(all))
            all.formUnion(next)
        }
        return all
    }

    /// The dossiers that a document may lead.
    private static func led(by row: Int64, in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT l.dossier FROM dossier_documents l JOIN documents d ON d.row = l.document
                    WHERE l.document = ? AND d.type = 'contract'
                    """), arguments: [row])
    }

    private static func members(of dossier: Int64, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(db.cachedStatement(sql: "SELECT document FROM dossier_documents WHERE dossier = ?"), arguments: [dossier])
    }
}
