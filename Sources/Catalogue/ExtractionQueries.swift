public import GRDB
public import Records

/// What waits for its text, and what has none.
public enum ExtractionQueries {
    /// A file that waits.
    public struct Waiting: Sendable, Hashable {
        public let document: DocumentID
        public let version: VersionNumber
        public let name: FileName
        public let sha256: String
        public let mediaType: MediaType
    }

    /// A file whose text could not be read, or not wholly.
    public struct Failure: Sendable, Hashable, Codable {
        public let document: DocumentID
        public let name: String
        public let sha256: String
        public let mediaType: String
        public let reason: String
    }

    public static func waitingCount(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM extraction_queue") ?? 0
    }

    /// Files that wait, of these documents or all, oldest first; all of those of `limit` documents.
    public static func waiting(_ documents: [DocumentID]?, limit: Int, in db: Database) throws -> [Waiting] {
        try files(documents, joining: "extraction_queue q ON q.document = d.row AND q.sha256 = f.sha256", "1", limit: limit, in: db)
    }

    /// Files whose text could not be read, or not wholly, of these documents or all.
    public static func failed(_ documents: [DocumentID]?, in db: Database) throws -> [Waiting] {
        try files(documents, joining: "extractions e ON e.document = d.row AND e.sha256 = f.sha256", lacksText, limit: -1, in: db)
    }

    private static let lacksText = "e.reason IS NOT NULL AND e.reason NOT IN ('no_text_found', 'empty_file')"

    private static func files(
        _ documents: [DocumentID]?, joining table: String, _ condition: String, limit: Int, in db: Database
    ) throws -> [Waiting] {
        let marks = documents.map { "AND d.id IN (\(Array(repeating: "?", count: $0.count).joined(separator: ",")))" } ?? ""
        let source = "documents d JOIN files f ON f.document = d.row AND f.version = d.version JOIN \(table) WHERE \(condition)"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.version, f.name, f.sha256, f.media_type FROM \(source)
                AND d.row IN (SELECT d.row FROM \(source) \(marks) GROUP BY d.row ORDER BY d.row LIMIT ?)
                GROUP BY d.row, f.sha256 ORDER BY d.row, f.position
                """, arguments: StatementArguments((documents ?? []).map(\.compact)) + [limit])
        return try rows.map {
            Waiting(
                document: try DocumentID($0["id"] as String), version: VersionNumber($0["version"] as Int) ?? .first,
                name: try FileName($0["name"] as String), sha256: $0["sha256"], mediaType: MediaType($0["media_type"] as String) ?? .unknown
            )
        }
    }

    /// Files of current versions without text, or with less than all of it.
    public static func failures(in db: Database) throws -> [Failure] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, f.name, f.sha256, f.media_type, e.reason FROM extractions e JOIN documents d ON d.row = e.document
                JOIN files f ON f.document = d.row AND f.version = d.version AND f.sha256 = e.sha256
                WHERE \(lacksText) ORDER BY d.row, f.position
                """
        ).map {
            Failure(
                document: try DocumentID($0["id"] as String), name: $0["name"], sha256: $0["sha256"], mediaType: $0["media_type"],
                reason: $0["reason"])
        }
    }

    /// A document with digests (sha256) of its contents.
    public typealias Contents = (DocumentID, [String])

    /// Every content of every document, of all versions.
    public static func allContents(in db: Database) throws -> [Contents] {
        try contents(
            "SELECT DISTINCT d.id, f.sha256 FROM files f JOIN documents d ON d.row = f.document ORDER BY d.row, f.version, f.position",
            in: db)
    }

    /// Every content that waits for its text.
    public static func allWaiting(in db: Database) throws -> [Contents] {
        try contents("SELECT d.id, q.sha256 FROM extraction_queue q JOIN documents d ON d.row = q.document ORDER BY d.row", in: db)
    }

    private static func contents(_ sql: String, in db: Database) throws -> [Contents] {
        var found: [Contents] = []
        for row in try Row.fetchAll(db, sql: sql) {
            let document = try DocumentID(row["id"] as String)
            if found.last?.0 == document {
                found[found.count - 1].1.append(row["sha256"])
            } else {
                found.append((document, [row["sha256"]]))
            }
        }
        return found
    }
}
