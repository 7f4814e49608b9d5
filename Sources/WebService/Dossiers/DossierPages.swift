import Archive
import Hummingbird
import Records
import Wording

/// Pages of dossiers (案卷): to find one, everything of a deal at one place, and what waits for whoever looks.
struct DossierPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("dossiers") { request, context in
            let viewer = Viewer(request, context)
            let asked = try Members.query(of: request, known: ["words", "from"])
            let words = asked["words"] ?? ""
            let dossiers = try await archive.ask(ListDossiers(of: nil), as: context.actor)
            let start = asked.passedOver
            // Each page has a title of its own.
            let title = [DossierPageWord.dossiers.text(viewer.tongue), words, start > 0 ? "\(start + 1)–" : ""].filter { !$0.isEmpty }
            let content = DossiersPage(dossiers, asked: words, from: start, for: viewer)
            return try pages.response(.dossiers, title.joined(separator: ": "), content, for: viewer)
        }
        group.get("dossiers/{dossier}") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            let id = try DossierID(asked: try Path.text("dossier", context.parameters))
            let check = try await archive.ask(CheckDossier(id), as: context.actor)
            let title = "\(DossierPageWord.dossiers.text(viewer.tongue)): \(check.dossier.title)"
            var question = ListPacks()
            question.dossier = id
            let packs = viewer.may(.readPacks) ? try await archive.ask(question, as: context.actor) : []
            let receivers = viewer.may(.keepPack) ? try await archive.ask(ListReceivers(), as: context.actor).receivers : []
            let content = DossierPage(check, packs: packs, receivers: receivers, names: archive.vocabulary, for: viewer)
            return try pages.response(.dossier, title, content, for: viewer)
        }
        group.get("next") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            let waiting = try await archive.ask(ListNext(), as: context.actor)
            return try pages.response(.next, DossierPageWord.waiting.text(viewer.tongue), NextPage(waiting, for: viewer), for: viewer)
        }
    }
}
