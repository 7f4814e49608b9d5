import Archive
import Hummingbird
import Records
import Wording

/// The page on which a redacted copy is put in a file's place, and the destruction of its bytes proposed (脱敏, R-49).
struct RedactionPages: Sendable {
    let archive: any Archive
    let pages: Pages
    /// In bytes.
    let largestBody: Int64

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("documents/{document}/redact") { request, context in
            let asked = try Members.query(of: request, known: ["version", "name"])
            return try await form(asked, request, context)
        }
        group.post("documents/{document}/redact") { request, context in try await redact(request, context) }
        group.post("documents/{document}/redact-words") { request, context in try await redactWords(request, context) }
    }

    private func form(
        _ form: [String: String], _ request: Request, _ context: SignedInContext, refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        try await archive.mayBegin(.redact, as: context.actor)
        let document = try await archive.ask(ShowDocument(try Path.document(context.parameters)), as: context.actor)
        let content = RedactionPage(document, form, problem: error?.said(viewer.tongue))
        return try pages.response(
            .redaction, DisposalPageWord.redact.text(viewer.tongue), content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// Proposed, the batch is shown; refused, the reason is, with what was written.
    private func redact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try CrossSite.refuse(request)
        let document = try Path.document(context.parameters)
        try await archive.mayBegin(.redact, as: context.actor)
        guard let reader = try MultipartReader(request, limit: largestBody) else { throw HTTPError(.unsupportedMediaType) }
        var form: [String: String] = [:]
        do {
            while let part = try await reader.nextPart() {
                guard part.name == "file" else {
                    form[part.name] = String(decoding: try await reader.whole(limit: Self.longestField), as: UTF8.self)
                    continue
                }
                let copy = IncomingFile(
                    name: try MultipartReader.fileName(of: part), role: .main, source: .stream { try await reader.lastBlock() })
                let batch = try await archive.redact(try NewRedaction(of: document, form, with: copy), by: context.actor).batch.id
                return pages.cookies.redirect("/disposals/\(batch)")
            }
            throw MultipartReader.wrong(.noFile, subject: "file")
        } catch let error as ArchiveError { return try await self.form(form, request, context, refused: error) }
    }

    private func redactWords(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (document, form) = (try Path.document(context.parameters), try await PageForm.values(of: request))
        do throws(ArchiveError) {
            let redaction = WordsRedaction(of: form["words"] ?? "", in: document, reason: form["words-reason"] ?? "")
            return pages.cookies.redirect("/disposals/\(try await archive.redact(redaction, by: context.actor).id)")
        } catch { return try await self.form(form, request, context, refused: error) }
    }

    /// Longest field but the file, in bytes.
    private static let longestField = 64 << 10
}

extension NewRedaction {
    /// - Throws: ``ArchiveError`` `.valueRefused`
    fileprivate init(of document: DocumentID, _ form: [String: String], with copy: IncomingFile) throws(ArchiveError) {
        guard let version = Int(form["version"] ?? "").flatMap({ VersionNumber($0) }) else {
            throw .parameterRefused("version", form["version"] ?? "", remedy: Remedy.correctMember)
        }
        self.init(
            of: try LocalArchive.fileName(form["name"] ?? ""), in: document, version: version, with: copy, reason: form["reason"] ?? "")
    }
}

/// What `redaction.mustache` calls. What was written stays in it, whatever is wrong with it.
struct RedactionPage {
    let heading: String
    let address: String
    let document: String
    let version: String
    let name: String
    let reason: String
    let sought: String
    let wordsReason: String
    let problem: String?

    init(_ document: DocumentView, _ form: [String: String], problem: String?) {
        heading = document.title
        self.document = "/documents/\(document.id)"
        address = self.document + "/redact"
        (version, name, reason) = (form["version"] ?? "", form["name"] ?? "", form["reason"] ?? "")
        (sought, wordsReason) = (form["words"] ?? "", form["words-reason"] ?? "")
        self.problem = problem
    }
}
