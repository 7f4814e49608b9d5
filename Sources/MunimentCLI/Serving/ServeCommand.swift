import Archive
import ArgumentParser
import CLinux
import Glibc
import Hummingbird
import Logging
import Records
import WebService
import Wording

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: .said("通过 HTTP 提供档案库：/api/v1 下的接口和检索网页。", "Serve the archive over HTTP: an API under /api/v1 and a search page."),
        discussion: "  muniment serve --port 8080 --account 陈")

    @Option(help: .said("监听地址。不是本机回环地址时，前面须有 TLS。", "Where to listen. Anything but loopback needs TLS before it."))
    var host = "127.0.0.1"
    @Option(help: .said("端口。", "The port."))
    var port = 8080
    @Option(help: .said("输出让这个账号登录的链接；只在终端上，不写入记录。", "Print a link that signs this account in; only on a terminal, not into a log."))
    var account: String?
    @Flag(
        name: .customLong("behind-tls"),
        help: .said("服务前有使用 TLS 的代理：cookie 只经 TLS 传送。", "A proxy before this service speaks TLS: let cookies travel no other way."))
    var behindTLS = false
    @Option(help: .said("一次 HTTP 归档的上限。", "Largest filing over HTTP.", valueName: "GiB"))
    var largestBody = 8
    @Option(help: .said("同时连接数的上限。", "Most connections at once."))
    var connections = ServiceSettings().mostConnections
    @Option(help: .said("每个地址的连接数上限；用 --behind-tls 时与总数相同。", "Most connections of one address; all of them with --behind-tls."))
    var connectionsPerAddress = ServiceSettings().mostConnectionsOfOne
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(1...1024).contains(largestBody) { throw ValidationError(.largestBody) }
        if !(1...100_000).contains(connections) { throw ValidationError(.range("--connections", 1, 100_000)) }
        if !(1...100_000).contains(connectionsPerAddress) { throw ValidationError(.range("--connections-per-address", 1, 100_000)) }
        if !(0...65535).contains(port) { throw ValidationError(.range("--port", 0, 65535)) }
    }

    func run() async throws {
        let console = common.console
        try await console.run {
            let logger = Logger(label: "muniment")
            if muniment_restart_on_bus_error(CommandLine.unsafeArgv) > 0 {
                logger.error("begun anew: a file of the catalogue was cut off while it was in use")
            }
            let archive = try common.open { logger.notice("\($0.text(.english))") }
            let visitor = if let account { try await archive.account(named: account) } else { nil as AccountView? }
            let host = host
            let service = ArchiveService(archive, settings: settings)
            let application = service.application(host: host, port: port, logger: logger) { port in
                console.line(console.word("服务已启动：", "Serving ") + "http://\(host):\(port)/")
                guard let visitor else { return }
                guard isatty(STDOUT_FILENO) == 1, let link = try? archive.signInLink(for: visitor.id) else {
                    return console.line(
                        console.word("登录链接只在终端上打印；请用 account link", "A link is printed on a terminal only; use `account link`"))
                }
                console.line(
                    console.word("\(visitor.name) 的一次性登录链接（十分钟内有效）：", "A link that signs \(visitor.name) in once, within ten minutes: ")
                        + SignInAddress.of(link, at: "http://\(host):\(port)"))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await Self.extractAll(archive, logger) }
                group.addTask {
                    while true {
                        try await Task.sleep(for: .seconds(60))
                        await archive.recordCounted()
                    }
                }
                defer { group.cancelAll() }
                do { try await application.runService() } catch {
                    await archive.close()
                    throw ArchiveError(
                        .valueRefused, ServingMessage.cannotListen(host, port), remedy: ServingMessage.otherAddress, subject: host,
                        cause: error)
                }
                await archive.close()
            }
        }
    }

    private var settings: ServiceSettings {
        var settings = ServiceSettings()
        settings.behindTLS = behindTLS
        settings.largestBody = Int64(largestBody) << 30
        settings.mostConnections = connections
        settings.mostConnectionsOfOne = connectionsPerAddress
        return settings
    }

    /// Works the queue of texts as long as the service runs. After a failure it waits longer and longer, up to five minutes.
    private static func extractAll(_ archive: LocalArchive, _ logger: Logger) async throws {
        let (usual, longest) = (Duration.seconds(2), Duration.seconds(300))
        var pause = usual
        while !Task.isCancelled {
            do throws(ArchiveError) {
                try await archive.extract()
                pause = usual
            } catch {
                pause = min(pause * 2, longest)
                logger.error("texts cannot be read just now, again in \(pause): \(error)")
            }
            try await Task.sleep(for: pause)
        }
    }
}
