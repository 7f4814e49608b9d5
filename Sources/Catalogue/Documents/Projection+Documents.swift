import GRDB
import Records

extension Projection {
    static func file(_ fact: DocumentFiled, of event: ProjectedEvent, on date: CivilDate, in db: Database) throws {
        var columns = try metadataColumns(fact.metadata, of: event, in: db)
        columns["id"] = fact.document.compact
        columns["version"] = fact.version.number.value
        columns["filed_at"] = event.at.milliseconds
        columns["filed_on"] = date.description
        columns["changed_sequence"] = event.sequence
        let names = columns.keys.sorted()
        try db.cachedStatement(
            sql: "INSERT INTO documents (\(names.joined(separator: ", "))) VALUES (\(names.map { ":" + $0 }.joined(separator: ", ")))"
        ).execute(arguments: StatementArguments(columns))
        let row = db.lastInsertedRowID
        try setFields(fact.metadata.fields, of: row, in: db)
        try use(fact.metadata.number, for: row, type: fact.metadata.type, in: db)
        try insert(fact.version, of: row, by: event, in: db)
        try index(row, in: db)
        try reckon([row], in: db)
    }

    static func makeVersion(_ fact: VersionMade, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        try db.execute(
            sql: "UPDATE documents SET version = ?, changed_sequence = ? WHERE row = ?",
            arguments: [fact.version.number.value, event.sequence, row])
        try insert(fact.version, of: row, by: event, in: db)
        // What the version before said is not this version's text; the queue holds all its files, read ones too.
        try index(row, body: "", in: db)
    }

    static func edit(_ fact: DocumentEdited, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        var columns = try metadataColumns(fact.after, of: event, in: db)
        columns["changed_sequence"] = event.sequence
        let names = columns.keys.sorted()
        columns["row"] = row
        try db.cachedStatement(sql: "UPDATE documents SET \(names.map { "\($0) = :\($0)" }.joined(separator: ", ")) WHERE row = :row")
            .execute(arguments: StatementArguments(columns))
        try setFields(fact.after.fields, of: row, in: db)
        if fact.before.number != fact.after.number { try use(fact.after.number, for: row, type: fact.after.type, in: db) }
        try index(row, in: db)
        try reckon(DueDependents.ofDocument(row, in: db), in: db)
    }

    static func setWithdrawn(_ fact: DocumentWithdrawal, _ withdrawn: Bool, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        try db.execute(
            sql: "UPDATE documents SET withdrawn = ?, withdrawal_reason = ?, changed_sequence = ? WHERE row = ?",
            arguments: [withdrawn, withdrawn ? fact.reason : nil, event.sequence, row])
        try index(row, in: db)
    }

    static func documentRow(_ id: DocumentID, _ event: ProjectedEvent, in db: Database) throws -> Int64 {
        let row = try Int64.fetchOne(db, sql: "SELECT row FROM documents WHERE id = ?", arguments: [id.compact])
        guard let row else { throw CatalogueError.unknownSubject(id.compact, sequence: event.sequence) }
        return row
    }

    private static func metadataColumns(
        _ metadata: Metadata, of event: ProjectedEvent, in db: Database
    ) throws -> [String: (any DatabaseValueConvertible)?] {
        var columns: [String: (any DatabaseValueConvertible)?] = [
            "type": metadata.type.code, "title": metadata.title, "number": metadata.number?.text,
            "number_key": metadata.number.map { matchingKey($0.text) }, "number_issuer": metadata.number?.issuer.rawValue,
            "amount": metadata.amount?.normal.hundredths, "currency": metadata.amount?.normal.currency,
            "amount_written": metadata.amount?.written, "handler": metadata.handler, "class": metadata.recordClass,
            "confidentiality": metadata.confidentiality.rawValue, "state": metadata.state?.rawValue, "note": metadata.note,
            "party_row": try metadata.party.map { try partyRow($0, event, in: db) },
        ]
        for (name, date) in [("signed", metadata.signed), ("effective", metadata.effective), ("expiry", metadata.expiry)] {
            columns[name] = date?.normal.description
            columns[name + "_written"] = date?.written
            columns[name + "_from"] = date?.normal.earliest.description
            columns[name + "_to"] = date?.normal.latest.description
        }
        return columns
    }

    static func partyRow(_ id: PartyID, _ event: ProjectedEvent, in db: Database) throws -> Int64 {
        let row = try Int64.fetchOne(db, sql: "SELECT row FROM parties WHERE id = ?", arguments: [id.compact])
        guard let row else { throw CatalogueError.unknownSubject(id.compact, sequence: event.sequence) }
        return row
    }

    private static func setFields(_ fields: [String: String], of row: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM fields WHERE document = ?", arguments: [row])
        for (name, value) in fields {
            try db.execute(sql: "INSERT INTO fields VALUES (?, ?, ?)", arguments: [row, name, value])
        }
    }

    private static func insert(_ version: VersionRecord, of row: Int64, by event: ProjectedEvent, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            row, version.number.value, version.kind.rawValue, version.reason, event.at.milliseconds, event.actor,
            version.inventoryAfter.description, event.sequence,
        ])
        for (position, file) in version.files.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                row, version.number.value, position, file.name.text, file.role.rawValue, file.size, file.sha512.hex, file.sha256.hex,
                file.mediaType.text, file.claimedType?.text, file.typeProblem, file.nameBytes,
            ])
        }
        try queueForExtraction(row, in: db)
    }

    /// The queue holds the current version's files whose outcome the catalogue has not taken yet.
    static func queueForExtraction(_ row: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM extraction_queue WHERE document = ?").execute(arguments: [row])
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO extraction_queue
                SELECT f.document, f.sha256 FROM files f JOIN documents d ON d.row = f.document AND d.version = f.version
                WHERE f.document = ?
                """
        ).execute(arguments: [row])
    }
}
