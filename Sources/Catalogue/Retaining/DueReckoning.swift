import Foundation
import GRDB
import Records
import Retention

/// Brings together what the rules ask of a document, and lets them answer. Made for one state of the catalogue.
struct DueReckoning {
    let scheme: Scheme
    let schedule: Schedule
    private let rules: [String: RetentionRule]
    /// Whose eyes it reckons with: a main document or leading contract that they may not know of counts as not there. Restricted ones count:
    /// their periods go on.
    private let viewer: Viewer
    /// A fact of one document that is taken to be as it was before it was recorded last, to see what that moved.
    var undone: (row: Int64, fact: FactRecorded)?
    /// A rule that one document is taken to have of its own, to see what it would do.
    var supposed: (row: Int64, rule: String?)?

    private let leaders = Leaders()
    private let traces: DisposalTraces

    /// Takes the scheme and the schedule that are in force.
    init(for viewer: Viewer = .all, in db: Database) throws {
        self.viewer = viewer.includingRestricted
        traces = try DisposalTraces(in: db)
        scheme = try RetentionQueries.scheme(in: db)?.scheme ?? Scheme([])
        schedule = try RetentionQueries.schedule(in: db) ?? Schedule(version: 0, [])
        rules = Dictionary(schedule.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Another scheme or schedule than the one in force, to see what would be.
    init(scheme: Scheme, schedule: Schedule, for viewer: Viewer, in db: Database) throws {
        self.viewer = viewer.includingRestricted
        traces = try DisposalTraces(in: db)
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
        if let last = try traces.lastRule(of: row, in: db) { return Derivation(of: [last]) }
        let passed = passed.union([row])
        let leaders = try leaders(of: row, passing: passed, in: db)
        let own = try ownRules(of: row, following: leaders.map(\.contract), passing: passed, in: db)
        let dossiers = leaders.filter { $0.contract != row }.flatMap { leader in leader.rules.map { $0.from(.dossier(leader.dossier)) } }
        let mains = try RetentionQueries.mains(of: row, for: viewer, in: db).filter { !passed.contains($0.1) }.map { id, main in
            (id, try derivation(of: main, passing: passed, in: db))
        }
        return Derivation(of: own + dossiers, lacksClass: !own.contains { $0.applies && $0.source.isOfClass }, mains: mains)
    }

    /// A dossier's leading contract, with the contract's own rules, which are the dossier's.
    private struct Leader {
        let dossier: DossierID
        let contract: Int64
        let rules: [AppliedRule]
    }

    /// Dossiers' leaders that were found already: each of its papers asks for them.
    private final class Leaders {
        var found: [Int64: Leader?] = [:]
    }

    private func leaders(of row: Int64, passing passed: Set<Int64>, in db: Database) throws -> [Leader] {
        try RetentionQueries.dossiers(of: row, in: db).compactMap { try leader(of: $0, passing: passed, in: db) }
    }

    /// The contract that is named, else the one that is kept longest by its own rules.
    private func leader(of dossier: Int64, passing passed: Set<Int64>, in db: Database) throws -> Leader? {
        if let found = leaders.found[dossier] { return found }
        guard let (id, contracts) = try RetentionQueries.contracts(ofDossier: dossier, for: viewer, in: db) else { return nil }
        let ruled = try contracts.map { contract in
            (contract, try ownRules(of: contract, following: [], passing: passed.union([contract]), in: db))
        }
        func rank(_ rules: [AppliedRule]) -> Int { rules.isEmpty ? Int.min : Derivation(of: rules).due.rank }
        let leader = ruled.map { ($0, rank($0.1)) }.max { $0.1 < $1.1 }.map { Leader(dossier: id, contract: $0.0.0, rules: $0.0.1) }
        // What follows something else hangs on the way here too.
        let hangs = ruled.contains { $0.1.contains { $0.rule.follows != nil } }
        if !hangs { leaders.found[dossier] = leader }
        return leader
    }

    /// The rules of a document's class, the one that it has of its own, and those by which disposals keep it longer.
    ///
    /// - Parameter contracts: What a rule may follow besides the contracts that the document names.
    private func ownRules(of row: Int64, following contracts: [Int64], passing passed: Set<Int64>, in db: Database) throws
        -> [AppliedRule]
    {
        if let last = try traces.lastRule(of: row, in: db) { return [last] }
        let extensions = try traces.extensions(of: row, in: db)
        let own = try supposed.flatMap { $0.row == row ? .some($0.rule) : nil } ?? RetentionQueries.ownRule(of: row, in: db)
        let sourced: [(id: String, source: RuleSource)] =
            (try RetentionQueries.recordClass(of: row, in: db)).map { code in scheme.rules(of: code).map { ($0, .recordClass(code)) } }
            ?? []
        let rules = (sourced + [own].compactMap(\.self).map { ($0, .own) }).compactMap { id, source in self.rules[id].map { ($0, source) } }
        guard !rules.isEmpty else { return extensions }
        let facts = try RetentionQueries.facts(of: row, undoing: undone, for: viewer, in: db)
        let followed =
            rules.contains { $0.0.follows != nil }
            ? try followed(by: row, besides: contracts, passing: passed, in: db) : nil
        return rules.map { AppliedRule(rule: $0, source: $1, facts: facts, followed: followed) } + extensions
    }

    /// Until when the contracts are kept, by all that decides of each, that a document names or is led by; nil where none is known.
    private func followed(by row: Int64, besides leading: [Int64], passing passed: Set<Int64>, in db: Database) throws -> DueDate? {
        let named = try RetentionQueries.contracts(namedBy: row, for: viewer, in: db)
        return try Set(named + leading).subtracting(passed).map { try derivation(of: $0, passing: passed, in: db).due }
            .max { $0.rank < $1.rank }
    }
}

extension AppliedRule {
    /// The same rule as it reaches another document.
    fileprivate func from(_ source: RuleSource) -> AppliedRule { AppliedRule(rule: rule, source: source, facts: facts, followed: followed) }
}
