import Archive
import HTTPTypes

extension Route {
    /// The retention schedule (保管期限表), facts (事由), matters (未了事项), and what is due.
    static let retaining: [Route] = [
        .question("documents/{document}/retention", ShowRetention.self),
        .change("documents/{document}/rule", SetOwnRule.self, by: .put),
        .change("documents/{document}/facts", RecordFact.self),
        .change("documents/{document}/matters", OpenMatter.self, status: .created),
        .question("schedule", ShowSchedule.self),
        .list("schedule/check", CheckSchedule.self, by: .post),
        .list("schedule/simulate", SimulateSchedule.self, by: .post),
        .change("schedule", LoadSchedule.self, status: .created),
        .list("due", ListDue.self),
        .list("due/counts", CountDue.self),
        .file("due/export", ExportDue.self),
        .list("matters", ListMatters.self),
        .change("matters/{matter}/close", CloseMatter.self),
    ]
}
