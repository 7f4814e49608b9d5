import Foundation
import GRDB
public import Records
import Retention

/// Which holds there are, and which of them cover a document. This is the only place that decides it (R-39).
extension Reading {
    /// All holds that the viewer may know of, the newest first; those that were lifted only where they are asked for.
    public func holds(lifted: Bool) throws -> [HoldView] {
        try rows(
            "SELECT h.*, \(Self.named) FROM holds h WHERE (:lifted OR lifted_on IS NULL) AND \(Self.knowsHold) ORDER BY row DESC",
            ["lifted": lifted]
        )
        .map(Self.view)
    }

    /// The hold of this identifier, where the viewer may know of it. One on a restricted document goes on (R-49): it has no name, and can be
    /// lifted.
    public func hold(_ id: HoldID) throws -> HoldView? { try known(id) ?? includingRestricted.known(id)?.unnamed }

    private func known(_ id: HoldID) throws -> HoldView? {
        try row("SELECT h.*, \(Self.named) FROM holds h WHERE id = :id AND \(Self.knowsHold)", ["id": id.compact]).map(Self.view)
    }

    /// What people call what a hold is on: only for holds that the viewer may know of.
    private static let named = """
        CASE h.kind
            WHEN 'document' THEN (SELECT d.title FROM documents d WHERE d.id = h.scope)
            WHEN 'party' THEN (SELECT p.name FROM parties p WHERE p.id = h.scope)
            WHEN 'dossier' THEN (SELECT c.title FROM dossiers c WHERE c.id = h.scope)
        END AS named
        """

    /// A hold is known unless it is on something that may not be known, or caught nothing else.
    private static let knowsHold = """
        CASE h.kind
            WHEN 'document' THEN EXISTS (SELECT 1 FROM documents d WHERE d.id = h.scope AND \(Viewer.knows("d")))
            WHEN 'party' THEN EXISTS (SELECT 1 FROM parties m JOIN parties p ON p.row = m.root WHERE m.id = h.scope AND \(knowsParty("p")))
            WHEN 'dossier' THEN EXISTS (SELECT 1 FROM dossiers c WHERE c.id = h.scope AND \(knowsDossier("c")))
            WHEN 'frozen' THEN EXISTS (SELECT 1 FROM held_documents x JOIN documents d ON d.id = x.document
                WHERE x.hold = h.row AND \(Viewer.knows("d")))
            ELSE 1
        END
        """

    /// Whether any hold is in force: where none is, nothing need be asked.
    public func isAnythingHeld() throws -> Bool { try count("SELECT EXISTS (SELECT 1 FROM holds WHERE lifted_on IS NULL)") > 0 }

    /// The holds in force that cover a document, whoever asks (R-38, R-40): by its name, its party, its dossiers and their parties, its
    /// class; by a query; because they caught it once; or because they cover what it is attached to. None for what is not there.
    ///
    /// - Parameter texts: How much is known of the document's texts.
    public func holds(on document: DocumentID, texts: HeldTexts = .unreadCount) throws -> [HoldView] {
        guard let row: Int64 = try row("SELECT row FROM documents WHERE id = :id", ["id": document.compact])?[0] else { return [] }
        return try holds(onRow: row, texts: texts)
    }

    func holds(onRow row: Int64, texts: HeldTexts = .unreadCount) throws -> [HoldView] {
        guard try isAnythingHeld() else { return [] }
        var (found, seen): ([HoldView], Set<HoldID>) = ([], [])
        for covered in try withMains(row) {
            for hold in try named(covered) + standing(covered, texts) where seen.insert(hold.id).inserted {
                found.append(hold)
            }
        }
        return found
    }

    /// A document with all that it is attached to, however far.
    private func withMains(_ row: Int64) throws -> [Int64] {
        try rows(
            """
            WITH RECURSIVE reached(row) AS (
                SELECT :row UNION SELECT r.other FROM relations r JOIN reached ON reached.row = r.document WHERE r.relation = 'attached_to')
            SELECT row FROM reached
            """, ["row": row]
        ).map { $0[0] }
    }

    private func named(_ row: Int64) throws -> [HoldView] {
        try rows(
            """
            SELECT h.* FROM holds h, documents d
            WHERE d.row = :row AND h.lifted_on IS NULL AND (
                h.kind = 'document' AND h.scope = d.id
                OR h.kind = 'party' AND h.scope IN (SELECT m.id FROM parties m WHERE m.root = d.party_row)
                OR h.kind = 'dossier' AND h.scope IN
                    (SELECT c.id FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = d.row)
                OR h.kind = 'party' AND h.scope IN
                    (SELECT m.id FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier JOIN parties m ON m.root = c.party_row
                    WHERE l.document = d.row)
                OR EXISTS (SELECT 1 FROM held_documents x WHERE x.hold = h.row AND x.document = d.id)
                OR h.kind = 'class' AND h.scope IN (SELECT value FROM json_each(:classes)))
            ORDER BY h.row
            """, ["row": row, "classes": try classesAbove(row)]
        ).map(Self.view)
    }

    /// Holds on what a query finds. What it says of today means the day on which the hold was placed: it does not let go as time passes.
    private func standing(_ row: Int64, _ texts: HeldTexts) throws -> [HoldView] {
        let holds = try rows("SELECT * FROM holds WHERE kind = 'standing' AND lifted_on IS NULL ORDER BY row")
        guard !holds.isEmpty else { return [] }
        let isUnread =
            try count("SELECT COUNT(*) FROM documents d WHERE d.row = :row AND \(ExtractionQueries.hasUnreadText)", ["row": row]) > 0
        return try holds.filter { hold in
            guard let placed = CivilDate(hold["placed_on"] as String) else { throw CatalogueError.damagedValue("placed_on") }
            let query = Query(vocabulary: vocabulary, today: placed).parse(hold["scope"])
            guard query.asksForText else { return try engine.matches(query, row: row, in: db) }
            return try texts == .unreadCount && (isUnread || engine.matches(query, row: row, in: db))
        }.map(Self.view)
    }

    /// A document's class and those above it, as a JSON array.
    private func classesAbove(_ row: Int64) throws -> String {
        guard let code = try RetentionQueries.recordClass(of: row, in: db) else { return "[]" }
        let line = try RetentionQueries.scheme(in: db)?.scheme.line(of: code).map(\.code) ?? [code]
        return String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
    }

    /// What another scheme may let go of a hold: all documents with a class, where a class is held.
    public func documentsUnderClassHolds() throws -> [DocumentID] {
        guard try count("SELECT EXISTS (SELECT 1 FROM holds WHERE kind = 'class' AND lifted_on IS NULL)") > 0 else { return [] }
        return try rows("SELECT id FROM documents WHERE class IS NOT NULL ORDER BY row").map { try DocumentID($0[0] as String) }
    }

    /// What other names of parties, or parting them, may let go of a hold: all documents of these, and of their dossiers.
    public func documents(ofParties parties: [PartyID]) throws -> [DocumentID] {
        try rows(
            """
            WITH roots(row) AS (SELECT root FROM parties WHERE id IN (SELECT value FROM json_each(:parties)))
            SELECT d.id FROM documents d WHERE d.party_row IN (SELECT row FROM roots) OR d.row IN (
                SELECT l.document FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE c.party_row IN (SELECT row FROM roots))
            ORDER BY d.row
            """, ["parties": try Projection.canonical(parties.map(\.compact))]
        ).map { try DocumentID($0[0] as String) }
    }

    private static func view(_ row: Row) throws -> HoldView {
        guard let kind = HoldScopeKind(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("kind") }
        return HoldView(
            id: try HoldID(row["id"] as String), kind: kind, scope: try shown(row["scope"], kind: kind), named: row["named"],
            reason: row["reason"], authority: row["authority"],
            placedOn: row["placed_on"], liftedOn: row["lifted_on"], liftedReason: row["lifted_reason"])
    }

    /// A scope as people read it: identifiers with their hyphens.
    private static func shown(_ scope: String, kind: HoldScopeKind) throws -> String {
        switch kind {
        case .document: try DocumentID(scope).description
        case .dossier: try DossierID(scope).description
        case .party: try PartyID(scope).description
        default: scope
        }
    }
}

/// What of a document's texts a hold on words goes by.
public enum HeldTexts: Sendable {
    /// What is read; a text that is not read yet, or could not be read wholly, counts as found by each query that asks for words.
    case unreadCount
    /// Others come in their place, of which nothing is known: no query that asks for words, or for their absence, finds it for certain.
    case replaced
}
