import GRDB

/// One search, on its way from the query to the answer.
///
/// Documents that hold all are found exactly, as sets of rows by block; then they are ranked by where they hold it, and the
/// first few by a closer look at their texts. Where few were found, those that hold most of it follow.
struct Search {
    let request: SearchRequest
    let columns: SearchColumns
    let lookup: TextLookup
    let db: Database
    /// The documents that may be found, by block.
    let universe: [RowSet]

    init(_ request: SearchRequest, columns: SearchColumns, _ db: Database) throws {
        self.request = request
        self.columns = columns
        self.db = db
        lookup = try TextLookup(db, secrets: request.scope.secrets != .none)
        universe = columns.blocks.indices.map { Search.universe($0, columns, request.scope) }
    }

    private static func universe(_ block: Int, _ columns: SearchColumns, _ scope: SearchScope) -> RowSet {
        var rows = RowSet()
        let closed = Set(scope.closedClasses.compactMap { columns.classes.known(Fold.string($0)).map { Int32(truncatingIfNeeded: $0) } })
        for (place, entry) in columns.blocks[block].enumerated() where entry.exists && (scope.includesWithdrawn || !entry.withdrawn) {
            if entry.restricted, let allowed = scope.restricted, !allowed.contains(SearchedRow.row(block, place)) { continue }
            if entry.secret {
                switch scope.secrets {
                case .none: continue
                case .all: break
                case .only(let allowed): guard allowed.contains(SearchedRow.row(block, place)) else { continue }
                }
            }
            guard closed.isEmpty || !closed.contains(entry.recordClass) || scope.opened.contains(SearchedRow.row(block, place)) else {
                continue
            }
            rows[place] = true
        }
        return rows
    }

    mutating func answer() throws -> SearchAnswer {
        let clauses = try ClauseEvaluation(request.query, columns: columns, lookup: lookup, in: db)
        var found: [RowSet] = []
        for block in universe.indices { found.append(try clauses.rows(of: universe[block], block: block, columns.blocks[block], db)) }
        let strict = try Ranking(self, found: found).rows()
        let relaxation = Relaxation(self, clauses: clauses, found: found)
        let extra = relaxation.isWanted(found: strict.count) ? try relaxation.rows() : []
        let counted = FacetCounter(columns).facets(strict + extra)
        let all = ordered(strict.map { Found(row: $0, matchedAll: true) } + extra.map { Found(row: $0, matchedAll: false) })
        let page = all.dropFirst(request.offset).prefix(request.limit)
        let snippets = SnippetCutter(request.query)
        return SearchAnswer(
            total: all.count,
            hits: try page.map { .init(row: $0.row, snippets: try snippets.snippets(of: $0.row, in: db), matchedAll: $0.matchedAll) },
            facets: counted, ignored: request.query.ignored, secretRows: secretRows(all), relaxed: !extra.isEmpty)
    }

    private func secretRows(_ found: [Found]) -> Set<Int64> {
        found.reduce(into: []) { if columns.entry($1.row)?.secret == true { $0.insert($1.row) } }
    }

    private struct Found {
        let row: Int64
        let matchedAll: Bool
    }

    /// By the order asked for; what lacks the value comes last, and later filed ones come first among equals.
    private func ordered(_ found: [Found]) -> [Found] {
        func sorted(ascending: Bool, _ value: (SearchColumns.Entry) -> Int64?) -> [Found] {
            let keyed = found.map { ($0, columns.entry($0.row).flatMap(value)) }
            return keyed.sorted { left, right in
                guard left.1 != right.1 else { return left.0.row > right.0.row }
                guard let first = left.1, let second = right.1 else { return left.1 != nil }
                return (first < second) == ascending
            }.map(\.0)
        }
        switch request.order {
        case .relevance: return found
        case .filed(let ascending): return found.sorted { ($0.row < $1.row) == ascending }
        case .signed(let ascending): return sorted(ascending: ascending) { $0.signed.from == 0 ? nil : Int64($0.signed.from) }
        case .amount(let ascending): return sorted(ascending: ascending) { $0.amount == .min ? nil : $0.amount }
        }
    }
}

/// Rows and their places in blocks.
enum SearchedRow {
    static func row(_ block: Int, _ place: Int) -> Int64 { Int64(block * SearchShard.size + place + 1) }
}
