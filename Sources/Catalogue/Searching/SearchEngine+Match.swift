public import GRDB

extension SearchEngine {
    /// Whether a document holds all that a query asks, strictly; withdrawn and 秘密 ones are asked like others.
    ///
    /// It looks at the catalogue as the connection sees it, also inside a transaction that is not committed.
    public func matches(_ query: ParsedQuery, row: Int64, in db: Database) throws -> Bool {
        try rows(of: query, among: [row], in: db) == [row]
    }

    /// The documents of a scope, by their rows, that hold all that a query asks.
    public func rows(of query: ParsedQuery, scope: SearchScope = SearchScope(), in db: Database) throws -> Set<Int64> {
        try rows(of: query, among: nil, scope: scope, in: db)
    }

    private func rows(
        of query: ParsedQuery, among: Set<Int64>?, scope: SearchScope = SearchScope(restricted: nil, includesWithdrawn: true),
        in db: Database
    ) throws -> Set<Int64> {
        let columns = try cache.columns(in: db)
        let request = SearchRequest(query, scope: scope)
        let search = try Search(request, columns: columns, db)
        let clauses = try ClauseEvaluation(query, columns: columns, lookup: search.lookup, in: db)
        var found: Set<Int64> = []
        for (block, universe) in search.universe.enumerated() {
            var candidates = universe
            if let among {
                candidates = RowSet()
                for row in among where SearchedRow.row(block, RowSet.place(of: row)) == row {
                    candidates[RowSet.place(of: row)] = universe[RowSet.place(of: row)]
                }
            }
            guard !candidates.isEmpty else { continue }
            let rows = try clauses.rows(of: candidates, block: block, columns.blocks[block], db)
            for place in columns.blocks[block].indices where rows[place] { found.insert(SearchedRow.row(block, place)) }
        }
        return found
    }
}
