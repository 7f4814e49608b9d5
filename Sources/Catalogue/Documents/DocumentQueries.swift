public import GRDB
public import Records

/// Reading documents from the catalogue; each call runs in a transaction of the caller's.
public enum DocumentQueries {
    /// The document of this identifier, withdrawn or not; nil where there is none.
    public static func document(_ id: DocumentID, in db: Database) throws -> DocumentView? {
        let sql = "SELECT d.*, p.id AS party_id, p.name AS party_name FROM documents d LEFT JOIN parties p ON p.row = d.party_row"
        guard let row = try Row.fetchOne(db, sql: sql + " WHERE d.id = ?", arguments: [id.compact]) else { return nil }
        return try view(row, in: db)
    }

    /// The identifier of the document in a row.
    public static func id(ofRow row: Int64, in db: Database) throws -> DocumentID? {
        try String.fetchOne(db, sql: "SELECT id FROM documents WHERE row = ?", arguments: [row]).flatMap { try? DocumentID($0) }
    }

    /// The row of the document of this identifier.
    public static func row(of id: DocumentID, in db: Database) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT row FROM documents WHERE id = ?"), arguments: [id.compact])
    }

    /// Identifiers of all documents in the order of filing.
    public static func allIDs(in db: Database) throws -> [DocumentID] {
        try String.fetchAll(db, sql: "SELECT id FROM documents ORDER BY row").compactMap { try? DocumentID($0) }
    }

    private static func view(_ row: Row, in db: Database) throws -> DocumentView {
        let document: Int64 = row["row"]
        let written: (String) -> String = { row[$0 + "_written"] ?? "" }
        let date: (String) -> DateView? = { name in
            (row[name] as String?).flatMap { RoughDate($0) }.map { DateView(written: written(name), date: $0) }
        }
        let amount = (row["amount"] as Int64?).flatMap { Amount(hundredths: $0, currency: row["currency"] ?? "CNY") }
        return DocumentView(
            id: try DocumentID(row["id"] as String), version: try version(row["version"]), type: try type(row["type"]),
            title: row["title"], number: row["number"], numberIssuer: (row["number_issuer"] as String?).flatMap { .init(rawValue: $0) },
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) },
            amount: amount.map { AmountView(Stated(written: written("amount"), normal: $0)) }, signed: date("signed"),
            effective: date("effective"), expiry: date("expiry"), handler: row["handler"], class: row["class"],
            confidentiality: Confidentiality(rawValue: row["confidentiality"]) ?? .secret,
            state: (row["state"] as String?).flatMap { .init(rawValue: $0) }, fields: try fields(of: document, in: db), note: row["note"],
            withdrawn: row["withdrawn"], withdrawalReason: row["withdrawal_reason"],
            filedAt: Timestamp(milliseconds: row["filed_at"]), filedOn: row["filed_on"], changedBy: row["changed_sequence"],
            versions: try versions(of: document, in: db))
    }

    private static func version(_ value: Int) throws -> VersionNumber {
        guard let version = VersionNumber(value) else { throw CatalogueError.damagedValue("version") }
        return version
    }

    private static func type(_ code: String) throws -> DocumentType {
        guard let type = DocumentType(code) else { throw CatalogueError.damagedValue("type") }
        return type
    }

    private static func fields(of document: Int64, in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM fields WHERE document = ?", arguments: [document])
        return Dictionary(rows.map { ($0["name"], $0["value"]) }, uniquingKeysWith: { first, _ in first })
    }

    private static func versions(of document: Int64, in db: Database) throws -> [VersionView] {
        let files = try Row.fetchAll(
            db,
            sql: """
                SELECT f.*, e.outcome, e.reason AS text_reason, e.pages, e.maker FROM files f
                LEFT JOIN extractions e ON e.document = f.document AND e.sha256 = f.sha256
                WHERE f.document = ? ORDER BY f.version, f.position
                """, arguments: [document])
        let byVersion = Dictionary(grouping: try files.map { ($0["version"] as Int, try file($0)) }, by: \.0)
        return try Row.fetchAll(db, sql: "SELECT * FROM versions WHERE document = ? ORDER BY number", arguments: [document]).map { row in
            VersionView(
                number: try version(row["number"]), kind: VersionKind(rawValue: row["kind"]) ?? .plain, reason: row["reason"],
                madeAt: Timestamp(milliseconds: row["made_at"]), actor: row["actor"], inventory: row["inventory"],
                files: (byVersion[row["number"]] ?? []).map(\.1))
        }
    }

    private static func file(_ row: Row) throws -> FileView {
        guard let sha512 = ContentDigest(.sha512, hex: row["sha512"] as String),
            let sha256 = ContentDigest(.sha256, hex: row["sha256"] as String)
        else { throw CatalogueError.damagedValue("digest") }
        let record = FileRecord(
            name: try FileName(row["name"] as String), role: FileRole(rawValue: row["role"]) ?? .main, size: row["size"], sha512: sha512,
            sha256: sha256, mediaType: MediaType(row["media_type"] as String) ?? .unknown,
            claimedType: (row["claimed_type"] as String?).flatMap { MediaType($0) }, typeProblem: row["type_problem"],
            nameBytes: row["name_bytes"])
        let text = (row["outcome"] as String?).flatMap { TextView.Outcome(rawValue: $0) }.map {
            TextView(outcome: $0, reason: row["text_reason"], pages: row["pages"], maker: row["maker"])
        }
        return FileView(record: record, text: text)
    }
}
