import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOPosix

/// Asks the service as programs do: over a connection of its own for each request, so that many can be on their way at once.
struct Client: Sendable {
    let port: Int

    func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) async throws -> HTTPAnswer {
        var request = HTTPRequest(method: method, scheme: nil, authority: "localhost", path: uri, headerFields: headers)
        if let body { request.headerFields[.contentLength] = "\(body.readableBytes)" }
        let (head, channel) = (request, try await connection())
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(.head(head))
            if let body, body.readableBytes > 0 { try await outbound.write(.body(body)) }
            try await outbound.write(.end(nil))
            return try await Self.answer(inbound)
        }
    }

    /// The same, with what a test makes of the answer.
    @discardableResult
    func execute<Value>(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil, _ look: (HTTPAnswer) throws -> Value
    ) async throws -> Value {
        try look(try await execute(uri: uri, method: method, headers: headers, body: body))
    }

    private func connection() async throws -> NIOAsyncChannel<HTTPResponsePart, HTTPRequestPart> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPClientCodec())
                return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
            }
        }
    }

    private static func answer(_ parts: NIOAsyncChannelInboundStream<HTTPResponsePart>) async throws -> HTTPAnswer {
        var answer: HTTPAnswer?
        for try await part in parts {
            switch part {
            case .head(let head): answer = HTTPAnswer(status: head.status, headers: head.headerFields)
            case .body(let bytes): answer?.body.writeImmutableBuffer(bytes)
            case .end:
                guard let answer else { throw CutOff() }
                return answer
            }
        }
        throw CutOff()
    }

    /// The connection ended before the answer did.
    struct CutOff: Error {}
}

/// What the service answered.
struct HTTPAnswer: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body = ByteBuffer()
}
