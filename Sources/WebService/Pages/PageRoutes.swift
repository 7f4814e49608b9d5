import Archive
import Hummingbird
import Records
import Wording

/// Pages for people: search, one document, download, the service for programs.
struct PageRoutes: Sendable {
    let archive: any Archive
    let documents: DocumentRoutes
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("/") { request, context in
            let viewer = Viewer(request, context)
            let search = try SearchParameters.read(request)
            let result = try await archive.ask(SearchDocuments(search), as: context.actor)
            let title = PageMessage.searchTitle(query: search.query, page: SearchPage.number(search))
            return try pages.response(.search, title.text(viewer.tongue), SearchPage(search, result, for: viewer), for: viewer)
        }
        group.get("api") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            return try pages.response(
                .programs, ProgramsWord.programs.text(viewer.tongue), try ProgramsPage(viewer.tongue), for: viewer)
        }
        group.get("api/openapi.yaml") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/yaml"],
                body: .init(byteBuffer: ByteBuffer(string: try OpenAPI.description.get())))
        }
        group.get("documents/{document}") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            let document = try await archive.ask(ShowDocument(try Path.document(context.parameters)), as: context.actor)
            var question = ListOriginals()
            question.document = document.id
            let originals = viewer.may(.readOriginals) ? try await archive.ask(question, as: context.actor) : []
            let content = DocumentPage(document, type: archive.vocabulary.name(of: document.type), originals: originals, for: viewer)
            return try pages.response(.document, document.title, content, for: viewer)
        }
        group.get("documents/{document}/versions/{version}/files/{name}") { request, context in
            try await documents.content(request, context)
        }
    }
}
