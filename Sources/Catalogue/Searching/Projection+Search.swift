public import GRDB
public import Records

extension Projection {
    /// Brings the full-text index to what the catalogue says of a document now; the body is what extraction has found so far.
    static func index(_ row: Int64, body: String? = nil, in db: Database) throws {
        guard
            let document = try Row.fetchOne(
                db, sql: "SELECT * FROM documents WHERE row = ?", arguments: [row])
        else { return }
        let kept = try body ?? String.fetchOne(db, sql: "SELECT body FROM search_texts WHERE document = ?", arguments: [row]) ?? ""
        let text = IndexedText(
            number: document["number"] ?? "", title: document["title"] ?? "", party: try names(ofParty: document["party_row"], in: db),
            details: try details(document, in: db),
            body: kept)
        try SearchIndex.put(row: row, text: text, secret: document["confidentiality"] == Confidentiality.secret.rawValue, in: db)
    }

    /// A party's documents are found by each of its names, the one that it goes by first.
    private static func names(ofParty row: Int64?, in db: Database) throws -> String {
        guard let row else { return "" }
        return try String.fetchAll(
            db,
            sql: """
                SELECT n.name FROM party_names n JOIN parties p ON p.row = n.party WHERE p.root = ?
                ORDER BY p.row <> p.root, n.kind <> 'name', n.name_key
                """, arguments: [row]
        ).joined(separator: "\n\n")
    }

    private static func details(_ document: Row, in db: Database) throws -> String {
        let fields = try String.fetchAll(
            db, sql: "SELECT value FROM fields WHERE document = ? ORDER BY name", arguments: [document["row"] as Int64])
        let names = try String.fetchAll(
            db, sql: "SELECT name FROM files WHERE document = ? AND version = ? ORDER BY position",
            arguments: [document["row"] as Int64, document["version"] as Int])
        return ([document["handler"], document["note"]].compactMap { $0 as String? } + fields + names).joined(separator: "\n\n")
    }

    /// Takes outcomes of extraction: what was found in contents of a document, whose text is put together and indexed once.
    ///
    /// - Parameter text: gives the text of any content of the document that has some; asked for each file of the current version.
    public static func take(
        _ outcomes: [ExtractedContent], of document: DocumentID, text: (String) throws -> String, in db: Database
    ) throws {
        guard
            let row = try Int64.fetchOne(db, sql: "SELECT row FROM documents WHERE id = ? AND destroyed = 0", arguments: [document.compact])
        else { return }
        for outcome in outcomes {
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?, ?, ?)")
                .execute(arguments: [row, outcome.sha256, outcome.result, outcome.reason, outcome.pages, outcome.maker])
            try db.cachedStatement(sql: "DELETE FROM extraction_queue WHERE document = ? AND sha256 = ?")
                .execute(arguments: [row, outcome.sha256])
        }
        try index(row, body: try body(of: row, text: text, in: db), in: db)
    }

    /// The text of the current version's files in their order, as far as it has been read; parted by form feeds.
    private static func body(of row: Int64, text: (String) throws -> String, in db: Database) throws -> String {
        let contents = try String.fetchAll(
            db,
            sql: """
                SELECT f.sha256 FROM files f JOIN documents d ON d.row = f.document AND d.version = f.version
                JOIN extractions e ON e.document = f.document AND e.sha256 = f.sha256 AND e.outcome = 'text'
                WHERE f.document = ? ORDER BY f.position
                """, arguments: [row])
        return try contents.map(text).joined(separator: "\u{0C}")
    }
}

/// What extraction found in one content of a document, as the catalogue keeps it.
public struct ExtractedContent: Sendable, Hashable {
    /// 64 hexadecimal digits, of the bytes that were read.
    public let sha256: String
    /// text, empty or failed
    public let result: String
    public let reason: String?
    public let pages: Int?
    /// Which program read it, with its version.
    public let maker: String

    public init(sha256: String, result: String, reason: String?, pages: Int?, maker: String) {
        self.sha256 = sha256
        self.result = result
        self.reason = reason
        self.pages = pages
        self.maker = maker
    }
}
