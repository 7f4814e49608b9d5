import GRDB

/// One state of a generation, held fast while others go on writing.
public final class CatalogueSnapshot: Sendable {
    let database: DatabaseSnapshot

    init(_ database: DatabaseSnapshot) { self.database = database }
}

extension CatalogueGeneration {
    /// Holds fast the state as it is now, for as long as the snapshot lives.
    ///
    /// - Throws: ``CatalogueError`` `.readOnly` where the database can only be read: it has no log then that could hold states.
    public func snapshot() throws -> CatalogueSnapshot {
        try CatalogueError.translating {
            guard let pool = database as? DatabasePool else { throw CatalogueError.readOnly }
            return CatalogueSnapshot(try pool.makeSnapshot())
        }
    }
}
