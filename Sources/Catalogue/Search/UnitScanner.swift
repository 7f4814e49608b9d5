/// Finds the units of a query in folded texts.
struct UnitScanner {
    /// An occurrence.
    struct Event {
        let place: Int
        let unit: Int
    }

    /// Characters of the query, by their low bits: all others are passed over at once.
    private let known: [Bool]
    private let signs: [UInt32: Int]
    private let pairs: [UInt64: Int]
    private let words: [(text: [UInt32], unit: Int)]

    init(_ units: QueryUnits) {
        var known = [Bool](repeating: false, count: 1 << 16)
        for scalar in units.folded { known[Int(scalar & 0xFFFF)] = true }
        self.known = known
        let first = units.pairs.count
        pairs = Dictionary(uniqueKeysWithValues: units.pairs.enumerated().map { (UnitScanner.key($1[0], $1[1]), $0) })
        signs = Dictionary(uniqueKeysWithValues: units.signs.enumerated().map { ($1, first + $0) })
        words = units.words.enumerated().map { ($1, first + units.signs.count + $0) }
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// All occurrences, in order. A word is also found as the beginning of a longer one.
    func events(_ scalars: [UInt32]) -> [Event] {
        var events: [Event] = []
        var inWord = false
        for place in scalars.indices {
            let scalar = scalars[place]
            guard known[Int(scalar & 0xFFFF)] else {
                inWord = scalar < 0x80 ? CharacterClass(scalar) == .word : false
                continue
            }
            if let unit = signs[scalar] {
                events.append(Event(place: place, unit: unit))
                if place + 1 < scalars.count, let unit = pairs[UnitScanner.key(scalar, scalars[place + 1])] {
                    events.append(Event(place: place, unit: unit))
                }
                inWord = false
            } else {
                let isWord = CharacterClass(scalar) == .word
                if isWord, !inWord {
                    for word in words where scalars[place...].starts(with: word.text) { events.append(Event(place: place, unit: word.unit)) }
                }
                inWord = isWord
            }
        }
        return events
    }
}
