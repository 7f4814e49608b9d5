public import Archive
public import Hummingbird
import HummingbirdCore
public import Logging
import Records

/// The HTTP service over an archive.
public struct ArchiveService: Sendable {
    private let archive: any Archive
    private let settings: ServiceSettings
    private let visits = Visits()
    private let connections = Connections()
    private let pages: Pages

    public init(_ archive: any Archive, settings: ServiceSettings = ServiceSettings()) {
        self.archive = archive
        self.settings = settings
        pages = Pages(cookies: Cookies(areSecure: settings.behindTLS))
    }

    /// The application, ready to run.
    ///
    /// - Parameters:
    ///   - host: where to listen; loopback unless somebody means otherwise.
    ///   - listening: told the port once it listens.
    public func application(
        host: String, port: Int, logger: Logger, listening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(settings: settings, connections: connections)],
                    idleTimeout: .nanoseconds(settings.idleTime.nanoseconds))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: "muniment",
                availableConnectionsDelegate: MaximumAvailableConnections(settings.mostConnections)),
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? port) }, logger: logger)
    }

    /// All routes: `/health`, the API, the pages.
    private var router: Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: AwaitedBodies())
        router.add(middleware: AnswerHeaders())
        router.add(middleware: ProblemMiddleware(pages: pages))
        router.add(middleware: WrongMethods.Unknown())
        // Whoever watches the service needs no account, and a token that has expired is not the service's illness.
        router.get("health") { _, _ in try JSON.response(["status": "ok"]) }
        Asset.style.add(to: router)
        Asset.icon.add(to: router)
        router.add(middleware: SignInMiddleware(archive: archive, visits: visits))
        router.add(middleware: ProblemMiddleware(pages: pages))
        let documents = DocumentRoutes(archive: archive, largestBody: settings.largestBody)
        documents.add(to: router.group("api/v1/documents", context: SignedInContext.self))
        let api = router.group("api/v1", context: SignedInContext.self)
        for route in Route.all {
            api.on(RouterPath(route.path), method: route.method) { request, context in try await route.serve(request, context, archive) }
        }
        api.get("packs/{pack}/file") { request, context in try await PackResponse.make(request, context, archive) }
        LogRoutes(archive: archive).add(to: api)
        SignInRoutes(archive: archive, visits: visits, pages: pages, proxies: Proxies(isBefore: settings.behindTLS)).add(to: router)
        RetentionPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        OriginalPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        TransmittalPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        PackPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        DossierPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        PartyPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        DisposalPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        RedactionPages(archive: archive, pages: pages, largestBody: settings.largestBody)
            .add(to: router.group(context: SignedInContext.self))
        RestrictedPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        StatisticsPages(archive: archive, pages: pages).add(to: router.group(context: SignedInContext.self))
        PageRoutes(archive: archive, documents: documents, pages: pages).add(to: router.group(context: SignedInContext.self))
        WrongMethods.refuse(in: router)
        return router
    }
}

extension Duration {
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
