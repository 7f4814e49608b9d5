import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Wording

/// Which page of a list is asked for: `limit`, and `cursor` from the page before.
///
/// A cursor names the last elements up to where that page ended, so that it stays right while things change: the next page begins behind the
/// last of them that is still there. What was in the list all the time is given, once each.
struct PageRequest {
    /// Most elements of a page.
    static let largest = 1000
    private static let standard = 100

    let limit: Int
    private let behind: Cursor?
    /// The request without what says the page.
    let rest: Request

    init(_ request: Request) throws {
        let words = try Form.values(request.uri.query ?? "")
        let limit = words["limit"].map { WholeNumber.read($0, in: 1...WholeNumber.largest) } ?? Self.standard
        guard let limit else { throw ArchiveError.parameterRefused("limit", words["limit"] ?? "", remedy: Remedy.wholeNumber) }
        self.limit = min(limit, Self.largest)
        let rest = try Self.without(words, request)
        self.rest = rest
        behind = try words["cursor"].map { text in
            guard let cursor = Cursor(text, list: Self.name(of: rest)) else {
                throw ArchiveError.parameterRefused("cursor", text, remedy: PageMessage.beginAgain)
            }
            return cursor
        }
    }

    /// - Throws: ``ArchiveError`` where nothing that the cursor names is in the list any more and there was more before it: the reader must
    ///   begin again, and is told so.
    func page<Element: Listable>(of all: [Element]) throws(ArchiveError) -> Route.Page<Element> {
        let start = try behind?.place(in: all) ?? 0
        let end = min(all.count, start + limit)
        let next = end < all.count ? Cursor(behind: all[..<end], list: Self.name(of: rest)).text : nil
        return Route.Page(items: Array(all[start..<end]), next: next)
    }

    private static func name(of request: Request) -> String { "\(request.method) \(request.uri)" }

    private static func without(_ words: [String: String], _ request: Request) throws -> Request {
        let query = words.filter { $0.key != "limit" && $0.key != "cursor" }
            .map { PercentText.encoded($0.key) + "=" + PercentText.encoded($0.value) }.sorted().joined(separator: "&")
        var head = request.head
        head.path = request.uri.path + (query.isEmpty ? "" : "?\(query)")
        return Request(head: head, body: request.body)
    }
}
