import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Records
import Wording

/// Turns every error into a problem document (RFC 9457), or on pages into a page. What does not say how it looks becomes a
/// bare 500: nothing of the inside reaches a client. It stands twice in the service: around all of it, and within signing in, where it is
/// known whose page it is.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = ServiceContext
    let pages: Pages

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = Problem(error, Language.of(request), request: context.id)
            if problem.status >= 500 { context.logger.error("\(problem.status) \(error)", metadata: ["request": "\(context.id)"]) }
            if request.uri.path.hasPrefix("/api/") || request.uri.path == "/health" { return problem.response }
            if problem.status == 401 {
                let isEnded = request.cookies[Cookies.Name.visit.rawValue] != nil
                return isEnded
                    ? pages.cookies.redirect("/sign-in", pages.cookies.ended(.visit), pages.cookies.notice(.visitEnded))
                    : pages.cookies.redirect("/sign-in")
            }
            return page(problem, Viewer(request, context))
        }
    }

    /// A page that says what went wrong; where even that cannot be made, the document.
    private func page(_ problem: Problem, _ viewer: Viewer) -> Response {
        guard
            var response = try? pages.response(.problem, problem.title, problem, for: viewer, status: .init(code: problem.status))
        else { return problem.response }
        response.headers.append(contentsOf: problem.headers)
        return response
    }
}

/// A problem document; on pages, what `problem.mustache` calls.
struct Problem: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let code: String?
    let subject: String?
    let duplicates: [Duplicate]?
    /// As the log names it.
    let requestId: String
    /// `Allow` with 405, `Content-Range` with 416.
    let fields: HTTPFields
    /// In seconds; a header, not a member.
    let retryAfter: Int?

    private enum CodingKeys: String, CodingKey { case type, title, status, detail, code, subject, duplicates, requestId }

    init(_ error: any Error, _ tongue: Tongue, request: String) {
        requestId = request
        fields = (error as? HTTPError)?.headers ?? [:]
        retryAfter = (error as? ArchiveError)?.retryAfter
        if let error = error as? ArchiveError {
            (type, code) = ("https://muniment.invalid/errors#\(error.code.rawValue)", error.code.rawValue)
            status = error.code.httpStatus
            (title, subject) = Outward.told(error, tongue)
            detail = error.remedy.text(tongue, at: .http)
            duplicates = error.duplicates.isEmpty ? nil : error.duplicates
        } else {
            // A body that breaks off is the sender's fault.
            let found = error is HTTPParserError ? 400 : (error as? any HTTPResponseError)?.status.code ?? 500
            let meant = Self.code(for: found)
            (type, code) = (meant.map { "https://muniment.invalid/errors#\($0.rawValue)" } ?? "about:blank", meant?.rawValue)
            (subject, duplicates) = (nil, nil)
            detail = Self.remedy(for: found).text(tongue, at: .http)
            status = found
            title = Self.word(for: found)?.text(tongue) ?? "HTTP \(found)"
        }
    }

    /// The code of a status that comes without an error of the archive.
    private static func code(for status: Int) -> ErrorCode? {
        switch status {
        case 401: .signInNeeded
        case 403: .notAllowed
        case 404: .recordUnknown
        case 413: .tooLarge
        case 400..<500: .usage
        case 500: .internal
        default: nil
        }
    }

    /// What is said of a status that comes without words.
    private static func word(for status: Int) -> FrameWord? {
        switch status {
        case 400: .badRequest
        case 403: .otherSite
        case 404: .nothingHere
        case 405: .wrongMethod
        case 413: .tooLarge
        case 415: .wrongMediaType
        case 416: .rangeBeyondEnd
        case 500: .innerFault
        default: nil
        }
    }

    /// What can be done about it.
    private static func remedy(for status: Int) -> any Message {
        switch status {
        case 403: Remedy.otherSite
        case 404: Remedy.checkRequest
        case 405, 501: FrameWord.seeDescription
        case 415: FrameWord.sendAsDescribed
        case 416: Remedy.pickRange
        default: (code(for: status) ?? .internal).usualRemedy
        }
    }

    /// Headers that go with the status, in whatever form the problem is sent.
    var headers: HTTPFields {
        var headers = fields
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        return headers
    }

    var response: Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: (try? text) ?? ByteBuffer(string: "{}")))
    }

    var text: ByteBuffer {
        get throws {
            let encoder = JSONEncoder()
            // The same problem is the same bytes.
            encoder.outputFormatting = .sortedKeys
            return ByteBuffer(bytes: try encoder.encode(self))
        }
    }
}

/// The language to answer in: what was chosen on a page, else what the browser prefers, else Chinese.
enum Language {
    static func of(_ request: Request) -> Tongue {
        if let chosen = request.cookies[Cookies.Name.language.rawValue]?.value, let tongue = Tongue(rawValue: chosen) { return tongue }
        let wanted = (request.headers[.acceptLanguage] ?? "").split(separator: ",").compactMap {
            Tongue(locale: $0.trimmingPrefix { $0 == " " })
        }
        return wanted.first ?? .chinese
    }
}
