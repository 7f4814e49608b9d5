import Archive
import HTTPTypes
import Hummingbird
import Records
import Wording

/// Finds out who asks: by a bearer token, or by the cookie that signing in on a page gave.
struct SignInMiddleware: RouterMiddleware {
    typealias Context = ServiceContext
    let archive: any Archive
    let visits: Visits

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.tongue = Language.of(request)
        if let header = request.headers[.authorization] {
            guard header.lowercased().hasPrefix("bearer ") else {
                throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn)
            }
            context.account = try await archive.account(forToken: String(header.dropFirst(7)))
        } else if let id = request.cookies[Cookies.Name.visit.rawValue]?.value, let visit = visits.visit(id) {
            try CrossSite.refuse(request)
            context.account = try await archive.account(of: visit)
            if context.account == nil { visits.end(id) }
        }
        if let account = context.account { context.actor = .account(account.id) }
        return try await next(request, context)
    }
}

/// A change asked for from another site's page is refused, besides what SameSite does.
enum CrossSite {
    static func refuse(_ request: Request) throws {
        guard request.method != .get, request.method != .head, let origin = request.headers[HTTPField.Name.origin] else { return }
        guard let host = request.head.authority, origin == "http://\(host)" || origin == "https://\(host)" else {
            throw HTTPError(.forbidden)
        }
    }
}
