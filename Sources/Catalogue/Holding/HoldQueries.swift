import Foundation
public import GRDB
public import Records
import Retention

/// A hold as people see it.
public struct HoldView: Sendable, Hashable, Codable {
    public let id: HoldID
    /// `document`, `dossier`, `party`, `class`, `frozen` or `standing`.
    public let kind: String
    /// The identifier, class or query that it names.
    public let scope: String
    public let reason: String
    public let authority: String
    public let placedOn: String
    /// Nil while it stands.
    public let liftedOn: String?
    public let liftedReason: String?
}

/// Which holds there are, and which of them cover a document. This is the only place that decides it.
public enum HoldQueries {
    /// All holds, the newest first; those that were lifted only where they are asked for.
    public static func holds(lifted: Bool, in db: Database) throws -> [HoldView] {
        let condition = lifted ? "" : "WHERE lifted_on IS NULL"
        return try Row.fetchAll(db, sql: "SELECT * FROM holds \(condition) ORDER BY row DESC").map(view)
    }

    /// The hold of this identifier.
    public static func hold(_ id: HoldID, in db: Database) throws -> HoldView? {
        try Row.fetchOne(db, sql: "SELECT * FROM holds WHERE id = ?", arguments: [id.compact]).map(view)
    }

    /// The holds in force that cover a document.
    ///
    /// - Parameter matches: Whether the document holds what a standing query asks, as of today.
    public static func covering(_ row: Int64, matches: (String) throws -> Bool, in db: Database) throws -> [HoldView] {
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM holds WHERE lifted_on IS NULL)") == true else { return [] }
        let classes = try recordClasses(of: row, in: db)
        let named = try Row.fetchAll(
            db,
            sql: """
                SELECT h.* FROM holds h, documents d LEFT JOIN parties p ON p.row = d.party_row
                WHERE d.row = :row AND h.lifted_on IS NULL AND (
                    h.kind = 'document' AND h.scope = d.id
                    OR h.kind = 'party' AND h.scope = p.id
                    OR h.kind = 'dossier' AND h.scope IN
                        (SELECT c.id FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = d.row)
                    OR h.kind = 'party' AND h.scope IN
                        (SELECT q.id FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier JOIN parties q ON q.row = c.party_row
                        WHERE l.document = d.row)
                    OR h.kind = 'frozen' AND EXISTS (SELECT 1 FROM held_documents x WHERE x.hold = h.row AND x.document = d.id)
                    OR h.kind = 'class' AND h.scope IN (SELECT value FROM json_each(:classes)))
                ORDER BY h.row
                """, arguments: ["row": row, "classes": classes])
        let standing = try Row.fetchAll(db, sql: "SELECT * FROM holds WHERE kind = 'standing' AND lifted_on IS NULL ORDER BY row")
        return try (named + standing.filter { try matches($0["scope"]) }).map(view)
    }

    /// A document's class and those above it, as a JSON array.
    private static func recordClasses(of row: Int64, in db: Database) throws -> String {
        guard let code = try RetentionQueries.recordClass(of: row, in: db) else { return "[]" }
        let line = try RetentionQueries.scheme(in: db)?.scheme.line(of: code).map(\.code) ?? [code]
        return String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
    }

    /// A scope as people read it: identifiers with their hyphens.
    private static func shown(_ scope: String, kind: String) throws -> String {
        switch kind {
        case "document": try DocumentID(scope).description
        case "dossier": try DossierID(scope).description
        case "party": try PartyID(scope).description
        default: scope
        }
    }

    private static func view(_ row: Row) throws -> HoldView {
        HoldView(
            id: try HoldID(row["id"] as String), kind: row["kind"], scope: try shown(row["scope"], kind: row["kind"]),
            reason: row["reason"], authority: row["authority"],
            placedOn: row["placed_on"], liftedOn: row["lifted_on"], liftedReason: row["lifted_reason"])
    }
}
