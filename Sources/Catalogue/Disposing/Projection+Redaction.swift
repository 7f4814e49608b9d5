import GRDB
import Records

extension RedactionProposed: Projectable {
    func project(_ projection: Projection) throws { try projection.propose(self, .content(item), item.description) }
}

extension WordsRedactionProposed: Projectable {
    func project(_ projection: Projection) throws { try projection.propose(self, .words(item), item.description) }
}

extension Projection {
    /// A batch about something of a document that stays.
    fileprivate func propose(_ event: some RedactionProposing, _ subject: DisposalSubject, _ description: ContentDigest) throws {
        try run(
            """
            INSERT INTO batches (id, proposed_on, until, class, reason, duties, set_aside, digest)
            VALUES (?, ?, ?, NULL, ?, ?, '[]', ?)
            """,
            [
                event.batch.compact, date.description, date.description, event.reason, try Self.canonical(event.duties), event.digest.hex,
            ])
        let row = db.lastInsertedRowID
        let (content, words): (String?, String?) =
            switch subject {
            case .content(let item): (try Self.canonical(item), nil)
            case .words(let item): (nil, try Self.canonical(item))
            case .document: (nil, nil)
            }
        try run(
            "INSERT INTO batch_items VALUES (?, 0, ?, '', '', '', '', ?, NULL, NULL, ?, ?)",
            [row, try self.row(of: subject.document), description.hex, content, words])
        try act(.proposed, on: event.batch, by: event.by, digest: event.digest, words: event.reason)
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
