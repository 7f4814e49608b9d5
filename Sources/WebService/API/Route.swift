import Archive
import HTTPTypes
import Hummingbird
import Records

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
    /// The status of success.
    let status: HTTPResponse.Status
    let serve: @Sendable (Request, SignedInContext, any Archive) async throws -> Response
    let shape: @Sendable () throws -> (request: Shape, answer: Shape)

    /// A question with one answer.
    static func question<Asked: Question>(_ path: String, _ type: Asked.Type, by method: HTTPRequest.Method = .get) -> Route {
        Route(
            method: method, path: path, name: "\(type)", operation: type.operation, isChange: false, isList: false, status: .ok,
            serve: { request, context, archive in
                try Answered.response(try await archive.ask(try await Members.read(type, request, context), as: context.actor), .ok)
            }, shape: { (try Shape(of: type), try Shape(of: Asked.Answer.self)) })
    }

    /// A question whose answer is a list.
    static func list<Asked: Question, Element: Listable>(
        _ path: String, _ type: Asked.Type, by method: HTTPRequest.Method = .get
    ) -> Route where Asked.Answer == [Element] {
        Route(
            method: method, path: path, name: "\(type)", operation: type.operation, isChange: false, isList: true, status: .ok,
            serve: { request, context, archive in
                let page = try PageRequest(request)
                let question = try await Members.read(type, page.rest, context)
                return try JSON.response(page.page(of: try await archive.ask(question, as: context.actor)))
            }, shape: { (try Shape(of: type), try Shape(of: Page<Element>.self)) })
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
                let outcome = try await archive.carryOut(change, as: context.actor, key: request.idempotencyKey)
                return try Answered.response(outcome.answer, outcome.applied ? status : .accepted)
            }, shape: { (try Shape(of: type), try Shape(of: Made.Answer.self)) })
    }

    /// What has a method of its own at the archive's door: secrets, the journal, verification.
    static func call<Asked: Decodable & Sendable, Answer: Codable & Sendable>(
        _ path: String, _ type: Asked.Type, for operation: Operation, status: HTTPResponse.Status = .ok,
        by method: HTTPRequest.Method = .post, _ work: @escaping @Sendable (Asked, any Archive, Actor) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: path, name: "\(type)", operation: operation, isChange: false, isList: false, status: status,
            serve: { request, context, archive in
                let asked = try await Members.read(type, request, context)
                return try JSON.response(try await work(asked, archive, context.actor), status: status)
            }, shape: { (try Shape(of: type), try Shape(of: Answer.self)) })
    }

    /// Members that stand in the path.
    var pathMembers: [String] { path.matches(of: /\{(\w+)\}/).map { String($0.1) } }

    struct Page<Element: Listable>: Codable, Sendable {
        let items: [Element]
        /// What to ask the next page with; nil after the last.
        let next: String?
    }
}

extension Request {
    /// The caller's key.
    var idempotencyKey: String? { HTTPField.Name("Idempotency-Key").flatMap { headers[$0] } }
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
