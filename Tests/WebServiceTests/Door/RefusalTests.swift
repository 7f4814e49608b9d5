import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Testing

@testable import WebService

@Suite("Over HTTP a refusal names the member that was sent, and what can be done", .timeLimit(.minutes(5)))
struct RefusalTests {
    /// A request that is refused, and how.
    struct Wrong: CustomTestStringConvertible, Sendable {
        var method = HTTPRequest.Method.post
        let path: String
        var body: String?
        var headers: HTTPFields = [:]
        let status: Int
        var subject: String?
        /// What stands in the remedy.
        var remedy = ""
        var testDescription: String { "\(method) \(path) \(body?.prefix(80) ?? "")" }
    }

    private static let json: HTTPFields = [.contentType: "application/json"]

    private static func named(_ name: String, _ value: String) -> HTTPFields {
        var fields = json
        if let name = HTTPField.Name(name) { fields[name] = value }
        return fields
    }

    private static func posted(
        _ path: String, _ body: String, _ status: Int, _ subject: String? = nil, by method: HTTPRequest.Method = .post, remedy: String = ""
    ) -> Wrong {
        Wrong(method: method, path: "/api/v1/" + path, body: body, headers: json, status: status, subject: subject, remedy: remedy)
    }

    private static let members = [
        posted("documents/D/facts", #"{"name": "zz", "value": "x"}"#, 422, "name"),
        posted("documents/D/facts", #"{"name": "performed", "value": "x"}"#, 422, "value"),
        posted("documents/D/facts", #"{"name": "performed", "value": "2999-01-01"}"#, 422, "value"),
        posted("documents/D/facts", #"{"name": "framework", "value": "x"}"#, 422, "value"),
        posted("scheme", #"{"yaml": "- {title: 甲}"}"#, 422, "yaml"), posted("scheme", #"{"yaml": "甲: ["}"#, 422, "yaml"),
        posted("schedule", #"{"yaml": "- {id: 4, title: 甲, action: burn}"}"#, 422, "yaml"),
        posted("documents/D", #"{"words": {"zz": "1"}, "reason": "x"}"#, 422, "zz", by: .patch),
        posted("documents/D", #"{"words": {"signed": "x"}, "reason": "x"}"#, 422, "signed", by: .patch),
        posted("documents/D", #"{"words": {"fields": {"a b": "x"}}, "reason": "x"}"#, 422, "fields.a b", by: .patch),
        posted("documents/D", #"{"words": {}, "cleared": ["title"], "reason": "x"}"#, 422, "cleared", by: .patch, remedy: "新值"),
        posted("documents/D", #"{"words": {}, "cleared": ["备用"], "reason": "x"}"#, 422, "cleared", by: .patch),
        Wrong(
            path: "/api/v1/parties", body: #"{"name": "丙"}"#, headers: named("Idempotency-Key", String(repeating: "k", count: 201)),
            status: 422, subject: "Idempotency-Key"),
    ]

    private static let remedies = [
        Wrong(method: .get, path: "/api/v1/documents/%FF", status: 400), Wrong(method: .get, path: "/api/v1/documents?q=%FF", status: 400),
        posted("parties", #"{"name": "#, 400, "body"), posted("documents/D/reinstate", #"{"reason": "x"}"#, 409),
        posted("numbering/contract", #"{"pattern": "x"}"#, 422, "pattern", by: .put),
        Wrong(method: .get, path: "/api/v1/documents/D/versions/9/files/甲.txt", status: 404),
        Wrong(method: .get, path: "/api/v1/documents/D/versions/1/files/甲.txt", headers: [.range: "bytes=9999-"], status: 416),
        Wrong(method: .get, path: "/api/v1/nothing", status: 404),
        posted(
            "holds", #"{"scope": {"kind": "frozen", "of": "编号:HT-1999-0001"}, "reason": "x", "authority": "x"}"#, 404, remedy: "检索"),
        posted("parties", "{\"name\": \"" + String(repeating: "a", count: 2 << 20) + "\"}", 413, remedy: "缩短"),
        Wrong(
            path: "/api/v1/documents", body: "x", headers: [.contentType: "multipart/form-data"], status: 400, subject: "Content-Type",
            remedy: "boundary"),
        Wrong(path: "/api/v1/parties", body: #"{"name": "丙"}"#, headers: [.contentType: "application/json; charset=utf-16"], status: 415),
        Wrong(path: "/api/v1/parties", body: #"{"name": "丙"}"#, headers: [.contentType: "application/jsonx"], status: 415),
    ]

    private static let unmatched = ["verify", "log/verify", "extraction/retry", "tokens"].map { path in
        Wrong(path: "/api/v1/" + path, body: "{}", headers: named("If-Match", "\"1\""), status: 422, subject: "If-Match")
    }

    @Test("each of them, and writes nothing", arguments: members + remedies + unmatched)
    func refused(_ wrong: Wrong) async throws {
        let world = try await RoutedWorld()
        var request = TestRequest(
            uri: wrong.path.replacing("/D", with: "/\(world.document)").replacing("甲", with: "%E7%94%B2"), method: wrong.method,
            headers: wrong.headers, body: wrong.body)
        request.headers.append(contentsOf: world.bearer)
        try await world.serving { [request] client in
            let before = try await world.events()
            let answer = try await client.execute(request)
            #expect(Int(answer.status.code) == wrong.status && answer.headers[.contentType] == "application/problem+json", "\(answer.text)")
            let problem = try answer.decoded(ProblemAnswer.self)
            if let subject = wrong.subject { #expect(problem.subject == subject, "\(answer.text)") }
            #expect(try #require(problem.detail, "\(answer.text)").contains(wrong.remedy) || wrong.remedy.isEmpty, "\(answer.text)")
            #expect(try await world.events() == before)
        }
    }

    @Test("a further field is cleared by its name, and by an empty value")
    func fields() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            for clearing in [#""words": {}, "cleared": ["a"]"#, #""words": {"fields": {"a": ""}}"#] {
                for change in [#""words": {"fields": {"a": "1"}}"#, clearing] {
                    var request = try world.post("/api/v1/documents/\(world.document)", "{\(change), \"reason\": \"x\"}")
                    request.method = .patch
                    let answer = try await client.execute(request)
                    #expect(answer.status == .ok && answer.text.contains(#""fields":{"a""#) == (change != clearing), "\(answer.text)")
                }
            }
        }
    }

    @Test("a part that is neither metadata nor file is refused by its name, also where it is a file, and nothing is filed")
    func parts() async throws {
        let world = try await World()
        var form = Form(metadata: #"{"type": "contract"}"#)
        form.parts.append(("name=\"attachment\"; filename=\"a.txt\"", [1]))
        try await world.serving { [form] client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status == .badRequest && answer.text.contains("attachment"), "\(answer.text)")
            #expect(try await world.archive.ask(ShowStatistics(), as: .operator).counts.documents == 0)
        }
    }

    @Test("pages refuse members of a query that they do not know", arguments: ["/", "/documents/D", "/api", "/sign-in", "/language/zh"])
    func pages(_ path: String) async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let uri = path.replacing("/D", with: "/\(world.document)")
            let answer = try await client.execute(uri: uri + "?zz=1", method: .get, headers: world.bearer)
            #expect(answer.status == .unprocessableContent && answer.text.contains("zz"), "\(answer.status)")
        }
    }

    @Test("whoever may set no passwords sets their own, called by name or identifier")
    func ownPassword() async throws {
        let world = try await World(role: .auditor)
        try await world.serving { client in
            var headers = world.bearer
            headers[.contentType] = "application/json"
            for name in [PercentText.encoded("陈国清"), "\(world.account)"] {
                let answer = try await client.execute(
                    uri: "/api/v1/accounts/\(name)/password", method: .put, headers: headers,
                    body: ByteBuffer(string: #"{"password": "很长的密码一二三"}"#))
                #expect(answer.status == .ok, "\(answer.text)")
            }
        }
    }
}
