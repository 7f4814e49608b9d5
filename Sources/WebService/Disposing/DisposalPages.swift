import Archive
import Hummingbird
import Records
import Wording

/// The pages on which a disposal is brought from its proposal to the certificate, each step by a form.
struct DisposalPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("disposals") { request, context in
            _ = try Members.query(of: request, known: [])
            return try await list(request, context)
        }
        group.post("disposals") { request, context in try await propose(request, context) }
        group.get("disposals/{batch}") { request, context in
            _ = try Members.query(of: request, known: [])
            return try await show(try Self.batch(context), request, context)
        }
        group.post("disposals/{batch}/{step}") { request, context in try await step(request, context) }
        group.get("destroyed") { request, context in
            let words = try Members.query(of: request, known: ["words"])["words"] ?? ""
            let viewer = Viewer(request, context)
            let found = try await archive.ask(ListDestroyed(words), as: context.actor)
            let title = DisposalPageWord.destroyedTitle.text(viewer.tongue) + (words.isEmpty ? "" : ": \(words)")
            return try pages.response(.destroyed, title, DestroyedPage(words, found, for: viewer), for: viewer)
        }
    }

    private func list(
        _ request: Request, _ context: SignedInContext, written form: [String: String] = [:], refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let batches = try await archive.ask(ListDisposals(), as: context.actor)
        let scheme = viewer.may(.proposeDisposal) ? try await scheme(viewer, context) : nil
        let content = DisposalsPage(
            batches, scheme, written: form, problem: error?.said(viewer.tongue), for: viewer)
        return try pages.response(
            .disposals, DisposalPageWord.disposals.text(viewer.tongue), content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    private func show(
        _ id: BatchID, _ request: Request, _ context: SignedInContext, refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let batch = try await archive.ask(ShowDisposal(id), as: context.actor)
        let scheme = batch.recordClass == nil ? nil : try await scheme(viewer, context)
        let className = batch.recordClass.map { scheme?.name(of: $0) ?? Phrase($0, $0) }
        let content = DisposalPage(batch, className: className, problem: error?.said(viewer.tongue), for: viewer)
        let title = "\(DisposalPageWord.disposalBatch.text(viewer.tongue)) \(id)"
        return try pages.response(.disposal, title, content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// The scheme by which classes have names; nil for whoever may not read it.
    private func scheme(_ viewer: Viewer, _ context: SignedInContext) async throws -> ShowScheme.Version? {
        viewer.may(.readScheme) ? try await archive.ask(ShowScheme(), as: context.actor) : nil
    }

    private func propose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PageForm.values(of: request)
        do throws(ArchiveError) {
            let change = ProposeDisposal(by: try form.day("by"), reason: form["reason"] ?? "", recordClass: form.given("class"))
            let batch = try await archive.carryOut(change, as: context.actor)
            return pages.cookies.redirect("/disposals/\(batch.id)")
        } catch { return try await list(request, context, written: form, refused: error) }
    }

    /// A step is refused on the page of its batch, with the reason.
    private func step(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (batch, form) = (try Self.batch(context), try await PageForm.values(of: request))
        guard let step = context.parameters.get("step").flatMap({ DisposalStep(address: String($0)) }) else { throw HTTPError(.notFound) }
        do throws(ArchiveError) {
            try await take(step, on: batch, form, as: context.actor)
            return pages.cookies.redirect("/disposals/\(batch)")
        } catch { return try await show(batch, request, context, refused: error) }
    }

    private func take(
        _ step: DisposalStep, on batch: BatchID, _ form: [String: String], as actor: Actor
    ) async throws(ArchiveError) {
        switch step {
        case .appraise:
            let change = AppraiseDisposal(batch, all: form.given("all"), items: form.judged, opinion: form["opinion"] ?? "")
            try await archive.carryOut(change, as: actor)
        case .vacate:
            guard let post = form.given("post").flatMap({ DisposalPost(rawValue: $0) }) else { throw .wordRefused("post", form) }
            try await archive.carryOut(EnterVacantPost(batch, post, reason: form["reason"] ?? ""), as: actor)
        case .sign:
            let post = form.given("post").flatMap { DisposalPost(rawValue: $0) }
            try await archive.carryOut(SignDisposal(batch, digest: try form.digest(), post: post), as: actor)
        case .approve: try await archive.carryOut(ApproveDisposal(batch, digest: try form.digest()), as: actor)
        case .supervise:
            try await archive.carryOut(SuperviseDisposal(batch, on: try form.day("date"), digest: try form.digest()), as: actor)
        case .execute: _ = try await archive.execute(batch, by: actor) { _, _ in }
        case .confirm:
            try await archive.carryOut(ConfirmDisposal(batch, on: try form.day("date"), paper: try form.count("paper")), as: actor)
        case .certify: _ = try await archive.certify(batch, in: nil, by: actor)
        case .cancel: try await archive.carryOut(CancelDisposal(batch, reason: form["reason"] ?? ""), as: actor)
        }
    }

    private static func batch(_ context: SignedInContext) throws -> BatchID {
        try BatchID(asked: try Path.text("batch", context.parameters))
    }
}

extension DisposalStep {
    /// As it stands in addresses.
    fileprivate init?(address: String) {
        switch address {
        case "vacant": self = .vacate
        default: self.init(rawValue: address)
        }
    }
}

extension [String: String] {
    /// - Throws: ``ArchiveError`` `.valueRefused`
    fileprivate func count(_ name: String) throws(ArchiveError) -> Int? {
        guard let text = given(name) else { return nil }
        guard let count = Int(text) else { throw .wordRefused(name, self) }
        return count
    }

    /// Of the list that the page showed.
    fileprivate func digest() throws(ArchiveError) -> ContentDigest {
        guard let digest = ContentDigest(self["digest"] ?? "") else { throw .wordRefused("digest", self) }
        return digest
    }

    /// The documents for which something else was chosen than for all.
    fileprivate var judged: [AppraiseDisposal.Judged]? {
        let chosen = compactMap { name, decision -> AppraiseDisposal.Judged? in
            guard name.hasPrefix("item-"), !decision.isEmpty, let document = try? DocumentID(name.dropFirst(5)) else { return nil }
            return AppraiseDisposal.Judged(document, decision)
        }
        return chosen.isEmpty ? nil : chosen.sorted { $0.document < $1.document }
    }
}

extension ArchiveError {
    fileprivate static func wordRefused(_ name: String, _ form: [String: String]) -> ArchiveError {
        .parameterRefused(name, form[name] ?? "", remedy: Remedy.correctMember)
    }
}
