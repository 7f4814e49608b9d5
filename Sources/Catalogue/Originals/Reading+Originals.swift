import GRDB
public import Records

/// Which originals are listed.
public struct OriginalFilter: Sendable, Hashable, Codable {
    /// For whom somebody answers, or who has them or is to confirm them.
    public var holder: AccountID?
    /// Only those that should be back by now.
    public var overdue = false
    /// Only those on their way that nobody has confirmed.
    public var unconfirmed = false
    public var document: DocumentID?
    /// Those of a party's documents.
    public var party: PartyID?
    /// Those of a dossier's documents.
    public var dossier: DossierID?
    /// Those shelved here: a room, a cabinet in it, and so on.
    public var place: String?
    /// Those that were sent under this number.
    public var waybill: Waybill?

    public init() {}
}

extension OriginalFilter {
    /// What is asked for and nothing else, so that each is found by its index.
    fileprivate var conditions: [String] {
        [
            holder.map { _ in "(o.answerable = :holder OR o.account = :holder)" },
            overdue ? "o.until < :today" : nil,
            unconfirmed ? "o.state = 'in_transit'" : nil,
            document.map { _ in "o.document = (SELECT row FROM documents WHERE id = :document)" },
            party.map { _ in "d.party_row = (SELECT root FROM parties WHERE id = :party)" },
            dossier.map { _ in
                """
                o.document IN (
                    SELECT l.document FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE c.id = :dossier)
                """
            },
            place.map { _ in Self.within },
            waybill.map { _ in
                """
                (o.row IN (SELECT s.original FROM custody_steps s WHERE replace(replace(upper(s.waybill), '-', ''), ' ', '') = :waybill)
                OR o.id IN (
                    SELECT i.original FROM transmittals t JOIN transmittal_items i ON i.transmittal = t.row WHERE t.waybill = :waybill))
                """
            },
        ].compactMap(\.self)
    }

    /// The condition that an original `o` is shelved at a place, or at one within it: those begin with it and a hyphen, and the next sign is a full
    /// stop.
    static let within = "(o.place = :place OR o.place > :place || '-' AND o.place < :place || '.')"
}

/// Originals are known to whoever knows their document, and to nobody else.
extension Reading {
    private static let select = """
        SELECT o.*, d.id AS document_id, d.number, d.title, a.name AS answerable_name, w.name AS with_name
        FROM originals o JOIN documents d ON d.row = o.document LEFT JOIN accounts a ON a.id = o.answerable
        LEFT JOIN accounts w ON w.id = o.account
        """

    /// An original; nil where the viewer may not know of it.
    public func original(_ id: OriginalID) throws -> OriginalView? {
        try row(Self.select + " WHERE o.id = :id AND \(Viewer.knows("d"))", ["id": id.compact]).map(view)
    }

    /// Where an original is and who answers for it, whoever may know of it.
    public func custody(of id: OriginalID) throws -> Custody? {
        try row("SELECT * FROM originals WHERE id = :id", ["id": id.compact]).map { row in
            guard let state = CustodyState(rawValue: row["state"]) else { throw CatalogueError.damagedValue("originals") }
            return Custody(
                state, answerable: try (row["answerable"] as String?).map { try AccountID($0) },
                account: try (row["account"] as String?).map { try AccountID($0) }, outside: row["outside"], place: row["place"],
                until: (row["until"] as String?).flatMap { CivilDate($0) })
        }
    }

    /// Originals, in the order of registration.
    public func originals(_ filter: OriginalFilter) throws -> [OriginalView] {
        try rows(
            Self.select + " WHERE \((filter.conditions + [Viewer.knows("d")]).joined(separator: " AND ")) ORDER BY o.row",
            [
                "party": filter.party?.compact, "holder": filter.holder?.compact, "today": today.description,
                "document": filter.document?.compact, "dossier": filter.dossier?.compact, "place": filter.place,
                "waybill": filter.waybill?.number,
            ]
        ).map(view)
    }

    /// How many copies of a version are registered in a form, whoever may know of them.
    public func highestCopy(of document: DocumentID, _ version: VersionNumber, _ form: OriginalForm) throws -> Int {
        try count(
            """
            SELECT COALESCE(MAX(o.copy), 0) FROM originals o JOIN documents d ON d.row = o.document
            WHERE d.id = :id AND o.version = :version AND o.form = :form
            """, ["id": document.compact, "version": version.value, "form": form.rawValue])
    }

    /// The originals of what a batch destroyed that we still have, whoever may know of them (R-45); paper that is missing is none of them.
    public func originals(destroyedWith batch: BatchID, _ form: OriginalForm) throws -> [OriginalID] {
        try originals(destroyedWith: batch, form, states: [.inHand, .shelved])
    }

    /// Whether there was paper of what a batch destroyed for which somebody of us answered.
    public func isPaper(destroyedWith batch: BatchID) throws -> Bool {
        try !originals(destroyedWith: batch, .paper, states: [.inHand, .shelved, .missing]).isEmpty
    }

    private func originals(destroyedWith batch: BatchID, _ form: OriginalForm, states: [CustodyState]) throws -> [OriginalID] {
        try rows(
            """
            SELECT o.id FROM batch_items i JOIN batches b ON b.row = i.batch JOIN documents d ON d.row = i.document
            JOIN originals o ON o.document = d.row
            WHERE b.id = :batch AND i.dropped IS NULL AND i.redaction IS NULL AND i.words IS NULL AND d.destroyed
                AND o.form = :form AND o.state IN (SELECT value FROM json_each(:states)) ORDER BY o.row
            """,
            ["batch": batch.compact, "form": form.rawValue, "states": try Projection.canonical(states.map(\.rawValue))]
        ).map { try OriginalID($0[0] as String) }
    }

    /// What was done with an original, the first first.
    public func custodySteps(of id: OriginalID) throws -> [OriginalHistory.Step] {
        try rows(
            """
            SELECT s.*, b.name AS by_name, a.name AS answerable_name, w.name AS with_name
            FROM custody_steps s JOIN originals o ON o.row = s.original LEFT JOIN accounts b ON b.id = s.actor
            LEFT JOIN accounts a ON a.id = s.answerable LEFT JOIN accounts w ON w.id = s.account
            WHERE o.id = :id ORDER BY s.sequence
            """, ["id": id.compact]
        ).map { row in
            guard let state = CustodyState(rawValue: row["state"]) else { throw CatalogueError.damagedValue("custody_steps") }
            let proof = try (row["proof"] as String?).map { try DocumentID($0) }
            return OriginalHistory.Step(
                step: (row["step"] as String?).flatMap { CustodyStep(rawValue: $0) }, on: row["done_on"],
                by: row["by_name"] ?? row["actor"],
                state: state, answerable: row["answerable_name"], with: row["with_name"] ?? row["outside"], place: row["place"],
                reason: row["reason"], proof: try proof.flatMap { try knows($0) ? $0 : nil }, waybill: row["waybill"])
        }
    }

    private func view(_ row: Row) throws -> OriginalView {
        guard let state = CustodyState(rawValue: row["state"]), let form = OriginalForm(rawValue: row["form"]),
            let version = VersionNumber(row["version"] as Int)
        else { throw CatalogueError.damagedValue("originals") }
        let until = (row["until"] as String?).flatMap { CivilDate($0) }
        return OriginalView(
            id: try OriginalID(row["id"] as String), document: try DocumentID(row["document_id"] as String), number: row["number"],
            title: row["title"], version: version, form: form, copy: row["copy"], copies: row["copies"], note: row["note"], state: state,
            answerable: row["answerable_name"], with: row["with_name"] ?? row["outside"], place: row["place"],
            until: until?.description, isOverdue: until.map { $0 < today } ?? false, since: row["since"])
    }
}
