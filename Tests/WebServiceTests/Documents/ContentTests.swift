import Foundation
import HTTPTypes
import Hummingbird
import Testing

@Suite("A file is sent as it was filed")
struct ContentTests {
    private static let name = "合同 (终稿) 100%.pdf"
    private static let path = "/versions/1/files/" + (name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")

    /// Files one document and gives its address.
    private func filed(_ content: [UInt8], _ world: World, _ client: Client) async throws -> String {
        let form = Form(metadata: #"{"type": "contract", "title": "售后服务合同"}"#).file(Self.name, content)
        let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
        return "/api/v1/documents/" + (try answer.decoded(FiledAnswer.self).document.id) + Self.path
    }

    @Test("whole, with name, digest and tag", arguments: [1, 4095, 262_144, 1_000_003])
    func whole(_ size: Int) async throws {
        let world = try await World()
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try await world.serving { client in
            let answer = try await client.execute(uri: try await filed(content, world, client), method: .get, headers: world.bearer)
            #expect(answer.status == .ok)
            #expect(Array(buffer: answer.body) == content)
            #expect(answer.header("Content-Disposition")?.contains("filename*=UTF-8''%E5%90%88%E5%90%8C%20") == true)
            #expect(answer.header("Repr-Digest")?.hasPrefix("sha-256=:") == true)
            #expect(answer.headers[.eTag]?.count == 130)
        }
    }

    @Test(
        "in part, where a range asks for it",
        arguments: [
            ("bytes=0-3", "abcd", "bytes 0-3/10"), ("bytes=7-", "hij", "bytes 7-9/10"), ("bytes=-2", "ij", "bytes 8-9/10"),
            ("bytes=8-99", "ij", "bytes 8-9/10"), ("bytes=-99", "abcdefghij", "bytes 0-9/10"),
        ])
    func range(_ asked: String, _ sent: String, _ range: String) async throws {
        let world = try await World()
        try await world.serving { client in
            let uri = try await filed(Array("abcdefghij".utf8), world, client)
            var headers = world.bearer
            headers[.range] = asked
            let answer = try await client.execute(uri: uri, method: .get, headers: headers)
            #expect(answer.status == .partialContent)
            #expect(answer.text == sent)
            #expect(answer.headers[.contentRange] == range)
        }
    }

    @Test("whole, where a range is none that a server must heed", arguments: ["bytes=0-1,3-4", "lines=1-2", "bytes=b-c", "bytes=5-2"])
    func overlooked(_ asked: String) async throws {
        let world = try await World()
        try await world.serving { client in
            let uri = try await filed(Array("abcdefghij".utf8), world, client)
            var headers = world.bearer
            headers[.range] = asked
            let answer = try await client.execute(uri: uri, method: .get, headers: headers)
            #expect(answer.status == .ok)
            #expect(answer.text == "abcdefghij")
        }
    }

    @Test("not at all beyond its end, nor where the reader has it already")
    func nothing() async throws {
        let world = try await World()
        try await world.serving { client in
            let uri = try await filed(Array("abcdefghij".utf8), world, client)
            var headers = world.bearer
            headers[.range] = "bytes=10-"
            let beyond = try await client.execute(uri: uri, method: .get, headers: headers)
            #expect(beyond.status == .rangeNotSatisfiable)
            #expect(beyond.headers[.contentRange] == "bytes */10")
            let tag = try await client.execute(uri: uri, method: .get, headers: world.bearer).headers[.eTag]
            headers = world.bearer
            headers[.ifNoneMatch] = tag
            let known = try await client.execute(uri: uri, method: .get, headers: headers)
            #expect(known.status == .notModified)
            #expect(known.body.readableBytes == 0)
        }
    }

    @Test("whole, where If-Range names another content")
    func otherContent() async throws {
        let world = try await World()
        try await world.serving { client in
            let uri = try await filed(Array("abcdefghij".utf8), world, client)
            var headers = world.bearer
            headers[.range] = "bytes=0-1"
            if let name = HTTPField.Name("If-Range") { headers[name] = "\"0123\"" }
            let answer = try await client.execute(uri: uri, method: .get, headers: headers)
            #expect(answer.status == .ok)
        }
    }
}
