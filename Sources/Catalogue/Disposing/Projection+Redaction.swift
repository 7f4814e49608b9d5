import GRDB
import Records

extension RedactionProposed: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            """
            INSERT INTO batches (id, proposed_on, until, class, reason, duties, set_aside, digest, decided)
            VALUES (?, ?, ?, NULL, ?, ?, '[]', ?, ?)
            """,
            [
                batch.compact, projection.date.description, projection.date.description, reason, try Projection.canonical(duties),
                digest.hex, digest.hex,
            ])
        try projection.run(
            "INSERT INTO batch_items VALUES (?, 0, ?, '', '', '', '', ?, NULL, NULL, ?)",
            [
                projection.db.lastInsertedRowID, try projection.row(of: item.document), item.description.hex,
                try Projection.canonical(item),
            ])
        try projection.act(.proposed, on: batch, by: by, digest: digest, words: reason)
    }
}

extension RedactionBegun: Projectable {
    /// The content is no content of the document any more; its text is in no current version, which alone is indexed.
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        for inventory in earlier + [current] {
            try projection.run(
                "UPDATE versions SET inventory = ? WHERE document = ? AND number = ?",
                [inventory.after.description, row, inventory.version.value])
        }
        try projection.run(
            """
            UPDATE files SET size = ?, sha512 = ?, sha256 = ?, media_type = 'text/plain', claimed_type = NULL, type_problem = NULL
            WHERE document = ? AND sha512 = ?
            """, [tombstone.size, tombstone.sha512.hex, tombstone.sha256.hex, row, content.sha512.hex])
        for table in ["extractions", "extraction_queue"] {
            try projection.run("DELETE FROM \(table) WHERE document = ? AND sha256 = ?", [row, content.sha256.hex])
        }
        try projection.run(
            "INSERT INTO redactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
            [
                row, content.sha512.hex, content.sha256.hex, content.size, tombstone.sha256.hex, batch.compact, projection.date.description,
                projection.event.sequence,
            ])
        try projection.run("UPDATE documents SET changed_sequence = ? WHERE row = ?", [projection.event.sequence, row])
        // A restored archive may not know the batch.
        try projection.run("UPDATE batches SET begun = 1 WHERE id = ?", [batch.compact])
    }
}

extension DocumentRedacted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE redactions SET erased = 1 WHERE document = ? AND sha512 = ?", [try projection.row(of: document), sha512.hex])
    }
}
