import GRDB

/// Asks the shards that may be read. A look-up steps the bare statement: no text, no rank, only rows.
struct TextLookup {
    private let shards: [Int: [SearchShard]]

    init(_ db: Database, secrets: Bool) throws {
        let numbers = try Int64.fetchAll(db.cachedStatement(sql: "SELECT shard FROM search_shards ORDER BY shard"))
        let allowed = numbers.map { SearchShard(number: $0) }.filter { secrets || !$0.isSecret }
        shards = Dictionary(grouping: allowed, by: \.block)
    }

    /// The rows of a block whose text matches.
    func rows(_ expression: MatchExpression, block: Int, in db: Database) throws -> RowSet {
        var rows = RowSet()
        for shard in shards[block] ?? [] {
            let table = expression.table == .words ? shard.words : shard.signs
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM \(table) WHERE \(table) MATCH ?")
            let cursor = try Int64.fetchCursor(statement, arguments: [expression.text])
            while let row = try cursor.next() { rows[RowSet.place(of: row)] = true }
        }
        return rows
    }
}
