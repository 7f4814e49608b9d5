public import Records

/// What is wrong with a class or a rule as it was written.
public struct DefinitionFinding: Sendable, Hashable {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        case codeMissing
        case duplicate
        case parentMissing(String)
        case cycle
        case ruleUnknown(String)
        /// Less confidential than the class above.
        case loosens
        /// No role that it names proposes disposals: nothing in it could ever be destroyed.
        case ownersProposeNothing
        case dateUnknown(String)
        case closesBeforeItOpens
        case authorityMissing
        case startUnknown(String)
        case beginningUnknown(String)
        case periodRefused(String)
        case conditionUnknown(String)
        case actionUnknown(String)
        case relationUnknown(String)
        /// Neither a period of its own nor a relation to follow.
        case nothingToReckon
    }

    /// Which class or rule, by its place in the file from 0.
    public let index: Int
    /// Its code or id.
    public let name: String
    public let problem: Problem
}

/// The retention schedule (保管期限表) as rules that can be asked.
public struct Schedule: Sendable, Hashable {
    /// Counted from 1; a version once loaded is never changed.
    public let version: Int
    public let rules: [RetentionRule]
    /// What is wrong with it; a schedule with findings is not loaded.
    public let findings: [DefinitionFinding]

    public init(version: Int, _ definitions: [RuleDefinition]) {
        self.version = version
        var (rules, findings, seen): ([RetentionRule], [DefinitionFinding], Set<String>) = ([], [], [])
        for (index, definition) in definitions.enumerated() {
            func find(_ problem: DefinitionFinding.Problem) {
                findings.append(DefinitionFinding(index: index, name: definition.id, problem: problem))
            }
            if definition.id.isEmpty { find(.codeMissing) } else if !seen.insert(definition.id).inserted { find(.duplicate) }
            let (rule, problems) = RetentionRule.read(definition, version: version)
            problems.forEach(find)
            if let rule { rules.append(rule) }
        }
        self.rules = rules
        self.findings = findings
    }
}

extension RetentionRule {
    /// Relations that a rule may follow: the contract of its dossier.
    static let relations: Set<String> = ["contract"]

    /// Reads a rule as it is written.
    public static func read(_ definition: RuleDefinition, version: Int) -> (rule: RetentionRule?, problems: [DefinitionFinding.Problem]) {
        var problems: [DefinitionFinding.Problem] = []
        if definition.authority.allSatisfy(\.isWhitespace) { problems.append(.authorityMissing) }
        let term = term(definition, &problems)
        let conditions = conditions(definition, &problems)
        let action = Action(rawValue: definition.action ?? Action.destroy.rawValue)
        if action == nil { problems.append(.actionUnknown(definition.action ?? "")) }
        if let relation = definition.follows, !relations.contains(relation) { problems.append(.relationUnknown(relation)) }
        if term == nil, definition.follows == nil, problems.isEmpty { problems.append(.nothingToReckon) }
        guard problems.isEmpty, let action else { return (nil, problems) }
        let rule = RetentionRule(
            id: definition.id, title: definition.title, version: version, authority: definition.authority, conditions: conditions,
            term: term, follows: definition.follows, repeats: definition.repeats ?? false, action: action)
        return (rule, [])
    }

    private static func term(_ definition: RuleDefinition, _ problems: inout [DefinitionFinding.Problem]) -> Term? {
        guard let written = definition.period else { return nil }
        guard let period = Period(written) else {
            problems.append(.periodRefused(written))
            return nil
        }
        let permanent = period == .permanent
        let start = Start(named: definition.start ?? (permanent ? Trigger.filed.name : ""))
        if start == nil { problems.append(.startUnknown(definition.start ?? "")) }
        let from = Beginning(rawValue: definition.from ?? (permanent ? Beginning.day.rawValue : ""))
        if from == nil { problems.append(.beginningUnknown(definition.from ?? "")) }
        guard let start, let from else { return nil }
        return Term(start: start, from: from, period: period)
    }

    private static func conditions(_ definition: RuleDefinition, _ problems: inout [DefinitionFinding.Problem]) -> [Condition] {
        (definition.when ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
            if name == "amountAtLeast", let amount = try? Amount(words: value) { return .amountAtLeast(hundredths: amount.hundredths) }
            if let circumstance = Circumstance(rawValue: name), let wanted = Bool(value) { return .holds(circumstance, wanted) }
            problems.append(.conditionUnknown("\(name): \(value)"))
            return nil
        }
    }
}

extension RetentionRule.Period {
    /// Reads `permanent`, `10y`, `6m`, `2y6m`.
    public init?(_ text: String) {
        if text == "permanent" {
            self = .permanent
            return
        }
        guard let match = text.wholeMatch(of: /(?:(\d{1,5})y)?(?:(\d{1,5})m)?/), !text.isEmpty else { return nil }
        let (years, months) = (match.1.flatMap { Int($0) } ?? 0, match.2.flatMap { Int($0) } ?? 0)
        guard years * 12 + months <= Self.longest * 12 else { return nil }
        self = .lasting(years: years, months: months)
    }
}
