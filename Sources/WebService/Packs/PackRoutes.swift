import Archive
import HTTPTypes
import Hummingbird
import Records

extension Route {
    /// Packs (交底资料) for those who take over a deal.
    static let packs: [Route] = [
        .list("packs", ListPacks.self),
        .change("packs", MakePack.self, status: .created),
        .question("packs/{pack}", ShowPack.self),
        .change("packs/{pack}/items", FillPackItem.self),
        .change("packs/{pack}/issue", IssuePack.self, status: .created),
        .change("packs/{pack}/sign", SignPack.self),
        .question("receivers", ListReceivers.self),
        .change("receivers", LoadReceivers.self, status: .created),
    ]
}

/// The file of a pack, as programs and pages fetch it.
enum PackResponse {
    /// - Parameter request: With `edition`, and `to` for who gets it, in its query.
    static func make(_ request: Request, _ context: SignedInContext, _ archive: any Archive) async throws -> Response {
        let asked = try Members.query(of: request, known: ["edition", "to"])
        let pack = try PackID(asked: try Path.text("pack", context.parameters))
        let edition = try asked["edition"].map { try PackPages.edition($0) }
        // Whoever only asks whether it is there gets nothing that would be recorded.
        if request.method == .head {
            _ = try await archive.ask(ShowPack(pack, edition: edition), as: context.actor)
            return Response(status: .ok, headers: [.contentType: "application/zip"])
        }
        let export = try await archive.export(pack, edition: edition, to: asked["to"], by: context.actor, progress: { _, _ in })
        var headers: HTTPFields = [.contentType: "application/zip"]
        if let name = HTTPField.Name("Content-Disposition") { headers[name] = ContentResponse.disposition(export.name) }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: Int(export.size)) { writer in
                var blocks = export.blocks()
                while let block = try blocks.next() { try await writer.write(ByteBuffer(bytes: block)) }
                try await writer.finish(nil)
            })
    }
}
