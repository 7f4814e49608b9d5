import GRDB

/// A closer look at texts: how often a document holds each unit of a query, how near each other, and whether its number, title
/// or party is what the query speaks of.
struct TextScore {
    /// How much of a body is looked at, in characters: a long one has said by then what it is about.
    static let longest = 20_000
    /// Units that stand within so many characters speak of one thing.
    static let window = 80
    /// What the densest place counts beside the sum over the whole text.
    static let windowWeight = 0.2
    /// What it counts that head and query have units in common, and that the query names the whole head.
    static let headWeight = 0.5, namedWeight = 0.8

    private let units: QueryUnits
    private let scanner: UnitScanner

    init(_ units: QueryUnits) {
        self.units = units
        scanner = UnitScanner(units)
    }

    /// The scores of these documents, in the same order.
    func scores(of rows: [Int64], in db: Database) throws -> [Double] {
        let usual = try TextLengths(db).usual
        let statement = try db.cachedStatement(
            sql: "SELECT number, title, party, details, substr(body, 1, \(TextScore.longest)), length FROM search_texts WHERE document = ?")
        return try rows.map { row in
            guard let text = try Row.fetchOne(statement, arguments: [row]) else { return 0 }
            let head = [0, 1, 2].map { Fold.scalars(text[$0] as String) }
            let rest = Fold.scalars("\(text[3] as String)\n\n\(text[4] as String)")
            return score(head: head, rest: rest, length: (text[5] as Double) / usual)
        }
    }

    private func score(head: [[UInt32]], rest: [UInt32], length: Double) -> Double {
        var events = scanner.events(head.reduce(into: []) { $0 += $1 + [0x0A, 0x0A] })
        let shift = head.reduce(0) { $0 + $1.count + 2 }
        events += scanner.events(rest).map { UnitScanner.Event(place: $0.place + shift, unit: $0.unit) }
        var occurrences = [Double](repeating: 0, count: units.count)
        for event in events { occurrences[event.unit] += 1 }
        var sum = 0.0
        for (unit, count) in occurrences.enumerated() where count > 0 {
            sum += units.weights[unit] * TextLengths.factor(occurrences: count, length: length)
        }
        return sum + TextScore.windowWeight * densest(events) + (head.map { headScore($0) }.max() ?? 0)
    }

    /// The greatest weight of different units within a window.
    private func densest(_ events: [UnitScanner.Event]) -> Double {
        var counts = [Int](repeating: 0, count: units.count)
        var (current, best, first) = (0.0, 0.0, 0)
        for event in events {
            if counts[event.unit] == 0 { current += units.weights[event.unit] }
            counts[event.unit] += 1
            while events[first].place < event.place - TextScore.window {
                let unit = events[first].unit
                counts[unit] -= 1
                if counts[unit] == 0 { current -= units.weights[unit] }
                first += 1
            }
            best = max(best, current)
        }
        return best
    }

    /// How much of a number, title or party the query names. What stands in brackets at its end tells namesakes apart and is
    /// seldom asked for.
    private func headScore(_ head: [UInt32]) -> Double {
        let bracket = head.dropFirst().firstIndex(of: 0x28) ?? head.endIndex
        var name = head[..<bracket]
        while name.last == 0x20 { name.removeLast() }
        guard !name.isEmpty else { return 0 }
        let events = scanner.events(Array(name))
        let held = Set(events.map(\.unit))
        let pairs = held.filter { !units.isSign($0) }.reduce(0) { $0 + units.weights[$1] }
        var all = 0
        Tokenizer.tokenize(Array(name), isQuery: true) { _, _ in
            all += 1
            return true
        }
        let common = held.count { !units.isSign($0) }
        var score = TextScore.headWeight * pairs * Double(common) / Double(max(all, common, 1))
        if units.folded.contains(name) {
            let named = held.filter { units.isSign($0) }.reduce(0) { $0 + units.weights[$1] / QueryUnits.signWeight }
            score += TextScore.namedWeight * max(named, pairs)
        }
        return score
    }
}
