/// Finds in folded texts what a query asks for. A run of signs or a word that a text has is marked as a whole; of a run that it has
/// not, the pairs are.
struct HighlightFinder {
    /// A place found, in the folded text.
    struct Mark: Equatable {
        let range: Range<Int>
        /// Which of the words asked for.
        let word: Int
    }

    /// Most marks in one text: a page of them is no help.
    static let most = 2000

    private let words: [[UInt32]]
    private let scanners: [Int: UnitScanner]
    private let pairs: [Int: [[UInt32]]]

    init(_ terms: [TextTerm]) {
        let runs = terms.flatMap { HighlightFinder.runs(Fold.scalars($0.text)) }
        words = runs.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        var scanners: [Int: UnitScanner] = [:]
        var pairs: [Int: [[UInt32]]] = [:]
        for (index, word) in words.enumerated() where word.count > 2 && CharacterClass.isSign(word[0]) {
            let units = QueryUnits([TextTerm(text: HighlightFinder.string(word), exact: true, column: nil)])
            scanners[index] = UnitScanner(units)
            pairs[index] = units.pairs
        }
        self.scanners = scanners
        self.pairs = pairs
    }

    var isEmpty: Bool { words.isEmpty }

    /// The marks in order of place.
    func marks(in scalars: [UInt32]) -> [Mark] {
        var marks: [Mark] = []
        for (index, word) in words.enumerated() {
            let whole = places(of: word, in: scalars)
            if !whole.isEmpty {
                marks += whole.map { Mark(range: $0..<($0 + word.count), word: index) }
            } else if let scanner = scanners[index], let pairs = pairs[index] {
                let events = scanner.events(scalars).filter { $0.unit < pairs.count }
                marks += joined(events.map { $0.place..<($0.place + 2) }).map { Mark(range: $0, word: index) }
            }
        }
        return Array(marks.sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(HighlightFinder.most))
    }

    private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.reduce(into: []) { joined, range in
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<range.upperBound
            } else {
                joined.append(range)
            }
        }
    }

    /// Where a run of signs stands, or where a word begins one.
    private func places(of word: [UInt32], in scalars: [UInt32]) -> [Int] {
        guard let first = word.first, scalars.count >= word.count else { return [] }
        let isWord = !CharacterClass.isSign(first)
        var places: [Int] = []
        for place in 0...(scalars.count - word.count) where scalars[place] == first {
            guard scalars[place..<(place + word.count)].elementsEqual(word) else { continue }
            if isWord, place > 0, CharacterClass(scalars[place - 1]) == .word { continue }
            places.append(place)
        }
        return places
    }

    /// Runs of signs, and words with the signs of a number between them.
    private static func runs(_ scalars: [UInt32]) -> [[UInt32]] {
        var runs: [[UInt32]] = []
        var place = 0
        while place < scalars.count {
            switch CharacterClass(scalars[place]) {
            case .other: place += 1
            case .word:
                let end = Tokenizer.compound(scalars, from: place).last?.upperBound ?? place + 1
                runs.append(Array(scalars[place..<end]))
                place = end
            case .sign:
                let end = scalars[place...].firstIndex { CharacterClass($0) != .sign } ?? scalars.count
                runs.append(Array(scalars[place..<end]))
                place = end
            }
        }
        return runs
    }

    private static func string(_ scalars: [UInt32]) -> String {
        String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
    }
}
