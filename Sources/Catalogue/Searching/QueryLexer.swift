/// Cuts a query into its parts: words, phrases in quotation marks, `OR`, `-`, and the names of fields before a colon.
struct QueryLexer {
    /// A part of a query.
    enum Token: Equatable {
        case word(String)
        case phrase(String)
        case or(String)
        case minus
        case field(SearchField, name: String)
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private(set) var ignored: [IgnoredText] = []

    init(_ text: String) {
        let all = Array(text.unicodeScalars.prefix(Query.longest + 20))
        scalars = Array(all.prefix(Query.longest))
        if all.count > scalars.count { ignore(QueryLexer.text(all[scalars.count...]), .tooLong) }
    }

    mutating func ignore(_ text: String, _ reason: IgnoredText.Reason) {
        ignored.append(IgnoredText(text: text, reason: reason))
    }

    /// The next part; nil at the end.
    mutating func next() -> Token? {
        let isParted = skipGap() || place == 0
        guard let scalar = current else { return nil }
        if isParted, QueryLexer.isMinus(scalar), place + 1 < scalars.count, !QueryLexer.isBlank(scalars[place + 1]) {
            place += 1
            return .minus
        }
        if let closing = QueryLexer.closing(scalar) { return .phrase(phrase(closedBy: closing)) }
        return word()
    }

    /// The value of a field whose name was just read: a phrase, or all up to the next blank. Blanks before it do not matter.
    /// Nil, and nothing read, where another field, an operator or the end follows.
    mutating func value() -> Token? {
        let start = place
        while let scalar = current, QueryLexer.isBlank(scalar) { place += 1 }
        guard let scalar = current else { return nil }
        if let closing = QueryLexer.closing(scalar) { return .phrase(phrase(closedBy: closing)) }
        let first = place
        while let scalar = current, !QueryLexer.isBlank(scalar), QueryLexer.closing(scalar) == nil {
            if place > start, QueryLexer.isColon(scalar), first > start, SearchField(named: Fold.string(text(first..<place))) != nil {
                place = start
                return nil
            }
            place += 1
        }
        let text = text(first..<place)
        guard !QueryLexer.isOr(text) else {
            place = start
            return nil
        }
        return .word(text)
    }

    /// The text of the next so many words, for values of several words like `last 90 days`; nil when there are fewer.
    func lookahead(words: Int) -> (text: String, end: Int)? {
        var end = place
        for _ in 0..<words {
            while end < scalars.count, QueryLexer.isBlank(scalars[end]) { end += 1 }
            guard end < scalars.count else { return nil }
            while end < scalars.count, !QueryLexer.isBlank(scalars[end]), QueryLexer.closing(scalars[end]) == nil { end += 1 }
        }
        return (text(place..<end), end)
    }

    /// Goes on after what ``lookahead(words:)`` gave.
    mutating func skip(to end: Int) { place = end }

    private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private func text(_ range: Range<Int>) -> String { QueryLexer.text(scalars[range]) }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    /// Passes blanks and the signs that part sentences.
    private mutating func skipGap() -> Bool {
        let start = place
        while let scalar = current, QueryLexer.isBlank(scalar) || isStop(place) { place += 1 }
        return place > start
    }

    private mutating func phrase(closedBy closing: Set<Unicode.Scalar>) -> String {
        let opening = place
        place += 1
        while let scalar = current, !closing.contains(scalar) { place += 1 }
        let found = text((opening + 1)..<place)
        if current == nil { ignore(text(opening..<(opening + 1)), .openQuote) } else { place += 1 }
        return found
    }

    private mutating func word() -> Token {
        let start = place
        var colon: Int?
        while let scalar = current, !QueryLexer.isBlank(scalar), QueryLexer.closing(scalar) == nil, !isStop(place) {
            if QueryLexer.isColon(scalar), place > start, colon == nil {
                colon = place
                let name = text(start..<place)
                if let field = SearchField(named: Fold.string(name)) {
                    place += 1
                    return .field(field, name: name)
                }
            }
            place += 1
        }
        let found = text(start..<place)
        if QueryLexer.isOr(found) { return .or(found) }
        if let colon, looksLikeField(start, colon) { ignore(found, .unknownField) }
        return .word(found)
    }

    /// Whether `name:` looks like the name of a field: letters only, and no address such as `http://`.
    private func looksLikeField(_ start: Int, _ colon: Int) -> Bool {
        (1...16).contains(colon - start) && scalars[start..<colon].allSatisfy { $0.properties.isAlphabetic }
            && !(colon + 1 < scalars.count && scalars[colon + 1] == "/")
    }

    private static func isOr(_ text: String) -> Bool { ["OR", "ＯＲ", "|", "||", "｜"].contains(text) }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control || scalar == "\u{FEFF}"
    }

    private static func isMinus(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "－" || scalar == "−" }

    private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" || scalar == "﹕" }

    /// The marks that close a phrase which this one opens; nil for any other sign.
    private static func closing(_ scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
        switch scalar {
        case "\"", "“", "”", "„", "＂", "〝": ["\"", "“", "”", "＂", "〞"]
        case "「": ["」"]
        case "『": ["』"]
        default: nil
        }
    }

    /// Signs that part sentences, so that words on both sides may stand anywhere; a comma within a figure does not.
    private func isStop(_ place: Int) -> Bool {
        switch scalars[place] {
        case "。", "、", "；", "！", "？", ";", "!", "?", "…": return true
        case ",", "，":
            let between = place > 0 && place + 1 < scalars.count && isDigit(scalars[place - 1]) && isDigit(scalars[place + 1])
            return !between
        default: return false
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }
}
