import GRDB

/// Cuts from a document's text the pieces that hold what was asked, with where it stands in them.
struct SnippetCutter {
    /// Characters of a piece, about two lines on a page.
    static let length = 120
    /// Characters before the first word found.
    static let lead = 24
    /// Pieces from the body.
    static let mostOfBody = 2
    /// How much of a body is looked through, in characters.
    static let longest = 400_000

    private let finder: HighlightFinder

    init(_ query: ParsedQuery) {
        let terms = query.clauses.filter { !$0.negated }.flatMap(\.alternatives).compactMap { term in
            if case .text(let text) = term { text } else { nil }
        }
        finder = HighlightFinder(terms)
    }

    /// The pieces of one document, in the order of its parts.
    func snippets(of row: Int64, in db: Database) throws -> [SearchAnswer.Snippet] {
        guard !finder.isEmpty else { return [] }
        let statement = try db.cachedStatement(
            sql: "SELECT number, title, party, details, substr(body, 1, \(SnippetCutter.longest)) FROM search_texts WHERE document = ?")
        guard let text = try Row.fetchOne(statement, arguments: [row]) else { return [] }
        let parts: [(SearchAnswer.Snippet.Source, String)] = [
            (.number, text[0]), (.title, text[1]), (.party, text[2]), (.details, text[3]), (.body, text[4]),
        ]
        return parts.flatMap { snippets($0.0, $0.1) }
    }

    private func snippets(_ source: SearchAnswer.Snippet.Source, _ text: String) -> [SearchAnswer.Snippet] {
        guard !text.isEmpty else { return [] }
        let folded = Fold.traced(text)
        let marks = finder.marks(in: folded.scalars)
        guard !marks.isEmpty else { return [] }
        let original = Array(text.unicodeScalars)
        return places(marks, most: source == .body ? SnippetCutter.mostOfBody : 1).map { first in
            piece(source, original, folded, marks, first)
        }
    }

    /// The marks with which the best pieces begin: those with the greatest weight of different words, not overlapping.
    private func places(_ marks: [HighlightFinder.Mark], most: Int) -> [Int] {
        let reach = SnippetCutter.length - SnippetCutter.lead
        let worth = marks.indices.map { first -> (first: Int, worth: Int) in
            var seen: [Int: Int] = [:]
            for mark in marks[first...].prefix(while: { $0.range.upperBound <= marks[first].range.lowerBound + reach }) {
                seen[mark.word] = max(seen[mark.word] ?? 0, mark.range.count * mark.range.count)
            }
            return (first, seen.values.reduce(0, +))
        }
        var chosen: [Int] = []
        for candidate in worth.sorted(by: { $0.worth != $1.worth ? $0.worth > $1.worth : $0.first < $1.first }) where chosen.count < most {
            let place = marks[candidate.first].range.lowerBound
            if chosen.allSatisfy({ abs(marks[$0].range.lowerBound - place) >= SnippetCutter.length }) { chosen.append(candidate.first) }
        }
        return chosen.sorted()
    }

    private func piece(
        _ source: SearchAnswer.Snippet.Source, _ original: [Unicode.Scalar], _ folded: FoldedText, _ marks: [HighlightFinder.Mark],
        _ first: Int
    ) -> SearchAnswer.Snippet {
        let start = max(0, marks[first].range.lowerBound - SnippetCutter.lead)
        let end = min(folded.scalars.count, max(start + SnippetCutter.length, marks[first].range.upperBound))
        let begin = folded.original(start..<(start + 1)).lowerBound
        let cut = begin..<max(begin, folded.original(start..<end).upperBound)
        var highlights: [Range<Int>] = []
        for mark in marks where mark.range.lowerBound >= start && mark.range.upperBound <= end {
            let range = folded.original(mark.range).clamped(to: cut)
            let shifted = (range.lowerBound - begin)..<(range.upperBound - begin)
            guard !shifted.isEmpty else { continue }
            if let last = highlights.last, shifted.lowerBound <= last.upperBound {
                highlights[highlights.count - 1] = last.lowerBound..<max(last.upperBound, shifted.upperBound)
            } else {
                highlights.append(shifted)
            }
        }
        // Borders of cells and pages are shown as gaps.
        let shown = original[cut].map { $0 == "\u{1F}" || $0 == "\u{0C}" ? " " : $0 }
        return SearchAnswer.Snippet(source: source, text: String(String.UnicodeScalarView(shown)), highlights: highlights)
    }
}
