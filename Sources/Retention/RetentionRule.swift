/// A row of the retention schedule (保管期限表, R-30).
public struct RetentionRule: Sendable, Hashable {
    /// How long something is kept.
    public enum Period: Sendable, Hashable {
        /// 永久
        case permanent
        /// Years and months, at least none and at most ``longest`` years in all.
        case lasting(years: Int, months: Int)

        /// Most years of a period; whoever means more means 永久.
        public static let longest = 1000
    }

    /// From which day a period runs.
    public enum Beginning: String, Sendable, Hashable, CaseIterable, Codable {
        /// From the fact's own day, which is not counted.
        case day
        /// From 1 January after it (年末起算).
        case yearEnd = "year-end"
    }

    /// What is done once the period has run out.
    public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
        /// 销毁
        case destroy
        /// 鉴定
        case review
        /// 移交
        case transfer
        /// 永久保存
        case keep
    }

    /// The own reckoning of a rule.
    public struct Term: Sendable, Hashable {
        public let start: Start
        public let from: Beginning
        public let period: Period

        public init(start: Start, from: Beginning, period: Period) {
            self.start = start
            self.from = from
            self.period = period
        }
    }

    public let id: String
    public let title: String
    /// Of the schedule that it stands in.
    public let version: Int
    /// The law, standard or company rule that it rests on.
    public let authority: String
    /// All must be met before it applies.
    public let conditions: [Condition]
    /// Nil for a rule that only follows.
    public let term: Term?
    /// The relation whose later date is taken: `contract`.
    public let follows: String?
    /// Whether a review starts the period anew.
    public let repeats: Bool
    public let action: Action

    public init(
        id: String, title: String, version: Int, authority: String, conditions: [Condition] = [], term: Term?, follows: String? = nil,
        repeats: Bool = false, action: Action = .destroy
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.authority = authority
        self.conditions = conditions
        self.term = term
        self.follows = follows
        self.repeats = repeats
        self.action = action
    }
}
