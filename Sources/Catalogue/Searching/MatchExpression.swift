/// What is asked of FTS5 for one term. A user's text enters it only as a folded string in quotation marks of which it has none
/// itself, so it can never become syntax.
struct MatchExpression: Sendable, Hashable {
    /// Which of a shard's two tables answers.
    enum Table: Sendable, Hashable { case words, signs }

    let table: Table
    let text: String

    /// Figures that the last part of a joined number must have to be asked for as a beginning too: HT-2019-1 against 019-13.
    private static let shortestBeginning = 3

    /// Nil where there is nothing to search in the term.
    ///
    /// - Parameter column: Where it must be, if the term does not say so itself.
    init?(_ term: TextTerm, column: TextTerm.Column? = nil) {
        let scalars = Fold.scalars(term.text)
        var tokens: [ArraySlice<UInt32>] = []
        Tokenizer.tokenize(scalars, isQuery: true) { token, _ in
            tokens.append(token)
            return true
        }
        guard let last = tokens.last else { return nil }
        let column = term.column ?? column
        let isSign = CharacterClass.isSign(last[last.startIndex])
        if tokens.count == 1, isSign, last.count == 1, column == nil {
            self.init(sign: last[last.startIndex])
            return
        }
        let beginsOnly = isSign ? last.count == 1 : !term.exact
        let whole = MatchExpression.whole(scalars, tokens: tokens.count)
        // The whole of a number finds what begins so; a short last part would ask for most figures there are beside it.
        let partsBegin = beginsOnly && (whole == nil || last.count >= MatchExpression.shortestBeginning)
        var parts = [MatchExpression.quoted(scalars) + (partsBegin ? " *" : "")]
        if let whole { parts.append(MatchExpression.quoted(whole) + (beginsOnly ? " *" : "")) }
        let joined = parts.joined(separator: " OR ")
        self.init(table: .words, text: column.map { "\($0.rawValue) : (\(joined))" } ?? joined)
    }

    /// A single sign, wherever it stands.
    init(sign: UInt32) { self.init(table: .signs, text: MatchExpression.quoted([sign])) }

    /// A pair of signs, or a word with all that begin with it.
    init(unit: [UInt32]) {
        self.init(table: .words, text: MatchExpression.quoted(unit) + (CharacterClass.isSign(unit[0]) ? "" : " *"))
    }

    private init(table: Table, text: String) {
        self.table = table
        self.text = text
    }

    /// A query that is one joined number, without its signs: it is found however others wrote it.
    private static func whole(_ scalars: [UInt32], tokens: Int) -> [UInt32]? {
        guard let start = scalars.firstIndex(where: { CharacterClass($0) == .word }) else { return nil }
        let parts = Tokenizer.compound(scalars, from: start)
        guard parts.count == tokens else { return nil }
        return Tokenizer.whole(parts, of: scalars).map { Array($0) }
    }

    private static func quoted(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(scalar == 0x22 || scalar < 0x20 ? " " : Unicode.Scalar(scalar) ?? " ") }
        return "\"\(String(view))\""
    }
}
