public import GRDB
public import Records

/// What must be known to decide a change; asked inside the write transaction, so that the answer still holds at COMMIT.
public enum DecisionQueries {
    /// The last event that was projected, and when it happened by a clock that is trusted.
    public static func progress(in db: Database) throws -> (sequence: Int, at: Timestamp) {
        guard let row = try Row.fetchOne(db, sql: "SELECT sequence, at FROM progress") else {
            throw CatalogueError.damagedValue("progress")
        }
        return (row["sequence"], Timestamp(milliseconds: row["at"]))
    }

    /// The archive's identity and zone; nil before its first event.
    public static func archive(in db: Database) throws -> (identity: String, zone: String)? {
        let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM archive")
        let values = Dictionary(rows.map { ($0["key"] as String, $0["value"] as String) }, uniquingKeysWith: { first, _ in first })
        guard let identity = values["identity"], let zone = values["zone"] else { return nil }
        return (identity, zone)
    }

    /// What was answered to an actor's request key before.
    public struct EarlierRequest: Sendable {
        public let digest: String
        public let subject: String?
        public let version: Int?
        public let sequence: Int
    }

    public static func request(_ key: String, by actor: String, in db: Database) throws -> EarlierRequest? {
        try Row.fetchOne(db, sql: "SELECT * FROM requests WHERE actor = ? AND key = ?", arguments: [actor, key]).map {
            EarlierRequest(digest: $0["digest"], subject: $0["subject"], version: $0["version"], sequence: $0["sequence"])
        }
    }

    /// The party known by this name.
    public static func party(named name: String, in db: Database) throws -> PartyID? {
        try String.fetchOne(db, sql: "SELECT id FROM parties WHERE name_key = ?", arguments: [matchingKey(name)]).flatMap {
            try? PartyID($0)
        }
    }

    /// A document that stands in the way of a filing.
    public struct Found: Sendable, Hashable {
        public let id: DocumentID
        public let title: String
        public let number: String?
        public let confidentiality: Confidentiality
        public let handler: String?
    }

    /// Documents that hold one of these contents in their current version.
    public static func documents(holding digests: [ContentDigest], in db: Database) throws -> [Found] {
        var found: [Found] = []
        for digest in Set(digests.map(\.hex)).sorted() {
            found += try fetch(
                "documents.row IN (SELECT f.document FROM files f WHERE f.sha256 = ? AND f.version = documents.version)", [digest], in: db)
        }
        var seen: Set<DocumentID> = []
        return found.filter { seen.insert($0.id).inserted }
    }

    /// Documents that bear this number, of this party where one is given.
    public static func documents(numbered number: String, party: PartyID?, in db: Database) throws -> [Found] {
        try fetch(
            "number_key = ? AND party_row IS (SELECT row FROM parties WHERE id = ?)", [matchingKey(number), party?.compact], in: db)
    }

    private static func fetch(_ condition: String, _ arguments: StatementArguments, in db: Database) throws -> [Found] {
        let sql = "SELECT id, title, number, confidentiality, handler FROM documents WHERE \(condition) ORDER BY row LIMIT 50"
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map {
            Found(
                id: try DocumentID($0["id"] as String), title: $0["title"], number: $0["number"],
                confidentiality: Confidentiality(rawValue: $0["confidentiality"]) ?? .secret, handler: $0["handler"])
        }
    }

    /// Whether an identifier is in use, of any kind.
    public static func isTaken(_ compactID: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM documents WHERE id = :id) OR EXISTS (SELECT 1 FROM parties WHERE id = :id)
                OR EXISTS (SELECT 1 FROM accounts WHERE id = :id) OR EXISTS (SELECT 1 FROM dossiers WHERE id = :id)
                OR EXISTS (SELECT 1 FROM holds WHERE id = :id)
                """, arguments: ["id": compactID]) ?? false
    }
}
