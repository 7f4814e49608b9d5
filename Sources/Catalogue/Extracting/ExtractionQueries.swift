import GRDB
import Records

/// What waits for its text, and what has none.
enum ExtractionQueries {
    /// Files that wait, of these documents or all, oldest first.
    static func waiting(_ documents: [DocumentID]?, limit: Int, in db: Database) throws -> [WaitingFile] {
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
            WaitingFile(
                document: try DocumentID($0["id"] as String), version: VersionNumber($0["version"] as Int) ?? .first,
                name: try FileName($0["name"] as String), sha256: $0["sha256"], mediaType: MediaType($0["media_type"] as String) ?? .unknown
            )
        }
    }

    /// Puts a file back into the queue.
    static func requeue(_ failure: ExtractionFailure, in db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO extraction_queue SELECT row, ? FROM documents WHERE id = ?",
            arguments: [failure.sha256, failure.document.compact])
    }

    /// Every content of every document, of all versions.
    static func allContents(in db: Database) throws -> [(DocumentID, String)] {
        try Row.fetchAll(
            db,
            sql: "SELECT DISTINCT d.id, f.sha256 FROM files f JOIN documents d ON d.row = f.document ORDER BY d.row, f.version, f.position"
        ).map { (try DocumentID($0["id"] as String), $0["sha256"]) }
    }
}
