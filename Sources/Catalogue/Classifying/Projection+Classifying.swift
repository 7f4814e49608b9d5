import GRDB
import Records
import Retention

extension SchemeLoaded: Projectable {}
extension SchemeLoadedWithoutOwners: Projectable {}
extension EarlierSchemeLoaded: Projectable {}

extension Projectable where Self: SchemeLoading {
    func project(_ projection: Projection) throws { try projection.load(version, classes) }
}

extension Projection {
    fileprivate func load(_ version: Int, _ classes: [ClassDefinition]) throws {
        try run("INSERT INTO schemes VALUES (?, ?, ?)", [version, event.sequence, try Projection.canonical(classes)])
        try run("DELETE FROM classes")
        let scheme = Scheme(classes)
        for item in classes {
            let readers = try scheme.readers(of: item.code).map { try Projection.canonical($0.map(\.rawValue).sorted()) }
            try run("INSERT INTO classes VALUES (?, ?, ?)", [item.code, item.parent, readers])
        }
        try Projection.reckonAll(in: db)
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
