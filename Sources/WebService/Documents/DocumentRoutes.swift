import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Wording

/// `/api/v1/documents`: search, one document, its versions and files, filing.
struct DocumentRoutes: Sendable {
    let archive: any Archive
    /// In bytes.
    let largestBody: Int64

    func add(to group: RouterGroup<SignedInContext>) {
        group.get { request, context in try await search(request, context) }
        group.post { request, context in try await file(request, context) }
        group.get("{document}") { request, context in
            let document = try await document(request, context)
            var response = try JSON.response(["document": document])
            response.headers[.eTag] = document.eTag
            return response
        }
        group.get("{document}/versions") { request, context in
            try JSON.response(["versions": try await document(request, context).versions])
        }
        group.post("{document}/versions") { request, context in try await makeVersion(request, context) }
        group.get("{document}/versions/{version}/files/{name}") { request, context in try await content(request, context) }
        group.post("{document}/redactions") { request, context in try await redact(request, context) }
    }

    private func search(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try JSON.response(try await archive.ask(SearchDocuments(try SearchParameters.read(request)), as: context.actor))
    }

    private func document(_ request: Request, _ context: SignedInContext) async throws -> DocumentView {
        _ = try Members.query(of: request, known: [])
        return try await archive.ask(ShowDocument(try Path.document(context.parameters)), as: context.actor)
    }

    func content(_ request: Request, _ context: SignedInContext) async throws -> Response {
        _ = try Members.query(of: request, known: [])
        let name = try LocalArchive.fileName(try Path.text("name", context.parameters))
        let wanted = ContentRequest(
            document: try Path.document(context.parameters), version: try Path.version(context.parameters), name: name)
        return try await ContentResponse.make(
            try await archive.open(wanted, by: context.actor), for: request,
            damage: Damage(archive: archive, actor: context.actor, logger: context.logger))
    }

    /// Largest part `metadata`, in bytes.
    private static let largestMetadata = 256 << 10

    /// Reads a body up to its first file; whoever calls it has asked for the right.
    private func begin(_ request: Request) async throws -> (reader: MultipartReader, metadata: [UInt8]) {
        guard let reader = try MultipartReader(request, limit: largestBody) else { throw HTTPError(.unsupportedMediaType) }
        guard let part = try await reader.nextPart(), part.name == "metadata" else {
            throw MultipartReader.wrong(.metadataFirst, subject: "metadata")
        }
        return (reader, try await reader.whole(limit: Self.largestMetadata))
    }

    private func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await archive.mayBegin(.file, as: context.actor)
        _ = try Members.match(request, nil)
        let (reader, bytes) = try await begin(request)
        let given = try FilingDescription.read(json: bytes, named: "metadata", limit: Self.largestMetadata)
        guard let first = try await nextFile(reader, role: .main) else { throw MultipartReader.wrong(.noFile, subject: "file") }
        var filing = Filing(files: [first], words: given.words, kind: given.kind ?? .plain, key: try request.idempotencyKey)
        filing.allowDuplicate = given.allowDuplicate ?? false
        filing.allowEmpty = given.allowEmpty ?? false
        filing.moreFiles = { try await nextFile(reader, role: .attachment) }
        return try filed(try await archive.file(filing, by: context.actor))
    }

    private func makeVersion(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let document = try Path.document(context.parameters)
        try await archive.mayBegin(.makeVersion, as: context.actor)
        let (reader, bytes) = try await begin(request)
        let given = try Members.read(VersionMembers.self, body: bytes, [:])
        guard let first = try await nextFile(reader, role: .main) else { throw MultipartReader.wrong(.noFile, subject: "file") }
        var version = NewVersion(
            of: document, files: [first], kind: given.kind ?? .plain, reason: given.reason, key: try request.idempotencyKey)
        version.keepsOthers = given.keepsOthers
        version.allowEmpty = given.allowEmpty
        version.allowDuplicate = given.allowDuplicate
        version.expected = given.expected
        version.match = try Members.match(request, context.parameters.get("document"))
        version.moreFiles = { try await nextFile(reader, role: .attachment) }
        return try filed(try await archive.makeVersion(version, by: context.actor))
    }

    private func redact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let document = try Path.document(context.parameters)
        try await archive.mayBegin(.redact, as: context.actor)
        let (reader, bytes) = try await begin(request)
        let given = try Members.read(RedactionMembers.self, body: bytes, [:])
        guard let copy = try await reader.onlyFile() else { throw MultipartReader.wrong(.noFile, subject: "file") }
        var redaction = NewRedaction(
            of: given.name, in: document, version: given.version, with: copy, reason: given.reason, key: try request.idempotencyKey)
        redaction.match = try Members.match(request, context.parameters.get("document"))
        let redacted = try await archive.redact(redaction, by: context.actor)
        var response = try JSON.response(redacted, status: redacted.applied ? .created : .accepted)
        response.headers[.location] = "/api/v1/disposals/\(redacted.batch.id)"
        return response
    }

    private func filed(_ filed: Filed) throws -> Response {
        var response = try JSON.response(filed, status: filed.applied ? .created : .accepted)
        response.headers[.location] = "/api/v1/documents/\(filed.document.id)"
        return response
    }

    private func nextFile(_ reader: MultipartReader, role: FileRole) async throws -> IncomingFile? {
        guard let name = try await reader.nextFileName() else { return nil }
        return IncomingFile(name: name, role: role, source: .stream { try await reader.nextBlock() })
    }
}

extension Route {
    /// What is done with a document but for its bytes.
    static let documents: [Route] = [
        .list("identifiers", ListDocuments.self),
        .list("found", FindDocuments.self),
        .change("documents/{document}", EditDocument.self, by: .patch),
        .change("documents/{document}/withdraw", WithdrawDocument.self),
        .change("documents/{document}/reinstate", ReinstateDocument.self),
    ]
}
