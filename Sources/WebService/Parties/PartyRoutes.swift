import Archive
import HTTPTypes

extension Route {
    /// Parties (相对方).
    static let parties: [Route] = [
        .list("parties", ListParties.self),
        .change("parties", RegisterParty.self, status: .created),
    ]
}
