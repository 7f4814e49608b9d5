/// Cuts a folded text into what the index holds.
///
/// A run of signs (Han and the like) becomes its overlapping pairs and then its last sign alone, each one place further:
/// 合同书 is 合同, 同书, 书. So any two or more neighbouring signs are a phrase of pairs, any single sign begins a token, and the last
/// sign keeps two runs apart: without it 甲方，方法 would hold 甲方, 方法 next to each other and answer for 甲方法.
/// Letters and digits become words; words joined by signs of a number (`HT-2024/013`) stand there in parts and, without
/// those signs, also as a whole (`ht2024013`) in the place of the first part.
enum Tokenizer {
    /// Longest word kept, in code points; what follows is cut off, in texts and queries alike.
    static let longestWord = 64
    /// Shortest joined number kept as a whole: 3.2 must not answer for 32.
    static let shortestWhole = 5

    /// Calls `emit` with each token; the flag says that it stands in the place of the token before.
    ///
    /// - Parameter isQuery: a query's last run gets no last sign by itself, and wholes are left to who asks.
    static func tokenize(_ scalars: [UInt32], isQuery: Bool, emit: (ArraySlice<UInt32>, _ colocated: Bool) -> Bool) {
        var place = 0
        while place < scalars.count {
            switch CharacterClass(scalars[place]) {
            case .other: place += 1
            case .sign:
                let end = Tokenizer.end(of: .sign, scalars, from: place)
                guard emitRun(scalars[place..<end], keepsLast: !isQuery || hasToken(scalars, from: end), emit) else { return }
                place = end
            case .word:
                let parts = compound(scalars, from: place)
                guard emitWords(parts, of: scalars, withWhole: !isQuery, emit) else { return }
                place = parts[parts.count - 1].upperBound
            }
        }
    }

    private static func emitRun(_ run: ArraySlice<UInt32>, keepsLast: Bool, _ emit: (ArraySlice<UInt32>, Bool) -> Bool) -> Bool {
        var place = run.startIndex
        while place + 1 < run.endIndex {
            guard emit(run[place..<(place + 2)], false) else { return false }
            place += 1
        }
        return keepsLast || run.count == 1 ? emit(run[place...], false) : true
    }

    private static func emitWords(
        _ parts: [Range<Int>], of scalars: [UInt32], withWhole: Bool, _ emit: (ArraySlice<UInt32>, Bool) -> Bool
    ) -> Bool {
        for (index, part) in parts.enumerated() {
            guard emit(scalars[part].prefix(longestWord), false) else { return false }
            if index == 0, withWhole, let whole = whole(parts, of: scalars), !emit(whole, true) { return false }
        }
        return true
    }

    /// A joined number without its signs; nil where the parts are not one.
    static func whole(_ parts: [Range<Int>], of scalars: [UInt32]) -> ArraySlice<UInt32>? {
        guard parts.count > 1 else { return nil }
        let joined = parts.flatMap { scalars[$0] }
        let hasDigit = joined.contains { (48...57).contains($0) }
        return hasDigit && (shortestWhole...longestWord).contains(joined.count) ? joined[...] : nil
    }

    /// The parts of words that follow each other with one joining sign between.
    static func compound(_ scalars: [UInt32], from start: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var place = start
        while true {
            let end = Tokenizer.end(of: .word, scalars, from: place)
            parts.append(place..<end)
            guard end + 1 < scalars.count, joins(scalars, at: end), CharacterClass(scalars[end + 1]) == .word else { return parts }
            place = end + 1
        }
    }

    /// `-`, `/`, `.`, `_`, `\`, `#`, `+`, `:` between words; a comma only between digits.
    private static func joins(_ scalars: [UInt32], at place: Int) -> Bool {
        switch scalars[place] {
        case 0x2D, 0x2F, 0x2E, 0x5F, 0x5C, 0x23, 0x2B, 0x3A: true
        case 0x2C: (48...57).contains(scalars[place - 1]) && (48...57).contains(scalars[place + 1])
        default: false
        }
    }

    private static func end(of kind: CharacterClass, _ scalars: [UInt32], from start: Int) -> Int {
        var place = start
        while place < scalars.count, CharacterClass(scalars[place]) == kind { place += 1 }
        return place
    }

    private static func hasToken(_ scalars: [UInt32], from start: Int) -> Bool {
        scalars[start...].contains { CharacterClass($0) != .other }
    }
}
