import HTTPTypes
import Hummingbird

/// Answers methods that a path does not have: 405, and which it has (RFC 9110, 15.5.6).
enum WrongMethods {
    private static let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options, .trace, query]
    /// The HTTP QUERY method.
    private static var query: HTTPRequest.Method { HTTPRequest.Method("QUERY") ?? .get }

    /// Answers methods that this service has nowhere: 501 (RFC 9110, 9.1).
    struct Unknown: RouterMiddleware {
        typealias Context = ServiceContext

        func handle(
            _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
        ) async throws -> Response {
            guard WrongMethods.all.contains(request.method) else { throw HTTPError(.notImplemented) }
            return try await next(request, context)
        }
    }

    /// Call it when all routes are there.
    static func refuse(in router: Router<ServiceContext>) {
        var methods: [String: (path: RouterPath, methods: [HTTPRequest.Method])] = [:]
        for route in router.routes { methods[route.path.description, default: (route.path, [])].methods.append(route.method) }
        for (path, known) in methods.values {
            let allowed = known.contains(.get) ? known + [.head] : known
            let allow = allowed.map(\.rawValue).sorted().joined(separator: ", ")
            for method in all where !allowed.contains(method) {
                router.on(path, method: method) { _, _ -> Response in throw HTTPError(.methodNotAllowed, headers: [.allow: allow]) }
            }
        }
    }
}
