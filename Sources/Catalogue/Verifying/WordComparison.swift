import GRDB
import GRDBSQLite
import Records

/// Compares a full-text table of two catalogues by its instances: each word with the document and place where it stands, whatever
/// segments the words lie in. Each word must also be found where a search looks it up: its page is named in a table beside the pages.
struct WordComparison {
    let table: String

    /// At most one difference, for the first word that differs or is not found: the words of a document are not those of its text.
    func differences(_ grown: Database, _ fresh: Database) throws -> [CatalogueDifference] {
        let (left, right) = (try Instances(of: table, in: grown), try Instances(of: table, in: fresh))
        defer {
            left.end()
            right.end()
        }
        var count = 0
        while true {
            count += 1
            if count.isMultiple(of: 4096) { try Task.checkCancellation() }
            let (old, new) = (try left.next(), try right.next())
            guard old || new else { return [] }
            guard old, new, left.isSame(as: right) else {
                let isSurplus = old && (!new || left.comesBefore(right))
                return [try difference(isSurplus ? .unexpected : .missing, isSurplus ? left.document : right.document, fresh)]
            }
            guard try left.isFound() else { return [try difference(.missing, left.document, fresh)] }
        }
    }

    private func difference(_ kind: CatalogueDifference.Kind, _ row: Int64, _ fresh: Database) throws -> CatalogueDifference {
        let id = try String.fetchOne(fresh, sql: "SELECT id FROM documents WHERE row = ?", arguments: [row])
        return CatalogueDifference(
            kind: kind, table: table, key: "document=\(row)", columns: [], document: id.flatMap { try? DocumentID($0) })
    }
}

/// The instances of a full-text table, in the order of its words. Stepped as the bare statement: there are as many as there are signs.
private final class Instances {
    private let db: Database
    private let statement: Statement
    private let handle: SQLiteStatement
    private let lookup: Statement
    private var lookedUp: [UInt8] = []

    init(of table: String, in db: Database) throws {
        self.db = db
        try db.execute(sql: "DROP TABLE IF EXISTS temp.instances")
        try db.execute(sql: "CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', '\(table)', 'instance')")
        statement = try db.makeStatement(sql: "SELECT term, doc, col, offset FROM temp.instances")
        handle = statement.sqliteStatement
        lookup = try db.makeStatement(sql: "SELECT doc FROM temp.instances WHERE term = ? LIMIT 1")
    }

    /// Whether looking its word up leads to the word's first instance; asked of that one alone.
    func isFound() throws -> Bool {
        let term = bytes(0)
        guard !term.elementsEqual(lookedUp) else { return true }
        lookedUp = Array(term)
        return try Int64.fetchOne(lookup, arguments: [String(decoding: lookedUp, as: UTF8.self)]) == document
    }

    /// - Returns: whether there is another one.
    func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
    }

    func end() {
        sqlite3_reset(handle)
        try? db.execute(sql: "DROP TABLE temp.instances")
    }

    var document: Int64 { sqlite3_column_int64(handle, 1) }

    func isSame(as other: Instances) -> Bool {
        sqlite3_column_int64(handle, 1) == sqlite3_column_int64(other.handle, 1)
            && sqlite3_column_int64(handle, 3) == sqlite3_column_int64(other.handle, 3)
            && bytes(0).elementsEqual(other.bytes(0)) && bytes(2).elementsEqual(other.bytes(2))
    }

    func comesBefore(_ other: Instances) -> Bool {
        guard bytes(0).elementsEqual(other.bytes(0)) else { return bytes(0).lexicographicallyPrecedes(other.bytes(0)) }
        guard document == other.document else { return document < other.document }
        return sqlite3_column_int64(handle, 3) < sqlite3_column_int64(other.handle, 3)
    }

    private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sqlite3_column_text(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
    }
}
