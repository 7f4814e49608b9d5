/// Until when a document is kept, why, and what blocks its disposal today.
public struct RetentionView: Sendable, Hashable, Codable {
    public let document: DocumentID
    /// The class's code; nil where it is not classified.
    public let recordClass: String?
    /// The first free day, `never`, or nil while something is awaited.
    public let due: String?
    /// The last day that it must be kept, `2036-12-31`; nil while that is not known, or for ever.
    public let keptTo: String?
    /// What is awaited, by name.
    public let waiting: [String]
    /// What blocks today; only `blocked` for whoever may not know what.
    public let blockedBy: [String]
    /// The agreed end where that has passed and no end is recorded, which is awaited: `2025-12`.
    public let expiryPassed: String?
    /// Whether it may be disposed of today.
    public let disposable: Bool
    /// The rule that decides first, then those that gave way, in their order.
    public let steps: [RetentionStep]

    private enum CodingKeys: String, CodingKey {
        case document, recordClass = "class", due, keptTo, waiting, blockedBy, expiryPassed, disposable, steps
    }

    package init(
        document: DocumentID, recordClass: String?, due: String?, keptTo: String?, waiting: [String], blockedBy: [String],
        expiryPassed: String?, disposable: Bool, steps: [RetentionStep]
    ) {
        self.document = document
        self.recordClass = recordClass
        self.due = due
        self.keptTo = keptTo
        self.waiting = waiting
        self.blockedBy = blockedBy
        self.expiryPassed = expiryPassed
        self.disposable = disposable
        self.steps = steps
    }
}

/// What one rule says, step by step, so that a clerk can follow it.
public struct RetentionStep: Sendable, Hashable, Codable {
    /// Its code in the schedule.
    public let rule: String
    public let title: String
    public let version: Int
    /// The law or rule of the house that it comes from.
    public let authority: String
    /// Where it comes from: `class`, `own`, `dossier`, `main` or `disposal`.
    public let source: Source
    /// The class, dossier, main document or batch; empty for its own.
    public let of: String
    /// The fact that the period starts from, by name, as it is recorded.
    public let trigger: String?
    public let recorded: RoughDate?
    /// The first day of the period.
    public let begins: CivilDate?
    /// Whether years are counted from the end of the year in which the fact lies.
    public let fromYearEnd: Bool
    /// The period in months; nil where it is permanent, or the rule only follows.
    public let months: Int?
    public let permanent: Bool
    /// The relation whose later date is taken.
    public let follows: String?
    /// The first day on which it may be disposed of, `2037-01-01`.
    public let due: String?
    public let keptTo: String?
    /// What is awaited, by name.
    public let waiting: [String]
    /// Whether it decides; the others gave way.
    public let decides: Bool

    package init(
        rule: String, title: String, version: Int, authority: String, source: Source, of: String, trigger: String?, recorded: RoughDate?,
        begins: CivilDate?, fromYearEnd: Bool, months: Int?, permanent: Bool, follows: String?, due: String?, keptTo: String?,
        waiting: [String], decides: Bool
    ) {
        self.rule = rule
        self.title = title
        self.version = version
        self.authority = authority
        self.source = source
        self.of = of
        self.trigger = trigger
        self.recorded = recorded
        self.begins = begins
        self.fromYearEnd = fromYearEnd
        self.months = months
        self.permanent = permanent
        self.follows = follows
        self.due = due
        self.keptTo = keptTo
        self.waiting = waiting
        self.decides = decides
    }

    /// Where a rule that applies comes from.
    public enum Source: String, Sendable, Hashable, Codable, CaseIterable { case recordClass = "class", own, dossier, main, disposal }
}
