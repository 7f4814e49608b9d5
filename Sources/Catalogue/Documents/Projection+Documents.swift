import GRDB
import Records

extension DocumentFiled: Projectable {
    func project(_ projection: Projection) throws {
        var columns = try projection.columns(metadata)
        columns["id"] = document.compact
        columns["version"] = version.number.value
        columns["filed_at"] = projection.event.at.milliseconds
        columns["filed_on"] = projection.date.description
        // Its bytes were hashed as they came in.
        columns["checked_at"] = projection.event.at.milliseconds
        let names = columns.keys.sorted()
        try projection.run(
            "INSERT INTO documents (\(names.joined(separator: ", "))) VALUES (\(names.map { ":" + $0 }.joined(separator: ", ")))",
            StatementArguments(columns))
        let row = projection.db.lastInsertedRowID
        try projection.setFields(metadata.fields, of: row)
        try projection.use(metadata.number, for: row, type: metadata.type)
        try projection.insert(version, of: row)
        try Projection.index(row, in: projection.db)
        try Projection.reckon([row], in: projection.db)
    }
}

extension VersionMade: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "UPDATE documents SET version = ?, changed_sequence = ? WHERE row = ?",
            [version.number.value, projection.event.sequence, row])
        try projection.insert(version, of: row)
        // What the version before said is not this version's text; the queue holds all its files, read ones too.
        try Projection.index(row, body: "", in: projection.db)
    }
}

extension DocumentEdited: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        var columns = try projection.columns(after)
        // The party that it was named by, where that counts as the party that it has now: it goes with it if they are parted.
        if before.party == after.party { columns["named_party"] = nil }
        let names = columns.keys.sorted()
        columns["row"] = row
        try projection.run(
            "UPDATE documents SET \(names.map { "\($0) = :\($0)" }.joined(separator: ", ")) WHERE row = :row", StatementArguments(columns))
        try projection.setFields(after.fields, of: row)
        if before.number != after.number { try projection.use(after.number, for: row, type: after.type) }
        try Projection.index(row, in: projection.db)
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}

extension DocumentWithdrawn: Projectable {
    func project(_ projection: Projection) throws { try projection.setWithdrawn(document, reason: reason) }
}

extension DocumentReinstated: Projectable {
    func project(_ projection: Projection) throws { try projection.setWithdrawn(document, reason: nil) }
}

extension ContentSent: ProjectedToNothing {}
extension EvidenceGiven: ProjectedToNothing {}

extension Projection {
    fileprivate func setWithdrawn(_ document: DocumentID, reason: String?) throws {
        let row = try row(of: document)
        try run(
            "UPDATE documents SET withdrawn = ?, withdrawal_reason = ?, changed_sequence = ? WHERE row = ?",
            [reason != nil, reason, event.sequence, row])
        try Projection.index(row, in: db)
    }

    /// The columns that metadata have; what is absent is null, so that clearing empties the column.
    fileprivate func columns(_ metadata: Metadata) throws -> [String: (any DatabaseValueConvertible)?] {
        let named = try metadata.party.map { try row(of: $0) }
        var columns: [String: (any DatabaseValueConvertible)?] = [
            "changed_sequence": event.sequence,
            "type": metadata.type.code, "title": metadata.title, "number": metadata.number?.text,
            "number_key": metadata.number.map { matchingKey($0.text) }, "number_issuer": metadata.number?.issuer.rawValue,
            "amount": metadata.amount?.normal.hundredths, "currency": metadata.amount?.normal.currency,
            "amount_written": metadata.amount?.written, "handler": metadata.handler, "class": metadata.recordClass,
            "confidentiality": metadata.confidentiality.rawValue, "state": metadata.state?.rawValue, "note": metadata.note,
            "named_party": named, "party_row": try named.map(root),
        ]
        for (name, date) in [("signed", metadata.signed), ("effective", metadata.effective), ("expiry", metadata.expiry)] {
            // A nil that is assigned to a dictionary's member takes the member away; the column must be there, empty.
            columns.updateValue(date?.normal.description, forKey: name)
            columns.updateValue(date?.written, forKey: name + "_written")
            columns.updateValue(date?.normal.earliest.description, forKey: name + "_from")
            columns.updateValue(date?.normal.latest.description, forKey: name + "_to")
        }
        return columns
    }

    fileprivate func setFields(_ fields: [String: String], of row: Int64) throws {
        try run("DELETE FROM fields WHERE document = ?", [row])
        for (name, value) in fields { try run("INSERT INTO fields VALUES (?, ?, ?)", [row, name, value]) }
    }

    fileprivate func insert(_ version: VersionRecord, of row: Int64) throws {
        try run(
            "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row, version.number.value, version.kind.rawValue, version.reason, event.at.milliseconds, event.actor,
                version.inventoryAfter.description, event.sequence,
            ])
        for (position, file) in version.files.enumerated() {
            try run(
                "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    row, version.number.value, position, file.name.text, file.role.rawValue, file.size, file.sha512.hex, file.sha256.hex,
                    file.mediaType.text, file.claimedType?.text, file.typeProblem, file.nameBytes,
                ])
        }
        try Projection.queueForExtraction(row, in: db)
    }

    /// The queue holds the current version's files whose outcome the catalogue has not taken yet, and those of earlier versions of which it
    /// knows none: nobody reads these any more, but what was read of them meanwhile is still to be taken.
    static func queueForExtraction(_ row: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                DELETE FROM extraction_queue WHERE document = ?1
                AND sha256 IN (SELECT sha256 FROM extractions WHERE document = ?1)
                """
        ).execute(arguments: [row])
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO extraction_queue
                SELECT f.document, f.sha256 FROM files f JOIN documents d ON d.row = f.document AND d.version = f.version
                WHERE f.document = ?
                """
        ).execute(arguments: [row])
    }
}
