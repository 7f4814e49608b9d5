import GRDB

/// Finds the documents that hold most of a query's words where few hold all: a question typed as it is.
///
/// A document's worth is the sum of the weights of the units it holds, less for a long one, which holds much by chance. The best
/// few are then looked at closely. Counts of documents enter the weights, but only of those that the reader may find.
struct Relaxation {
    /// With fewer hits than this, documents that hold most of several words follow.
    static let few = 10
    /// Most documents that follow.
    static let most = 100
    /// How many of them are looked at closely.
    static let lookedAt = 32
    /// What a document must hold of what the fullest one holds.
    static let share = 0.33

    private struct Candidate {
        let row: Int64
        var score: Double
        let held: Double
    }

    private let search: Search
    private let clauses: ClauseEvaluation
    private let found: [RowSet]

    init(_ search: Search, clauses: ClauseEvaluation, found: [RowSet]) {
        self.search = search
        self.clauses = clauses
        self.found = found
    }

    /// Whether documents that hold only most of it should follow those found: none holds all, or few do and several words were typed.
    ///
    /// What stands in quotation marks is meant as it is, and so is a number or Latin word by itself: others would only mislead.
    func isWanted(found count: Int) -> Bool {
        let text = search.request.query.freeText
        guard count < Relaxation.few, text.contains(where: { !$0.exact }) else { return false }
        return text.count > 1 || (count == 0 && Fold.scalars(text[0].text).contains { CharacterClass.isSign($0) })
    }

    /// The rows, best first; none of those that hold all.
    func rows() throws -> [Int64] {
        var units = QueryUnits(search.request.query.freeText)
        guard units.isDivisible else { return [] }
        let holders = try holders(of: units)
        let documents = search.universe.reduce(0) { $0 + $1.count }
        units.weigh(holders: holders.map { blocks in blocks.reduce(0) { $0 + $1.count } }, of: documents)
        var best = try candidates(units, holders)
        let fullest = best.reduce(0) { max($0, $1.held) }
        best = best.filter { $0.held >= fullest * Relaxation.share }
        return try closer(Array(best.prefix(Relaxation.most)), units)
    }

    /// For each unit the documents that hold it, by block, among those that may be found.
    private func holders(of units: QueryUnits) throws -> [[RowSet]] {
        try units.expressions.map { expression in
            try search.universe.indices.map { block in
                try search.lookup.rows(expression, block: block, in: search.db).intersection(search.universe[block])
            }
        }
    }

    private func candidates(_ units: QueryUnits, _ holders: [[RowSet]]) throws -> [Candidate] {
        let lengths = try TextLengths(search.db)
        var best: [Candidate] = []
        for block in search.universe.indices {
            var allowed = try clauses.rows(
                of: search.universe[block], block: block, search.columns.blocks[block], withoutText: true, search.db)
            allowed.subtract(found[block])
            var held = [Double](repeating: 0, count: SearchShard.size)
            for unit in holders.indices {
                let weight = units.weights[unit]
                holders[unit][block].intersection(allowed).forEach { held[$0] += weight }
            }
            best += strongest(held, block)
        }
        let found = Array(best.sorted { $0.score > $1.score }.prefix(Relaxation.most * 2))
        return try found.map { candidate in
            var candidate = candidate
            candidate.score *= try lengths.factor(candidate.row)
            return candidate
        }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.row > $1.row }
    }

    /// The fullest documents of a block.
    private func strongest(_ held: [Double], _ block: Int) -> [Candidate] {
        let places = held.indices.filter { held[$0] > 0 }
        let most = Relaxation.most * 2
        let chosen =
            places.count <= most ? places : Array(places.sorted { held[$0] != held[$1] ? held[$0] > held[$1] : $0 > $1 }.prefix(most))
        return chosen.map { Candidate(row: SearchedRow.row(block, $0), score: held[$0], held: held[$0]) }
    }

    private func closer(_ candidates: [Candidate], _ units: QueryUnits) throws -> [Int64] {
        let first = candidates.prefix(Relaxation.lookedAt).map(\.row)
        let scores = try TextScore(units).scores(of: first, in: search.db)
        let ordered = zip(first, scores).enumerated().sorted {
            $0.element.1 != $1.element.1 ? $0.element.1 > $1.element.1 : $0.offset < $1.offset
        }
        return ordered.map(\.element.0) + candidates.dropFirst(first.count).map(\.row)
    }
}
