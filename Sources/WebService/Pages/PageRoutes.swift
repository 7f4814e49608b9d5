import Archive
import Hummingbird
import Records
import Wording

/// Pages for people: search, one document, download.
struct PageRoutes: Sendable {
    let archive: any Archive
    let documents: DocumentRoutes

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("/") { request, context in
            let search = try SearchParameters.read(request)
            let result = try await archive.ask(SearchDocuments(search), as: context.actor)
            let body = SearchPage(search: search, result: result, tongue: context.tongue).body
            return Page(
                title: Phrase("检索", "Search").text(context.tongue), body: body, tongue: context.tongue, signedIn: true,
                address: "/?q=" + HTML.queryValue(search.query)
            ).response()
        }
        group.get("api") { _, context in
            Page(
                title: Phrase("程序接口", "The service for programs").text(context.tongue), body: try RoutesPage(tongue: context.tongue).body,
                tongue: context.tongue, signedIn: true, address: "/api"
            ).response()
        }
        group.get("documents/{document}") { _, context in
            let document = try await archive.ask(ShowDocument(try Path.document(context.parameters)), as: context.actor)
            let entry = archive.vocabulary.entry(for: document.type)
            let name = Phrase(entry?.chinese ?? document.type.code, entry?.english ?? document.type.code).text(context.tongue)
            let body = DocumentPage(document: document, typeName: name, tongue: context.tongue).body
            return Page(title: document.title, body: body, tongue: context.tongue, signedIn: true, address: "/documents/\(document.id)")
                .response()
        }
        group.get("documents/{document}/versions/{version}/files/{name}") { request, context in
            try await documents.content(request, context)
        }
    }
}
