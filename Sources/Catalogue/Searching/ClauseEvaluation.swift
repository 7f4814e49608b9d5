import GRDB

/// Finds the documents for which all clauses of a query hold.
struct ClauseEvaluation {
    private enum Part {
        case field(FieldEvaluation)
        case text(MatchExpression)
    }

    private let clauses: [(negated: Bool, parts: [Part])]
    private let lookup: TextLookup

    init(_ query: ParsedQuery, columns: SearchColumns, lookup: TextLookup, in db: Database) throws {
        self.lookup = lookup
        let parts = try query.clauses.map { clause in
            let parts: [Part] = try clause.alternatives.compactMap { term in
                switch term {
                case .field(let condition): .field(try FieldEvaluation(condition, columns: columns, in: db))
                case .text(let text): MatchExpression(text).map { .text($0) }
                }
            }
            return (negated: clause.negated, parts: parts)
        }
        // Fields cost least, so they narrow first; the outcome is the same in any order.
        clauses = parts.filter { ClauseEvaluation.isFields($0.parts) } + parts.filter { !ClauseEvaluation.isFields($0.parts) }
    }

    private static func isFields(_ parts: [Part]) -> Bool {
        parts.allSatisfy { if case .field = $0 { true } else { false } }
    }

    /// Those of the candidates for which all hold; or, for a relaxed answer, all but the words.
    func rows(
        of candidates: RowSet, block: Int, _ entries: [SearchColumns.Entry], withoutText: Bool = false, _ db: Database
    ) throws -> RowSet {
        var rows = candidates
        for clause in clauses where !rows.isEmpty {
            if withoutText, !clause.negated, !ClauseEvaluation.isFields(clause.parts) { continue }
            var union = RowSet()
            for part in clause.parts {
                switch part {
                case .field(let field): union.formUnion(field.rows(of: rows, block: block, entries))
                case .text(let expression): union.formUnion(try lookup.rows(expression, block: block, in: db))
                }
            }
            if clause.negated { rows.subtract(union) } else { rows.formIntersection(union) }
        }
        return rows
    }
}
