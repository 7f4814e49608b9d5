import Archive
import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import WebService

@Suite("The service speaks HTTP as others expect it", .timeLimit(.minutes(5)))
struct ProtocolTests {
    /// Runs the service on a port of its own.
    private func listening(
        _ world: World, _ settings: ServiceSettings = ServiceSettings(), _ test: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = ArchiveService(world.archive, settings: settings).application(host: "127.0.0.1", port: 0, logger: logger) {
            port.yield($0)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await number in ports {
                try await test(number)
                break
            }
            group.cancelAll()
        }
    }

    @Test("HEAD has the length that GET has, and no body, for programs and on pages; also where something is wrong")
    func head() async throws {
        let world = try await World()
        try await world.serving { client in
            let body = Form(metadata: #"{"type": "contract"}"#).file("a.bin", [1, 2, 3]).body
            let filed = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: body)
            let document = "documents/\(try filed.decoded(FiledAnswer.self).document.id)"
            for uri in [
                "/", "/health", "/api/v1/documents", "/\(document)", "/api/v1/\(document)", "/api/v1/\(document)/versions/1/files/a.bin",
                "/\(document)/versions/1/files/a.bin", "/nothing", "/api/v1/\(document)/versions/9/files/a.bin",
            ] {
                let get = try await client.execute(uri: uri, method: .get, headers: world.bearer)
                let head = try await client.execute(uri: uri, method: .head, headers: world.bearer)
                #expect(head.status == get.status && head.body.readableBytes == 0, "\(uri): \(head.status)")
                #expect(head.headers[.contentLength] == get.headers[.contentLength] && head.headers[.contentLength] != nil, "\(uri)")
            }
        }
    }

    @Test("a method that a path does not have is 405 and names those that it has")
    func methods() async throws {
        let world = try await World()
        try await world.serving { client in
            for (uri, method, allow) in [
                ("/api/v1/documents", HTTPRequest.Method.delete, "GET, HEAD, POST"), ("/health", .post, "GET, HEAD"),
                ("/", .put, "GET, HEAD"),
                ("/sign-out", .get, "POST"), ("/api/v1/documents/x/versions", .patch, "GET, HEAD, POST"),
            ] {
                let answer = try await client.execute(uri: uri, method: method, headers: world.bearer)
                #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == allow, "\(uri): \(answer.status)")
            }
            let find = try #require(HTTPRequest.Method("PROPFIND"))
            #expect(try await client.execute(uri: "/", method: find, headers: world.bearer).status == .notImplemented)
            let old: HTTPFields = [.authorization: "Bearer mun_expired"]
            #expect(try await client.execute(uri: "/health", method: .get, headers: old).status == .ok)
            #expect(try await client.execute(uri: "/nothing", method: .post, headers: world.bearer).status == .notFound)
        }
    }

    @Test("a file whose name begins with U+FEFF, or has backslashes, is fetched as it was filed")
    func names() async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract"}"#).file("\u{FEFF}a.txt", [1]).file(#"a\b.txt"#, [2])
        try await world.serving { client in
            let filed = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let files = "/api/v1/documents/\(try filed.decoded(FiledAnswer.self).document.id)/versions/1/files/"
            for (name, content) in [("%EF%BB%BFa.txt", UInt8(1)), ("a%5Cb.txt", 2)] {
                let answer = try await client.execute(uri: files + name, method: .get, headers: world.bearer)
                #expect(answer.status == .ok && Array(buffer: answer.body) == [content])
            }
        }
    }

    @Test(
        "metadata with one member twice, or nested too deep, is refused",
        arguments: [
            (#"{"type": "contract", "title": "a", "title": "b"}"#, "title"),
            (#"{"type": "contract", "fields": {"x": "1", "\u0078": "2"}}"#, "fields.x"),
            (#"{"type": "contract", "note": \#(String(repeating: "[", count: 100))\#(String(repeating: "]", count: 100))}"#, "嵌套太深"),
        ])
    func twice(_ metadata: String, _ member: String) async throws {
        let world = try await World()
        let form = Form(metadata: metadata).file("a.bin", [1])
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status == .unprocessableContent && answer.text.contains(member))
        }
    }

    @Test("a body that breaks off, or a chunk that is none, is 400")
    func brokenBodies() async throws {
        let world = try await World()
        try await listening(world) { port in
            let head =
                "POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(world.token)\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            let cut = try RawSocket(port: port)
            cut.send(head + "Content-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n{")
            cut.finish()
            #expect(await cut.receive().hasPrefix("HTTP/1.1 400"))
            let chunk = try RawSocket(port: port)
            chunk.send(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n--b\r\n\r\nzz\r\n")
            #expect(await chunk.receive().hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test("a request without a host, or with two, or whose head is none, is 400 with a problem document")
    func hosts() async throws {
        let world = try await World()
        try await listening(world) { port in
            for hosts in [
                "", "Host:\r\n", "Host: a\r\nHost: b\r\n", "Host: x\r\n: none\r\n", "Host: a b/c\r\n", "Host: a@b\r\n", "Host: 甲\r\n",
            ] {
                let socket = try RawSocket(port: port)
                socket.send("GET /health HTTP/1.1\r\n\(hosts)\r\n")
                let answer = await socket.receive()
                #expect(
                    answer.hasPrefix("HTTP/1.1 400") && answer.contains("application/problem+json") && answer.contains("M115"), "\(hosts)")
            }
        }
    }

    @Test("whoever waits to be told to go on is told, once it may; else it is refused by its head alone, and the connection ends")
    func expect() async throws {
        let world = try await World()
        var settings = ServiceSettings()
        settings.largestBody = 1000
        try await listening(world, settings) { port in
            func head(_ token: String, _ path: String, type: String = "multipart/form-data; boundary=b", length: Int) -> String {
                "POST \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\nExpect: 100-continue\r\n"
                    + "Content-Type: \(type)\r\nContent-Length: \(length)\r\n\r\n"
            }
            let documents = "/api/v1/documents"
            for (head, status) in [
                (head("none", documents, length: 100), 401), (head(world.token, documents, length: 1001), 413),
                (head(world.token, documents, type: "text/plain", length: 100), 415),
                (head(world.token, "/api/v1/nothing", length: 9), 404), (head(world.token, "/api/v1/dossiers", length: 9), 415),
                (head(world.token, "/api/v1/tokens", type: "application/json", length: 9), 403),
            ] {
                let refused = try RawSocket(port: port)
                refused.send(head)
                // To the end of the connection.
                let answer = await refused.receive()
                #expect(answer.hasPrefix("HTTP/1.1 \(status)") && answer.lowercased().contains("connection: close"), "\(answer)")
            }
            let welcome = try RawSocket(port: port)
            let body = #"{"title": "青禾广场"}"#
            welcome.send(head(world.token, "/api/v1/dossiers", type: "application/json", length: body.utf8.count))
            #expect(await welcome.receive { $0.contains("\r\n\r\n") }.hasPrefix("HTTP/1.1 100"))
            welcome.send(body)
            #expect(await welcome.receive { $0.contains("青禾广场") }.contains("HTTP/1.1 201"))
            welcome.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await welcome.receive { $0.contains("ok") }.contains("HTTP/1.1 200"), "the connection goes on")
        }
    }

    @Test("a connection that asks nothing is closed, and no address takes all connections")
    func silent() async throws {
        let world = try await World()
        var settings = ServiceSettings()
        settings.mostConnectionsOfOne = 3
        settings.headerTime = .seconds(1)
        try await listening(world, settings) { port in
            let silent = try (0..<3).map { _ in try RawSocket(port: port) }
            // Half a head is no head.
            silent[0].send("GET /health HTTP/1.1\r\nHost: x\r\n")
            // Closed at their time, not at the reader's.
            for socket in silent { #expect(await socket.receive() == "") }
            var answer = ""
            // On a busy machine its own second may be over before it has asked.
            while answer.isEmpty, !Task.isCancelled {
                let asking = try RawSocket(port: port)
                asking.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                answer = await asking.receive { $0.contains("ok") }
            }
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
        settings.headerTime = .seconds(60)
        settings.idleTime = .seconds(1)
        try await listening(world, settings) { port in
            let dribbling = try RawSocket(port: port)
            dribbling.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await dribbling.receive { $0.split(separator: "HTTP/1.1 200").count > 1 }.hasPrefix("HTTP/1.1 200"))
            dribbling.send("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            let dribble = DispatchSource.makeTimerSource()
            dribble.schedule(deadline: .now(), repeating: .milliseconds(100))
            dribble.setEventHandler { dribbling.send("x") }
            dribble.resume()
            #expect(await dribbling.receive().contains("HTTP") == false, "the headers of a later request have their time too")
            dribble.cancel()
        }
        settings.idleTime = .seconds(75)
        try await listening(world, settings) { port in
            let held = try (0..<3).map { _ in try RawSocket(port: port) }
            for socket in held {
                socket.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(await socket.receive { $0.contains("ok") }.hasPrefix("HTTP/1.1 200"))
            }
            let beyond = try RawSocket(port: port)
            beyond.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await beyond.receive() == "")
            // An optimized build gives up an array after its last use, and the connections with it.
            withExtendedLifetime(held) {}
        }
    }
}
