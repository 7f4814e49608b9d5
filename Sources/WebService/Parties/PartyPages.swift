import Archive
import Hummingbird
import Records
import Wording

/// Pages of parties (客户): to find one, and everything of one at one place.
struct PartyPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("parties") { request, context in
            let viewer = Viewer(request, context)
            let asked = try Members.query(of: request, known: ["words", "from"])
            let words = asked["words"] ?? ""
            let parties = try await archive.ask(ListParties(words.allSatisfy(\.isWhitespace) ? nil : words), as: context.actor)
            let start = asked.passedOver
            // Each page has a title of its own.
            let title = [PartyPageWord.parties.text(viewer.tongue), words, start > 0 ? "\(start + 1)–" : ""].filter { !$0.isEmpty }
            let content = PartiesPage(parties, asked: words, from: start, for: viewer)
            return try pages.response(.parties, title.joined(separator: ": "), content, for: viewer)
        }
        group.get("parties/{party}") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            let party = try await archive.ask(ShowParty(try Path.text("party", context.parameters)), as: context.actor)
            return try pages.response(
                .party, party.record.name, PartyPage(party, names: archive.vocabulary, for: viewer), for: viewer)
        }
    }
}
