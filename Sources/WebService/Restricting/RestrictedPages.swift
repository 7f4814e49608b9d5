import Archive
import Hummingbird
import Records
import Wording

/// The page of documents whose processing is restricted (限制处理, R-49): whoever may opens one for the day, with the reason.
struct RestrictedPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("restricted") { request, context in
            _ = try Members.query(of: request, known: [])
            return try await list(request, context)
        }
        group.post("restricted") { request, context in try await open(request, context) }
    }

    private func list(
        _ request: Request, _ context: SignedInContext, written form: [String: String] = [:], refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let content = RestrictedPage(try await archive.ask(ListRestricted(), as: context.actor), form, error?.said(viewer.tongue))
        return try pages.response(
            .restricted, RestrictedWord.restricted.text(viewer.tongue), content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// Opened, its page is shown; refused, the reason is.
    private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PageForm.values(of: request)
        do throws(ArchiveError) {
            let document = try DocumentID(asked: form["document"] ?? "")
            try await archive.carryOut(OpenRestricted(document, reason: form["reason"] ?? ""), as: context.actor)
            return pages.cookies.redirect("/documents/\(document)")
        } catch { return try await list(request, context, written: form, refused: error) }
    }
}

/// What `restricted.mustache` calls.
struct RestrictedPage {
    struct Line {
        let document: String
        let name: String
        let number: String?
        let why: String
        let since: String
        let isChosen: Bool
    }

    let lines: [Line]
    let hasLines: Bool
    let problem: String?
    /// What was written stays, whatever is wrong with it.
    let reason: String

    init(_ restricted: [RestrictionView], _ form: [String: String], _ problem: String?) {
        lines = restricted.map { one in
            Line(
                document: "\(one.document)", name: one.title, number: one.number, why: one.reason, since: one.since,
                isChosen: form["document"] == "\(one.document)")
        }
        hasLines = !lines.isEmpty
        self.problem = problem
        reason = form["reason"] ?? ""
    }
}
