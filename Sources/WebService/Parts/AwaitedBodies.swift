import Hummingbird
import NIOCore
import Synchronization

/// Whoever sends its body only when told to (`Expect: 100-continue`) is told when the body is first asked for: rights, length and form are
/// decided by then. Where it never is, the answer is the connection's last, since nobody knows whether the body still comes.
struct AwaitedBodies: RouterMiddleware {
    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.expect]?.lowercased() == "100-continue" else { return try await next(request, context) }
        let awaited = AwaitedBody(body: request.body, word: .init(channel: context.channel))
        var request = request
        request.body = RequestBody(asyncSequence: awaited)
        var response = try await next(request, context)
        if !awaited.word.isGiven { response.headers[.connection] = "close" }
        return response
    }
}

/// What tells ``ConnectionGuard`` to let the other end go on.
struct GoOn: Sendable {}

private struct AwaitedBody: AsyncSequence, Sendable {
    /// Given once.
    final class Word: Sendable {
        private let given = Mutex(false)
        private let channel: any Channel

        init(channel: any Channel) { self.channel = channel }

        var isGiven: Bool { given.withLock { $0 } }

        func give() {
            let isFirst = given.withLock { given in
                defer { given = true }
                return !given
            }
            if isFirst { channel.triggerUserOutboundEvent(GoOn(), promise: nil) }
        }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        let word: Word

        mutating func next() async throws -> ByteBuffer? {
            word.give()
            return try await body.next()
        }
    }

    let body: RequestBody
    let word: Word

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body.makeAsyncIterator(), word: word) }
}
