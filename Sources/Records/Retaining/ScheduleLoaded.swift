/// A version of the retention schedule came into force.
public struct ScheduleLoaded: Event {
    public static let type = "schedule.loaded/1"
    public static let title = Phrase("启用保管期限表", "schedule loaded")

    /// Counted from 1; a version once loaded is never changed.
    public let version: Int
    public let rules: [RuleDefinition]

    public init(version: Int, rules: [RuleDefinition]) {
        self.version = version
        self.rules = rules
    }

    public var subjects: [String] { [] }

    public static var sample: ScheduleLoaded {
        ScheduleLoaded(
            version: 2,
            rules: [RuleDefinition(id: "XS-HT-YB", title: "合同", authority: "company rule", start: "ended", from: "year-end", period: "10y")]
        )
    }
}
