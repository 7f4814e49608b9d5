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

    /// Files that wait, of these documents or all, oldest first.
    public static func waiting(_ documents: [DocumentID]?, limit: Int, in db: Database) throws -> [Waiting] {
        let marks = documents.map { Array(repeating: "?", count: $0.count).joined(separator: ",") }
        let condition = marks.map { "AND d.id IN (\($0))" } ?? ""
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.version, f.name, f.sha256, f.media_type FROM extraction_queue q JOIN documents d ON d.row = q.document
                JOIN files f ON f.document = d.row AND f.version = d.version AND f.sha256 = q.sha256
                WHERE 1 \(condition) GROUP BY d.row, f.sha256 ORDER BY d.row, f.position LIMIT ?
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
                WHERE e.reason IS NOT NULL AND e.reason NOT IN ('no_text_found', 'empty_file') ORDER BY d.row, f.position
                """
        ).map {
            Failure(
                document: try DocumentID($0["id"] as String), name: $0["name"], sha256: $0["sha256"], mediaType: $0["media_type"],
                reason: $0["reason"])
        }
    }

    /// Puts a file back into the queue.
    public static func requeue(_ failure: Failure, in db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO extraction_queue SELECT row, ? FROM documents WHERE id = ?",
            arguments: [failure.sha256, failure.document.compact])
    }

    /// Every content of every document, of all versions.
    public static func allContents(in db: Database) throws -> [(DocumentID, String)] {
        try Row.fetchAll(
            db,
            sql: "SELECT DISTINCT d.id, f.sha256 FROM files f JOIN documents d ON d.row = f.document ORDER BY d.row, f.version, f.position"
        ).map { (try DocumentID($0["id"] as String), $0["sha256"]) }
    }
}
