import Archive
import Foundation
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
        // Addresses stand in logs, secrets and reasons must not: what changes something is said in the body.
        let isRead = request.method == .get || request.method == .head
        var words = try isRead ? Form.values(request.uri.query ?? "") : query(of: request, known: [])
        for (name, raw) in context.parameters {
            guard words[String(name)] == nil else { throw refusal(.twice(String(name))) }
            words[String(name)] = try PercentText.decoded(raw) ?? { throw refusal(.wrong(String(name))) }()
        }
        do { return try MemberDecoder.read(type, body: try await body(of: request), words: words) } catch var problem as MemberProblem {
            // What stands in the path is said there.
            if case .unknown(let name, let known) = problem {
                problem = .unknown(name, known: known.filter { context.parameters.get($0) == nil })
            }
            throw unfound(problem) { name in context.parameters.get(name) == nil ? nil : words[name] } ?? refusal(problem)
        }
    }

    /// The members in an address; any but the known ones are refused.
    static func query(of request: Request, known: [String]) throws -> [String: String] {
        let words = try Form.values(request.uri.query ?? "")
        if let stranger = words.keys.sorted().first(where: { !known.contains($0) }) { throw refusal(.unknown(stranger, known: known)) }
        return words
    }

    /// A path that cannot be read leads to nothing; only what is to be an identifier is called none.
    private static func unfound(_ problem: MemberProblem, inPath: (String) -> String?) -> ArchiveError? {
        switch problem {
        case .noIdentifier(let name, let kind): inPath(name).map { ArchiveError.identifierRefused($0, kind: kind) }
        case .wrong(let name, _): inPath(name).map { ArchiveError(.recordUnknown, DealMessage.unknown($0), subject: $0) }
        default: nil
        }
    }

    /// Reads what stands in a part of a body.
    static func read<Value: Decodable>(_ type: Value.Type, body bytes: [UInt8], _ words: [String: String]) throws -> Value {
        let body = try text(bytes)
        do { return try MemberDecoder.read(type, body: body, words: words) } catch let problem as MemberProblem { throw refusal(problem) }
    }

    /// The state that `If-Match` asks of the document in the path (RFC 9110, 13.1.1).
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for what is no list of tags, or where no document stands in the path.
    static func match(_ request: Request, _ document: String?) throws -> DocumentMatch? {
        let fields = request.headers[values: .ifMatch]
        guard !fields.isEmpty else { return nil }
        guard let document, let id = try? DocumentID(document) else { throw refusal(.unknown("If-Match", known: [])) }
        let tags = fields.joined(separator: ",").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        if tags == ["*"] { return DocumentMatch(id, changedBy: nil) }
        var numbers: Set<Int> = []
        for tag in tags {
            guard let found = tag.wholeMatch(of: /(W\/)?"([^"]*)"/) else { throw refusal(.wrong("If-Match")) }
            // A weak tag, and one that was never given, matches nothing.
            if found.1 == nil, let number = WholeNumber.read(found.2, in: 1...WholeNumber.largest) { numbers.insert(number) }
        }
        return DocumentMatch(id, changedBy: numbers)
    }

    private static func body(of request: Request) async throws -> JSONText? {
        guard request.method != .get, request.method != .head else { return nil }
        if let length = request.headers[.contentLength].flatMap({ Int64($0) }), length > Int64(largestBody) {
            throw refusal(StrictJSON.Problem.tooLarge(limit: largestBody))
        }
        guard !request.bearsBody || request.headers[.contentType].map(isJSON) == true else { throw HTTPError(.unsupportedMediaType) }
        var bytes: [UInt8] = []
        for try await block in request.body {
            bytes += block.readableBytesView
            guard bytes.count <= largestBody else { throw refusal(StrictJSON.Problem.tooLarge(limit: largestBody)) }
        }
        guard !bytes.isEmpty else { return nil }
        return try text(bytes)
    }

    /// JSON is UTF-8 (RFC 8259), whatever else is said.
    private static func isJSON(_ type: String) -> Bool {
        let name = type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        return name == "application/json" && ["utf-8", nil].contains(HeaderParameter.value("charset", of: type)?.lowercased())
    }

    private static func text(_ bytes: [UInt8]) throws -> JSONText {
        do throws(StrictJSON.Problem) { try StrictJSON.check(bytes, limit: largestBody) } catch { throw refusal(error) }
        return try JSONText(bytes, deepest: StrictJSON.deepest)
    }

    private static func refusal(_ problem: StrictJSON.Problem) -> ArchiveError {
        switch problem {
        case .tooLarge(let limit): ArchiveError(.tooLarge, ArchiveMessage.bodyTooLarge(limit: Int64(limit)))
        case .notJSON(let offset):
            ArchiveError(.usage, JSONBodyMessage.notJSON(part: nil, offset: offset), remedy: Remedy.correctMember, subject: "body")
        case .tooDeep(let limit):
            ArchiveError(.usage, JSONBodyMessage.tooDeep(part: nil, limit: limit), remedy: Remedy.correctMember, subject: "body")
        case .memberTwice(let name): refusal(.twice(name))
        }
    }

    /// What a problem with a member means to whoever asked.
    static func refusal(_ problem: MemberProblem) -> ArchiveError {
        // Metadata are called as in a filing, whatever they stand in.
        func subject(_ name: String) -> String { String(name.trimmingPrefix("words.")) }
        return switch problem {
        case .missing(let name): ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: name), subject: subject(name))
        case .unknown(let name, let known):
            ArchiveError(
                .valueRefused, ArchiveMessage.memberUnknown(name), remedy: known.isEmpty ? Remedy.leaveOut : .knownMembers(known),
                subject: subject(name))
        case .wrong(let name, let remedy):
            ArchiveError(.valueRefused, ArchiveMessage.memberRefused(name, in: "request"), remedy: remedy, subject: subject(name))
        // Nothing has such an identifier: wherever it stands, it is answered as one that nothing has.
        case .noIdentifier(let name, let kind):
            ArchiveError(
                .unknown(kind: kind), ArchiveMessage.memberRefused(name, in: "request"), remedy: Remedy.checkIdentifier(kind: kind),
                subject: subject(name))
        case .twice(let name):
            ArchiveError(.valueRefused, ArchiveMessage.memberTwice(name, in: "request"), subject: subject(name))
        }
    }
}
