public import Catalogue
public import Records
import Retention
import Wording

/// The classification scheme in force, with its version; 0 where there is none.
public struct ShowScheme: Question {
    public typealias Answer = Version
    public static let operation = Operation.readScheme
    public static var sample: ShowScheme { ShowScheme() }

    public init() {}

    /// A version of the scheme.
    public struct Version: Sendable, Codable, Hashable {
        /// Counted from 1; a version once loaded is never changed.
        public let version: Int
        public let classes: [ClassDefinition]

        /// What people call a class; the code itself for one that is not in it.
        public func name(of code: String) -> Phrase {
            classes.first { $0.code == code }.map { Phrase($0.chinese, $0.english) } ?? Phrase(code, code)
        }
    }

    public func answer(_ reading: Reading) throws -> Version {
        try reading.scheme().map { Version(version: $0.version, classes: $0.scheme.classes) } ?? Version(version: 0, classes: [])
    }
}

/// What is wrong with a scheme, held against the schedule in force; nothing if it may be loaded.
public struct CheckScheme: Question {
    public typealias Answer = [DefinitionProblem]
    public static let operation = Operation.readScheme
    public static var sample: CheckScheme { CheckScheme("- code: XS\n  chinese: 销售\n  english: sales\n") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func answer(_ reading: Reading) throws -> [DefinitionProblem] {
        let file = try DefinitionFile<ClassDefinition>(yaml)
        return try reading.problems(of: Scheme(file.items), lines: file.lines)
    }
}

/// In what a scheme differs from the one in force, by the codes of classes.
public struct CompareScheme: Question {
    public typealias Answer = Comparison
    public static let operation = Operation.readScheme
    public static var sample: CompareScheme { CompareScheme("- code: XS\n  chinese: 销售\n  english: sales\n") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    /// In what two schemes differ.
    public struct Comparison: Sendable, Codable, Hashable {
        /// Codes of classes.
        public let added: [String]
        public let removed: [String]
        public let changed: [String]
    }

    public func answer(_ reading: Reading) throws -> Comparison {
        let (old, new) = (try reading.scheme()?.scheme ?? Scheme([]), Scheme(try DefinitionFile(yaml).items))
        let (before, after) = (Set(old.classes.map(\.code)), Set(new.classes.map(\.code)))
        return Comparison(
            added: after.subtracting(before).sorted(), removed: before.subtracting(after).sorted(),
            changed: before.intersection(after).filter { old[$0] != new[$0] }.sorted())
    }
}

/// Puts another scheme in force, as a new version.
public struct LoadScheme: Change {
    public typealias Answer = LoadedVersion
    public static let operation = Operation.loadScheme
    public static var sample: LoadScheme { LoadScheme("- code: XS\n  chinese: 销售\n  english: sales\n") }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func decide(_ decision: Decision) throws {
        let file = try DefinitionFile<ClassDefinition>(yaml)
        try decision.load(Scheme(file.items), lines: file.lines)
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> LoadedVersion {
        LoadedVersion(version: try events.the(SchemeLoaded.self).version)
    }
}

/// The version of a scheme or schedule that came into force.
public struct LoadedVersion: Sendable, Codable, Hashable {
    public let version: Int
}

extension Reading {
    /// - Parameter lines: Where each class stands in its file; none for a scheme that comes from no file.
    fileprivate func problems(of scheme: Scheme, lines: [Int]) throws -> [DefinitionProblem] {
        let rules = Set(try schedule()?.rules.map(\.id) ?? [])
        return scheme.findings(rules: rules, proposers: Operation.proposeDisposal.row.roles).map { DefinitionProblem($0, lines: lines) }
    }
}

extension Decision {
    /// Puts a scheme in force as the next version, unless something is wrong with it or documents are in a class that it lacks.
    ///
    /// - Parameter lines: Where each class stands in its file; none for a scheme that comes from no file.
    func load(_ scheme: Scheme, lines: [Int] = []) throws {
        try DefinitionProblem.refuse(try reading.problems(of: scheme, lines: lines))
        if let lost = try reading.usedClasses().subtracting(scheme.classes.map(\.code)).min() {
            throw ArchiveError(.stateWrong, DealMessage.classInUse(lost), subject: lost)
        }
        try state(SchemeLoaded(version: (try reading.scheme()?.version ?? 0) + 1, classes: scheme.classes))
    }
}
