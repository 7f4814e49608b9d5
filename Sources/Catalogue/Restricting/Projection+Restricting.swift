import GRDB
import Records

extension DocumentRestricted: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run("INSERT OR REPLACE INTO restrictions VALUES (?, ?, ?)", [row, reason, projection.date.description])
        try projection.setRestricted(true, row)
    }
}

extension RestrictionLifted: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run("DELETE FROM restrictions WHERE document = ?", [row])
        // Whoever opened it opened this restriction, and not one to come.
        try projection.run("DELETE FROM openings WHERE document = ?", [row])
        try projection.setRestricted(false, row)
    }
}

extension RestrictedOpened: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT OR IGNORE INTO openings VALUES (?, ?, ?)",
            [projection.event.actor, projection.date.description, try projection.row(of: document)])
    }
}

extension Projection {
    fileprivate func setRestricted(_ isRestricted: Bool, _ row: Int64) throws {
        try run("UPDATE documents SET restricted = ?, changed_sequence = ? WHERE row = ?", [isRestricted, event.sequence, row])
    }
}
