import Archive
import HTTPTypes

extension Route {
    /// Holds (冻结).
    static let holding: [Route] = [
        .list("holds", ListHolds.self),
        .change("holds", PlaceHold.self, status: .created),
        .change("holds/{hold}/lift", LiftHold.self),
    ]
}
