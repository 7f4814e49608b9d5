import GRDB
public import Records

/// Compares the catalogue in use with one made anew from the same events and derived files: every row of every table, the tables
/// themselves, and each word of the full-text index at its place.
///
/// Both are read in the order of their keys, side by side: the cost is that of reading them once, and nothing is kept in memory.
public struct CatalogueComparison: Sendable {
    private let grown: CatalogueSnapshot
    private let fresh: CatalogueSnapshot

    public init(of grown: CatalogueSnapshot, with fresh: CatalogueSnapshot) {
        self.grown = grown
        self.fresh = fresh
    }

    /// Tables that say nothing about what happened: queues are worked off at different times.
    package static let workingTables: Set<String> = ["extraction_queue"]
    /// Most rows of a table that are named one by one.
    static let mostNamed = 100

    /// What differs.
    ///
    /// - Parameter sparing: documents whose derived files are damaged, so that their texts cannot be compared.
    /// - Throws: ``CatalogueError``; `CancellationError`
    public func differences(sparing: Set<DocumentID> = []) throws -> [CatalogueDifference] {
        try CatalogueError.translating {
            try grown.database.read { grown in
                try fresh.database.read { fresh in
                    let spared = Set(
                        try sparing.compactMap {
                            try Int64.fetchOne(fresh, sql: "SELECT row FROM documents WHERE id = ?", arguments: [$0.compact])
                        })
                    var found = try TableComparison.schema.differences(grown, fresh)
                    guard found.isEmpty else { return found }
                    for table in try tables(in: fresh) {
                        let comparison = try TableComparison(of: table, in: fresh)
                        found += try comparison.differences(grown, fresh, sparing: Self.derivedTables.contains(table) ? spared : [])
                    }
                    guard spared.isEmpty else { return found }
                    for table in try SearchIndex.tables(in: fresh) {
                        let words = try WordComparison(table: table).differences(grown, fresh)
                        guard words.isEmpty else {
                            found += words
                            continue
                        }
                        for sizes in try TableComparison.sizes(of: table, in: fresh) { found += try sizes.differences(grown, fresh) }
                    }
                    return found
                }
            }
        }
    }

    /// Tables whose rows hang on derived files.
    private static let derivedTables: Set<String> = ["extractions", "search_texts", "search_shards"]

    /// The ordinary tables, without those in which FTS5 keeps its index.
    private func tables(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND \(TableComparison.isOurs) ORDER BY name
                """
        ).filter { !Self.workingTables.contains($0) }
    }
}
