public import GRDB
public import Records

/// A dossier (案卷) as people see it.
public struct DossierView: Sendable, Hashable, Codable {
    public let id: DossierID
    public let title: String
    public let party: PartyView?
    public let openedOn: String
    /// A day, a month or a year; nil while it is open.
    public let closedOn: String?
    public let documents: [Member]

    /// A document in it.
    public struct Member: Sendable, Hashable, Codable {
        public let id: DocumentID
        public let type: DocumentType
        public let title: String
        public let number: String?
        /// Whether this dossier is its home.
        public let home: Bool
    }
}

/// Reading dossiers, relations and parties.
public enum DossierQueries {
    /// The dossier of this identifier, with its documents in the order of linking.
    ///
    /// - Parameter mayKnow: Which documents the reader may know of, by confidentiality and handler.
    public static func dossier(
        _ id: DossierID, mayKnow: (Confidentiality, String?) throws -> Bool, in db: Database
    ) throws -> DossierView? {
        try Row.fetchOne(db, sql: select + " WHERE c.id = ?", arguments: [id.compact]).map { row in
            try view(row, documents: try members(row["row"], mayKnow: mayKnow, in: db))
        }
    }

    /// All dossiers, the newest first, without their documents; of one party where one is given.
    public static func dossiers(of party: PartyID?, in db: Database) throws -> [DossierView] {
        let condition = party == nil ? "" : " WHERE p.id = ?"
        return try Row.fetchAll(
            db, sql: select + condition + " ORDER BY c.row DESC", arguments: party.map { [$0.compact] } ?? []
        ).map { try view($0, documents: []) }
    }

    /// Whether a document is in a dossier, and whether it is at home there.
    public static func link(of document: DocumentID, in dossier: DossierID, in db: Database) throws -> (home: Bool, Void)? {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT l.home FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier JOIN documents d ON d.row = l.document
                WHERE c.id = ? AND d.id = ?
                """, arguments: [dossier.compact, document.compact]
        ).map { ($0, ()) }
    }

    /// How a document stands to others, and others to it.
    public struct RelationView: Sendable, Hashable, Codable {
        public let document: DocumentID
        public let relation: Relation
        public let other: DocumentID
    }

    public static func relations(of document: DocumentID, in db: Database) throws -> [RelationView] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.id, r.relation, b.id FROM relations r JOIN documents a ON a.row = r.document JOIN documents b ON b.row = r.other
                WHERE a.id = :id OR b.id = :id ORDER BY a.row, r.relation, b.row
                """, arguments: ["id": document.compact]
        ).compactMap { row in
            guard let relation = Relation(rawValue: row[1]) else { return nil }
            return RelationView(document: try DocumentID(row[0] as String), relation: relation, other: try DocumentID(row[2] as String))
        }
    }

    /// Whether a chain of one relation leads from a document to another: then the way back would close a circle.
    public static func leads(_ relation: Relation, from document: DocumentID, to other: DocumentID, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                WITH RECURSIVE reached(row) AS (
                    SELECT row FROM documents WHERE id = :from
                    UNION SELECT r.other FROM relations r JOIN reached ON reached.row = r.document WHERE r.relation = :relation)
                SELECT EXISTS (SELECT 1 FROM reached JOIN documents d ON d.row = reached.row WHERE d.id = :to)
                """, arguments: ["from": document.compact, "relation": relation.rawValue, "to": other.compact]) ?? false
    }

    /// All parties by name.
    public static func parties(in db: Database) throws -> [PartyView] {
        try Row.fetchAll(db, sql: "SELECT id, name FROM parties ORDER BY name_key").map {
            PartyView(id: try PartyID($0["id"] as String), name: $0["name"])
        }
    }

    private static let select =
        "SELECT c.*, p.id AS party_id, p.name AS party_name FROM dossiers c LEFT JOIN parties p ON p.row = c.party_row"

    private static func view(_ row: Row, documents: [DossierView.Member]) throws -> DossierView {
        DossierView(
            id: try DossierID(row["id"] as String), title: row["title"],
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) },
            openedOn: row["opened_on"], closedOn: row["closed_on"], documents: documents)
    }

    private static func members(
        _ dossier: Int64, mayKnow: (Confidentiality, String?) throws -> Bool, in db: Database
    ) throws -> [DossierView.Member] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.type, d.title, d.number, d.confidentiality, d.handler, l.home FROM dossier_documents l
                JOIN documents d ON d.row = l.document WHERE l.dossier = ? AND d.withdrawn = 0 ORDER BY l.sequence
                """, arguments: [dossier]
        ).compactMap { row in
            guard try mayKnow(Confidentiality(rawValue: row["confidentiality"]) ?? .secret, row["handler"]),
                let type = DocumentType(row["type"] as String)
            else { return nil }
            return DossierView.Member(
                id: try DocumentID(row["id"] as String), type: type, title: row["title"], number: row["number"], home: row["home"])
        }
    }
}
