import Archive
import Hummingbird
import Records
import Wording

/// Pages of packs (交底资料): to find one, to see what is in it and what is missing, to sign for it, and to put one together.
struct PackPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("packs") { request, context in try await list(request, context) }
        group.get("packs/{pack}") { request, context in
            let asked = try Members.query(of: request, known: ["edition", "draft"])
            let edition = try asked["edition"].map { try Self.edition($0) }
            return try await show(request, context, edition: edition, draft: asked["draft"] != nil)
        }
        group.get("packs/{pack}/file") { request, context in try await PackResponse.make(request, context, archive) }
        group.post("packs") { request, context in
            let form = try await PageForm.values(of: request)
            let dossier = try DossierID(asked: form["dossier"] ?? "")
            let made = try await archive.carryOut(MakePack(dossier, for: form["receiver"] ?? ""), as: context.actor)
            return pages.cookies.redirect("/packs/\(made.pack.id)?draft=yes")
        }
        group.post("packs/{pack}/{step}") { request, context in try await take(request, context) }
    }

    static func edition(_ text: String) throws(ArchiveError) -> Int {
        guard let number = Int(text), number > 0, "\(number)" == text else {
            throw .parameterRefused("edition", text, remedy: Remedy.wholeNumber)
        }
        return number
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let viewer = Viewer(request, context)
        let asked = try Members.query(of: request, known: ["words", "state", "from"])
        var question = ListPacks()
        question.words = asked.given("words")
        if let text = asked.given("state") {
            guard let state = PackState(rawValue: text) else {
                throw ArchiveError.parameterRefused("state", text, remedy: Remedy.correctMember)
            }
            question.state = state
        }
        let packs = try await archive.ask(question, as: context.actor)
        let start = asked.passedOver
        let content = PacksPage(packs, asked: question, from: start, for: viewer)
        // Each page has a title of its own.
        let parts = [
            PackPageWord.packs.text(viewer.tongue), question.state?.text(viewer.tongue) ?? "", question.words ?? "",
            start > 0 ? "\(start + 1)–" : "",
        ]
        return try pages.response(.packs, parts.filter { !$0.isEmpty }.joined(separator: ": "), content, for: viewer)
    }

    private func show(
        _ request: Request, _ context: SignedInContext, edition: Int? = nil, draft: Bool = false, written form: [String: String] = [:],
        refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let view = try await archive.ask(ShowPack(try id(context), edition: edition, draft: draft), as: context.actor)
        let content = PackPage(view, form, error?.said(viewer.tongue), for: viewer)
        // Each page has a title of its own.
        let which =
            draft ? PackPageWord.packDraft.text(viewer.tongue) : edition.map { PackFileMessage.editionNumber($0).text(viewer.tongue) }
        let title = ["\(PackPageWord.packs.text(viewer.tongue)): \(content.heading)", which].compactMap(\.self).joined(separator: " · ")
        return try pages.response(.pack, title, content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// Done, its page shows how it stands now; refused, the reason is shown with what was written.
    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (pack, form) = (try id(context), try await PageForm.values(of: request))
        let step = context.parameters.get("step").map { String($0) }
        do throws(ArchiveError) {
            switch step {
            case "sign":
                let edition = try Self.edition(form["edition"] ?? "")
                let rejections = form.compactMap { name, reason in
                    name.hasPrefix("reject-") && !reason.isEmpty ? PackRejection(item: String(name.dropFirst(7)), reason: reason) : nil
                }
                try await archive.carryOut(
                    SignPack(pack, edition: edition, rejecting: rejections.sorted { $0.item < $1.item }), as: context.actor)
                return pages.cookies.redirect("/packs/\(pack)")
            case "issue":
                try await archive.carryOut(IssuePack(pack, participants: form.given("participants")), as: context.actor)
                return pages.cookies.redirect("/packs/\(pack)")
            case "items":
                try await archive.carryOut(try fill(pack, form), as: context.actor)
                return pages.cookies.redirect("/packs/\(pack)?draft=yes")
            default: break
            }
        } catch { return try await show(request, context, draft: step != "sign", written: form, refused: error) }
        throw HTTPError(.notFound)
    }

    private func fill(_ pack: PackID, _ form: [String: String]) throws(ArchiveError) -> FillPackItem {
        let item = form["item"] ?? ""
        guard let word = form.given("kind") else { return FillPackItem(pack, item, nil, nil) }
        guard let kind = PackMark.Kind(rawValue: word) else { throw .parameterRefused("kind", word, remedy: Remedy.correctMember) }
        return FillPackItem(pack, item, kind, form["text"], by: form.given("by") == nil ? nil : try form.day("by"))
    }

    private func id(_ context: SignedInContext) throws -> PackID { try PackID(asked: try Path.text("pack", context.parameters)) }
}
