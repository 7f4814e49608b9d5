import HTTPTypes
import Hummingbird
import Logging

/// Headers that every answer bears, and the line of the log about it; both name the request.
struct AnswerHeaders: RouterMiddleware {
    typealias Context = ServiceContext

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        // The route, not the address: names and queries are nobody's business in a log.
        context.logger.info(
            "\(request.method) \(context.endpointPath ?? "-") \(response.status.code) \(start.duration(to: .now))")
        let headers = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Request-ID", context.id),
        ]
        for (name, value) in headers {
            if let name = HTTPField.Name(name), response.headers[name] == nil { response.headers[name] = value }
        }
        // A problem too has no body where only the head was asked for.
        return request.method == .head ? response.createHeadResponse() : response
    }
}
