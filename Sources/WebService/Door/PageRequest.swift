import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Wording

/// Which page of a list is asked for: `limit`, and `cursor` from the page before.
///
/// A cursor names the last elements of that page, so that it stays right while things change: the next page begins behind the last of them
/// that is still there. What was in the list all the time is given, once each.
struct PageRequest {
    /// Most elements of a page.
    static let largest = 1000
    private static let standard = 100
    /// Elements that a cursor names: so many may go away before a reader has to begin again.
    private static let named = 8

    let limit: Int
    private let behind: [String]
    /// The request without what says the page.
    let rest: Request

    init(_ request: Request) throws {
        let words = try Form.values(request.uri.query ?? "")
        let limit = words["limit"].map { WholeNumber.read($0, in: 1...WholeNumber.largest) } ?? Self.standard
        guard let limit else { throw ArchiveError.parameterRefused("limit", words["limit"] ?? "") }
        self.limit = min(limit, Self.largest)
        guard let cursor = words["cursor"] else {
            behind = []
            rest = try Self.without(words, request)
            return
        }
        guard let data = Data(base64Encoded: cursor), let names = try? JSONDecoder().decode([String].self, from: data),
            (1...Self.named).contains(names.count)
        else { throw ArchiveError.parameterRefused("cursor", cursor) }
        behind = names
        rest = try Self.without(words, request)
    }

    /// - Throws: ``ArchiveError`` where nothing that the cursor names is in the list any more: the reader must begin again, and be told so.
    func page<Element: Listable>(of all: [Element]) throws(ArchiveError) -> Route.Page<Element> {
        var start = 0
        if !behind.isEmpty {
            guard let last = behind.lazy.compactMap({ name in all.lastIndex { $0.identity == name } }).first else {
                throw ArchiveError.parameterRefused("cursor", behind[0])
            }
            start = last + 1
        }
        let items = Array(all[start...].prefix(limit))
        let isLast = start + items.count >= all.count
        return Route.Page(items: items, next: isLast ? nil : Self.cursor(items.suffix(Self.named).reversed().map(\.identity)))
    }

    private static func cursor(_ names: [String]) -> String? { (try? JSONEncoder().encode(names))?.base64EncodedString() }

    private static func without(_ words: [String: String], _ request: Request) throws -> Request {
        let query = words.filter { $0.key != "limit" && $0.key != "cursor" }
            .map { PercentText.encoded($0.key) + "=" + PercentText.encoded($0.value) }.sorted().joined(separator: "&")
        var head = request.head
        head.path = request.uri.path + (query.isEmpty ? "" : "?\(query)")
        return Request(head: head, body: request.body)
    }
}
