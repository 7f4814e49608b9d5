public import Records

extension RetentionStep {
    /// What a rule said, in the form that people and programs get.
    public init(_ outcome: RuleOutcome, decides: Bool) {
        let rule = outcome.rule
        let (source, of): (Source, String) =
            switch outcome.source {
            case .recordClass(let code): (.recordClass, code)
            case .own: (.own, "")
            case .dossier(let id): (.dossier, "\(id)")
            case .main(let id): (.main, "\(id)")
            case .disposal(let id): (.disposal, "\(id)")
            }
        var months: Int?
        if case .lasting(let years, let more) = rule.term?.period { months = years * 12 + more }
        self.init(
            rule: rule.id, title: rule.title, version: rule.version, authority: rule.authority, source: source, of: of,
            trigger: outcome.trigger?.name, recorded: outcome.recorded, begins: outcome.begins, fromYearEnd: rule.term?.from == .yearEnd,
            months: months, permanent: rule.term?.period == .permanent, follows: rule.follows, due: outcome.due.written,
            keptTo: outcome.due.keptTo, waiting: outcome.waiting.sorted(), decides: decides)
    }
}

extension Derivation {
    /// All steps, the deciding one first.
    public var steps: [RetentionStep] {
        (deciding.map { [RetentionStep($0, decides: true)] } ?? []) + others.map { RetentionStep($0, decides: false) }
    }
}

extension DueDate {
    /// The first free day, `never`, or nil while something is awaited.
    public var written: String? {
        switch self {
        case .date(_, let due): due.description
        case .never: "never"
        case .waiting: nil
        }
    }

    /// The last day kept; nil where there is none.
    public var keptTo: String? {
        guard case .date(let keptTo, _) = self else { return nil }
        return keptTo.description
    }
}
