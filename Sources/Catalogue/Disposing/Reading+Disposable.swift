import Crypto
import Foundation
import GRDB
public import Records

/// What may stand in a disposal list, and what keeps it from being destroyed (R-42, R-43).
extension Reading {
    /// The condition that a document stands in a batch that is under way.
    private static func isInBatch(_ table: String) -> String {
        """
        EXISTS (SELECT 1 FROM batch_items i JOIN batches b ON b.row = i.batch
            WHERE i.document = \(table).row AND i.dropped IS NULL AND b.executed_on IS NULL AND b.cancelled_reason IS NULL)
        """
    }

    /// Whether a document stands in a batch that is under way.
    public func isInBatch(_ document: DocumentID) throws -> Bool {
        try row("SELECT 1 FROM documents d WHERE d.id = :id AND \(Self.isInBatch("d"))", ["id": document.compact]) != nil
    }

    /// Documents of these classes whose time came by a day, withdrawn ones too, that stand in no batch that is under way; with what blocks each.
    public func disposable(by day: CivilDate, in classes: Set<String>) throws -> [(item: DisposalItem, blocks: [DisposalObstacle])] {
        try includingRestricted.rows(
            """
            SELECT d.*, u.kept_to, u.due, u.rule, v.inventory, EXISTS (
                SELECT 1 FROM batch_items i JOIN batches b ON b.row = i.batch
                WHERE i.document = d.row AND i.dropped IS NULL AND i.decision = 'transfer' AND b.executed_on IS NOT NULL) AS passed_on
            FROM due_dates u JOIN documents d ON d.row = u.document
            JOIN versions v ON v.document = d.row AND v.number = d.version
            WHERE u.due <= :day AND d.destroyed = 0 AND \(Viewer.knows("d"))
                AND d.class IN (SELECT value FROM json_each(:classes))
                AND NOT \(Self.isInBatch("d"))
            ORDER BY u.due, d.row
            """, ["day": day.description, "classes": try Projection.canonical(classes.sorted())]
        ).map { row in
            guard let keptTo = CivilDate(row["kept_to"] as String), let due = CivilDate(row["due"] as String),
                let inventory = ContentDigest(row["inventory"] as String)
            else { throw CatalogueError.damagedValue("due_dates") }
            let item = DisposalItem(
                document: try DocumentID(row["id"] as String), keptTo: keptTo, due: due, rule: row["rule"], inventory: inventory,
                description: Self.description(row))
            let blocks = try everything.blocks(onRow: row["row"]).compactMap { DisposalObstacle(rawValue: $0) }
            return (item, blocks + (row["passed_on"] ? [.transfer] : []))
        }
    }

    /// The digest of what a list says of a document.
    private static func description(_ row: Row) -> ContentDigest {
        let words = DisposalItem.words(
            type: row["type"], recordClass: row["class"], number: row["number"], title: row["title"],
            confidentiality: row["confidentiality"])
        return ContentDigest(.sha256, bytes: SHA256.hash(data: Data(words.utf8)))
    }

    /// Why something cannot be destroyed as a list says, now (R-43); whoever asks.
    public func obstacles(to subject: DisposalSubject) throws -> [DisposalObstacle] {
        switch subject {
        case .document(let item): try obstacles(to: item)
        case .content(let item):
            // Looked for anew: another version may have brought it back.
            try obstacles(in: item.document, described: item.description) {
                try everything.redactable(item.content.sha512, in: item.document) == item.places
            }
        case .words(let item):
            // Looked for once: whatever was said of the document since may have them.
            try obstacles(in: item.document, described: item.description) { try lastSpoken(of: item.document) == item.through }
        }
    }

    /// What keeps something of a document that stays from being destroyed: a block, or that something is not what the list says any more.
    private func obstacles(
        in document: DocumentID, described description: ContentDigest, isSame: () throws -> Bool
    ) throws -> [DisposalObstacle] {
        guard let row = try row("SELECT * FROM documents WHERE id = :id", ["id": document.compact]), !(row["destroyed"] as Bool) else {
            return [.destroyed]
        }
        let found = try everything.blocks(onRow: row["row"]).compactMap { DisposalObstacle(rawValue: $0) }
        return try isSame() && Self.description(row) == description ? found : found + [.changed]
    }

    /// The last event that says something of a document that is gone with it.
    public func lastSpoken(of document: DocumentID) throws -> Int {
        try count(
            """
            SELECT MAX(s.sequence) FROM event_subjects s JOIN events e ON e.sequence = s.sequence
            WHERE s.subject = :id AND e.type IN (\(Self.speaking))
            """, ["id": document.compact])
    }

    private static let speaking = EventRegistry.kinds.filter { $0.event is any SpeakingOf.Type && $0.event != WordsMarked.self }
        .map { "'\($0.type)'" }.joined(separator: ", ")

    private func obstacles(to item: DisposalItem) throws -> [DisposalObstacle] {
        let sql = """
            SELECT d.*, u.due, u.rule, v.inventory FROM documents d LEFT JOIN due_dates u ON u.document = d.row
            LEFT JOIN versions v ON v.document = d.row AND v.number = d.version WHERE d.id = :id
            """
        guard let row = try row(sql, ["id": item.document.compact]), !(row["destroyed"] as Bool) else { return [.destroyed] }
        var found = try everything.blocks(onRow: row["row"]).compactMap { DisposalObstacle(rawValue: $0) }
        if row["due"] as String? != item.due.description || row["rule"] as String? != item.rule || item.due > today {
            found.append(.notDue)
        }
        if row["inventory"] as String? != item.inventory.description || Self.description(row) != item.description { found.append(.changed) }
        return found
    }

    /// Where a document has a content; none where its current version has it too: that one must have a redacted copy first.
    public func redactable(_ sha512: ContentDigest, in document: DocumentID) throws -> [RedactionItem.Place] {
        let places = try rows(
            """
            SELECT f.version, f.position, f.version = d.version AS is_current FROM files f JOIN documents d ON d.row = f.document
            WHERE d.id = :id AND f.sha512 = :content ORDER BY f.version, f.position
            """, ["id": document.compact, "content": sha512.hex])
        guard !places.contains(where: { $0["is_current"] }) else { return [] }
        return try places.map { RedactionItem.Place(version: try Self.version($0["version"]), file: ($0["position"] as Int) + 1) }
    }

    /// The digest of what a list would say of a document that the viewer may know; nil where there is none.
    public func listed(_ document: DocumentID) throws -> ContentDigest? {
        try row("SELECT * FROM documents WHERE id = :id", ["id": document.compact]).map(Self.description)
    }

    /// The rule that decides how long a document is kept; nil where none does yet.
    public func deciding(on document: DocumentID) throws -> String? {
        try row(
            "SELECT u.rule FROM due_dates u JOIN documents d ON d.row = u.document WHERE d.id = :id", ["id": document.compact])?[0]
    }

    /// Whether a disposal keeps a document longer.
    public func isExtended(_ document: DocumentID, by batch: BatchID) throws -> Bool {
        try count(
            "SELECT COUNT(*) FROM extensions x JOIN documents d ON d.row = x.document WHERE d.id = :id AND x.batch = :batch",
            ["id": document.compact, "batch": batch.compact]) > 0
    }
}
