import Archive
import HTTPTypes
import Hummingbird
import Records
import Wording

/// A way into the archive over HTTP: method, path and use case. Everything else is the same for all: who asks, how members are read, keys,
/// statuses, pages of lists.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// Below `/api/v1/`; `{name}` is a member of the use case.
    let path: String
    /// `PlaceHold`
    let name: String
    let operation: Operation
    let isChange: Bool
    /// Whether the answer is a list that is given in pages.
    let isList: Bool
    /// In which media types the answer comes where it is a file; empty where it is JSON.
    var mediaTypes: [String] = []
    /// The status of success.
    let status: HTTPResponse.Status
    let serve: @Sendable (Request, SignedInContext, any Archive) async throws -> Response
    let shape: @Sendable () throws -> (request: Shape, answer: Shape)

    /// A question with one answer.
    static func question<Asked: Question>(_ path: String, _ type: Asked.Type, by method: HTTPRequest.Method = .get) -> Route {
        Route(
            method: method, path: path, name: "\(type)", operation: type.operation, isChange: false, isList: false, status: .ok,
            serve: { request, context, archive in
                let question = try await archive.granting(type.operation, context) { try await Members.read(type, request, context) }
                return try Answered.response(try await archive.ask(question, as: context.actor), .ok)
            }, shape: { (try Shape(of: type), try Shape(of: Asked.Answer.self)) })
    }

    /// A question whose answer is a list.
    static func list<Asked: Question, Element: Listable>(
        _ path: String, _ type: Asked.Type, by method: HTTPRequest.Method = .get
    ) -> Route where Asked.Answer == [Element] {
        Route(
            method: method, path: path, name: "\(type)", operation: type.operation, isChange: false, isList: true, status: .ok,
            serve: { request, context, archive in
                let (page, question) = try await archive.granting(type.operation, context) {
                    let page = try PageRequest(request)
                    return (page, try await Members.read(type, page.rest, context))
                }
                return try JSON.response(try page.page(of: try await archive.ask(question, as: context.actor)))
            }, shape: { (try Shape(of: type), try Shape(of: Page<Element>.self)) })
    }

    /// A question whose answer is a file.
    static func file<Asked: Question>(_ path: String, _ type: Asked.Type) -> Route where Asked.Answer == ExportedFile {
        var route = Route(
            method: .get, path: path, name: "\(type)", operation: type.operation, isChange: false, isList: false, status: .ok,
            serve: { request, context, archive in
                let question = try await archive.granting(type.operation, context) { try await Members.read(type, request, context) }
                return ContentResponse.make(try await archive.ask(question, as: context.actor))
            }, shape: { (try Shape(of: type), .object([])) })
        route.mediaTypes = ExportFormat.allCases.map { String($0.mediaType.prefix { $0 != ";" }) }
        return route
    }

    /// A change; `Idempotency-Key` makes it once, `If-Match` refuses it where its document has changed meanwhile.
    static func change<Made: Change>(
        _ path: String, _ type: Made.Type, by method: HTTPRequest.Method = .post, status: HTTPResponse.Status = .ok
    ) -> Route {
        Route(
            method: method, path: path, name: "\(type)", operation: type.operation, isChange: true, isList: false, status: status,
            serve: { request, context, archive in
                try await archive.mayBegin(type.operation, as: context.actor)
                let change = try await Members.read(type, request, context)
                let match = try Members.match(request, Self.takesMatch(path) ? context.parameters.get("document") : nil)
                let outcome = try await archive.carryOut(change, as: context.actor, key: try request.idempotencyKey, match: match)
                return try Answered.response(outcome.answer, outcome.applied ? status : .accepted)
            }, shape: { (try Shape(of: type), try Shape(of: Made.Answer.self)) })
    }

    /// What has a method of its own at the archive's door: secrets, the journal, verification.
    ///
    /// - Parameter ofOneself: Whether whoever is called `name` in the path needs no right.
    static func call<Asked: Decodable & Sendable, Answer: Codable & Sendable>(
        _ path: String, _ type: Asked.Type, for operation: Operation, ofOneself: Bool = false, status: HTTPResponse.Status = .ok,
        by method: HTTPRequest.Method = .post, _ work: @escaping @Sendable (Asked, any Archive, Actor) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: path, name: "\(type)", operation: operation, isChange: false, isList: false, status: status,
            serve: { request, context, archive in
                let isOwn = try ofOneself && context.account.isCalled(Path.text("name", context.parameters))
                if !isOwn { try await archive.mayBegin(operation, as: context.actor) }
                guard try request.idempotencyKey == nil else { throw ArchiveError.keyInVain }
                _ = try Members.match(request, nil)
                let asked = try await Members.read(type, request, context)
                return try JSON.response(try await work(asked, archive, context.actor), status: status)
            }, shape: { (try Shape(of: type), try Shape(of: Answer.self)) })
    }

    /// Whether `If-Match` may be sent: where a document stands in the path.
    var takesMatch: Bool { Self.takesMatch(path) }

    private static func takesMatch(_ path: String) -> Bool { path.contains("{document}") }

    /// Members that stand in the path.
    var pathMembers: [String] { path.matches(of: /\{(\w+)\}/).map { String($0.1) } }

    struct Page<Element: Listable>: Codable, Sendable {
        let items: [Element]
        /// What to ask the next page with; nil after the last.
        let next: String?
    }
}

extension Archive {
    /// Reads a question. What is wrong with it is told only to whoever may ask it.
    fileprivate func granting<Value>(
        _ operation: Operation, _ context: SignedInContext, _ read: () async throws -> Value
    ) async throws -> Value {
        do { return try await read() } catch {
            try await mayBegin(operation, as: context.actor)
            throw error
        }
    }
}

extension Request {
    /// The caller's key.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for two of them, or one that is empty or too long.
    var idempotencyKey: String? {
        get throws(ArchiveError) {
            let keys = HTTPField.Name.idempotencyKey.map { headers[values: $0] } ?? []
            guard keys.count < 2 else { throw Members.refusal(.twice("Idempotency-Key")) }
            guard keys.allSatisfy({ (1...RequestKey.longest).contains($0.utf8.count) }) else {
                throw ArchiveError(.valueRefused, ArchiveMessage.keyRefused, remedy: Remedy.newKey, subject: "Idempotency-Key")
            }
            return keys.first
        }
    }

    /// Whether a body comes with it (RFC 9112, 6).
    var bearsBody: Bool { headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } == true }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")
}

extension ArchiveError {
    /// A secret is made anew each time and kept nowhere, and a check changes nothing: there is no first answer to give again.
    fileprivate static var keyInVain: ArchiveError {
        ArchiveError(.valueRefused, ArchiveMessage.keyInVain, remedy: Remedy.leaveOut, subject: "Idempotency-Key")
    }
}

extension AccountView {
    fileprivate func isCalled(_ text: String) -> Bool { text == name || text == "\(id)" }
}

/// Answers, and what their headers say.
enum Answered {
    static func response(_ answer: some Encodable, _ status: HTTPResponse.Status) throws -> Response {
        var response = try JSON.response(answer, status: status)
        if let document = answer as? DocumentView { response.headers[.eTag] = document.eTag }
        return response
    }
}

extension DocumentView {
    /// Which state of the document it is; `If-Match` takes it back.
    var eTag: String { "\"\(changedBy)\"" }
}
