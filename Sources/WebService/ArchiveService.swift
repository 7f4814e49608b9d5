public import Archive
public import Hummingbird
public import Logging
import Records

/// The HTTP service over an archive.
public struct ArchiveService: Sendable {
    private let archive: any Archive
    private let visits = Visits()

    public init(_ archive: any Archive) { self.archive = archive }

    /// The application, ready to run.
    ///
    /// - Parameters:
    ///   - host: where to listen; loopback unless somebody means otherwise.
    ///   - listening: told the port once it listens.
    public func application(
        host: String, port: Int, logger: Logger, listening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router, configuration: .init(address: .hostname(host, port: port), serverName: "muniment"),
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? port) }, logger: logger)
    }

    /// All routes: `/health`, the API, the pages.
    private var router: Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: SignInMiddleware(archive: archive, visits: visits))
        router.get("health") { _, _ in try JSON.response(["status": "ok"]) }
        let documents = DocumentRoutes(archive: archive)
        documents.add(to: router.group("api/v1/documents", context: SignedInContext.self))
        SignInRoutes(archive: archive, visits: visits).add(to: router)
        PageRoutes(archive: archive, documents: documents).add(to: router.group(context: SignedInContext.self))
        return router
    }
}
