import GRDB
import Records

extension RedactionProposed: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.begin(batch, duties, digest, reason)
        try projection.run(
            "INSERT INTO batch_items VALUES (?, 0, ?, '', '', '', '', ?, NULL, NULL, ?, NULL)",
            [row, try projection.row(of: item.document), item.description.hex, try Projection.canonical(item)])
        try projection.act(.proposed, on: batch, by: by, digest: digest, words: reason)
    }
}

extension WordsRedactionProposed: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.begin(batch, duties, digest, reason)
        try projection.run(
            "INSERT INTO batch_items VALUES (?, 0, ?, '', '', '', '', ?, NULL, NULL, NULL, ?)",
            [row, try projection.row(of: item.document), item.description.hex, try Projection.canonical(item)])
        try projection.act(.proposed, on: batch, by: by, digest: digest, words: reason)
    }
}

extension Projection {
    /// A batch about something of a document that stays.
    ///
    /// - Returns: its row.
    fileprivate func begin(_ batch: BatchID, _ duties: DisposalDuties, _ digest: ContentDigest, _ reason: String) throws -> Int64 {
        try run(
            """
            INSERT INTO batches (id, proposed_on, until, class, reason, duties, set_aside, digest, decided)
            VALUES (?, ?, ?, NULL, ?, ?, '[]', ?, ?)
            """, [batch.compact, date.description, date.description, reason, try Projection.canonical(duties), digest.hex, digest.hex])
        return db.lastInsertedRowID
    }

    /// Says what inventories an object has now, and that its document changed.
    fileprivate func rewrite(_ row: Int64, _ inventories: [RedactionBegun.Inventory], by batch: BatchID) throws {
        for inventory in inventories {
            try run(
                "UPDATE versions SET inventory = ? WHERE document = ? AND number = ?",
                [inventory.after.description, row, inventory.version.value])
        }
        try run("UPDATE documents SET changed_sequence = ? WHERE row = ?", [event.sequence, row])
        // A restored archive may not know the batch.
        try run("UPDATE batches SET begun = 1 WHERE id = ?", [batch.compact])
    }
}

extension WordsMarked: ProjectedToNothing {}

extension WordsRedactionBegun: ProjectedWhenEmptied {
    /// Whatever the words stood in is made anew from the journal, which gives what stays in their place.
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "INSERT OR REPLACE INTO words_redactions VALUES (?, ?, ?, ?, ?, 0)",
            [
                row, batch.compact, projection.date.description, projection.event.sequence,
                try Projection.canonical(cleaned.payloads.map(\.event)),
            ])
        try projection.rewrite(row, inventories, by: batch)
    }

    /// Its document was destroyed since.
    static func projectEmptied(_ projection: Projection) throws {
        try projection.run("UPDATE batches SET begun = 1 WHERE id = ?", [projection.event.subjects.last])
    }
}

extension WordsRedacted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE words_redactions SET erased = 1 WHERE document = ? AND batch = ?",
            [try projection.row(of: document), batch.compact])
    }
}

extension RedactionBegun: Projectable {
    /// The content is no content of the document any more; its text is in no current version, which alone is indexed.
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            """
            UPDATE files SET size = ?, sha512 = ?, sha256 = ?, media_type = 'text/plain', claimed_type = NULL, type_problem = NULL
            WHERE document = ? AND sha512 = ?
            """, [tombstone.size, tombstone.sha512.hex, tombstone.sha256.hex, row, content.sha512.hex])
        for table in ["extractions", "extraction_queue"] {
            try projection.run("DELETE FROM \(table) WHERE document = ? AND sha256 = ?", [row, content.sha256.hex])
        }
        try projection.run(
            "INSERT OR REPLACE INTO redactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
            [
                row, content.sha512.hex, content.sha256.hex, content.size, tombstone.sha256.hex, batch.compact, projection.date.description,
                projection.event.sequence,
            ])
        try projection.rewrite(row, earlier + [current], by: batch)
    }
}

extension DocumentRedacted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE redactions SET erased = 1 WHERE document = ? AND sha512 = ?", [try projection.row(of: document), sha512.hex])
    }
}
