public import Records

/// Until when something must be kept.
public enum DueDate: Sendable, Hashable {
    /// For ever (永久).
    case never
    /// Not known yet: facts are awaited.
    case waiting
    /// Kept to the one day (保管至), free from the other on (可处置日).
    case date(keptTo: CivilDate, due: CivilDate)
}

/// Where a rule that applies to a document comes from.
public enum RuleSource: Sendable, Hashable {
    /// Its class's rule.
    case recordClass(String)
    /// Its own rule, which may only lengthen.
    case own
    /// The rule of a dossier that it is in.
    case dossier(DossierID)
    /// The main document that it is attached to.
    case main(DocumentID)
    /// A disposal that decided to keep it longer.
    case disposal(BatchID)

    /// Whether it says by itself that something is classified; what lengthens a rule does not.
    public var isOfClass: Bool {
        switch self {
        case .recordClass, .dossier, .main: true
        case .own, .disposal: false
        }
    }
}

/// A rule as it applies: with the facts that it asks, and with what it follows.
public struct AppliedRule: Sendable, Hashable {
    public let rule: RetentionRule
    public let source: RuleSource
    /// Of the document; for a dossier's rule, of its leading contract.
    public let facts: RetentionFacts
    /// Until when that is kept which the rule follows; nil where there is none.
    public let followed: DueDate?

    /// Whether no condition of the rule is known not to be met.
    public var applies: Bool { !rule.conditions.contains { facts.meets($0) == false } }

    public init(rule: RetentionRule, source: RuleSource, facts: RetentionFacts, followed: DueDate? = nil) {
        self.rule = rule
        self.source = source
        self.facts = facts
        self.followed = followed
    }
}

/// What one rule says, step by step, so that a clerk can follow it.
public struct RuleOutcome: Sendable, Hashable {
    public let rule: RetentionRule
    public let source: RuleSource
    /// The fact that the period starts from, as it is recorded.
    public let trigger: Trigger?
    public let recorded: RoughDate?
    /// The first day of the period.
    public let begins: CivilDate?
    public let due: DueDate
    /// What is not known and must be: starts, conditions, relations, by name.
    public let waiting: Set<String>
}

/// Until when something must be kept, and why: a function of recorded facts only. The same facts always give the same.
///
/// ```swift
/// let derivation = Derivation(of: [AppliedRule(rule: rule, source: .recordClass("XS-HT-YB"), facts: facts)])
/// derivation.due   // .date(keptTo: 2023-12-31, due: 2024-01-01)
/// ```
public struct Derivation: Sendable, Hashable {
    public let due: DueDate
    /// The rule that decides; nil where none applies.
    public let deciding: RuleOutcome?
    /// The rules that gave way to it, in their order.
    public let others: [RuleOutcome]
    /// What is awaited, by name; nothing where it is kept for ever.
    public let waiting: Set<String>

    /// How ``waiting`` names that no class says how long something is kept.
    public static let className = "class"

    /// Asks each rule and takes the longest: permanent beats any number, and while one waits nothing is due.
    ///
    /// - Parameters:
    ///   - lacksClass: Whether no class says how long it is kept: then it waits for one, whatever else is said.
    ///   - mains: What it is attached to, with what is decided of that as a whole.
    public init(of rules: [AppliedRule], lacksClass: Bool = false, mains: [(document: DocumentID, derivation: Derivation)] = []) {
        let own = rules.compactMap(RuleOutcome.init).map { (due: $0.due, deciding: $0 as RuleOutcome?, others: [RuleOutcome]()) }
        let all =
            own
            + mains.map { id, main in
                (due: main.due, deciding: main.deciding?.from(.main(id)), others: main.others.map { $0.from(.main(id)) })
            }
        // Of equals the first: the order of the rules must not change the answer's date, and of equal dates it does not.
        let longest =
            lacksClass ? nil : all.enumerated().max { ($0.element.due.rank, -$0.offset) < ($1.element.due.rank, -$1.offset) }
        due = longest?.element.due ?? .waiting
        deciding = longest?.element.deciding
        others = all.enumerated().flatMap { index, one in
            (index == longest?.offset ? [] : [one.deciding].compactMap(\.self)) + one.others
        }
        guard due != .never else {
            waiting = []
            return
        }
        waiting = Set(own.flatMap { $0.deciding?.waiting ?? [] }).union(mains.flatMap(\.derivation.waiting)).union(
            lacksClass ? [Self.className] : [])
    }
}

extension RuleOutcome {
    /// What a rule says; nil where one of its conditions is not met, so that it does not apply.
    init?(_ applied: AppliedRule) {
        let (rule, facts) = (applied.rule, applied.facts)
        guard applied.applies else { return nil }
        let unknown = rule.conditions.filter { facts.meets($0) == nil }.map(\.asksFor)
        var waiting = Set(unknown)
        var dues: [DueDate] = []
        var found: (trigger: Trigger, date: RoughDate)?
        if let term = rule.term {
            found = facts.trigger(of: term.start, repeats: rule.repeats)
            let due = RuleOutcome.due(term, found?.date)
            if due == .waiting { waiting.insert(term.start.name) }
            dues.append(due)
        }
        if let relation = rule.follows {
            if applied.followed == nil || applied.followed == .waiting { waiting.insert(relation) }
            dues.append(applied.followed ?? .waiting)
        }
        self.init(
            rule: rule, source: applied.source, trigger: found?.trigger, recorded: found?.date,
            begins: rule.term.flatMap { term in found.map { Reckoning.beginning(after: $0.date.latest, term.from) } },
            due: unknown.isEmpty ? dues.max { $0.rank < $1.rank } ?? .waiting : .waiting, waiting: waiting)
    }

    /// The same as it reaches another document.
    fileprivate func from(_ source: RuleSource) -> RuleOutcome {
        RuleOutcome(
            rule: rule, source: source, trigger: trigger, recorded: recorded, begins: begins, due: due, waiting: waiting)
    }

    private static func due(_ term: RetentionRule.Term, _ date: RoughDate?) -> DueDate {
        guard case .lasting(let years, let months) = term.period else { return .never }
        guard let date else { return .waiting }
        // What would be kept beyond the calendar is kept for ever.
        guard let last = Reckoning.lastDay(after: date.latest, term.from, years: years, months: months), last.year < 9999 else {
            return .never
        }
        return .date(keptTo: last, due: last.adding(days: 1))
    }
}

extension DueDate {
    /// Longer is higher: dates in their order, then what waits, then never.
    public var rank: Int {
        switch self {
        case .date(_, let due): due.daysSince1970
        case .waiting: Int.max - 1
        case .never: Int.max
        }
    }
}
