import GRDB
import Records

extension SchemeLoaded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO schemes VALUES (?, ?, ?)", [version, projection.event.sequence, try Projection.canonical(classes)])
        try Projection.reckonAll(in: projection.db)
    }
}

extension DocumentClassified: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "UPDATE documents SET class = ?, changed_sequence = ? WHERE row = ?", [after, projection.event.sequence, row])
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}
