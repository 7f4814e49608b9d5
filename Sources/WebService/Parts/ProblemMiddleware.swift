import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Records
import Wording

/// Turns every error into a problem document (RFC 9457), or on pages into a page. What does not say how it looks becomes a
/// bare 500: nothing of the inside reaches a client.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = ServiceContext

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = Problem(error, Language.of(request), request: context.id)
            if problem.status >= 500 { context.logger.error("\(problem.status) \(error)", metadata: ["request": "\(context.id)"]) }
            if request.uri.path.hasPrefix("/api/") || request.uri.path == "/health" { return problem.response }
            if problem.status == 401 { return .redirect(to: "/sign-in", type: .normal) }
            return Page.problem(problem, Language.of(request))
        }
    }
}

/// A problem document.
struct Problem: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String?
    let code: String?
    let subject: String?
    let duplicates: [Duplicate]?
    /// As the log names it.
    let requestId: String
    /// Methods, with 405; a header, not a member.
    let allow: String?
    /// In seconds; a header, not a member.
    let retryAfter: Int?

    private enum CodingKeys: String, CodingKey { case type, title, status, detail, code, subject, duplicates, requestId }

    init(_ error: any Error, _ tongue: Tongue, request: String) {
        requestId = request
        allow = (error as? HTTPError)?.headers[.allow]
        retryAfter = (error as? ArchiveError)?.retryAfter
        if let error = error as? ArchiveError {
            (type, code) = ("https://muniment.invalid/errors#\(error.code.rawValue)", error.code.rawValue)
            status = error.code.httpStatus
            (title, subject) = Outward.told(error, tongue)
            detail = error.remedy?.text(tongue)
            duplicates = error.duplicates.isEmpty ? nil : error.duplicates
        } else {
            // A body that breaks off is the sender's fault.
            let found = error is HTTPParserError ? 400 : (error as? any HTTPResponseError)?.status.code ?? 500
            (type, code, detail, subject, duplicates) = ("about:blank", nil, nil, nil, nil)
            status = found
            title =
                found == 404
                ? Phrase("没有这个页面", "There is nothing here").text(tongue)
                : found == 500 ? Phrase("程序内部错误", "A fault of the service").text(tongue) : "HTTP \(found)"
        }
    }

    /// Headers that go with the status, in whatever form the problem is sent.
    var headers: HTTPFields {
        var headers = HTTPFields()
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if let allow { headers[.allow] = allow }
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        return headers
    }

    var response: Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: (try? text) ?? ByteBuffer(string: "{}")))
    }

    var text: ByteBuffer { get throws { ByteBuffer(bytes: try JSONEncoder().encode(self)) } }
}

/// The language to answer in: what was chosen on a page, else what the browser prefers, else Chinese.
enum Language {
    static let cookie = "muniment-lang"

    static func of(_ request: Request) -> Tongue {
        if let chosen = request.cookies[cookie]?.value, let tongue = Tongue(rawValue: chosen) { return tongue }
        let wanted = (request.headers[.acceptLanguage] ?? "").split(separator: ",").compactMap {
            Tongue(locale: $0.trimmingPrefix { $0 == " " })
        }
        return wanted.first ?? .chinese
    }
}
