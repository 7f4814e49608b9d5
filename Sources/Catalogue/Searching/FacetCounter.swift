/// Counts hits by type, party, year and state, from the arrays in memory.
struct FacetCounter {
    private let columns: SearchColumns

    init(_ columns: SearchColumns) { self.columns = columns }

    func facets(_ rows: [Int64]) -> SearchAnswer.Facets {
        var types = [Int](repeating: 0, count: columns.types.words.count)
        var states = [Int](repeating: 0, count: columns.states.words.count)
        var years: [Int: Int] = [:]
        var parties: [Int64: Int] = [:]
        for row in rows {
            guard let entry = columns.entry(row) else { continue }
            types[Int(entry.type)] += 1
            states[Int(entry.state)] += 1
            if entry.signed.from != 0 { years[Int(entry.signed.from / 10_000), default: 0] += 1 }
            if entry.party != 0 { parties[entry.party, default: 0] += 1 }
        }
        let byCount = parties.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return SearchAnswer.Facets(
            types: FacetCounter.counts(types, columns.types),
            parties: byCount.prefix(SearchAnswer.Facets.mostParties).map { .init(value: $0.key, count: $0.value) },
            years: years.sorted { $0.key > $1.key }.map { .init(value: $0.key, count: $0.value) },
            states: FacetCounter.counts(states, columns.states))
    }

    /// Number 0 stands for documents without a value, which are not counted.
    private static func counts(_ counts: [Int], _ words: SearchColumns.Words) -> [SearchAnswer.Count<String>] {
        counts.indices.dropFirst().filter { counts[$0] > 0 }.map { .init(value: words.words[$0], count: counts[$0]) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
    }
}
