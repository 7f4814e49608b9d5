import GRDB
public import Records
public import Retention

extension Reading {
    /// The rules in force as they were written; nil where none were ever loaded.
    public func ruleDefinitions() throws -> (version: Int, rules: [RuleDefinition])? { try RetentionQueries.ruleDefinitions(in: db) }

    /// The schedule in force.
    public func schedule() throws -> Schedule? { try RetentionQueries.schedule(in: db) }

    /// A fact as it was stated last: of accounting years all that stand, in order, of others one; none where it was not, or was taken back.
    public func facts(_ name: String, of document: DocumentID) throws -> [String] {
        try rows(
            """
            SELECT f.value FROM facts f JOIN documents d ON d.row = f.document
            WHERE d.id = :id AND f.name = :name AND \(Viewer.knows("d")) ORDER BY f.value
            """, ["id": document.compact, "name": name]
        ).map { $0[0] }
    }

    /// Whether an accounting year is known of one of these documents, whoever asks: then it is kept as an accounting record, or was.
    public func haveAccountingYear(_ documents: [DocumentID]) throws -> Bool {
        try row(
            """
            SELECT 1 FROM json_each(:documents) l JOIN documents d ON d.id = l.value JOIN facts f ON f.document = d.row AND f.name = :name
            """, ["documents": try Projection.canonical(documents.map(\.compact)), "name": Trigger.accountingYear.name]) != nil
    }

    /// Until when a document is kept, and why; nil where the viewer knows of none.
    public func derivation(of document: DocumentID) throws -> Derivation? {
        try documentRow(document).map { try DueReckoning(for: viewer, in: db).derivation(of: $0, in: db) }
    }

    /// The rule that a document has of its own.
    public func ownRule(of document: DocumentID) throws -> String? {
        try documentRow(document).flatMap { try RetentionQueries.ownRule(of: $0, in: db) }
    }

    /// The rules that documents have of their own, whoever may know of these.
    public func ownRules() throws -> Set<String> {
        Set(try rows("SELECT DISTINCT own_rule FROM documents WHERE own_rule IS NOT NULL").map { $0[0] as String })
    }

    /// Until when a document would be kept with another rule of its own, or with none.
    public func derivation(of document: DocumentID, withOwn rule: String?) throws -> Derivation? {
        try documentRow(document).map { row in
            var reckoning = try DueReckoning(for: viewer, in: db)
            reckoning.supposed = (row, rule)
            return try reckoning.derivation(of: row, in: db)
        }
    }

    /// Until when a document was kept before its last fact was recorded.
    public func derivation(before event: FactRecorded) throws -> Derivation? {
        try documentRow(event.document).map { row in
            var reckoning = try DueReckoning(for: viewer, in: db)
            reckoning.undone = (row, event)
            return try reckoning.derivation(of: row, in: db)
        }
    }

    /// The number for the next open matter: counted from 1, but on a 秘密 document drawn beyond ``lastCountedMatter``, for the next that
    /// is counted must not tell of it (R-50).
    public func nextMatter(on document: DocumentID) throws -> Int {
        let isSecret =
            try count("SELECT confidentiality = ? FROM documents WHERE id = ?", [Confidentiality.secret.rawValue, document.compact]) == 1
        let last = try count("SELECT MAX(number) FROM matters WHERE number <= ?", [Self.lastCountedMatter])
        guard isSecret || last == Self.lastCountedMatter else { return last + 1 }
        while true {
            let drawn = Int.random(in: Self.lastCountedMatter + 1...Self.lastDrawnMatter)
            if try count("SELECT COUNT(*) FROM matters WHERE number = ?", [drawn]) == 0 { return drawn }
        }
    }

    private static let lastCountedMatter = 999_999
    private static let lastDrawnMatter = 999_999_999

    /// An open matter of a document that the viewer may know of.
    public func matter(_ number: Int) throws -> MatterView? {
        try row(Self.matters + " AND m.number = :number", ["number": number]).map(Self.matterView)
    }

    /// Open matters, of one document or of all; settled ones only where they are asked for.
    public func matters(of document: DocumentID?, settled: Bool) throws -> [MatterView] {
        let open = settled ? "" : " AND m.settled_on IS NULL"
        let ofDocument = document == nil ? "" : " AND m.document = (SELECT row FROM documents WHERE id = :id)"
        return try rows(Self.matters + open + ofDocument + " ORDER BY m.number", ["id": document?.compact]).map(Self.matterView)
    }

    static let matters = """
        SELECT m.*, d.id AS document_id FROM matters m JOIN documents d ON d.row = m.document WHERE \(Viewer.knows("d"))
        """

    static func matterView(_ row: Row) throws -> MatterView {
        guard let kind = MatterKind(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("kind") }
        return MatterView(
            number: row["number"], document: try DocumentID(row["document_id"] as String), kind: kind, note: row["note"],
            openedOn: row["opened_on"], settledOn: row["settled_on"], settledReason: row["settled_reason"])
    }
}
