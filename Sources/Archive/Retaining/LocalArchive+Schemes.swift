public import Catalogue
import GRDB
public import Records
import Retention
import Schemas
import Wording

extension LocalArchive {
    /// The scheme that the program brings, as YAML.
    public static var standardScheme: [UInt8] { Schema.scheme }
    /// The schedule that the program brings, as YAML.
    public static var standardSchedule: [UInt8] { Schema.schedule }

    /// The classification scheme in force, with its version; 0 where there is none.
    public func scheme(by actor: Actor) async throws(ArchiveError) -> (version: Int, classes: [ClassDefinition]) {
        try await answer(.readScheme, to: actor) { db in
            try RetentionQueries.scheme(in: db).map { ($0.version, $0.scheme.classes) } ?? (0, [])
        }
    }

    /// The retention schedule in force, with its version; 0 where there is none.
    public func schedule(by actor: Actor) async throws(ArchiveError) -> (version: Int, rules: [RuleDefinition]) {
        try await answer(.readScheme, to: actor) { db in
            try RetentionQueries.ruleDefinitions(in: db).map { ($0.version, $0.rules) } ?? (0, [])
        }
    }

    /// What is wrong with a scheme, held against the schedule in force; nothing if it may be loaded.
    public func checkScheme(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> [DefinitionProblem] {
        let file = try DefinitionFile<ClassDefinition>(yaml)
        return try await answer(.readScheme, to: actor) { db in try Self.problems(file, in: db) }
    }

    /// What is wrong with a schedule; nothing if it may be loaded.
    public func checkSchedule(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> [DefinitionProblem] {
        let file = try DefinitionFile<RuleDefinition>(yaml)
        return try await answer(.readScheme, to: actor) { _ in
            Schedule(version: 0, file.items).findings.map { Self.problem($0, file.lines) }
        }
    }

    /// In what a scheme differs from the one in force, by the codes of classes.
    public func compareScheme(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> SchemeComparison {
        let file = try DefinitionFile<ClassDefinition>(yaml)
        return try await answer(.readScheme, to: actor) { db in
            let old = try RetentionQueries.scheme(in: db)?.scheme ?? Scheme([])
            let new = Scheme(file.items)
            let (before, after) = (Set(old.classes.map(\.code)), Set(new.classes.map(\.code)))
            return SchemeComparison(
                added: after.subtracting(before).sorted(), removed: before.subtracting(after).sorted(),
                changed: before.intersection(after).filter { old[$0] != new[$0] }.sorted())
        }
    }

    /// Puts another scheme in force, as a new version.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` with the first of its problems; `.stateWrong` where it lacks a class that has documents.
    public func loadScheme(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> Int {
        let file = try DefinitionFile<ClassDefinition>(yaml)
        return try await change(.loadScheme, by: actor) { decision in
            try Self.refuse(try Self.problems(file, in: decision.db))
            let used = try RetentionQueries.usedClasses(in: decision.db)
            if let lost = used.subtracting(file.items.map(\.code)).min() {
                throw ArchiveError(.stateWrong, DealMessage.classInUse(lost), subject: lost)
            }
            let version = (try RetentionQueries.scheme(in: decision.db)?.version ?? 0) + 1
            try decision.state(.schemeLoaded(SchemeLoaded(version: version, classes: file.items)))
            return version
        }
    }

    /// Puts another schedule in force, as a new version. Due dates are reckoned anew.
    public func loadSchedule(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> Int {
        let file = try DefinitionFile<RuleDefinition>(yaml)
        return try await change(.loadSchedule, by: actor) { decision in
            try Self.refuse(Schedule(version: 0, file.items).findings.map { Self.problem($0, file.lines) })
            let named = try RetentionQueries.scheme(in: decision.db)?.scheme.classes.flatMap { $0.rules ?? [] } ?? []
            if let lost = Set(named).subtracting(file.items.map(\.id)).min() {
                throw ArchiveError(.stateWrong, DealMessage.ruleInUse(lost), subject: lost)
            }
            let version = (try RetentionQueries.schedule(in: decision.db)?.version ?? 0) + 1
            try decision.state(.scheduleLoaded(ScheduleLoaded(version: version, rules: file.items)))
            return version
        }
    }

    /// What another schedule would move, before it takes effect.
    public func simulateSchedule(_ yaml: [UInt8], by actor: Actor) async throws(ArchiveError) -> [DueMove] {
        let file = try DefinitionFile<RuleDefinition>(yaml)
        return try await answer(.readRetention, to: actor) { [self] db in
            let schedule = Schedule(version: 0, file.items)
            try Self.refuse(schedule.findings.map { Self.problem($0, file.lines) })
            let reckoning = DueReckoning(scheme: try RetentionQueries.scheme(in: db)?.scheme ?? Scheme([]), schedule: schedule)
            return try RetentionQueries.moves(under: reckoning, in: db).filter {
                (try? visibleDocument($0.document, for: actor, in: db)) != nil
            }
        }
    }

    private static func problems(_ file: DefinitionFile<ClassDefinition>, in db: Database) throws -> [DefinitionProblem] {
        let rules = Set(try RetentionQueries.schedule(in: db)?.rules.map(\.id) ?? [])
        return Scheme(file.items).findings(rules: rules).map { problem($0, file.lines) }
    }

    private static func problem(_ finding: DefinitionFinding, _ lines: [Int]) -> DefinitionProblem {
        let line = lines.indices.contains(finding.index) ? lines[finding.index] : 0
        return DefinitionProblem(
            line: line, name: finding.name, problem: DefinitionMessage(line: line, name: finding.name, problem: finding.problem).phrase)
    }

    private static func refuse(_ problems: [DefinitionProblem]) throws(ArchiveError) {
        guard let first = problems.first else { return }
        throw ArchiveError(
            .valueRefused, Said(phrase: first.problem), remedy: DefinitionRemedy.check, subject: "\(first.line) \(first.name)")
    }

    /// A sentence that was worded before.
    private struct Said: Message { let phrase: Phrase }
}

/// In what two schemes differ.
public struct SchemeComparison: Sendable, Codable, Hashable {
    public let added: [String]
    public let removed: [String]
    public let changed: [String]
}
