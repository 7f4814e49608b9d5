import GRDB

/// Orders the documents that hold all of a query: where a hit is comes before how often.
///
/// An exact number is first, then all words in the number, in the title, in the party, in any of the three; then a phrase above
/// scattered words. Among equals a closer look at the first few, then the newest first.
struct Ranking {
    /// How many of the first are looked at closely: a page or some; more would cost more than it tells.
    static let lookedAt = 100

    private let search: Search
    private let found: [RowSet]
    private let text: [TextTerm]

    init(_ search: Search, found: [RowSet]) {
        self.search = search
        self.found = found
        text = search.request.query.freeText
    }

    /// All rows, best first.
    func rows() throws -> [Int64] {
        guard !text.isEmpty, search.request.order == .relevance else { return newestFirst() }
        let exact = try exactNumbers()
        var tiers: [UInt8: [Int64]] = [:]
        for block in found.indices where !found[block].isEmpty {
            let marks = try marks(block)
            found[block].forEach { place in
                let row = SearchedRow.row(block, place)
                var tier: UInt8 = exact.contains(row) ? Mark.exactNumber : 0
                for (mark, rows) in marks where rows[place] { tier |= mark }
                tiers[tier, default: []].append(row)
            }
        }
        return try closer(tiers.keys.sorted(by: >).map { ($0, Array((tiers[$0] ?? []).reversed())) })
    }

    /// What speaks for a document; the sum of the higher ones always outweighs the lower.
    private enum Mark {
        static let exactNumber: UInt8 = 32, number: UInt8 = 16, title: UInt8 = 8, party: UInt8 = 4, head: UInt8 = 2, phrase: UInt8 = 1
    }

    private func newestFirst() -> [Int64] {
        var rows: [Int64] = []
        for block in found.indices { found[block].forEach { rows.append(SearchedRow.row(block, $0)) } }
        return rows.reversed()
    }

    /// The documents whose number is what was typed, as a whole or one of the words.
    private func exactNumbers() throws -> Set<Int64> {
        let whole = text.map(\.text).joined(separator: " ")
        let keys = Set(([whole] + text.map(\.text)).map { SearchIndex.numberKey($0) }).subtracting([""])
        var rows: Set<Int64> = []
        let statement = try search.db.cachedStatement(sql: "SELECT document FROM search_texts WHERE number_key = ? AND number_key <> ''")
        for key in keys { rows.formUnion(try Int64.fetchAll(statement, arguments: [key])) }
        return rows
    }

    private func marks(_ block: Int) throws -> [(UInt8, RowSet)] {
        var marks: [(UInt8, RowSet)] = []
        let columns: [(UInt8, TextTerm.Column)] = [(Mark.number, .number), (Mark.title, .title), (Mark.party, .party)]
        var anywhere = found[block]
        var each = columns.map { _ in found[block] }
        for clause in search.request.query.clauses where !clause.negated {
            let terms = clause.words
            guard terms.count == clause.alternatives.count else { continue }
            var union = RowSet()
            for (index, column) in columns.enumerated() {
                let rows = try self.rows(terms, in: column.1, block)
                union.formUnion(rows)
                each[index].formIntersection(rows)
            }
            anywhere.formIntersection(union)
            if anywhere.isEmpty { break }
        }
        if !anywhere.isEmpty { marks += zip(columns, each).map { ($0.0, $1) } + [(Mark.head, anywhere)] }
        if let phrase, !found[block].isEmpty { marks.append((Mark.phrase, try search.lookup.rows(phrase, block: block, in: search.db))) }
        return marks
    }

    private func rows(_ terms: [TextTerm], in column: TextTerm.Column, _ block: Int) throws -> RowSet {
        var rows = RowSet()
        for term in terms {
            guard let expression = MatchExpression(term, column: column) else { continue }
            rows.formUnion(try search.lookup.rows(expression, block: block, in: search.db))
        }
        return rows
    }

    /// All words next to each other; nil for a single one.
    private var phrase: MatchExpression? {
        guard text.count > 1 else { return nil }
        return MatchExpression(TextTerm(text: text.map(\.text).joined(separator: " "), exact: false, column: nil))
    }

    /// The rows of all tiers in order, the first ones of them ordered within their tier by their texts.
    private func closer(_ tiers: [(tier: UInt8, rows: [Int64])]) throws -> [Int64] {
        let units = QueryUnits(text)
        var rows: [Int64] = []
        for tier in tiers {
            let first = tier.rows.prefix(max(0, Ranking.lookedAt - rows.count))
            if first.count > 1 {
                let scores = try TextScore(units).scores(of: Array(first), in: search.db)
                rows += zip(first, scores).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 > $1.0 }.map(\.0)
            } else {
                rows += first
            }
            rows += tier.rows.dropFirst(first.count)
        }
        return rows
    }
}
