import GRDB
public import Records

extension Reading {
    /// The document of this identifier, withdrawn or not; nil where there is none that the viewer may know of, or it was destroyed.
    public func document(_ id: DocumentID) throws -> DocumentView? {
        try row(
            """
            SELECT d.*, p.id AS party_id, p.name AS party_name FROM documents d LEFT JOIN parties p ON p.row = d.party_row
            WHERE d.id = :id AND d.destroyed = 0 AND \(Viewer.knows("d"))
            """, ["id": id.compact]
        ).map(documentView)
    }

    /// Whether there is such a document and the viewer may know of it.
    public func knows(_ id: DocumentID) throws -> Bool { try documentRow(id) != nil }

    /// Identifiers of all documents in the order of filing; of withdrawn ones only where they are asked for.
    public func documents(withdrawn: Bool) throws -> [DocumentID] {
        try rows(
            "SELECT d.id FROM documents d WHERE (:withdrawn OR d.withdrawn = 0) AND d.destroyed = 0 AND \(Viewer.knows("d")) ORDER BY d.row",
            ["withdrawn": withdrawn]
        ).map { try DocumentID($0[0] as String) }
    }

    /// The row of a document that the viewer may know of.
    func documentRow(_ id: DocumentID) throws -> Int64? {
        try row("SELECT d.row FROM documents d WHERE d.id = :id AND d.destroyed = 0 AND \(Viewer.knows("d"))", ["id": id.compact])?[0]
    }

    private func documentView(_ row: Row) throws -> DocumentView {
        let written: (String) -> String = { row[$0 + "_written"] ?? "" }
        let date: (String) -> DateView? = { name in
            (row[name] as String?).flatMap { RoughDate($0) }.map { DateView(written: written(name), date: $0) }
        }
        let amount = (row["amount"] as Int64?).flatMap { Amount(hundredths: $0, currency: row["currency"] ?? "CNY") }
        return DocumentView(
            id: try DocumentID(row["id"] as String), version: try Self.version(row["version"]), type: try Self.type(row["type"]),
            title: row["title"], number: row["number"], numberIssuer: (row["number_issuer"] as String?).flatMap { .init(rawValue: $0) },
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) },
            amount: amount.map { AmountView(Stated(written: written("amount"), normal: $0)) }, signed: date("signed"),
            effective: date("effective"), expiry: date("expiry"), handler: row["handler"], class: row["class"],
            confidentiality: Confidentiality(rawValue: row["confidentiality"]) ?? .secret,
            state: (row["state"] as String?).flatMap { .init(rawValue: $0) }, fields: try fields(of: row["row"]), note: row["note"],
            withdrawn: row["withdrawn"], withdrawalReason: row["withdrawal_reason"],
            filedAt: Timestamp(milliseconds: row["filed_at"]), filedOn: row["filed_on"],
            changedBy: try lastSaid(of: row["id"], since: row["changed_sequence"]),
            versions: try versions(of: row["row"]))
    }

    /// Events that say something new of a document beside its metadata and versions.
    private static let besides = [
        FactRecorded.type, MatterOpened.type, MatterClosed.type, DocumentRelated.type, DocumentUnrelated.type, DossierLinked.type,
        DossierUnlinked.type,
    ].map { "'\($0)'" }.joined(separator: ", ")

    /// The last event that changed a document or said something of it; of what the viewer may not know it does not tell.
    private func lastSaid(of id: String, since changed: Int) throws -> Int {
        try row(
            """
            SELECT MAX(s.sequence) FROM event_subjects s JOIN events e ON e.sequence = s.sequence
            WHERE s.subject = :id AND s.sequence > :changed AND e.type IN (\(Self.besides)) AND NOT EXISTS (
                SELECT 1 FROM event_subjects o JOIN documents d ON d.id = o.subject
                WHERE o.sequence = s.sequence AND NOT \(Viewer.knows("d")))
            """, ["id": id, "changed": changed])?[0] ?? changed
    }

    static func version(_ value: Int) throws -> VersionNumber {
        guard let version = VersionNumber(value) else { throw CatalogueError.damagedValue("version") }
        return version
    }

    static func type(_ code: String) throws -> DocumentType {
        guard let type = DocumentType(code) else { throw CatalogueError.damagedValue("type") }
        return type
    }

    private func fields(of document: Int64) throws -> [String: String] {
        let rows = try rows("SELECT name, value FROM fields WHERE document = :document", ["document": document])
        return Dictionary(rows.map { ($0["name"], $0["value"]) }, uniquingKeysWith: { first, _ in first })
    }

    private func versions(of document: Int64) throws -> [VersionView] {
        let files = try rows(
            """
            SELECT f.*, e.outcome, e.reason AS text_reason, e.pages, e.maker,
                r.begun_on AS gone_on, r.batch AS gone_by, r.size AS gone_size, r.sha512 AS gone_sha512, r.sha256 AS gone_sha256
            FROM files f
            LEFT JOIN extractions e ON e.document = f.document AND e.sha256 = f.sha256
            LEFT JOIN redactions r ON r.document = f.document AND r.tombstone = f.sha256
            WHERE f.document = :document ORDER BY f.version, f.position
            """, ["document": document])
        let byVersion = Dictionary(grouping: try files.map { ($0["version"] as Int, try Self.file($0)) }, by: \.0)
        return try rows("SELECT * FROM versions WHERE document = :document ORDER BY number", ["document": document]).map { row in
            VersionView(
                number: try Self.version(row["number"]), kind: VersionKind(rawValue: row["kind"]) ?? .plain, reason: row["reason"],
                madeAt: Timestamp(milliseconds: row["made_at"]), actor: shownIdentifier(row["actor"]), inventory: row["inventory"],
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
        return FileView(record: record, text: text, redacted: try redacted(row))
    }

    private static func redacted(_ row: Row) throws -> RedactedView? {
        guard let day = row["gone_on"] as String? else { return nil }
        guard let sha512 = ContentDigest(.sha512, hex: row["gone_sha512"] as String),
            let sha256 = ContentDigest(.sha256, hex: row["gone_sha256"] as String)
        else { throw CatalogueError.damagedValue("redactions") }
        return RedactedView(
            on: day, batch: try BatchID(row["gone_by"] as String),
            content: RedactedContent(size: row["gone_size"], sha512: sha512, sha256: sha256))
    }
}
