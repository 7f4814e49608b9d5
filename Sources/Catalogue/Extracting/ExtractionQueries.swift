import GRDB
import Records

/// What waits for its text, and what has none.
enum ExtractionQueries {
    /// The contents that wait, as the source of a query: each once, with its document `d`.
    static let waitingContents = """
        extraction_queue q JOIN documents d ON d.row = q.document
        AND EXISTS (SELECT 1 FROM files f WHERE f.document = d.row AND f.version = d.version AND f.sha256 = q.sha256)
        """

    /// Files that wait, of these documents or all, oldest first; all of those of `limit` documents.
    static func waiting(_ documents: [DocumentID]?, limit: Int, in db: Database) throws -> [WaitingFile] {
        try files(documents, joining: "extraction_queue q ON q.document = d.row AND q.sha256 = f.sha256", "1", limit: limit, in: db)
    }

    /// Files whose text could not be read, or not wholly, of these documents or all.
    static func failed(_ documents: [DocumentID]?, in db: Database) throws -> [WaitingFile] {
        try files(documents, joining: "extractions e ON e.document = d.row AND e.sha256 = f.sha256", lacksText, limit: -1, in: db)
    }

    /// Of an outcome `e`: whether there may be text that was not read.
    static let lacksText = "e.reason IS NOT NULL AND e.reason NOT IN ('no_text_found', 'empty_file')"

    /// Whether a document `d` may have text that nobody has read yet. Sound and moving pictures have none by their nature.
    static let hasUnreadText = """
        EXISTS (SELECT 1 FROM files f WHERE f.document = d.row AND f.version = d.version AND (
            EXISTS (SELECT 1 FROM extraction_queue q WHERE q.document = d.row AND q.sha256 = f.sha256)
            OR EXISTS (SELECT 1 FROM extractions e WHERE e.document = d.row AND e.sha256 = f.sha256 AND \(lacksText)
                AND NOT (e.reason = 'type_not_read' AND (f.media_type LIKE 'audio/%' OR f.media_type LIKE 'video/%')))))
        """

    private static func files(
        _ documents: [DocumentID]?, joining table: String, _ condition: String, limit: Int, in db: Database
    ) throws -> [WaitingFile] {
        let marks = documents.map { "AND d.id IN (\(Array(repeating: "?", count: $0.count).joined(separator: ",")))" } ?? ""
        let source = "documents d JOIN files f ON f.document = d.row AND f.version = d.version JOIN \(table) WHERE \(condition)"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.version, f.name, f.sha256, f.sha512, f.media_type FROM \(source)
                AND d.row IN (SELECT d.row FROM \(source) \(marks) GROUP BY d.row ORDER BY d.row LIMIT ?)
                GROUP BY d.row, f.sha256 ORDER BY d.row, f.position
                """, arguments: StatementArguments((documents ?? []).map(\.compact)) + [limit])
        return try rows.map {
            guard let sha512 = ContentDigest(.sha512, hex: $0["sha512"] as String) else { throw CatalogueError.damagedValue("sha512") }
            return WaitingFile(
                document: try DocumentID($0["id"] as String), version: VersionNumber($0["version"] as Int) ?? .first,
                name: try FileName($0["name"] as String), sha256: $0["sha256"], sha512: sha512,
                mediaType: MediaType($0["media_type"] as String) ?? .unknown)
        }
    }

    /// Every content of every document, of all versions.
    static func allContents(in db: Database) throws -> [DocumentContents] {
        try contents(
            "SELECT DISTINCT d.id, f.sha256 FROM files f JOIN documents d ON d.row = f.document ORDER BY d.row, f.version, f.position",
            in: db)
    }

    /// Every content of which nothing has been taken, also of versions that are not current any more.
    static func allWaiting(in db: Database) throws -> [DocumentContents] {
        try contents("SELECT d.id, q.sha256 FROM extraction_queue q JOIN documents d ON d.row = q.document ORDER BY d.row", in: db)
    }

    static func takenContents(in db: Database) throws -> [DocumentContents] {
        try contents("SELECT d.id, e.sha256 FROM extractions e JOIN documents d ON d.row = e.document ORDER BY d.row", in: db)
    }

    static func awaitAgain(_ contents: [DocumentContents], in db: Database) throws {
        let sql = "INSERT OR IGNORE INTO extraction_queue SELECT row, ? FROM documents WHERE id = ?"
        for (document, digests) in contents {
            for sha256 in digests { try db.cachedStatement(sql: sql).execute(arguments: [sha256, document.compact]) }
        }
    }

    private static func contents(_ sql: String, in db: Database) throws -> [DocumentContents] {
        var found: [DocumentContents] = []
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
