import GRDB
import Records

/// Decides for one condition which documents of a block meet it. What depends on the condition alone is looked up once.
struct FieldEvaluation {
    private let meets: (SearchColumns.Entry, Int64) -> Bool

    init(_ condition: FieldCondition, columns: SearchColumns, in db: Database) throws {
        switch condition {
        case .type(let type):
            let number = columns.types.known(type.code)
            meets = { entry, _ in Int(entry.type) == number }
        case .state(let state):
            let number = columns.states.known(state.rawValue)
            meets = { entry, _ in Int(entry.state) == number }
        case .confidentiality(let confidentiality):
            let number = SearchColumns.number(of: confidentiality)
            meets = { entry, _ in entry.confidentiality == number }
        case .recordClass(let code):
            let numbers = FieldEvaluation.numbers(columns.classes) { $0.hasPrefix(code) }
            meets = { entry, _ in numbers.contains(entry.recordClass) }
        case .handler(let name):
            let numbers = FieldEvaluation.numbers(columns.handlers) { $0.contains(name) }
            meets = { entry, _ in numbers.contains(entry.handler) }
        case .party(let id):
            let row = try Int64.fetchOne(db, sql: "SELECT root FROM parties WHERE id = ?", arguments: [id.compact])
            meets = { entry, _ in entry.party == row }
        case .document(let id):
            let row = try Int64.fetchOne(db, sql: "SELECT row FROM documents WHERE id = ?", arguments: [id.compact])
            meets = { _, candidate in candidate == row }
        case .date(let field, let from, let through): meets = FieldEvaluation.date(field, from, through)
        case .amount(let from, let through, let currency):
            let number = currency.map { columns.currencies.known($0) }
            meets = { entry, _ in
                entry.amount != .min && entry.amount >= from ?? .min && entry.amount <= through ?? .max
                    && (number == nil || number == Int(entry.currency))
            }
        }
    }

    /// Those of the candidates that meet it.
    func rows(of candidates: RowSet, block: Int, _ entries: [SearchColumns.Entry]) -> RowSet {
        var result = RowSet()
        let first = Int64(block * SearchShard.size + 1)
        candidates.forEach { place in if meets(entries[place], first + Int64(place)) { result[place] = true } }
        return result
    }

    private static func numbers(_ words: SearchColumns.Words, _ isMeant: (String) -> Bool) -> Set<Int32> {
        Set(words.words.indices.dropFirst().filter { isMeant(words.words[$0]) }.map { Int32($0) })
    }

    /// A rough date meets a range that any of its days lies in.
    private static func date(
        _ field: FieldCondition.DateField, _ from: CivilDate?, _ through: CivilDate?
    ) -> (SearchColumns.Entry, Int64) -> Bool {
        let low = from.map { number(of: $0) } ?? 1
        let high = through.map { number(of: $0) } ?? .max
        return { entry, _ in
            let days =
                switch field {
                case .signed: entry.signed
                case .effective: entry.effective
                case .expiry: entry.expiry
                case .filed: entry.filed
                }
            return days.from != 0 && days.from <= high && days.through >= low
        }
    }

    private static func number(of date: CivilDate) -> Int32 { Int32((date.year * 100 + date.month) * 100 + date.day) }
}
