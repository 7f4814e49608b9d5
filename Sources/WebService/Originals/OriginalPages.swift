import Archive
import Hummingbird
import Records
import Wording

/// Pages of originals (原件): which there are, and one with its history and what may be done with it.
struct OriginalPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("originals") { request, context in try await list(request, context) }
        group.get("originals/{original}") { request, context in
            _ = try Members.query(of: request, known: [])
            return try await show(request, context)
        }
        group.post("originals/{original}/{step}") { request, context in try await take(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let viewer = Viewer(request, context)
        let asked = try Members.query(of: request, known: ["show", "from"])
        guard let choice = OriginalsPage.Choice(rawValue: asked["show"] ?? OriginalsPage.Choice.mine.rawValue) else {
            throw ArchiveError.parameterRefused("show", asked["show"] ?? "", remedy: Remedy.correctMember)
        }
        var question = ListOriginals()
        switch choice {
        case .mine: question.holder = context.account.name
        case .unconfirmed: question.unconfirmed = true
        case .overdue: question.overdue = true
        case .all: break
        }
        let originals = try await archive.ask(question, as: context.actor)
        let start = asked.passedOver
        // Each page has a title of its own.
        let title = [OriginalPageWord.originals, choice.word].map { $0.text(viewer.tongue) } + (start > 0 ? ["\(start + 1)–"] : [])
        let content = OriginalsPage(originals, choice, from: start, for: viewer)
        return try pages.response(.originals, title.joined(separator: ": "), content, for: viewer)
    }

    private func show(
        _ request: Request, _ context: SignedInContext, written form: [String: String] = [:], refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let history = try await archive.ask(ShowOriginal(try id(context)), as: context.actor)
        let content = OriginalPage(history, form, error?.said(viewer.tongue), for: viewer)
        let title = "\(OriginalPageWord.originals.text(viewer.tongue)): \(content.heading)"
        return try pages.response(.original, title, content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// Done, its page shows how it stands now; refused, the reason is shown with what was written.
    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (original, form) = (try id(context), try await PageForm.values(of: request))
        guard let step = context.parameters.get("step").flatMap({ CustodyStep(rawValue: String($0)) }), Self.steps.contains(step) else {
            throw HTTPError(.notFound)
        }
        do throws(ArchiveError) {
            try await carryOut(step, on: original, form, as: context.actor)
            return pages.cookies.redirect("/originals/\(original)")
        } catch { return try await show(request, context, written: form, refused: error) }
    }

    /// What may be done on the page: what needs more than a few words is done otherwise.
    private static let steps: Set<CustodyStep> = [.move, .confirm, .refuse, .shelve, .lend, .return, .miss, .find]

    private func carryOut(_ step: CustodyStep, on original: OriginalID, _ form: [String: String], as actor: Actor)
        async throws(ArchiveError)
    {
        let (to, reason) = (form["to"] ?? "", form["reason"] ?? "")
        switch step {
        case .move: try await archive.carryOut(MoveOriginal(original, to: to), as: actor)
        case .confirm: try await archive.carryOut(ConfirmOriginal(original), as: actor)
        case .refuse: try await archive.carryOut(RefuseOriginal(original, reason: reason), as: actor)
        case .shelve: try await archive.carryOut(ShelveOriginal(original, at: form["place"] ?? ""), as: actor)
        case .lend:
            try await archive.carryOut(LendOriginal(original, to: to, until: try form.day("until"), reason: reason), as: actor)
        case .return: try await archive.carryOut(ReturnOriginal(original), as: actor)
        case .miss: try await archive.carryOut(MissOriginal(original, reason: reason), as: actor)
        case .find: try await archive.carryOut(FindOriginal(original, reason: reason), as: actor)
        case .send, .release, .destroy: break
        }
    }

    private func id(_ context: SignedInContext) throws -> OriginalID {
        try OriginalID(asked: try Path.text("original", context.parameters))
    }
}
