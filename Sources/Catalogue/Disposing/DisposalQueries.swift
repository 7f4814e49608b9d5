import Foundation
import GRDB
import Records
import Retention

/// What disposal left behind, as retention asks for it. Asked once for a reckoning whether there is anything: most archives have none.
struct DisposalTraces {
    private let hasTombstones: Bool
    private let hasExtensions: Bool

    init(in db: Database) throws {
        hasTombstones = try Self.hasRows("tombstones", in: db)
        hasExtensions = try Self.hasRows("extensions", in: db)
    }

    private static func hasRows(_ table: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table))")) ?? false
    }

    /// A destroyed document goes on saying until when it had to be kept, for what was kept with it; nil where it was not destroyed.
    func lastRule(of row: Int64, in db: Database) throws -> AppliedRule? {
        guard hasTombstones else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT t.rule, t.kept_to, t.due, d.class FROM tombstones t JOIN documents d ON d.row = t.document WHERE t.document = ?
                """)
        guard let found = try Row.fetchOne(statement, arguments: [row]) else { return nil }
        guard let keptTo = CivilDate(found["kept_to"] as String), let due = CivilDate(found["due"] as String) else {
            throw CatalogueError.damagedValue("due")
        }
        let rule = RetentionRule(id: found["rule"], title: "", version: 0, authority: "", term: nil, follows: "destroyed")
        return AppliedRule(
            rule: rule, source: .recordClass(found["class"] ?? ""), facts: RetentionFacts(), followed: .date(keptTo: keptTo, due: due))
    }

    /// By which disposals a document is kept longer, each as a rule of its own.
    func extensions(of row: Int64, in db: Database) throws -> [AppliedRule] {
        guard hasExtensions else { return [] }
        let statement = try db.cachedStatement(sql: "SELECT batch, kept_to, years FROM extensions WHERE document = ? ORDER BY batch")
        return try Row.fetchAll(statement, arguments: [row]).map { found in
            guard let keptTo = CivilDate(found["kept_to"] as String) else { throw CatalogueError.damagedValue("kept_to") }
            return .extending(try BatchID(found["batch"] as String), from: keptTo, years: found["years"])
        }
    }
}

extension AppliedRule {
    /// What keeps a document so many years longer, or for ever.
    fileprivate static func extending(_ batch: BatchID, from keptTo: CivilDate, years: Int?) -> AppliedRule {
        let trigger = Trigger.event("extended")
        let term = RetentionRule.Term(
            start: .fact(trigger), from: .day, period: years.map { .lasting(years: $0, months: 0) } ?? .permanent)
        let rule = RetentionRule(
            id: "\(batch)", title: years.map { "延长 \($0) 年" } ?? "永久", version: 1, authority: "鉴定意见书", term: term)
        return AppliedRule(rule: rule, source: .disposal(batch), facts: RetentionFacts(dates: [trigger: .day(keptTo)]))
    }
}
