import GRDB

/// Finds the documents for which all clauses of a query hold.
struct ClauseEvaluation {
    private enum Part {
        case field(FieldEvaluation)
        case text(MatchExpression)
    }

    private struct Clause {
        let negated: Bool
        let parts: [Part]
        /// Whether it asks for words wherever they stand, and not for those of one field.
        let asksForWords: Bool

        var isFields: Bool { parts.allSatisfy { if case .field = $0 { true } else { false } } }
    }

    private let clauses: [Clause]
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
            return Clause(negated: clause.negated, parts: parts, asksForWords: !clause.words.isEmpty)
        }
        // Fields cost least, so they narrow first; the outcome is the same in any order.
        clauses = parts.filter(\.isFields) + parts.filter { !$0.isFields }
    }

    /// Those of the candidates for which all hold; or, for a relaxed answer, all but the words.
    func rows(
        of candidates: RowSet, block: Int, _ entries: [SearchColumns.Entry], withoutText: Bool = false, _ db: Database
    ) throws -> RowSet {
        var rows = candidates
        for clause in clauses where !rows.isEmpty {
            if withoutText, !clause.negated, clause.asksForWords { continue }
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
