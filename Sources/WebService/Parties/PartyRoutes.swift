import Archive
import HTTPTypes

extension Route {
    /// Parties (相对方) and their sites (现场).
    static let parties: [Route] = [
        .list("parties", ListParties.self),
        .change("parties", RegisterParty.self, status: .created),
        .question("parties/{party}", ShowParty.self),
        .change("parties/{party}", EditParty.self, by: .patch),
        .change("parties/{party}/merge", MergeParties.self),
        .change("parties/{party}/part", PartParties.self),
        .change("parties/{party}/sites", RegisterSite.self, status: .created),
        .change("sites/{site}", EditSite.self, by: .patch),
    ]
}
