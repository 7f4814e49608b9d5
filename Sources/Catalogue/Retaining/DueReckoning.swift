import Foundation
import GRDB
import Records
import Retention

/// Brings together what the rules ask of a document, and lets them answer. Made for one state of the catalogue.
struct DueReckoning {
    let scheme: Scheme
    let schedule: Schedule
    private let rules: [String: RetentionRule]
    /// Whose eyes it reckons with: a main document or leading contract that they may not know of counts as not there.
    private let viewer: Viewer
    /// A fact of one document that is taken to be another than is recorded, to see what would be.
    var assumed: (row: Int64, name: String, value: String?)?

    /// Takes the scheme and the schedule that are in force.
    init(for viewer: Viewer = .all, in db: Database) throws {
        self.viewer = viewer
        scheme = try RetentionQueries.scheme(in: db)?.scheme ?? Scheme([])
        schedule = try RetentionQueries.schedule(in: db) ?? Schedule(version: 0, [])
        rules = Dictionary(schedule.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Another scheme or schedule than the one in force, to see what would be.
    init(scheme: Scheme, schedule: Schedule, for viewer: Viewer) {
        self.viewer = viewer
        self.scheme = scheme
        self.schedule = schedule
        rules = Dictionary(schedule.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Until when the document in a row is kept, and why.
    func derivation(of row: Int64, in db: Database) throws -> Derivation { try derivation(of: row, passing: [], in: db) }

    /// Writes it where lists find it.
    func write(_ row: Int64, in db: Database) throws {
        let derivation = try derivation(of: row, in: db)
        let waiting = derivation.waiting.isEmpty ? "" : " \(derivation.waiting.sorted().joined(separator: " ")) "
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO due_dates VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [row, derivation.due.written, derivation.due.keptTo, waiting, derivation.deciding?.rule.id])
    }

    /// - Parameter passed: Documents on the way here: a circle of relations says nothing new.
    private func derivation(of row: Int64, passing passed: Set<Int64>, in db: Database) throws -> Derivation {
        Derivation(of: try applied(to: row, passing: passed.union([row]), in: db))
    }

    private func applied(to row: Int64, passing passed: Set<Int64>, in db: Database) throws -> [AppliedRule] {
        let contracts = try RetentionQueries.leadingContracts(of: row, for: viewer, in: db).filter { $0.contract != row }
        let followed = try contracts.map { try derivation(ofContract: $0.contract, passing: passed, in: db).due }.max { $0.rank < $1.rank }
        var applied = try ownRules(of: row, followed: followed, in: db)
        for (dossier, contract) in contracts where !passed.contains(contract) {
            applied += try classRules(of: contract, source: .dossier(dossier), followed: nil, in: db)
        }
        for (id, main) in try RetentionQueries.mains(of: row, for: viewer, in: db) where !passed.contains(main) {
            applied += try self.applied(to: main, passing: passed.union([main]), in: db).map {
                AppliedRule(rule: $0.rule, source: .main(id), facts: $0.facts, followed: $0.followed)
            }
        }
        return applied
    }

    private func ownRules(of row: Int64, followed: DueDate?, in db: Database) throws -> [AppliedRule] {
        guard let code = try RetentionQueries.recordClass(of: row, in: db) else { return [] }
        return try classRules(of: row, source: .recordClass(code), followed: followed, in: db)
    }

    /// A contract is kept by its class's rules alone: a member's rule does not reach up.
    private func derivation(ofContract row: Int64, passing passed: Set<Int64>, in db: Database) throws -> Derivation {
        guard !passed.contains(row) else { return Derivation(of: []) }
        return Derivation(of: try ownRules(of: row, followed: nil, in: db))
    }

    private func classRules(of row: Int64, source: RuleSource, followed: DueDate?, in db: Database) throws -> [AppliedRule] {
        guard let code = try RetentionQueries.recordClass(of: row, in: db) else { return [] }
        var facts = try RetentionQueries.facts(of: row, in: db)
        if let assumed, assumed.row == row { facts.assume(assumed.name, assumed.value) }
        return scheme.rules(of: code).compactMap { rules[$0] }.map {
            AppliedRule(rule: $0, source: source, facts: facts, followed: followed)
        }
    }
}
