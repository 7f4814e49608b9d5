package import Records

/// Papers with all that can be recorded of them, and until when each is kept, by R-28 to R-35 as they are written: nothing of the archive's
/// own reckoning is used, and nothing of its dates.
package struct Life: Sendable {
    package struct Paper: Sendable {
        package var type: String
        package var code: String?
        /// A rule of its own.
        package var ownRule: String?
        /// Dates by the fact's name, as `2021-03-05`, `2021-03` or `2021`; of accounting years several.
        package var facts: [String: [String]] = [:]
        package var expiry: String?
        /// What it is related to, always an earlier paper.
        package var relations: [(relation: Relation, other: Int)] = []
        package var matters: [MatterKind] = []
        package var isWithdrawn = false

        package init(type: String) { self.type = type }
    }

    package struct Dossier: Sendable {
        package var members: [Int] = []
        package var leader: Int?
        package var closed: String?

        package init() {}
    }

    package var papers: [Paper] = []
    package var dossiers: [Dossier] = []
    package let today: String

    package init(today: String) { self.today = today }

    /// What is said of one paper.
    package struct Answer: Hashable {
        /// The first free day, `never`, or nil.
        package var due: String?
        package var waiting: Set<String> = []

        package init(due: String?, waiting: Set<String> = []) {
            self.due = due
            self.waiting = waiting
        }
    }

    /// A rule as the tests' own schedule has it.
    private struct Rule {
        let id: String
        var when: (fact: String, wanted: String)?
        var start: String?
        var isYearEnd = true
        /// Nil for ever.
        var years: Int?
        var followsContract = false
    }

    private static let rules: [String: [Rule]] = [
        "L-HT": [
            Rule(id: "L-HT", start: "ended", years: 10),
            Rule(id: "L-HT-CW", when: ("originalKeptByFinance", "true"), start: "accountingYear", years: 30),
        ],
        "L-ZY": [Rule(id: "L-ZY", start: "filed")],
        "L-JD": [Rule(id: "L-JD", followsContract: true)],
        "L-TB": [
            Rule(id: "L-JD", followsContract: true),
            Rule(id: "L-TB-CG", when: ("governmentProcurement", "true"), start: "awarded", isYearEnd: false, years: 15),
        ],
        "L-BJ": [Rule(id: "L-BJ", start: "filed", isYearEnd: false, years: 3)],
        "L-CW": [Rule(id: "L-CW", start: "accountingYear", years: 30)],
        "L-AJ": [Rule(id: "L-AJ", start: "dossierClosed", isYearEnd: false, years: 5)],
        "L-TJ": [Rule(id: "L-TJ", when: ("framework", "true"), start: "filed", years: 2)],
        "L-KONG": [],
    ]

    /// The codes of the classes of ``scheme``.
    package static var codes: [String] { rules.keys.sorted() }

    package static let schedule = """
        - {id: L-HT, title: a, authority: x, start: ended, from: year-end, period: 10y}
        - {id: L-HT-CW, title: a, authority: x, when: {originalKeptByFinance: "true"}, start: accountingYear, from: year-end, period: 30y}
        - {id: L-ZY, title: a, authority: x, period: permanent, action: keep}
        - {id: L-JD, title: a, authority: x, follows: contract}
        - {id: L-TB-CG, title: a, authority: x, when: {governmentProcurement: "true"}, start: awarded, from: day, period: 15y}
        - {id: L-BJ, title: a, authority: x, start: filed, from: day, period: 3y}
        - {id: L-CW, title: a, authority: x, start: accountingYear, from: year-end, period: 30y}
        - {id: L-AJ, title: a, authority: x, start: dossierClosed, from: day, period: 5y}
        - {id: L-TJ, title: a, authority: x, when: {framework: "true"}, start: filed, from: year-end, period: 2y}
        """

    package static var scheme: String {
        rules.keys.sorted().map { code in
            let ids = rules[code, default: []].map(\.id).joined(separator: ", ")
            return "- {code: \(code), chinese: \(code), english: \(code)\(ids.isEmpty ? "" : ", rules: [\(ids)]")}"
        }.joined(separator: "\n") + "\n"
    }

    // MARK: - Until when

    package func answer(for paper: Int) -> Answer { shown(decision(paper)) }

    /// A day, or what is longer than any: waiting, never.
    private enum Kept { case day(Int, Int, Int), waiting, never }
    private struct Decision { var kept: Kept, waiting: Set<String> }

    private func shown(_ decision: Decision) -> Answer {
        switch decision.kept {
        case .day(let year, let month, let day): Answer(due: Self.written(year, month, day), waiting: decision.waiting)
        case .waiting: Answer(due: nil, waiting: decision.waiting)
        case .never: Answer(due: "never")
        }
    }

    /// The longest of its class's rules, of its dossiers', of what it is attached to; without a class it waits for one.
    private func decision(_ paper: Int) -> Decision {
        let own = classDecisions(paper)
        var all = own + ownDecision(paper)
        for dossier in dossiers where dossier.members.contains(paper) {
            if let leader = leader(of: dossier), leader != paper { all += classDecisions(leader) + ownDecision(leader) }
        }
        for (relation, other) in papers[paper].relations where relation == .attachedTo { all.append(decision(other)) }
        var longest = Self.longest(all)
        if own.isEmpty {
            let names = all.map(\.waiting).reduce(Set(["class"])) { $0.union($1) }
            longest = Decision(kept: .waiting, waiting: names)
        }
        return longest
    }

    private static func longest(_ decisions: [Decision]) -> Decision {
        let waiting = decisions.map(\.waiting).reduce(Set<String>()) { $0.union($1) }
        if decisions.contains(where: { if case .never = $0.kept { true } else { false } }) { return Decision(kept: .never, waiting: []) }
        if decisions.isEmpty || decisions.contains(where: { if case .waiting = $0.kept { true } else { false } }) {
            return Decision(kept: .waiting, waiting: waiting)
        }
        let days = decisions.map(\.kept).compactMap { if case .day(let year, let month, let day) = $0 { (year, month, day) } else { nil } }
        let last = days.max { $0 < $1 } ?? (0, 0, 0)
        return Decision(kept: .day(last.0, last.1, last.2), waiting: waiting)
    }

    /// The contract that was named, else the one whose own rules keep it longest.
    private func leader(of dossier: Dossier) -> Int? {
        if let named = dossier.leader { return named }
        func rank(_ paper: Int) -> (Int, Int, Int) {
            let own = classDecisions(paper) + ownDecision(paper)
            guard !own.isEmpty else { return (0, 0, 0) }
            switch Self.longest(own).kept {
            case .day(let year, let month, let day): return (year, month, day)
            case .waiting: return (100_000, 0, 0)
            case .never: return (100_001, 0, 0)
            }
        }
        return dossier.members.filter { papers[$0].type == "contract" }.max { rank($0) < rank($1) }
    }

    /// What the rules of its class say that apply, one decision each.
    private func classDecisions(_ paper: Int) -> [Decision] {
        guard let code = papers[paper].code else { return [] }
        return decisions(Self.rules[code, default: []], paper)
    }

    private func ownDecision(_ paper: Int) -> [Decision] {
        guard let id = papers[paper].ownRule, let rule = Self.rules.values.flatMap(\.self).first(where: { $0.id == id }) else { return [] }
        return decisions([rule], paper)
    }

    private func decisions(_ rules: [Rule], _ paper: Int) -> [Decision] {
        rules.compactMap { rule in
            var waiting: Set<String> = []
            if let (fact, wanted) = rule.when {
                guard let value = circumstance(fact, of: paper) else {
                    waiting.insert(fact)
                    if case .waiting? = Optional(said(rule, paper).kept) { waiting.formUnion(said(rule, paper).waiting) }
                    return Decision(kept: .waiting, waiting: waiting)
                }
                guard value == wanted else { return nil }
            }
            return said(rule, paper)
        }
    }

    private func said(_ rule: Rule, _ paper: Int) -> Decision {
        if rule.followsContract {
            let kept = contracts(of: paper).map { decision($0).kept }
            let longest = Self.longest(kept.map { Decision(kept: $0, waiting: []) }).kept
            if case .waiting = longest { return Decision(kept: .waiting, waiting: ["contract"]) }
            return Decision(kept: longest, waiting: [])
        }
        guard let years = rule.years else { return Decision(kept: .never, waiting: []) }
        guard let start = rule.start, let day = day(start, of: paper) else {
            return Decision(kept: .waiting, waiting: [rule.start ?? ""])
        }
        if rule.isYearEnd { return Decision(kept: .day(day.0 + years + 1, 1, 1), waiting: []) }
        return Decision(kept: Self.after(day.0 + years, day.1, day.2), waiting: [])
    }

    /// What it is kept with: the contracts that it names, and those that lead its dossiers.
    private func contracts(of paper: Int) -> Set<Int> {
        let named = papers[paper].relations.filter { [.follows, .belongsTo, .attachedTo].contains($0.relation) }.map(\.other)
        let leading = dossiers.filter { $0.members.contains(paper) }.compactMap { leader(of: $0) }
        return Set((named + leading).filter { papers[$0].type == "contract" && $0 != paper })
    }

    // MARK: - Facts

    private static let endings = ["performed", "expired", "terminated", "rescinded", "void"]

    /// The contracts whose end a paper takes.
    private func changed(by paper: Int) -> [Int] {
        papers[paper].relations.filter { relation, other in
            papers[other].type == "contract"
                && (relation == .amends || relation == .belongsTo && !["contract", "qualification"].contains(papers[paper].type))
        }.map(\.other)
    }

    private func circumstance(_ name: String, of paper: Int) -> String? {
        let own = papers[paper].facts[name]?.first
        guard name == "originalKeptByFinance" else { return own }
        let all = [own] + changed(by: paper).map { papers[$0].facts[name]?.first }
        return all.contains("true") ? "true" : all.contains("false") ? "false" : nil
    }

    /// The latest possible day of what a period starts from.
    private func day(_ start: String, of paper: Int) -> (Int, Int, Int)? {
        switch start {
        case "filed": return Self.last(today)
        case "ended":
            return ([paper] + changed(by: paper)).flatMap { one in Self.endings.compactMap { papers[one].facts[$0]?.first } }.map(Self.last)
                .max { $0 < $1 }
        case "dossierClosed":
            let all = dossiers.filter { $0.members.contains(paper) }
            guard !all.isEmpty, !all.contains(where: { $0.closed == nil }) else { return nil }
            return all.compactMap(\.closed).map(Self.last).max { $0 < $1 }
        default: return papers[paper].facts[start]?.map(Self.last).max { $0 < $1 }
        }
    }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func length(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 && isLeap ? 29 : lengths[month - 1]
    }

    private static func last(_ text: String) -> (Int, Int, Int) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let month = parts.count > 1 ? parts[1] : 12
        return (parts[0], month, parts.count > 2 ? parts[2] : length(parts[0], month))
    }

    /// The day after the one of that date, or after the month's last where it has no such day.
    private static func after(_ year: Int, _ month: Int, _ day: Int) -> Kept {
        let last = min(day, length(year, month))
        if last < length(year, month) { return .day(year, month, last + 1) }
        return month < 12 ? .day(year, month + 1, 1) : .day(year + 1, 1, 1)
    }

    private static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    // MARK: - What blocks, and what has passed

    package func blocks(_ paper: Int) -> Set<String> {
        var reached: Set<Int> = [paper]
        var next = [paper]
        while let one = next.popLast() {
            for (relation, other) in papers[one].relations where relation == .attachedTo && reached.insert(other).inserted {
                next.append(other)
            }
        }
        for dossier in dossiers where dossier.members.contains(paper) { reached.formUnion(dossier.members) }
        var names = Set(papers[paper].matters.map(\.rawValue))
        for other in reached {
            names.formUnion(papers[other].matters.filter { [.claim, .complaint, .dispute, .review].contains($0) }.map(\.rawValue))
        }
        let isRenewed = papers.contains { other in
            other.relations.contains { $0.relation == .renews && $0.other == paper }
                && !Self.endings.contains { other.facts[$0] != nil }
        }
        return isRenewed ? names.union(["renewal"]) : names
    }

    package func expiryPassed(_ paper: Int) -> String? {
        guard answer(for: paper).waiting.contains("ended"), let expiry = papers[paper].expiry,
            Self.last(expiry) < Self.last(today)
        else { return nil }
        return expiry
    }
}
