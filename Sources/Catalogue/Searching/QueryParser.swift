import Records
import Wording

/// Makes clauses of a query's parts.
struct QueryParser {
    let query: Query
    private var lexer: QueryLexer
    private var clauses: [ParsedQuery.Clause] = []
    private var count = 0
    private var orPending: String?
    private var isNegated = false

    init(_ query: Query, _ text: String) {
        self.query = query
        lexer = QueryLexer(text)
    }

    /// Reads all of it.
    mutating func parse() -> ParsedQuery {
        while let token = lexer.next() {
            guard count < Query.mostTerms else {
                lexer.ignore(token.text, .tooLong)
                break
            }
            take(token)
        }
        if let orPending { lexer.ignore(orPending, .danglingOperator) }
        return ParsedQuery(clauses: clauses, ignored: lexer.ignored)
    }

    private mutating func take(_ token: QueryLexer.Token) {
        switch token {
        case .minus: isNegated = true
        case .or(let text):
            if clauses.isEmpty || orPending != nil || isNegated {
                lexer.ignore(text, .danglingOperator)
            } else {
                orPending = text
            }
        case .word(let text): addText(text, exact: false)
        case .phrase(let text): addText(text, exact: true)
        case .field(let field, let name): takeField(field, name)
        }
    }

    private mutating func takeField(_ field: SearchField, _ name: String) {
        if let days = takeDays(field) { return add(.field(days)) }
        guard let value = lexer.value() else {
            lexer.ignore(name, .missingValue)
            return addText(name, exact: false)
        }
        let isPhrase = if case .phrase = value { true } else { false }
        if let term = term(field, value.text, exact: isPhrase) { return add(term) }
        lexer.ignore("\(name):\(value.text)", .unknownValue)
        addText(value.text, exact: isPhrase)
    }

    /// A value of two or three words that names days: `last 90 days`.
    private mutating func takeDays(_ field: SearchField) -> FieldCondition? {
        guard let date = field.date else { return nil }
        for words in [3, 2] {
            guard let (text, end) = lexer.lookahead(words: words), let days = DateWords(today: query.today).range(text) else { continue }
            lexer.skip(to: end)
            return .date(date, from: days.from, through: days.through)
        }
        return nil
    }

    private mutating func addText(_ text: String, exact: Bool, column: TextTerm.Column? = nil) {
        let scalars = Fold.scalars(text)
        guard scalars.contains(where: { CharacterClass($0) != .other }) else {
            isNegated = false
            if !text.isEmpty { lexer.ignore(text, .nothingToSearch) }
            return
        }
        add(.text(TextTerm(text: text, exact: exact, column: column)))
    }

    private mutating func add(_ term: ParsedQuery.Term) {
        defer { (isNegated, orPending, count) = (false, nil, count + 1) }
        if orPending != nil, !isNegated, let last = clauses.last, !last.negated {
            clauses[clauses.count - 1] = ParsedQuery.Clause(negated: false, alternatives: last.alternatives + [term])
        } else {
            if let orPending { lexer.ignore(orPending, .danglingOperator) }
            clauses.append(ParsedQuery.Clause(negated: isNegated, alternatives: [term]))
        }
    }

    /// What a field with this value asks; nil where the field cannot have it.
    private func term(_ field: SearchField, _ value: String, exact: Bool) -> ParsedQuery.Term? {
        switch field {
        case .number, .title: return text(value, exact, field == .number ? .number : .title)
        case .party: return (try? PartyID(value)).map { .field(.party($0)) } ?? text(value, exact, .party)
        case .signed, .effective, .expiry, .filed:
            guard let date = field.date, let days = DateWords(today: query.today).range(value) else { return nil }
            return .field(.date(date, from: days.from, through: days.through))
        case .type: return query.type(named: value).map { .field(.type($0)) }
        case .amount: return ValueWords.amount(value).map { .field($0) }
        case .handler: return named(value).map { .field(.handler($0)) }
        case .status: return DocumentState(word: Fold.string(value)).map { .field(.state($0)) }
        case .class: return named(value).map { .field(.recordClass($0)) }
        case .confidentiality: return ValueWords.confidentiality(value).map { .field(.confidentiality($0)) }
        case .id: return (try? DocumentID(value)).map { .field(.document($0)) }
        }
    }

    private func text(_ value: String, _ exact: Bool, _ column: TextTerm.Column) -> ParsedQuery.Term? {
        guard Fold.scalars(value).contains(where: { CharacterClass($0) != .other }) else { return nil }
        return .text(TextTerm(text: value, exact: exact, column: column))
    }

    private func named(_ value: String) -> String? {
        let name = Fold.string(value).filter { $0 != " " }
        return name.isEmpty ? nil : name
    }
}

extension QueryLexer.Token {
    /// As typed.
    var text: String {
        switch self {
        case .word(let text), .phrase(let text), .or(let text): text
        case .minus: "-"
        case .field(_, let name): name
        }
    }
}

extension SearchField {
    /// The date that the field is, if it is one.
    var date: FieldCondition.DateField? { FieldCondition.DateField(rawValue: rawValue) }
}
