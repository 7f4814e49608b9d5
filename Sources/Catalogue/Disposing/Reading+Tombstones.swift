import Crypto
import Foundation
import GRDB
public import Records
import Retention

extension Reading {
    /// What stays of a destroyed document, for whoever could have seen it; nil where there is none (R-46).
    public func tombstone(of document: DocumentID) throws -> TombstoneView? {
        try row(Self.tombstones + " AND d.id = :id", ["id": document.compact]).map(Self.tombstone)
    }

    /// What stays of destroyed documents, the latest first.
    ///
    /// - Parameter words: All must stand in number or title, be the whole of a title whose digest alone stayed, or one be the identifier; all are
    ///   listed without.
    public func tombstones(matching words: [String]) throws -> [TombstoneView] {
        let keys = words.map(matchingKey)
        let whole = Tombstone.digest(ofTitle: words.joined(separator: " "))
        // Of all documents, those that are gone are few.
        let listed = Self.tombstones.replacing(" JOIN documents", with: " CROSS JOIN documents")
        return try rows(listed + " ORDER BY t.sequence DESC").map(Self.tombstone).filter { view in
            let text = matchingKey([view.number ?? "", view.title, "\(view.document)"].joined(separator: " "))
            return keys.allSatisfy(text.contains) || view.title == whole
        }
    }

    /// What stays of the documents that bear a number, for whoever could have seen them.
    public func tombstones(numbered number: String) throws -> [TombstoneView] {
        try rows(
            Self.tombstones + " AND d.number_key = :number ORDER BY t.sequence DESC", ["number": matchingKey(number)]
        ).map(Self.tombstone)
    }

    /// When and to whom something of a document was handed out, as far as that is an event: its bytes while it was 秘密, evidence about it, packs that
    /// left the archive, and papers that were sent and did not come back.
    public func handedOut(of document: DocumentID) throws -> [HandedOut] {
        try rows(
            """
            SELECT e.sequence AS sequence, e.at, e.type, COALESCE(a.name, e.actor) AS name FROM event_subjects s JOIN events e ON e.sequence = s.sequence
            LEFT JOIN accounts a ON a.id = e.actor WHERE s.subject = :id AND e.type IN (:sent, :evidence)
            UNION ALL SELECT e.sequence, e.at, e.type, COALESCE(x.recipient, a.name, e.actor)
            FROM pack_exports x JOIN documents d ON d.row = x.document JOIN events e ON e.sequence = x.sequence
            LEFT JOIN accounts a ON a.id = e.actor WHERE d.id = :id
            UNION ALL SELECT e.sequence, e.at, e.type, t.name FROM transmittals t JOIN events e ON e.sequence = t.sequence
            WHERE t.direction = 'out' AND t.state <> 'returned' AND t.row IN (
                SELECT i.transmittal FROM transmittal_items i JOIN documents d ON d.row = i.document WHERE d.id = :id) ORDER BY sequence
            """, ["id": document.compact, "sent": ContentSent.type, "evidence": EvidenceGiven.type]
        ).map { HandedOut(at: Timestamp(milliseconds: $0["at"]), name: $0["name"], type: $0["type"]) }
    }

    private static let tombstones = """
        SELECT t.*, d.id FROM tombstones t JOIN documents d ON d.row = t.document WHERE \(Viewer.knows("d"))
        """

    private static func tombstone(_ row: Row) throws -> TombstoneView {
        TombstoneView(
            try JSONDecoder().decode(Tombstone.self, from: Data((row["tombstone"] as String).utf8)), destroyedOn: row["begun_on"],
            batch: try BatchID(row["batch"] as String), erased: row["erased"])
    }
}

/// Something of a document that left the archive.
public struct HandedOut: Sendable, Hashable {
    public let at: Timestamp
    /// Of the account that got it.
    public let name: String
    /// The type of the event.
    public let type: String
}

/// What is still to be removed of something destroyed.
public struct UnfinishedDestruction: Sendable, Hashable {
    public let document: DocumentID
    public let batch: BatchID
    public let scope: Scope
    /// The numbers of the events whose payloads are to be emptied.
    public let emptied: [Int]
    let row: Int64

    /// What of a document is destroyed.
    public enum Scope: Sendable, Hashable {
        case document
        /// Bytes, while the document stays (R-49): their SHA-512, and their SHA-256 in hexadecimal digits.
        case content(ContentDigest, sha256: String)
        /// Words of what is said of it.
        case words
    }
}

/// An event about a document.
public struct EventTrace: Sendable, Hashable {
    public let sequence: Int
    public let type: String
    /// How many documents its header names.
    public let documents: Int
}

extension CatalogueTransaction {
    /// Destructions that were begun and not brought to their end.
    public func unfinishedDestructions() throws -> [UnfinishedDestruction] {
        let contents = try unfinished(
            """
            SELECT d.id, r.*, '[]' AS emptied FROM redactions r INDEXED BY unfinished_redactions JOIN documents d ON d.row = r.document
            WHERE r.erased = 0 ORDER BY r.document, r.sha512
            """
        ) { row in
            guard let sha512 = ContentDigest(.sha512, hex: row["sha512"] as String) else { throw CatalogueError.damagedValue("sha512") }
            return .content(sha512, sha256: row["sha256"])
        }
        let words = try unfinished(
            """
            SELECT d.id, r.* FROM words_redactions r INDEXED BY unfinished_words_redactions JOIN documents d ON d.row = r.document
            WHERE r.erased = 0 ORDER BY r.document, r.batch
            """
        ) { _ in .words }
        let documents = try unfinished(
            """
            SELECT d.id, t.document, t.batch, t.emptied FROM tombstones t INDEXED BY unfinished_destructions
            JOIN documents d ON d.row = t.document WHERE t.erased = 0 ORDER BY t.document
            """
        ) { _ in .document }
        return contents + words + documents
    }

    private func unfinished(
        _ sql: String, scope: (Row) throws -> UnfinishedDestruction.Scope
    ) throws -> [UnfinishedDestruction] {
        try Row.fetchAll(db.cachedStatement(sql: sql)).map { row in
            UnfinishedDestruction(
                document: try DocumentID(row["id"] as String), batch: try BatchID(row["batch"] as String), scope: try scope(row),
                emptied: try JSONDecoder().decode([Int].self, from: Data((row["emptied"] as String).utf8)), row: row["document"])
        }
    }

    /// Whether a document was destroyed.
    public func isDestroyed(_ document: DocumentID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT destroyed FROM documents WHERE id = ?"), arguments: [document.compact]) ?? false
    }

    /// Whether a redaction of words of a document was begun and not brought to its end.
    public func isLosingWords(_ document: DocumentID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM words_redactions r INDEXED BY unfinished_words_redactions
                        JOIN documents d ON d.row = r.document WHERE r.erased = 0 AND d.id = ?)
                    """), arguments: [document.compact]) ?? false
    }

    /// Whether anything was destroyed or redacted after an event.
    public func isAnythingGone(after sequence: Int) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM tombstones WHERE sequence > ?1) OR EXISTS (SELECT 1 FROM redactions WHERE sequence > ?1)
                        OR EXISTS (SELECT 1 FROM words_redactions WHERE sequence > ?1)
                    """), arguments: [sequence]) ?? false
    }

    /// The event in which it stands how what is said of a document will read, for a batch about words.
    public func marked(by batch: BatchID) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT MAX(e.sequence) FROM event_subjects s JOIN events e ON e.sequence = s.sequence WHERE s.subject = ? AND e.type = ?
                    """), arguments: [batch.compact, WordsMarked.type])
    }

    /// What a destruction has to say of a document.
    ///
    /// - Parameter rule: until when it had to be kept, and by what.
    /// - Throws: ``CatalogueError/damagedValue(_:)``
    public func tombstone(of document: DocumentID, rule: String, keptTo: CivilDate, due: CivilDate) throws -> Tombstone {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM documents WHERE id = ?", arguments: [document.compact]),
            let filedOn = CivilDate(row["filed_on"] as String)
        else { throw CatalogueError.damagedValue("document") }
        func date(_ name: String) -> RoughDate? { (row[name] as String?).flatMap { RoughDate($0) } }
        let number = (row["number"] as String?).map { text in
            DocumentNumber(text: text, issuer: (row["number_issuer"] as String?).flatMap { .init(rawValue: $0) } ?? .other)
        }
        return Tombstone(
            document: document, type: try Reading.type(row["type"]), title: try keptTitle(row["title"], of: row["class"], by: rule),
            number: number, recordClass: row["class"],
            // What was restricted stays so for all who may not see what is 秘密 (R-46, R-49).
            confidentiality: row["restricted"] ? .secret : Confidentiality(rawValue: row["confidentiality"]) ?? .secret,
            handler: row["handler"],
            signed: date("signed"), effective: date("effective"), expiry: date("expiry"),
            filedAt: Timestamp(milliseconds: row["filed_at"]), filedOn: filedOn, rule: rule, keptTo: keptTo, due: due,
            versions: try versions(ofRow: row["row"]), numbers: try numbers(ofRow: row["row"]))
    }

    /// What stays of a title: its digest, where the rule that decided or one of the document's class says so.
    private func keptTitle(_ title: String, of recordClass: String?, by rule: String) throws -> String {
        let rules = try RetentionQueries.ruleDefinitions(in: db)?.rules ?? []
        let taking = Set(rules.filter { $0.keepsTitle == false }.map(\.id))
        guard !taking.isEmpty else { return title }
        let ofClass = try recordClass.flatMap { try RetentionQueries.scheme(in: db)?.scheme.rules(of: $0) } ?? []
        return taking.isDisjoint(with: ofClass + [rule]) ? title : Tombstone.digest(ofTitle: title)
    }

    private func versions(ofRow row: Int64) throws -> [Tombstone.Version] {
        let files = try Row.fetchAll(db, sql: "SELECT * FROM files WHERE document = ? ORDER BY version, position", arguments: [row])
        let byVersion = try Dictionary(grouping: files.map { ($0["version"] as Int, try Self.file($0)) }, by: \.0)
        return try Row.fetchAll(db, sql: "SELECT * FROM versions WHERE document = ? ORDER BY number", arguments: [row]).map { version in
            guard let inventory = ContentDigest(version["inventory"] as String) else { throw CatalogueError.damagedValue("inventory") }
            return Tombstone.Version(
                number: try Reading.version(version["number"]), kind: VersionKind(rawValue: version["kind"]) ?? .plain,
                madeAt: Timestamp(milliseconds: version["made_at"]), inventory: inventory,
                files: (byVersion[version["number"]] ?? []).map(\.1))
        }
    }

    private static func file(_ row: Row) throws -> Tombstone.File {
        guard let sha512 = ContentDigest(.sha512, hex: row["sha512"] as String),
            let sha256 = ContentDigest(.sha256, hex: row["sha256"] as String)
        else { throw CatalogueError.damagedValue("digest") }
        return Tombstone.File(
            size: row["size"], sha512: sha512, sha256: sha256, mediaType: MediaType(row["media_type"] as String) ?? .unknown)
    }

    private func numbers(ofRow row: Int64) throws -> [Tombstone.OwnNumber] {
        try Row.fetchAll(db, sql: "SELECT * FROM numbers WHERE document = ? ORDER BY number_key", arguments: [row]).map {
            Tombstone.OwnNumber(
                number: $0["number"], type: try Reading.type($0["type"]), series: $0["series"], ordinal: $0["ordinal"])
        }
    }

    /// The events about a document, by number and type, and the requests that they answered: a party that nobody knew is registered first.
    public func traces(of document: DocumentID) throws -> (events: [EventTrace], requests: [DestructionBegun.Request]) {
        let events = try Row.fetchAll(
            db,
            sql: """
                SELECT e.sequence, e.type,
                    (SELECT COUNT(*) FROM event_subjects o WHERE o.sequence = e.sequence AND o.subject GLOB 'D*')
                FROM event_subjects s JOIN events e ON e.sequence = s.sequence WHERE s.subject = ? ORDER BY e.sequence
                """, arguments: [document.compact]
        ).map { EventTrace(sequence: $0[0], type: $0[1], documents: $0[2]) }
        let requests = try Row.fetchAll(
            db,
            sql: """
                SELECT r.actor, r.key FROM event_subjects s JOIN requests r ON r.sequence = s.sequence WHERE s.subject = ?1
                UNION SELECT r.actor, r.key FROM event_subjects s JOIN requests r ON r.sequence = s.sequence - 1
                JOIN events e ON e.sequence = r.sequence WHERE s.subject = ?1 AND e.type = ?2
                ORDER BY 1, 2
                """, arguments: [document.compact, PartyRegistered.type]
        ).map { DestructionBegun.Request(actor: $0[0], key: $0[1]) }
        return (events, requests)
    }

    /// Merges the parts of the full-text index that destroyed documents stood in, so that none of their terms stays; the write-ahead log and
    /// free pages are for ``CatalogueGeneration/clearLog()``.
    public func purgeIndex(of destroyed: [UnfinishedDestruction]) throws { try SearchIndex.merge(blocksOf: destroyed.map(\.row), in: db) }
}

extension Tombstone {
    /// As it stands in the place of a title, and as whoever knows the title may make it: `SHA-256 9f86…`, of its UTF-8 bytes.
    fileprivate static func digest(ofTitle title: String) -> String {
        "SHA-256 \(ContentDigest(.sha256, bytes: SHA256.hash(data: Array(title.utf8))).hex)"
    }
}

extension CatalogueGeneration {
    /// Puts everything of the write-ahead log into the database, and empties it.
    ///
    /// - Throws: ``CatalogueError/busy`` where somebody still reads an earlier state.
    public func clearLog() throws {
        try noticingDamage { try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
    }
}
