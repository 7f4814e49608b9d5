import Archive
import HTTPTypes
import Hummingbird
import Mustache
import Records
import Testing
import Wording

@testable import WebService

@Suite("Templates")
struct TemplateTests {
    @Test("parse, each of them, and all but the frame are put into the frame")
    func parse() throws {
        let library = try Template.library.get()
        for template in Template.allCases {
            #expect(library.getTemplate(named: template.rawValue) != nil)
            #expect(template == .frame || template.text.hasPrefix("{{<frame}}"), "\(template)")
        }
    }

    @Test("call only words that there are, and each stands in one place")
    func words() {
        let names = Words.all.map { $0.rawValue }
        #expect(Set(names).count == names.count, "a word stands twice")
        for name in Template.allCases.flatMap({ $0.text.matches(of: /words\.(\w+)/).map { String($0.1) } }) {
            #expect(names.contains(name), "nobody has said what \(name) is")
        }
        for word in Words.all { #expect(!word.phrase.chinese.isEmpty && !word.phrase.english.isEmpty) }
    }

    @Test("put no value in as it is, and have no script and no style of their own")
    func plain() {
        for template in Template.allCases {
            #expect(!template.text.contains("{{{") && !template.text.contains("{{&"), "\(template)")
            #expect(template.text.firstMatch(of: /<script|<style|\sstyle=|\son[a-z]+=|javascript:/) == nil, "\(template)")
        }
    }
}

@Suite("Values of pages")
struct PageValueTests {
    @Test("a snippet is cut where its highlights begin and end; one that lies outside is left out")
    func segments() {
        let snippet = Snippet(source: "body", text: "甲𠀀乙<丙", highlights: [[1, 2], [0, 1], [4, 9]])
        #expect(
            Segment.all(of: snippet) == [
                Segment(text: "甲", isFound: false), Segment(text: "𠀀乙", isFound: true), Segment(text: "<丙", isFound: false),
            ])
        #expect(Segment.all(of: Snippet(source: "body", text: "", highlights: [])) == [])
    }

    @Test(
        "sizes are written as people read them",
        arguments: [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (37_738, "37.7 kB"), (999_960, "1.0 MB"), (8_589_934_592, "8.6 GB")])
    func sizes(_ bytes: Int64, _ text: String) { #expect(DocumentPage.File.size(bytes) == text) }
}

@Suite("Pages")
struct HTMLPageTests {
    private func page(_ uri: String, _ headers: HTTPFields, _ client: Client) async throws -> HTTPAnswer {
        try await client.execute(uri: uri, method: .get, headers: headers)
    }

    private func signIn(_ world: World, _ client: Client) async throws -> (answer: HTTPAnswer, cookies: HTTPFields) {
        let answer = try await client.execute(
            uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: "token=\(world.token)"))
        let given = answer.headers[values: .setCookie].compactMap { $0.split(separator: ";").first }.joined(separator: "; ")
        return (answer, [.cookie: given])
    }

    @Test("a value from outside stays in its attribute, also where a combining mark follows the quotation mark")
    func attribute() async throws {
        let world = try await World()
        try await world.serving { client in
            let answer = try await page("/?q=%22%CC%81%20autofocus%20x%3D%22", world.bearer, client)
            #expect(answer.text.contains("value=\"&quot;\u{301} autofocus x=&quot;\""))
        }
    }

    @Test("offer what the account may use; one who may not search begins elsewhere")
    func navigation() async throws {
        for (role, begins, search) in [(Role.archivist, "/", true), (.administrator, "/api", false)] {
            let world = try await World(role: role)
            try await world.serving { client in
                let (answer, cookies) = try await signIn(world, client)
                #expect(answer.headers[.location] == begins)
                let shown = try await page(begins, cookies, client)
                #expect(shown.status == .ok && shown.text.contains("陈国清") && shown.text.contains(role.phrase.chinese))
                #expect(shown.text.contains("<a href=\"/\" ") == search || shown.text.contains("<a href=\"/\">") == search)
            }
        }
    }

    @Test("say once what has happened, by a code of ours and no other word")
    func notices() async throws {
        let world = try await World()
        try await world.serving { client in
            let (_, cookies) = try await signIn(world, client)
            let first = try await page("/", cookies, client)
            #expect(first.text.contains(PageNotice.signedIn.phrase.chinese))
            #expect(first.headers[values: .setCookie].contains { $0.hasPrefix("muniment-notice=;") && $0.contains("Max-Age=0") })
            let made = try await page("/sign-in", [.cookie: "muniment-notice=Your+account+is+locked"], client)
            #expect(!made.text.contains("class=\"notice\"") && !made.text.contains("locked"))
            let left = try await client.execute(uri: "/sign-out", method: .post, headers: cookies)
            #expect(left.headers[values: .setCookie].contains { $0.hasPrefix("muniment-notice=signed-out") })
            let ended = try await page("/", cookies, client)
            #expect(ended.status == .seeOther)
            #expect(ended.headers[values: .setCookie].contains { $0.hasPrefix("muniment-notice=visit-ended") })
        }
    }

    @Test("that say what went wrong stand in the same frame, for the one who is signed in")
    func problem() async throws {
        let world = try await World()
        try await world.serving { client in
            for uri in ["/nowhere", "/documents/D-7K3M-9QXT-2VHT", "/documents/x", "/?sort=x"] {
                let answer = try await page(uri, world.bearer, client)
                #expect((400..<500).contains(answer.status.code) && answer.text.contains("陈国清"), "\(uri)")
                let request = try #require(answer.header("X-Request-ID"))
                #expect(answer.text.contains(request))
            }
            let stranger = try await page("/nowhere", [:], client)
            #expect(stranger.status == .notFound && !stranger.text.contains("action=\"/sign-out\""))
        }
    }

    @Test("come back to the same search in the other language, and never lead out of the service")
    func language() async throws {
        let world = try await World()
        try await world.serving { client in
            let address = "/?q=%E9%9D%92%E7%A6%BE&sort=newest"
            let link = try #require(try await page(address, world.bearer, client).text.firstMatch(of: /\/language\/en\?to=[^"]+/)).0
            let back = try await page(String(link), world.bearer, client)
            #expect(back.headers[.location] == address)
            for other in ["//elsewhere.example", "https://elsewhere.example", "/%5Celsewhere.example", "/%0D%0Ax:y", "", "%E4%B8%AD"] {
                let answer = try await page("/language/en?to=\(other)", world.bearer, client)
                #expect(answer.headers[.location] == "/", "\(other)")
            }
            let english = try await page("/", [.cookie: "muniment-lang=en", .authorization: "Bearer \(world.token)"], client)
            #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("Search"))
        }
    }

    @Test("without a document say what to do next: to those who file, and to those who read")
    func empty() async throws {
        for (role, advice) in [(Role.archivist, SearchWord.fileWithProgram), (.auditor, .askWhoFiles)] {
            let world = try await World(role: role)
            try await world.serving { client in
                let home = try await page("/", world.bearer, client)
                #expect(home.text.contains(SearchWord.noDocuments.phrase.chinese) && home.text.contains(advice.phrase.chinese))
                let search = try await page("/?q=zzzz", world.bearer, client)
                #expect(search.text.contains(SearchWord.fewerWords.phrase.chinese))
            }
        }
    }

    @Test("beyond the last hit lead back, and do not say that nothing was found")
    func beyond() async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract", "title": "青禾"}"#).file("a.pdf", [1])
        try await world.serving { client in
            _ = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let answer = try await page("/?offset=40", world.bearer, client)
            #expect(answer.text.contains(SearchWord.beyondEnd.phrase.chinese))
            #expect(!answer.text.contains(SearchWord.nothingFound.phrase.chinese))
        }
    }

    @Test("load files whose addresses change with their bytes", arguments: [Asset.style, .icon])
    func assets(_ asset: Asset) async throws {
        let world = try await World()
        try await world.serving { client in
            let shown = try await page("/sign-in", [:], client).text
            #expect(shown.contains("href=\"\(asset.address)\""))
            let answer = try await client.execute(uri: asset.address, method: .get)
            #expect(answer.header("Content-Type") == asset.type && Array(buffer: answer.body) == asset.bytes)
        }
    }
}
