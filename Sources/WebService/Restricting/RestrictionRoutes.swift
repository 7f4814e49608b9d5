import Archive
import HTTPTypes

extension Route {
    /// Restriction of processing (限制处理).
    static let restricting: [Route] = [
        .list("restricted", ListRestricted.self),
        .change("documents/{document}/restriction", RestrictDocument.self, status: .created),
        .change("documents/{document}/restriction/lift", LiftRestriction.self),
        .change("documents/{document}/restriction/open", OpenRestricted.self),
    ]
}
