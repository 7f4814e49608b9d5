import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Samples
import Testing
import Wording

@testable import WebService

/// What holds of every way in, shown by walking through the table of routes.
@Suite("Each route", .timeLimit(.minutes(10)))
struct RouteTests {
    /// The routes of use cases that are values of the archive.
    private static let routes = Route.all.filter { route in UseCaseRegistry.all.contains { $0.name == route.name } }

    @Test("each use case has a way in; those whose bytes have routes of their own stand in DocumentRoutes")
    func complete() {
        let routed = Set(Route.all.map(\.name)).union(["ShowDocument", "SearchDocuments"])
        #expect(UseCaseRegistry.all.map(\.name).filter { !routed.contains($0) } == [])
        #expect(Set(Route.all.map { "\($0.method) \($0.path)" }).count == Route.all.count)
    }

    @Test("each route stands on the page /api and in docs/http.md, with the roles that may", arguments: [Tongue.chinese, .english])
    func described(_ tongue: Tongue) throws {
        let content = try ProgramsPage(tongue)
        let head = HTTPRequest(
            method: .get, scheme: nil, authority: nil, path: "/api", headerFields: [.acceptLanguage: tongue.rawValue])
        let viewer = Viewer(Request(head: head, body: .init(buffer: ByteBuffer())), nil)
        let page = try Pages(cookies: Cookies(areSecure: false)).text(.programs, "", content, for: viewer)
        let docs = try Checkout.text(of: "docs/http.md")
        let lines = Route.all.map { "\($0.method) /api/v1/\($0.path)" } + ProgramsPage.byHand.map { "\($0.method) /api/v1/\($0.path)" }
        #expect(lines.filter { !page.contains($0) } == [])
        #expect(lines.filter { !docs.contains("`\($0)`") } == [])
        #expect(page.contains(Role.customerService.text(tongue)))
    }

    @Test("is described in the file that /api/openapi.yaml gives, to whoever is signed in")
    func description() async throws {
        let world = try await World()
        let file = try Checkout.text(of: "schemas/openapi.yaml")
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/openapi.yaml", method: .get, headers: world.bearer)
            #expect(answer.status == .ok && answer.text == file, "run tools/openapi")
            #expect(try await client.execute(uri: "/api/openapi.yaml", method: .get).status == .unauthorized)
        }
    }

    @Test("gives what the archive's door gives: the same answer or the same refusal, and under one key one change", arguments: routes)
    func bothDoors(_ route: Route) async throws {
        let world = try await RoutedWorld()
        let kind = try #require(UseCaseRegistry.all.first { $0.name == route.name })
        let json = try world.json(kind)
        try await world.serving { client in
            let overHTTP = try await client.execute(try world.request(route, json))
            do {
                let direct = try await kind.perform(json, world.archive, world.actor, "k")
                #expect(overHTTP.status == route.status, "\(overHTTP.text)")
                if !route.mediaTypes.isEmpty {
                    let file = try JSONDecoder().decode(ExportedFile.self, from: direct)
                    #expect(overHTTP.body == ByteBuffer(bytes: file.bytes) && overHTTP.headers[.contentType] == file.format.mediaType)
                    return
                }
                var answer = try JSONSerialization.jsonObject(with: Data(overHTTP.text.utf8), options: .fragmentsAllowed)
                if route.isList { answer = try #require((answer as? [String: Any])?["items"]) }
                let expected = try JSONSerialization.jsonObject(with: direct, options: .fragmentsAllowed)
                #expect(Self.lasting(answer) == Self.lasting(expected))
            } catch let refusal as ArchiveError {
                #expect(try overHTTP.decoded(ProblemAnswer.self).code == refusal.code.rawValue, "\(overHTTP.text)")
            }
            #expect(try Self.isDescribed(overHTTP.status, of: route), "\(overHTTP.status) is not in the description")
            let stranger = try await client.execute(uri: "/api/v1/\(route.path.filter { !"{}".contains($0) })", method: route.method)
            #expect(try stranger.status == .unauthorized && Self.isDescribed(stranger.status, of: route))
        }
    }

    /// Whether the description says of a route that it answers so, and not only `default`.
    private static func isDescribed(_ status: HTTPResponse.Status, of route: Route) throws -> Bool {
        let ways = OpenAPI.withProblems(try OpenAPI.paths())["/api/v1/\(route.path)"]
        let operation = ways?[route.method.rawValue.lowercased()] as? [String: Any]
        return (operation?["responses"] as? [String: Any])?["\(status.code)"] != nil
    }

    @Test("calls only what is to be an identifier one, where a path leads to nothing")
    func unreadablePaths() async throws {
        let world = try await World()
        try await world.serving { client in
            for (method, path, body, isIdentifier) in [
                (HTTPRequest.Method.get, "documents/nothing/retention", nil, true), (.get, "dossiers/nothing", nil, true),
                (.post, "matters/nothing/close", #"{"reason": "已收讫"}"#, false),
            ] as [(HTTPRequest.Method, String, String?, Bool)] {
                var headers = world.bearer
                headers[.contentType] = "application/json"
                headers[.acceptLanguage] = "en"
                let answer = try await client.execute(
                    uri: "/api/v1/\(path)", method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
                #expect(answer.status == .notFound, "\(path): \(answer.text)")
                #expect(answer.text.contains("is no identifier") == isIdentifier, "\(path): \(answer.text)")
            }
        }
    }

    @Test("is refused to strangers before anything of it is read", arguments: Route.all)
    func strangers(_ route: Route) async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let path = route.path.replacing(/\{\w+\}/, with: "x")
            let answer = try await client.execute(uri: "/api/v1/\(path)", method: route.method, body: ByteBuffer(string: "{"))
            #expect(answer.status == .unauthorized, "\(answer.text)")
        }
    }

    /// An answer without what changes from moment to moment.
    private static func lasting(_ answer: Any) -> NSObject? {
        guard let object = answer as? [String: Any] else { return answer as? NSObject }
        return object.filter { !["freeBytes", "freeInodes"].contains($0.key) } as NSDictionary
    }
}

@Suite("What was read may have changed meanwhile")
struct MatchTests {
    @Test("If-Match with the ETag that was read lets the change through once; the second one gets 412 and changes nothing")
    func stale() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let shown = try await client.execute(uri: "/api/v1/documents/\(world.document)", method: .get, headers: world.bearer)
            var headers = world.bearer
            headers[.contentType] = "application/json"
            headers[.ifMatch] = shown.headers[.eTag]
            func edit(_ title: String) async throws -> HTTPAnswer {
                try await client.execute(
                    uri: "/api/v1/documents/\(world.document)", method: .patch, headers: headers,
                    body: ByteBuffer(string: #"{"words":{"title":"\#(title)"},"reason":"笔误"}"#))
            }
            let first = try await edit("新标题")
            #expect(first.status == .ok, "\(first.text)")
            #expect(first.headers[.eTag] != headers[.ifMatch])
            let second = try await edit("另一个")
            #expect(second.status == .preconditionFailed, "\(second.text)")
            let after = try await client.execute(uri: "/api/v1/documents/\(world.document)", method: .get, headers: world.bearer)
            #expect(after.text.contains("新标题"))
        }
    }

    @Test(
        "whatever changes a document can bear If-Match: stale, weak, several and any",
        arguments: Route.all.filter(\.takesMatch).filter(\.isChange))
    func everyChange(_ route: Route) async throws {
        let world = try await RoutedWorld()
        let json = try world.sample(of: route)
        try await world.serving { client in
            let shown = try await client.execute(uri: "/api/v1/documents/\(world.document)", method: .get, headers: world.bearer)
            let tag = try #require(shown.headers[.eTag])
            let before = try await world.events()
            for (match, status) in [("\"1\"", 412), ("W/\(tag)", 412), ("\"nonsense\"", 412), ("nonsense", 422), ("\"1\", \"2\"", 412)] {
                var request = try world.request(route, json)
                request.headers[.ifMatch] = match
                let answer = try await client.execute(request)
                #expect(Int(answer.status.code) == status, "\(match): \(answer.text)")
            }
            #expect(try await world.events() == before)
            for match in ["*", "\"1\", \(tag)"] {
                var request = try world.request(route, json)
                request.headers[.ifMatch] = match
                #expect(try await client.execute(request).status != .preconditionFailed, "\(match)")
            }
        }
    }

    @Test("where no document stands in the path, If-Match is refused rather than passed over; so are two keys, and a key for a secret")
    func inVain() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            var match = try world.post("/api/v1/parties", #"{"name":"客户"}"#)
            match.headers[.ifMatch] = "\"1\""
            var keys = try world.post("/api/v1/parties", #"{"name":"客户"}"#)
            keys.headers.append(HTTPField(name: key, value: "a"))
            keys.headers.append(HTTPField(name: key, value: "b"))
            var secret = try world.post("/api/v1/tokens", #"{"account":"王敏"}"#)
            secret.headers[key] = "a"
            var version = TestRequest(
                uri: "/api/v1/documents/\(world.document)/versions", method: .post, headers: Form.headers(world.world), body: nil)
            version.headers[.ifMatch] = "\"1\""
            version.body = String(buffer: Form(metadata: #"{"reason":"换"}"#).file("甲.txt", Array("乙".utf8)).body)
            let before = try await world.events()
            for (request, status) in [(match, 422), (keys, 422), (secret, 422), (version, 412)] {
                let answer = try await client.execute(request)
                #expect(Int(answer.status.code) == status, "\(answer.text)")
            }
            #expect(try await world.events() == before)
        }
    }

    @Test("R-5: a version asked for again under its key is answered as at first, though its If-Match is stale by then")
    func repeatedVersion() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let shown = try await client.execute(uri: "/api/v1/documents/\(world.document)", method: .get, headers: world.bearer)
            var headers = Form.headers(world.world)
            headers[.ifMatch] = shown.headers[.eTag]
            headers[try #require(HTTPField.Name("Idempotency-Key"))] = "k"
            let form = Form(metadata: #"{"reason":"换"}"#).file("甲.txt", Array("乙".utf8))
            for _ in 0..<2 {
                let made = try await client.execute(
                    uri: "/api/v1/documents/\(world.document)/versions", method: .post, headers: headers, body: form.body)
                #expect(made.status == .created, "\(made.text)")
            }
            let after = try await client.execute(uri: "/api/v1/documents/\(world.document)/versions", method: .get, headers: world.bearer)
            #expect(after.text.matches(of: /"number":/).count == 2)
        }
    }

    @Test("a new version is streamed in, keeps its reason, and a version that is not current any more is refused (R-6)")
    func versions() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            func post(_ metadata: String, _ text: String) async throws -> HTTPAnswer {
                let form = Form(metadata: metadata).file("甲.txt", Array(text.utf8))
                return try await client.execute(
                    uri: "/api/v1/documents/\(world.document)/versions", method: .post, headers: Form.headers(world.world), body: form.body)
            }
            let made = try await post(#"{"reason":"客户修订","kind":"signed","expected":1}"#, "第二版")
            #expect(made.status == .created, "\(made.text)")
            let late = try await post(#"{"reason":"客户修订","expected":1}"#, "第三版")
            #expect(late.status == .preconditionFailed, "\(late.text)")
            let noReason = try await post("{}", "第三版")
            #expect(noReason.status == .badRequest || noReason.status == .unprocessableContent, "\(noReason.text)")
            let file = try await client.execute(
                uri: "/api/v1/documents/\(world.document)/versions/2/files/%E7%94%B2.txt", method: .get, headers: world.bearer)
            #expect(file.text == "第二版")
        }
    }
}

@Suite("Secrets, the journal and verification over HTTP")
struct CallTests {
    @Test("a token that is given out signs in until it is taken back; passwords and links work as at the command line")
    func secrets() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let made = try await client.execute(
                try world.post("/api/v1/tokens", #"{"account":"陈国清","days":3}"#))
            #expect(made.status == .created, "\(made.text)")
            let token = try made.decoded(NewToken.self)
            let with: HTTPFields = [.authorization: "Bearer \(token.secret)"]
            #expect(try await client.execute(uri: "/api/v1/parties", method: .get, headers: with).status == .ok)
            #expect(try await client.execute(try world.post("/api/v1/tokens/\(token.id)/revoke", "{}")).status == .ok)
            #expect(try await client.execute(uri: "/api/v1/parties", method: .get, headers: with).status == .unauthorized)
            var password = try world.post("/api/v1/accounts/%E9%99%88%E5%9B%BD%E6%B8%85/password", #"{"password":"冷却塔-2026"}"#)
            password.method = .put
            #expect(try await client.execute(password).status == .ok)
            #expect(try await world.archive.account(named: "陈国清", password: "冷却塔-2026", from: nil).name == "陈国清")
            let link = try await client.execute(try world.post("/api/v1/accounts/%E9%99%88%E5%9B%BD%E6%B8%85/sign-in-link", "{}"))
            #expect(link.status == .created)
            #expect(link.text.contains("/sign-in?link="))
            #expect(
                try await client.execute(try world.post("/api/v1/tokens", #"{"account":"陈国清","days":4000}"#)).status
                    == .unprocessableContent)
        }
    }

    @Test("objects and journal are checked, and found whole; a checkpoint is the operator's to sign")
    func verification() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let objects = try await client.execute(try world.post("/api/v1/verify", "{}")).decoded(Verification.self)
            #expect(objects.documents == 2)
            #expect(objects.findings.isEmpty)
            let journal = try await client.execute(try world.post("/api/v1/log/verify", "{}"))
            #expect(journal.text == #"{"findings":[]}"#)
            let wrong = try await client.execute(try world.post("/api/v1/log/verify", #"{"checkpoint":"x"}"#))
            #expect(wrong.status == .unprocessableContent)
            #expect(try await client.execute(try world.post("/api/v1/log/checkpoints", "{}")).status == .forbidden)
        }
    }
}

extension Route: CustomTestStringConvertible {
    public var testDescription: String { "\(method) \(path)" }
}
