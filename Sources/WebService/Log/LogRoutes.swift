import Archive
import Hummingbird
import Journal
import Records
import Wording

/// `GET /api/v1/log`: what happened, page by page, each event byte for byte as the journal has it.
struct LogRoutes: Sendable {
    let archive: any Archive

    /// What can be asked; `cursor` is the number of the last event of the page before.
    struct Query: Codable {
        let document: DocumentID?
        let actor: String?
        let type: String?
        let from: Timestamp?
        let to: Timestamp?
        let limit: Int?
        let cursor: Int?
    }

    private static let standard = 100
    /// Most bytes of events in one page, so that a page stays in memory; at least one event is given.
    private static let largestPage = 8 << 20

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("log") { request, context in try await page(request, context) }
    }

    private func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let asked = try await Members.read(Query.self, request, context)
        let limit = asked.limit ?? Self.standard
        guard limit >= 1 else { throw ArchiveError.parameterRefused("limit", "\(limit)", remedy: Remedy.wholeNumber) }
        let after = asked.cursor ?? 0
        guard (0..<WholeNumber.largest).contains(after) else {
            throw ArchiveError.parameterRefused("cursor", "\(after)", remedy: PageMessage.beginAgain)
        }
        let most = min(limit, PageRequest.largest)
        // One more tells whether there is a next page.
        let events = try await archive.logPage(asked.query, after: after, count: most + 1, by: context.actor)
        return Self.response(events, limit: most)
    }

    private static func response(_ events: [JournalEvent], limit: Int) -> Response {
        var body = Array("{\"items\":[".utf8)
        var given: Int?
        var count = 0
        for event in events.prefix(limit) where count == 0 || body.count < largestPage {
            if count > 0 { body.append(UInt8(ascii: ",")) }
            body += Array("{\"header\":".utf8) + event.headerBytes + Array(",\"payload\":".utf8)
            body += (event.payloadBytes.map { Array($0) } ?? Array("null".utf8)) + [UInt8(ascii: "}")]
            given = event.header.sequence
            count += 1
        }
        body += Array("]".utf8)
        if count < events.count, let given { body += Array(",\"next\":\"\(given)\"".utf8) }
        body.append(UInt8(ascii: "}"))
        return Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension LogRoutes.Query {
    fileprivate var query: LogQuery {
        var query = LogQuery()
        query.subject = document?.compact
        query.actor = actor
        query.type = type
        query.from = from
        query.to = to
        return query
    }
}
