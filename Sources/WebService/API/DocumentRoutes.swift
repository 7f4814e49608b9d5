import Archive
import Catalogue
import Hummingbird
import Records
import Wording

/// Finding documents and reading about them.
struct DocumentRoutes: Sendable {
    let archive: any Archive

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("documents") { request, context in try await search(request, context) }
        group.get("documents/:id") { _, context in JSON.response(try await document(context)) }
        group.get("documents/:id/versions") { _, context in
            JSON.response(Versions(versions: try await document(context).versions))
        }
    }

    private struct Versions: Encodable { let versions: [VersionView] }

    private func search(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = FormFields(request.uri.query ?? "")
        let search = DocumentSearch(
            query: fields["q"] ?? "", limit: try DocumentRoutes.number("limit", in: fields, most: DocumentSearch.largestLimit) ?? 20,
            offset: try DocumentRoutes.number("offset", in: fields, most: .max) ?? 0, order: try DocumentRoutes.order(in: fields))
        return JSON.response(try await archive.search(search, by: context.actor))
    }

    private func document(_ context: SignedInContext) async throws -> DocumentView {
        try await archive.document(try Asked.document(context.parameters.get("id")), by: context.actor)
    }

    private static func number(_ name: String, in fields: FormFields, most: Int) throws(ArchiveError) -> Int? {
        guard let text = fields[name] else { return nil }
        guard let number = Int(text), (0...most).contains(number) else { throw Asked.refused(name, text) }
        return number
    }

    private static func order(in fields: FormFields) throws(ArchiveError) -> DocumentSearch.Order {
        guard let text = fields["sort"], !text.isEmpty else { return .relevance }
        guard let order = DocumentSearch.Order(rawValue: text) else { throw Asked.refused("sort", text) }
        return order
    }
}

/// What a path or a query asks for.
enum Asked {
    static func document(_ text: String?) throws(ArchiveError) -> DocumentID {
        let text = text ?? ""
        do { return try DocumentID(text) } catch {
            throw ArchiveError(.documentUnknown, ArchiveMessage.documentUnknown(text), subject: text)
        }
    }

    static func version(_ text: String?, of document: DocumentID) throws(ArchiveError) -> VersionNumber {
        guard let number = text.flatMap({ Int($0) }), let version = VersionNumber(number) else {
            throw ArchiveError(
                .versionUnknown, ArchiveMessage.versionUnknown("\(document)", text.flatMap { Int($0) } ?? 0), subject: "\(document)")
        }
        return version
    }

    /// The file that the last part of the path names, byte for byte.
    static func file(_ request: Request, of document: DocumentID) throws(ArchiveError) -> FileName {
        let last = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let text = PercentEncoding.decode(last), let name = try? FileName(text) else {
            throw ArchiveError(.fileUnknown, ArchiveMessage.fileUnknown("\(document)", name: String(last)), subject: "\(document)")
        }
        return name
    }

    static func refused(_ field: String, _ value: String) -> ArchiveError {
        ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: field, value: value), subject: field)
    }
}
