/// Finds the units of a query in folded texts.
struct UnitScanner {
    /// An occurrence.
    struct Event {
        let place: Int
        let unit: Int
    }

    /// A sign of the query, and the pairs that begin with it.
    private struct Sign {
        let scalar: UInt32
        let unit: Int
        var pairs: [(second: UInt32, unit: Int)] = []
    }

    /// Characters of the query, by their low bits: 0 for none, so that all others are passed over at once; a sign's place in ``signs``
    /// and one; or ``wordPart``.
    private let known: [UInt8]
    private static let wordPart = UInt8.max
    private let signs: [Sign]
    private let words: [(text: [UInt32], unit: Int)]

    init(_ units: QueryUnits) {
        precondition(QueryUnits.most < Int(UnitScanner.wordPart), "search: a query's signs fit into the table")
        var known = [UInt8](repeating: 0, count: 1 << 16)
        for scalar in units.words.joined() { known[Int(scalar & 0xFFFF)] = UnitScanner.wordPart }
        signs = units.signs.enumerated().map { index, scalar in
            known[Int(scalar & 0xFFFF)] = UInt8(index + 1)
            let pairs = units.pairs.enumerated().filter { $1[0] == scalar }.map { ($1[1], $0) }
            return Sign(scalar: scalar, unit: units.pairs.count + index, pairs: pairs)
        }
        self.known = known
        words = units.words.enumerated().map { ($1, units.pairs.count + units.signs.count + $0) }
    }

    /// All occurrences, in order. A word is also found as the beginning of a longer one.
    func events(_ scalars: [UInt32]) -> [Event] {
        var events: [Event] = []
        var inWord = false
        for place in scalars.indices {
            let scalar = scalars[place]
            let mark = known[Int(scalar & 0xFFFF)]
            guard mark != 0 else {
                inWord = scalar < 0x80 && CharacterClass(scalar) == .word
                continue
            }
            if mark != UnitScanner.wordPart {
                inWord = false
                let sign = signs[Int(mark) - 1]
                guard sign.scalar == scalar else { continue }
                events.append(Event(place: place, unit: sign.unit))
                guard place + 1 < scalars.count else { continue }
                for pair in sign.pairs where pair.second == scalars[place + 1] { events.append(Event(place: place, unit: pair.unit)) }
            } else {
                let isWord = CharacterClass(scalar) == .word
                if isWord, !inWord {
                    for word in words where scalars[place...].starts(with: word.text) {
                        events.append(Event(place: place, unit: word.unit))
                    }
                }
                inWord = isWord
            }
        }
        return events
    }
}
