import GRDB
import Records

/// Compares one table of two catalogues in the order of its key.
struct TableComparison {
    private let table: String
    private let sql: String
    /// Places of the key's columns.
    private let key: [Int]
    /// The column with a document's row, or with its identifier.
    private let document: Int?

    /// Leaves out what SQLite makes by itself; nobody else may begin a name so.
    static let isOurs = "substr(name, 1, 7) <> 'sqlite_'"

    /// The tables, indexes and triggers that there are.
    static let schema = TableComparison(
        table: "sqlite_schema", sql: "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE \(isOurs) ORDER BY 1, 2",
        key: [0, 1], document: nil)

    /// How many words there are in all, and in each document, as FTS5 keeps it beside a full-text table: hits are ranked by it.
    static func sizes(of table: String, in db: Database) throws -> [TableComparison] {
        let (all, each) = ("\(table)_data", "\(table)_docsize")
        var comparisons = [TableComparison(table: all, sql: "SELECT id, block FROM \(all) WHERE id = 1", key: [0], document: nil)]
        // Not where documents are found and never ranked.
        if try db.tableExists(each) {
            comparisons.append(TableComparison(table: each, sql: "SELECT id, sz FROM \(each) ORDER BY 1", key: [0], document: 0))
        }
        return comparisons
    }

    private init(table: String, sql: String, key: [Int], document: Int?) {
        self.table = table
        self.sql = sql
        self.key = key
        self.document = document
    }

    init(of table: String, in db: Database) throws {
        let columns = try Row.fetchAll(db, sql: "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
        let names = columns.map { $0["name"] as String }
        let keys = columns.filter { $0["pk"] > 0 }.sorted { ($0["pk"] as Int) < $1["pk"] }.map { $0["name"] as String }
        self.table = table
        key = keys.compactMap { names.firstIndex(of: $0) }
        document = names.firstIndex(of: table == "documents" ? "row" : "document")
        sql = "SELECT * FROM \(table) ORDER BY \(keys.joined(separator: ", "))"
    }

    /// - Parameter sparing: rows of documents that are not compared.
    func differences(_ grown: Database, _ fresh: Database, sparing: Set<Int64> = []) throws -> [CatalogueDifference] {
        var found: [CatalogueDifference] = []
        var count = 0
        func note(_ kind: CatalogueDifference.Kind, _ row: Row, _ columns: [String], in db: Database) throws {
            let about = document.map { row[$0] as DatabaseValue }
            if let about, let number = Int64.fromDatabaseValue(about), sparing.contains(number) { return }
            if document == nil, !sparing.isEmpty { return }
            count += 1
            guard count <= CatalogueComparison.mostNamed else { return }
            let id = try about.flatMap { try Self.identifier($0, in: db) }
            found.append(CatalogueDifference(kind: kind, table: table, key: name(of: row), columns: columns, document: id))
        }
        let (left, right) = (try Row.fetchCursor(grown, sql: sql), try Row.fetchCursor(fresh, sql: sql))
        var (old, new) = (try left.next(), try right.next())
        while old != nil || new != nil {
            try Task.checkCancellation()
            switch order(old, new) {
            case .orderedBefore:
                if let row = old { try note(.unexpected, row, [], in: grown) }
                old = try left.next()
            case .orderedAfter:
                if let row = new { try note(.missing, row, [], in: fresh) }
                new = try right.next()
            case .same:
                if let old, let new {
                    let columns = zip(old, new).filter { !$0.1.isSame(as: $1.1) }.map { $0.0.0 }
                    if !columns.isEmpty { try note(.differs, new, columns, in: fresh) }
                }
                (old, new) = (try left.next(), try right.next())
            }
        }
        guard count > CatalogueComparison.mostNamed else { return found }
        let rest = count - CatalogueComparison.mostNamed
        return found + [CatalogueDifference(kind: .more(rest), table: table, key: "", columns: [], document: nil)]
    }

    private func name(of row: Row) -> String {
        let names = Array(row.columnNames)
        return key.map { place in "\(names[place])=\((row[place] as DatabaseValue).storage.value ?? "")" }.joined(separator: " ")
    }

    private static func identifier(_ about: DatabaseValue, in db: Database) throws -> DocumentID? {
        if let id = String.fromDatabaseValue(about) { return try? DocumentID(id) }
        let id = try String.fetchOne(db, sql: "SELECT id FROM documents WHERE row = ?", arguments: [about])
        return id.flatMap { try? DocumentID($0) }
    }

    private enum Order { case orderedBefore, same, orderedAfter }

    /// Which of two rows comes first by the key; a row that is there comes before none.
    private func order(_ old: Row?, _ new: Row?) -> Order {
        guard let old else { return .orderedAfter }
        guard let new else { return .orderedBefore }
        for place in key {
            let (left, right) = (old[place] as DatabaseValue, new[place] as DatabaseValue)
            if !left.isSame(as: right) { return left.comesBefore(right) ? .orderedBefore : .orderedAfter }
        }
        return .same
    }
}

extension DatabaseValue {
    /// Byte for byte the same; `==` holds between the composed and the decomposed form of a letter.
    fileprivate func isSame(as other: DatabaseValue) -> Bool {
        if case .string(let left) = storage, case .string(let right) = other.storage { return left.utf8.elementsEqual(right.utf8) }
        return self == other
    }

    /// The order in which SQLite sorts values of one column without a collation of its own.
    fileprivate func comesBefore(_ other: DatabaseValue) -> Bool {
        switch (storage, other.storage) {
        case (.int64(let left), .int64(let right)): left < right
        case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        default: rank < other.rank
        }
    }

    private var rank: Int {
        switch storage {
        case .null: 0
        case .int64, .double: 1
        case .string: 2
        case .blob: 3
        }
    }
}
