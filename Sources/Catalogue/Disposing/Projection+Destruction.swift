import GRDB
import Records

extension DestructionBegun: Projectable {
    /// Everything that the catalogue has of the document goes but its tombstone; relations and places in dossiers stay, which are identifiers
    /// only, and so does the day until which others were kept with it.
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: tombstone.document)
        for table in [
            "fields", "versions", "files", "extractions", "extraction_queue", "facts", "matters", "extensions", "restrictions", "openings",
            "words_redactions",
        ] {
            try projection.run("DELETE FROM \(table) WHERE document = ?", [row])
        }
        for request in requests {
            // The key stays in use (R-5); of what was asked with it nothing stays.
            try projection.run(
                "INSERT OR REPLACE INTO requests VALUES (?, ?, '', ?, ?, NULL)",
                [request.actor, request.key, projection.event.sequence, tombstone.document.compact])
        }
        try SearchIndex.removeText(row: row, in: projection.db)
        try projection.bury(tombstone, row)
        try projection.run(
            "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            [
                row, batch.compact, projection.date.description, projection.event.sequence, tombstone.rule, tombstone.keptTo.description,
                tombstone.due.description, try Projection.canonical(tombstone), try Projection.canonical(emptied),
            ])
        for digest in Set(tombstone.versions.flatMap(\.files).filter { $0.size > 0 }.map(\.sha256.hex)) {
            try projection.run("INSERT OR IGNORE INTO destroyed_contents VALUES (?, ?)", [digest, row])
        }
        // A restored archive may not know the batch.
        try projection.run("UPDATE batches SET begun = 1 WHERE id = ?", [batch.compact])
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}

extension DocumentErased: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE tombstones SET erased = 1 WHERE document = ?", [try projection.row(of: document)])
    }
}

extension DocumentFiled: ProjectedWhenEmptied {
    /// Keeps the document's row, so that those of later ones are what they were; what is to be known of it comes with its destruction.
    static func projectEmptied(_ projection: Projection) throws {
        guard let id = projection.event.subjects.first else { return }
        try projection.run(
            """
            INSERT INTO documents
                (id, type, title, confidentiality, version, filed_at, filed_on, changed_sequence, withdrawn, destroyed)
            VALUES (?, 'other', '', 'secret', 0, 0, '', ?, 1, 1)
            """, [id, projection.event.sequence])
    }
}

extension Projection {
    /// Makes a document's row what stays of it, and keeps its numbers.
    fileprivate func bury(_ tombstone: Tombstone, _ row: Int64) throws {
        var columns: [String: (any DatabaseValueConvertible)?] = [
            "type": tombstone.type.code, "title": tombstone.title, "number": tombstone.number?.text,
            "number_key": tombstone.number.map { matchingKey($0.text) }, "number_issuer": tombstone.number?.issuer.rawValue,
            "handler": tombstone.handler, "class": tombstone.recordClass, "confidentiality": tombstone.confidentiality.rawValue,
            "version": tombstone.versions.last?.number.value ?? 0, "filed_at": tombstone.filedAt.milliseconds,
            "filed_on": tombstone.filedOn.description, "changed_sequence": event.sequence, "checked_at": 0, "withdrawn": true,
            "destroyed": true, "restricted": false,
        ]
        for name in ["party_row", "named_party", "amount", "currency", "amount_written", "state", "note", "withdrawal_reason", "own_rule"] {
            columns.updateValue(nil, forKey: name)
        }
        for (name, date) in [("signed", tombstone.signed), ("effective", tombstone.effective), ("expiry", tombstone.expiry)] {
            columns.updateValue(date?.description, forKey: name)
            columns.updateValue(nil, forKey: name + "_written")
            columns.updateValue(date?.earliest.description, forKey: name + "_from")
            columns.updateValue(date?.latest.description, forKey: name + "_to")
        }
        let names = columns.keys.sorted()
        columns["row"] = row
        try run(
            "UPDATE documents SET \(names.map { "\($0) = :\($0)" }.joined(separator: ", ")) WHERE row = :row", StatementArguments(columns))
        for number in tombstone.numbers {
            try run(
                """
                INSERT INTO numbers VALUES (?, ?, ?, ?, ?, 'used', ?, NULL)
                ON CONFLICT (number_key) DO UPDATE SET state = excluded.state, document = excluded.document, reason = excluded.reason
                """,
                [matchingKey(number.number), number.number, number.type.code, number.series, number.ordinal, row])
        }
    }
}
