import GRDB
import Records
import Retention

extension ScheduleLoaded: Projectable {}
extension EarlierScheduleLoaded: Projectable {}

extension Projectable where Self: ScheduleLoading {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO schedules VALUES (?, ?, ?)", [version, projection.event.sequence, try Projection.canonical(rules)])
        try Projection.reckonAll(in: projection.db)
    }
}

extension OwnRuleSet: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "UPDATE documents SET own_rule = ?, changed_sequence = ? WHERE row = ?", [after, projection.event.sequence, row])
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}

extension FactRecorded: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        // What it was before gives way; another accounting year stays beside it.
        try projection.run(
            "DELETE FROM facts WHERE document = ? AND name = ? AND (value = ? OR NOT ?)", [row, name, before, Trigger.hasSeveral(name)])
        if let value {
            try projection.run(
                "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)", [row, name, value, evidence?.compact, projection.event.sequence])
        }
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}

extension MatterOpened: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "INSERT INTO matters (number, document, kind, note, opened_on) VALUES (?, ?, ?, ?, ?)",
            [matter, row, kind.rawValue, note, projection.date.description])
    }
}

extension MatterClosed: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE matters SET settled_on = ?, settled_reason = ? WHERE number = ?", [projection.date.description, reason, matter])
    }
}

extension Projection {
    /// Reckons anew until when documents are kept.
    static func reckon(_ rows: Set<Int64>, in db: Database) throws {
        let reckoning = try DueReckoning(in: db)
        for row in rows.sorted() { try reckoning.write(row, in: db) }
    }

    static func reckonAll(in db: Database) throws {
        try reckon(Int64.fetchSet(db, sql: "SELECT row FROM documents"), in: db)
    }

    /// The same text for the same value, so that a rebuild's rows are equal.
    static func canonical(_ value: some Encodable) throws -> String { try CanonicalJSON.text(value) }
}
