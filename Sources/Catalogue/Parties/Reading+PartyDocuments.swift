import GRDB
public import Records

extension Reading {
    /// The documents of a party that the viewer may know of, the newest first; withdrawn ones not.
    public func documents(of party: PartyID, limit: Int) throws -> [PartyDocument] {
        try rows(
            """
            SELECT d.* FROM documents d JOIN parties p ON p.row = d.party_row
            WHERE p.id = :id AND d.withdrawn = 0 AND \(Viewer.knows("d")) ORDER BY d.row DESC LIMIT :limit
            """, ["id": party.compact, "limit": limit]
        ).map { row in
            PartyDocument(
                id: try DocumentID(row["id"] as String), type: try Self.type(row["type"]), title: row["title"], number: row["number"],
                state: (row["state"] as String?).flatMap { DocumentState(rawValue: $0) }, signed: row["signed"], filedOn: row["filed_on"])
        }
    }

    /// How many documents a party has of each type, as far as the viewer may know of them; withdrawn ones not.
    public func documentCounts(of party: PartyID) throws -> [PartyDocumentCount] {
        try rows(
            """
            SELECT d.type, COUNT(*) AS count FROM documents d JOIN parties p ON p.row = d.party_row
            WHERE p.id = :id AND d.withdrawn = 0 AND \(Viewer.knows("d")) GROUP BY d.type ORDER BY d.type
            """, ["id": party.compact]
        ).map { PartyDocumentCount(type: try Self.type($0["type"]), count: $0["count"]) }
    }

    /// Open matters on the documents of a party, by their numbers.
    public func matters(of party: PartyID) throws -> [MatterView] {
        try rows(
            Self.matters + " AND m.settled_on IS NULL AND d.party_row = (SELECT row FROM parties WHERE id = :id) ORDER BY m.number",
            ["id": party.compact]
        ).map(Self.matterView)
    }
}
