import Foundation
import GRDB
import Records
import Retention

extension Projection {
    static func load(_ fact: SchemeLoaded, of event: ProjectedEvent, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO schemes VALUES (?, ?, ?)", arguments: [fact.version, event.sequence, try canonical(fact.classes)])
        try reckonAll(in: db)
    }

    static func load(_ fact: ScheduleLoaded, of event: ProjectedEvent, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO schedules VALUES (?, ?, ?)", arguments: [fact.version, event.sequence, try canonical(fact.rules)])
        try reckonAll(in: db)
    }

    static func classify(_ fact: DocumentClassified, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        try db.execute(
            sql: "UPDATE documents SET class = ?, changed_sequence = ? WHERE row = ?", arguments: [fact.after, event.sequence, row])
        try reckon(DueDependents.ofDocument(row, in: db), in: db)
    }

    static func record(_ fact: FactRecorded, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        if let value = fact.value {
            try db.execute(
                sql: "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)",
                arguments: [row, fact.name, value, fact.evidence?.compact, event.sequence])
        } else {
            try db.execute(sql: "DELETE FROM facts WHERE document = ? AND name = ?", arguments: [row, fact.name])
        }
        try reckon(DueDependents.ofDocument(row, in: db), in: db)
    }

    static func open(_ fact: MatterOpened, on date: CivilDate, of event: ProjectedEvent, in db: Database) throws {
        let row = try documentRow(fact.document, event, in: db)
        try db.execute(
            sql: "INSERT INTO matters (number, document, kind, note, opened_on) VALUES (?, ?, ?, ?, ?)",
            arguments: [fact.matter, row, fact.kind, fact.note, date.description])
    }

    static func settle(_ fact: MatterSettled, on date: CivilDate, in db: Database) throws {
        try db.execute(
            sql: "UPDATE matters SET settled_on = ?, settled_reason = ? WHERE number = ?",
            arguments: [date.description, fact.reason, fact.matter])
    }

    static func place(_ fact: HoldPlaced, on date: CivilDate, in db: Database) throws {
        let (kind, scope) = fact.scope.written
        try db.execute(
            sql: "INSERT INTO holds (id, kind, scope, reason, authority, placed_on) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [fact.hold.compact, kind, scope, fact.reason, fact.authority, date.description])
        guard case .frozenQuery(_, let documents) = fact.scope else { return }
        let row = db.lastInsertedRowID
        for document in documents { try db.execute(sql: "INSERT INTO held_documents VALUES (?, ?)", arguments: [row, document.compact]) }
    }

    static func lift(_ fact: HoldLifted, on date: CivilDate, in db: Database) throws {
        try db.execute(
            sql: "UPDATE holds SET lifted_on = ?, lifted_reason = ? WHERE id = ?",
            arguments: [date.description, fact.reason, fact.hold.compact])
    }

    /// Reckons anew until when documents are kept.
    static func reckon(_ rows: Set<Int64>, in db: Database) throws {
        let reckoning = try DueReckoning(in: db)
        for row in rows.sorted() { try reckoning.write(row, in: db) }
    }

    private static func reckonAll(in db: Database) throws {
        let reckoning = try DueReckoning(in: db)
        for row in try Int64.fetchAll(db, sql: "SELECT row FROM documents ORDER BY row") { try reckoning.write(row, in: db) }
    }

    /// The same text for the same value, so that a rebuild's rows are equal.
    private static func canonical(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension HoldScope {
    /// The kind of scope, and what it names, as the catalogue keeps them.
    package var written: (kind: String, scope: String) {
        switch self {
        case .document(let id): ("document", id.compact)
        case .dossier(let id): ("dossier", id.compact)
        case .party(let id): ("party", id.compact)
        case .recordClass(let code): ("class", code)
        case .frozenQuery(let query, _): ("frozen", query)
        case .standingQuery(let query): ("standing", query)
        }
    }
}
