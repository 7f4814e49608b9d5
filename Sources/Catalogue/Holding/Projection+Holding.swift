import GRDB
import Records

extension HoldPlaced: Projectable {
    func project(_ projection: Projection) throws {
        let (kind, of) = scope.written
        try projection.run(
            "INSERT INTO holds (id, kind, scope, reason, authority, placed_on) VALUES (?, ?, ?, ?, ?, ?)",
            [hold.compact, kind, of, reason, authority, projection.date.description])
        guard case .frozenQuery(_, let documents) = scope else { return }
        try projection.hold(documents, by: projection.db.lastInsertedRowID)
    }
}

extension HoldCaught: Projectable {
    func project(_ projection: Projection) throws { try projection.hold(documents, by: try projection.row(of: hold)) }
}

extension HoldLifted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE holds SET lifted_on = ?, lifted_reason = ? WHERE id = ?", [projection.date.description, reason, hold.compact])
    }
}

extension Projection {
    /// These documents are held by name, whatever becomes of the hold's scope.
    fileprivate func hold(_ documents: [DocumentID], by row: Int64) throws {
        for document in documents { try run("INSERT OR IGNORE INTO held_documents VALUES (?, ?)", [row, document.compact]) }
    }
}

extension HoldScope {
    /// The kind of scope, and what it names, as the catalogue keeps them.
    package var written: (kind: String, scope: String) {
        switch self {
        case .document(let id): ("document", id.compact)
        case .dossier(let id): ("dossier", id.compact)
        case .party(let id): ("party", id.compact)
        case .recordClass(let code): ("class", code)
        case .frozenQuery(let query, _): ("frozen", query)
        case .standingQuery(let query): ("standing", query)
        }
    }
}
