public import Catalogue
public import Records
import Retention
import Wording

/// The retention schedule in force, with its version; 0 where there is none.
public struct ShowSchedule: Question {
    public typealias Answer = Version
    public static let operation = Operation.readScheme
    public static var sample: ShowSchedule { ShowSchedule() }

    public init() {}

    /// A version of the schedule.
    public struct Version: Sendable, Codable, Hashable {
        public let version: Int
        public let rules: [RuleDefinition]

        /// A rule's title; its identifier for one that is not in it.
        public func title(of rule: String) -> String { rules.first { $0.id == rule }?.title ?? rule }
    }

    public func answer(_ reading: Reading) throws -> Version {
        try reading.ruleDefinitions().map { Version(version: $0.version, rules: $0.rules) } ?? Version(version: 0, rules: [])
    }
}

/// What is wrong with a schedule; nothing if it may be loaded.
public struct CheckSchedule: Question {
    public typealias Answer = [DefinitionProblem]
    public static let operation = Operation.readScheme
    public static var sample: CheckSchedule { CheckSchedule("[]") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func answer(_ reading: Reading) throws -> [DefinitionProblem] {
        let file = try DefinitionFile<RuleDefinition>(yaml)
        return Schedule(version: 0, file.items).findings.map { DefinitionProblem($0, lines: file.lines) }
    }
}

/// What another schedule would move, before it takes effect.
public struct SimulateSchedule: Question {
    public typealias Answer = [DueMove]
    public static let operation = Operation.readRetention
    public static var sample: SimulateSchedule { SimulateSchedule("[]") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func answer(_ reading: Reading) throws -> [DueMove] { try reading.moves(under: try Self.schedule(yaml).0) }

    /// A schedule that may be loaded.
    static func schedule(_ yaml: String) throws -> (Schedule, [RuleDefinition]) {
        let file = try DefinitionFile<RuleDefinition>(yaml)
        let schedule = Schedule(version: 0, file.items)
        try DefinitionProblem.refuse(schedule.findings.map { DefinitionProblem($0, lines: file.lines) })
        return (schedule, file.items)
    }
}

/// Puts another schedule in force, as a new version. Due dates are reckoned anew.
public struct LoadSchedule: Change {
    public typealias Answer = LoadedVersion
    public static let operation = Operation.loadSchedule
    public static var sample: LoadSchedule { LoadSchedule("[]") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func decide(_ decision: Decision) throws {
        let (reading, rules) = (decision.reading, try SimulateSchedule.schedule(yaml).1)
        let named = try reading.scheme()?.scheme.classes.flatMap { $0.rules ?? [] } ?? []
        if let lost = Set(named).union(try reading.ownRules()).subtracting(rules.map(\.id)).min() {
            throw ArchiveError(.stateWrong, DealMessage.ruleInUse(lost), subject: lost)
        }
        try decision.state(ScheduleLoaded(version: (try reading.ruleDefinitions()?.version ?? 0) + 1, rules: rules))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> LoadedVersion {
        LoadedVersion(version: try events.the(ScheduleLoaded.self).version)
    }
}
