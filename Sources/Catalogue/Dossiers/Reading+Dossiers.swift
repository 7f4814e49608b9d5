import GRDB
public import Records

extension Reading {
    /// A dossier is known unless hidden documents are or were at home in it and nothing that is or was in it may be known: what is taken out of it,
    /// is at home elsewhere since, or goes into another with all of it, makes its title known to nobody.
    static func knowsDossier(_ table: String) -> String {
        let row = "\(table).row"
        return """
            (:sees OR NOT EXISTS (SELECT 1 FROM dossier_documents m WHERE m.dossier = \(row) AND m.home = 1)
                    AND NOT EXISTS (SELECT 1 FROM dossier_past m WHERE m.dossier = \(row))
                OR EXISTS (SELECT 1 FROM dossier_documents m JOIN documents k ON k.row = m.document
                    WHERE m.dossier = \(row) AND \(Viewer.knows("k")))
                OR EXISTS (SELECT 1 FROM dossier_past m JOIN documents k ON k.row = m.document
                    WHERE m.dossier = \(row) AND \(Viewer.knows("k"))))
            """
    }

    private static let select = """
        SELECT c.*, p.id AS party_id, p.name AS party_name, l.id AS leader_id, a.name AS responsible_name, i.id AS into_id
        FROM dossiers c LEFT JOIN parties p ON p.row = c.party_row LEFT JOIN documents l ON l.row = c.leader AND \(Viewer.knows("l"))
        LEFT JOIN accounts a ON a.id = c.responsible
        LEFT JOIN dossiers i ON i.row = c.merged_into AND \(Self.knowsDossier("i"))
        """

    /// The dossier of this identifier, with the documents in it that the viewer may know of, in the order of linking; withdrawn ones not.
    public func dossier(_ id: DossierID) throws -> DossierView? {
        try row(Self.select + " WHERE c.id = :id AND " + Self.knowsDossier("c"), ["id": id.compact]).map { row in
            try Self.view(row, documents: try members(of: row["row"]))
        }
    }

    /// Dossiers, the newest first, without their documents and those that were merged; of one party where one is given.
    public func dossiers(of party: PartyID?) throws -> [DossierView] {
        let ofParty = party == nil ? "" : " AND c.party_row = (SELECT row FROM parties WHERE id = :party)"
        return try rows(
            Self.select + " WHERE c.merged_into IS NULL\(ofParty) AND \(Self.knowsDossier("c")) ORDER BY c.row DESC",
            ["party": party?.compact]
        ).map { try Self.view($0, documents: []) }
    }

    /// Whether a document is in a dossier, and then whether it is at home there.
    public func isHome(_ document: DocumentID, in dossier: DossierID) throws -> Bool? {
        try row(
            """
            SELECT l.home FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier JOIN documents d ON d.row = l.document
            WHERE c.id = :dossier AND d.id = :document
            """, ["dossier": dossier.compact, "document": document.compact]
        ).map { $0[0] }
    }

    private static func view(_ row: Row, documents: [DossierMember]) throws -> DossierView {
        DossierView(
            id: try DossierID(row["id"] as String), title: row["title"],
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) },
            openedOn: row["opened_on"], closedOn: row["closed_on"],
            leader: try (row["leader_id"] as String?).map { try DocumentID($0) },
            template: try template(row["template"]).map { DossierView.Template($0) }, responsible: row["responsible_name"],
            mergedInto: try (row["into_id"] as String?).map { try DossierID($0) }, documents: documents)
    }

    private func members(of dossier: Int64) throws -> [DossierMember] {
        try rows(
            """
            SELECT d.id, d.type, d.title, d.number, l.home FROM dossier_documents l JOIN documents d ON d.row = l.document
            WHERE l.dossier = :dossier AND d.withdrawn = 0 AND \(Viewer.knows("d")) ORDER BY l.sequence
            """, ["dossier": dossier]
        ).map { row in
            DossierMember(
                id: try DocumentID(row["id"] as String), type: try Self.type(row["type"]), title: row["title"], number: row["number"],
                home: row["home"])
        }
    }
}
