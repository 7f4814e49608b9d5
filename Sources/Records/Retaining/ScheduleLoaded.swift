/// A version of the retention schedule came into force, in whichever form it was written.
public protocol ScheduleLoading: Event {
    /// Counted from 1; a version once loaded is never changed.
    var version: Int { get }
    var rules: [RuleDefinition] { get }
}

extension ScheduleLoading {
    public static var title: Phrase { Phrase("启用保管期限表", "schedule loaded") }
    public var subjects: [String] { [] }
}

/// A version of the retention schedule came into force, as it is written now.
public struct ScheduleLoaded: ScheduleLoading {
    public static let type = "schedule.loaded/2"

    public let version: Int
    public let rules: [RuleDefinition]

    public init(version: Int, rules: [RuleDefinition]) {
        self.version = version
        self.rules = rules
    }

    public static var sample: ScheduleLoaded {
        ScheduleLoaded(
            version: 2,
            rules: [
                RuleDefinition(
                    id: "XS-KH", title: "客户档案", authority: "company rule", start: "relationEnded", from: "day", period: "5y",
                    keepsTitle: false)
            ])
    }
}

/// The same as it was written before rules said whether titles stay.
public struct EarlierScheduleLoaded: ScheduleLoading {
    public static let type = "schedule.loaded/1"

    public let version: Int
    public let rules: [RuleDefinition]

    public init(version: Int, rules: [RuleDefinition]) {
        self.version = version
        self.rules = rules
    }

    public static var sample: EarlierScheduleLoaded {
        EarlierScheduleLoaded(
            version: 2,
            rules: [RuleDefinition(id: "XS-HT-YB", title: "合同", authority: "company rule", start: "ended", from: "year-end", period: "10y")]
        )
    }
}
