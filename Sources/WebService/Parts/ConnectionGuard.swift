import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes
import Records
import Synchronization

/// Watches one connection: a request must begin soon and must name one host; an answer that says it is the last is.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let settings: ServiceSettings
    private let connections: Connections
    private var deadline: Scheduled<Void>?
    /// Requests whose answer has not ended.
    private var unanswered = 0
    private var isRefused = false
    private var isCounted = false
    private var isLast = false

    init(settings: ServiceSettings, connections: Connections) {
        self.settings = settings
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { begin(context) } }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    private func begin(_ context: ChannelHandlerContext) {
        guard !isCounted else { return }
        isCounted = true
        let network = context.remoteAddress?.ipAddress.map(NetworkName.of) ?? ""
        // Behind a proxy all connections come from one address.
        let most = settings.behindTLS ? settings.mostConnections : settings.mostConnectionsOfOne
        guard connections.enter(network, most: most) else { return context.close(promise: nil) }
        context.channel.closeFuture.whenComplete { [connections] _ in connections.leave(network) }
        awaitRequest(within: settings.headerTime, context)
    }

    /// Closes the connection unless the headers of a request are there in time, however busily they come.
    private func awaitRequest(within time: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(time.nanoseconds)) { context.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isRefused { return }
        if case .head(let head) = unwrapInboundIn(data) {
            deadline?.cancel()
            unanswered += 1
            guard let host = head.authority, Self.isHost(host),
                HTTPField.Name("Host").map({ head.headerFields[values: $0].isEmpty }) ?? true
            else { return refuse(context) }
        }
        context.fireChannelRead(data)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is GoOn else { return context.triggerUserOutboundEvent(event, promise: promise) }
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: promise)
    }

    /// What a host and its port are made of (RFC 3986, 3.2.2 and 3.2.3).
    private static let hostBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=:[]".utf8)

    private static func isHost(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(hostBytes.contains) }

    /// RFC 9112, 3.2: a request names exactly one host.
    private func refuse(_ context: ChannelHandlerContext) {
        isRefused = true
        writeProblem(context, promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        // What the server's library refuses before any of ours sees it, such as a head that is none, it answers without a word.
        case .head(let head) where head.status == .badRequest && head.headerFields[.contentLength] == "0":
            writeProblem(context, promise: promise)
        case .head(let head):
            isLast = head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .end where isLast:
            context.writeAndFlush(data, promise: promise)
            // What still comes is read and thrown away, so that the answer is not lost with it.
            context.close(mode: .output, promise: nil)
        case .end:
            context.write(data, promise: promise)
            unanswered -= 1
            if unanswered == 0 { awaitRequest(within: settings.idleTime, context) }
        case .body: context.write(data, promise: promise)
        }
    }

    /// A problem document for a request of which nothing is known, not even its language; all but its end.
    private func writeProblem(_ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        let text = (try? Problem(HTTPError(.badRequest), .chinese, request: "unread").text) ?? ByteBuffer(string: "{}")
        let fields: HTTPFields = [
            .contentType: "application/problem+json", .contentLength: "\(text.readableBytes)", .connection: "close",
        ]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: .badRequest, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(text)), promise: promise)
    }
}

/// How many connections each address has open.
final class Connections: Sendable {
    private let open = Mutex<[String: Int]>([:])

    func enter(_ network: String, most: Int) -> Bool {
        open.withLock { open in
            guard open[network, default: 0] < most else { return false }
            open[network, default: 0] += 1
            return true
        }
    }

    func leave(_ network: String) {
        open.withLock { open in
            let left = open[network, default: 1] - 1
            open[network] = left > 0 ? left : nil
        }
    }
}
