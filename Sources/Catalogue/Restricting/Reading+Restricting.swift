import GRDB
public import Records

extension Reading {
    /// The restricted document of this identifier, whoever may see it by their roles; nil for one that is not restricted.
    public func restriction(of document: DocumentID) throws -> RestrictionView? {
        try includingRestricted.row(Self.restrictions + " AND d.id = :id", ["id": document.compact]).map(Self.restriction)
    }

    /// All restricted documents that the viewer might see if they were not, the latest first.
    public func restrictions() throws -> [RestrictionView] {
        try includingRestricted.rows(Self.restrictions + " ORDER BY r.since DESC, d.row DESC").map(Self.restriction)
    }

    /// The restricted documents that the viewer has not opened, as headers of events have them.
    public func hiddenByRestriction() throws -> Set<String> {
        Set(
            try rows("SELECT d.id FROM restrictions r JOIN documents d ON d.row = r.document WHERE NOT \(Viewer.knows("d"))")
                .map { $0[0] as String })
    }

    private static let restrictions = """
        SELECT d.id, d.number, d.title, r.reason, r.since FROM restrictions r CROSS JOIN documents d ON d.row = r.document
        WHERE d.destroyed = 0 AND \(Viewer.knows("d"))
        """

    private static func restriction(_ row: Row) throws -> RestrictionView {
        RestrictionView(
            document: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], reason: row["reason"],
            since: row["since"])
    }
}

extension CatalogueTransaction {
    /// A viewer with the restricted documents that an actor has opened for a day.
    public func opening(_ viewer: Viewer, to actor: Actor, on day: CivilDate) throws -> Viewer {
        let statement = try db.cachedStatement(sql: "SELECT document FROM openings WHERE actor = ? AND day = ?")
        let rows = try Int64.fetchSet(statement, arguments: [actor.description, day.description])
        return rows.isEmpty ? viewer : try viewer.opening(rows)
    }
}
