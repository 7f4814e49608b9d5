import Archive
import HTTPTypes
import Hummingbird
import Testing
import WebService

@Suite("Nobody gets in without saying who they are")
struct SigningTests {
    @Test(
        "all of the API asks for a token, and health does not",
        arguments: [
            "/api/v1/documents", "/api/v1/documents/D-7K3M-9QXT-2VHT", "/api/v1/documents/x/versions",
            "/api/v1/documents/x/versions/1/files/a",
        ])
    func token(_ uri: String) async throws {
        let world = try await World()
        try await world.serving { client in
            for headers in [[:], [.authorization: "Bearer wrong"]] as [HTTPFields] {
                let answer = try await client.execute(uri: uri, method: .get, headers: headers)
                #expect(answer.status == .unauthorized)
                #expect(answer.headers[.contentType] == "application/problem+json")
                #expect(answer.headers[.wwwAuthenticate] != nil)
            }
            let health = try await client.execute(uri: "/health", method: .get)
            #expect(health.status == .ok)
        }
    }

    @Test("looking at a one-time link leaves it; sending its form uses it up")
    func link() async throws {
        let world = try await World()
        let link = try world.archive.signInLink(for: world.account)
        try await world.serving { client in
            for _ in 0..<2 {
                let form = try await client.execute(uri: "/sign-in?link=\(link)", method: .get)
                #expect(form.status == .ok)
            }
            var statuses: [HTTPResponse.Status] = []
            for _ in 0..<2 {
                let answer = try await client.execute(
                    uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: ByteBuffer(string: "link=\(link)"))
                statuses.append(answer.status)
                guard statuses.count == 1, let cookie = answer.headers[.setCookie] else { continue }
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
                let page = try await client.execute(uri: "/", method: .get, headers: [.cookie: String(cookie.prefix { $0 != ";" })])
                #expect(page.status == .ok)
            }
            #expect(statuses == [.seeOther, .unauthorized])
        }
    }

    @Test("a page escapes what it shows, in both languages, and has no script")
    func escaped() async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract", "title": "<script>alert(1)</script>"}"#).file("a.pdf", [1])
        try await world.serving { client in
            _ = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            for language in ["zh-CN,zh;q=0.9", "en-GB"] {
                var headers = world.bearer
                headers[.acceptLanguage] = language
                let page = try await client.execute(uri: "/?q=%3Cscript%3E", method: .get, headers: headers)
                #expect(page.status == .ok)
                #expect(!page.text.contains("<script"))
                #expect(page.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
                #expect(page.header("X-Content-Type-Options") == "nosniff")
            }
        }
    }

    @Test("words that a browser's form joins with + are words")
    func plus() async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract", "title": "alpha beta"}"#).file("a.pdf", [1])
        try await world.serving { client in
            _ = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            for uri in ["/api/v1/documents?q=alpha+type%3Acontract", "/api/v1/documents?q=alpha%20type%3Acontract"] {
                let answer = try await client.execute(uri: uri, method: .get, headers: world.bearer).text
                #expect(answer.contains(#""total":1"#), "\(uri)")
            }
        }
    }

    @Test("forms may be sent by pages of ours: their referrer policy does not hide their origin")
    func referrer() async throws {
        let world = try await World()
        try await world.serving { client in
            // Under no-referrer, browsers send `Origin: null` with every form (Fetch, 3.2), which is refused as another site's.
            let policy = try await client.execute(uri: "/sign-in", method: .get).header("Referrer-Policy")
            #expect(policy != "no-referrer")
        }
    }

    @Test("behind TLS every cookie is Secure")
    func secureCookies() async throws {
        let world = try await World()
        let link = try world.archive.signInLink(for: world.account)
        var settings = ServiceSettings()
        settings.behindTLS = true
        try await world.serving(settings: settings) { client in
            let signedIn = try await client.execute(
                uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: "link=\(link)"))
            let language = try await client.execute(uri: "/language/en", method: .get)
            for answer in [signedIn, language] { #expect(answer.headers[.setCookie]?.contains("Secure") == true) }
        }
    }

    @Test("each answer bears the request's own name, and a problem repeats it")
    func requestName() async throws {
        let world = try await World()
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .get)
            let name = try #require(answer.header("X-Request-ID"))
            #expect(answer.text.contains("\"requestId\":\"\(name)\""))
            let other = try await client.execute(uri: "/health", method: .get)
            #expect(other.header("X-Request-ID") != name)
        }
    }
}
