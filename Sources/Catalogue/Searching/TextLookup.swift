import GRDB
import GRDBSQLite

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
            try statement.setArguments([expression.text])
            try rows.insertAll(of: statement)
        }
        return rows
    }
}

extension RowSet {
    /// Adds each row that a statement gives. It is stepped directly: a cursor would cost several times the search itself.
    fileprivate mutating func insertAll(of statement: Statement) throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        let code = withWords { words in
            var code = sqlite3_step(handle)
            while code == SQLITE_ROW {
                let place = RowSet.place(of: sqlite3_column_int64(handle, 0))
                words[place >> 6] |= 1 << UInt64(truncatingIfNeeded: place & 63)
                code = sqlite3_step(handle)
            }
            return code
        }
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
