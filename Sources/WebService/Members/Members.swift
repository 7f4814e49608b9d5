import Archive
import HTTPTypes
import Hummingbird
import Records
import Wording

/// The members of a request, whichever way they come in.
enum Members {
    /// Most bytes of a body that is read whole: a scheme or schedule has at most a mebibyte.
    static let largestBody = 2 << 20

    /// Reads a use case.
    ///
    /// - Throws: ``ArchiveError`` that names the member, and what to do.
    static func read<Value: Decodable>(_ type: Value.Type, _ request: Request, _ context: SignedInContext) async throws -> Value {
        var words = try Form.values(request.uri.query ?? "")
        for (name, raw) in context.parameters {
            guard words[String(name)] == nil else { throw refusal(.twice(String(name))) }
            words[String(name)] = try PercentText.decoded(raw) ?? { throw refusal(.wrong(String(name))) }()
        }
        if let match = request.headers[.ifMatch] { words["expected"] = try expected(match) }
        do { return try MemberDecoder.read(type, body: try await body(of: request), words: words) } catch let problem as MemberProblem {
            // A path that cannot be read leads to nothing.
            if case .wrong(let name) = problem, let word = words[name], context.parameters.get(name) != nil {
                throw ArchiveError.identifierRefused(word, kind: name == "document" ? DocumentKind.letter : " ")
            }
            throw refusal(problem)
        }
    }

    /// Reads what stands in a part of a body.
    static func read<Value: Decodable>(_ type: Value.Type, body bytes: [UInt8], _ words: [String: String]) throws -> Value {
        let body = try text(bytes)
        do { return try MemberDecoder.read(type, body: body, words: words) } catch let problem as MemberProblem { throw refusal(problem) }
    }

    /// The number of the event that a reader last saw change a document (`ETag`).
    private static func expected(_ match: String) throws -> String {
        let tag = match.filter { $0 != "\"" }
        guard WholeNumber.read(tag, in: 1...WholeNumber.largest) != nil else { throw refusal(.wrong("If-Match")) }
        return tag
    }

    private static func body(of request: Request) async throws -> JSONText? {
        guard request.method != .get, request.method != .head else { return nil }
        var bytes: [UInt8] = []
        for try await block in request.body {
            bytes += block.readableBytesView
            guard bytes.count <= largestBody else { throw refusal(StrictJSON.Problem.tooLarge(limit: largestBody)) }
        }
        guard !bytes.isEmpty else { return nil }
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("application/json") else {
            throw HTTPError(.unsupportedMediaType)
        }
        return try text(bytes)
    }

    private static func text(_ bytes: [UInt8]) throws -> JSONText {
        do throws(StrictJSON.Problem) { try StrictJSON.check(bytes, limit: largestBody) } catch { throw refusal(error) }
        return try JSONText(bytes, deepest: StrictJSON.deepest)
    }

    private static func refusal(_ problem: StrictJSON.Problem) -> ArchiveError {
        switch problem {
        case .tooLarge(let limit): ArchiveError(.tooLarge, ArchiveMessage.bodyTooLarge(limit: Int64(limit)), remedy: Remedy.splitBody)
        case .notJSON(let offset):
            ArchiveError(.usage, ArchiveMessage.valueRefused(field: "body", value: "JSON, byte \(offset)"), subject: "body")
        case .memberTwice(let name): refusal(.twice(name))
        }
    }

    private static func refusal(_ problem: MemberProblem) -> ArchiveError {
        switch problem {
        case .missing(let name): ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: name), subject: name)
        case .unknown(let name, let known):
            ArchiveError(.valueRefused, ArchiveMessage.memberUnknown(name), remedy: Remedy.knownMembers(known), subject: name)
        case .wrong(let name):
            ArchiveError(.valueRefused, ArchiveMessage.memberRefused(name, in: "request"), remedy: Remedy.correctMember, subject: name)
        case .twice(let name):
            ArchiveError(.valueRefused, ArchiveMessage.memberTwice(name, in: "request"), remedy: Remedy.correctMember, subject: name)
        }
    }
}
