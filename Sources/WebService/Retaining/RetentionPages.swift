import Archive
import Hummingbird
import Records
import Wording

/// The pages of what is due, and of a schedule that is tried out.
struct RetentionPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("due") { request, context in try await due(request, context) }
        group.get("schedule/simulation") { request, context in
            _ = try Members.query(of: request, known: [])
            let schedule = try await archive.ask(ShowSchedule(), as: context.actor)
            return try simulation(SimulationPage(schedule), Viewer(request, context))
        }
        group.get("documents/{document}/retention") { request, context in try await retention(request, context) }
        group.post("schedule/simulation") { request, context in try await simulate(request, context) }
    }

    /// The derivation of one document.
    private func retention(_ request: Request, _ context: SignedInContext) async throws -> Response {
        _ = try Members.query(of: request, known: [])
        let (viewer, id) = (Viewer(request, context), try Path.document(context.parameters))
        let document = try await archive.ask(ShowDocument(id), as: context.actor)
        let retention = try await archive.ask(ShowRetention(of: id), as: context.actor)
        let content = RetentionPage(
            address: "/documents/\(id)", name: document.title, lines: DerivationText(retention).lines.map { $0.text(viewer.tongue) })
        let title = "\(DisposalPageWord.retentionTitle.text(viewer.tongue)): \(document.title)"
        return try pages.response(.retention, title, content, for: viewer)
    }

    private func due(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (viewer, asked) = (Viewer(request, context), try await Members.read(DueAsked.self, request, context))
        let lines = try await archive.ask(ListDue(try asked.filter()), as: context.actor)
        let counts = try await archive.ask(CountDue(), as: context.actor)
        let standards = Standards(
            scheme: try await archive.ask(ShowScheme(), as: context.actor),
            schedule: try await archive.ask(ShowSchedule(), as: context.actor))
        let content = DuePage(asked, lines, counts, standards: standards, for: viewer)
        let title = DueMessage.title(asked.show, by: asked.by.flatMap { $0.isEmpty ? nil : $0 })
        return try pages.response(.due, title.text(viewer.tongue), content, for: viewer)
    }

    /// What was written stays in the form, whatever is wrong with it.
    private func simulate(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (form, viewer) = (try await PageForm.values(of: request), Viewer(request, context))
        let yaml = form["yaml"] ?? ""
        let moves: [DueMove]
        do throws(ArchiveError) { moves = try await archive.ask(SimulateSchedule(yaml), as: context.actor) } catch
            where error.code == .valueRefused
        {
            let page = SimulationPage(yaml, problem: error.message.text(viewer.tongue))
            return try simulation(page, viewer, status: .unprocessableContent)
        }
        return try simulation(SimulationPage(yaml, moves, viewer.tongue), viewer)
    }

    private func simulation(_ content: SimulationPage, _ viewer: Viewer, status: HTTPResponse.Status = .ok) throws -> Response {
        try pages.response(.simulation, DueWord.simulation.text(viewer.tongue), content, for: viewer, status: status)
    }
}

/// What `retention.mustache` calls: until when a document is kept, and why, line by line.
struct RetentionPage {
    let address: String
    let name: String
    let lines: [String]
}
