import Archive
import HTTPTypes
import Hummingbird
import Records
import Testing
import WebService

@Suite("Documents are filed over HTTP whole or not at all")
struct FilingTests {
    private static let metadata = #"{"type": "contract", "title": "售后服务合同"}"#

    @Test("201 names the document, and several files keep their order")
    func created() async throws {
        let world = try await World()
        let form = Form(metadata: Self.metadata).file("合同.pdf", Array("main".utf8)).file("附件.pdf", Array("second".utf8))
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status == .created)
            let location = try #require(answer.headers[.location])
            let shown = try await client.execute(uri: location, method: .get, headers: world.bearer).text
            let (first, second) = (shown.firstRange(of: "合同.pdf"), shown.firstRange(of: "附件.pdf"))
            #expect(first != nil && second != nil)
            if let first, let second { #expect(first.lowerBound < second.lowerBound) }
        }
    }

    @Test("the same bytes again are refused, and the document that has them is named (R-5)")
    func duplicate() async throws {
        let world = try await World()
        let form = Form(metadata: Self.metadata).file("合同.pdf", Array("same".utf8))
        try await world.serving { client in
            let first = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let second = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(second.status == .conflict)
            #expect(second.headers[.contentType] == "application/problem+json")
            let problem = try second.decoded(ProblemAnswer.self)
            #expect(problem.code == "M107")
            let id = try first.decoded(FiledAnswer.self).document.id
            #expect(problem.duplicates?.first?.id == id)
        }
    }

    @Test("the same request under the same key is carried out once (R-5)")
    func key() async throws {
        let world = try await World()
        let form = Form(metadata: Self.metadata).file("合同.pdf", Array("once".utf8))
        try await world.serving { client in
            var ids: Set<String> = []
            for _ in 0..<2 {
                let answer = try await client.execute(
                    uri: "/api/v1/documents", method: .post, headers: Form.headers(world, key: "k1"), body: form.body)
                #expect(answer.status == .created)
                ids.insert(try answer.decoded(FiledAnswer.self).document.id)
            }
            #expect(ids.count == 1)
        }
    }

    @Test("R-7: a withdrawn document leaves the list of identifiers, and is in it where that is asked for")
    func withdrawn() async throws {
        let world = try await World()
        let form = Form(metadata: Self.metadata).file("合同.pdf", Array("误归档".utf8))
        try await world.serving { client in
            let filed = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let id = try filed.decoded(FiledAnswer.self).document.id
            func isListed(_ query: String) async throws -> Bool {
                let answer = try await client.execute(uri: "/api/v1/identifiers" + query, method: .get, headers: world.bearer)
                #expect(answer.status == .ok)
                return answer.text.contains(id)
            }
            #expect(try await isListed(""))
            var headers = world.bearer
            headers[.contentType] = "application/json"
            let answer = try await client.execute(
                uri: "/api/v1/documents/\(id)/withdraw", method: .post, headers: headers, body: .init(string: #"{"reason": "误归档"}"#))
            #expect(answer.status == .ok)
            #expect(try await !isListed(""))
            #expect(try await isListed("?withdrawn=true"))
        }
    }

    @Test("content that looks like a boundary arrives as it is; seed 7, cut in every length")
    func nearBoundaries() async throws {
        let world = try await World()
        let near = ["\r\n--muniment-test-boundar", "\r\n--", "--muniment-test-boundary", "\r\r\n-", "\n--muniment-test-boundary--"]
        let content = Array(near.joined(separator: "x").utf8) + [13, 10, 45]
        let form = Form(metadata: Self.metadata).file("a.bin", content)
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let id = try answer.decoded(FiledAnswer.self).document.id
            let back = try await client.execute(uri: "/api/v1/documents/\(id)/versions/1/files/a.bin", method: .get, headers: world.bearer)
            #expect(Array(buffer: back.body) == content)
        }
    }

    @Test("a body cut off anywhere files nothing")
    func truncated() async throws {
        let world = try await World()
        let whole = Form(metadata: Self.metadata).file("合同.pdf", Array("content".utf8)).body
        try await world.serving { client in
            for length in stride(from: 0, to: whole.readableBytes - 4, by: 7) {
                let part = whole.getSlice(at: whole.readerIndex, length: length)
                let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: part)
                #expect((400..<500).contains(answer.status.code), "\(length) bytes: \(answer.status)")
            }
            let found = try await client.execute(uri: "/api/v1/documents", method: .get, headers: world.bearer)
            #expect(found.text.contains(#""total":0"#))
        }
    }

    @Test("a file before the metadata, another content type and wrong JSON are refused")
    func wrongForm() async throws {
        let world = try await World()
        var order = Form(metadata: Self.metadata).file("a.pdf", [1])
        order.parts.reverse()
        let json = Form(metadata: "{").file("a.pdf", [1])
        try await world.serving { [order] client in
            for form in [order, json] {
                let answer = try await client.execute(
                    uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
                #expect((400..<500).contains(answer.status.code))
            }
            var headers = world.bearer
            headers[.contentType] = "application/json"
            let other = try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: order.body)
            #expect(other.status == .unsupportedMediaType)
        }
    }

    @Test(
        "a member of the metadata that is not known, or of the wrong type, is refused by its name and files nothing",
        arguments: [
            (#"{"type": "contract", "titel": "合同"}"#, "titel"), (#"{"type": "contract", "fields": {"copies": 2}}"#, "fields.copies"),
        ])
    func unknownMember(_ metadata: String, _ member: String) async throws {
        let world = try await World()
        let form = Form(metadata: metadata).file("a.pdf", [1, 2, 3])
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status.code == 422 || answer.status.code == 400)
            #expect(answer.text.contains(member))
            let found = try await client.execute(uri: "/api/v1/documents", method: .get, headers: world.bearer)
            #expect(found.text.contains(#""total":0"#))
        }
    }

    @Test("a field of the form that is no file is refused by its name and files nothing")
    func fieldWithoutFile() async throws {
        let world = try await World()
        var form = Form(metadata: Self.metadata).file("a.pdf", [1, 2, 3])
        form.parts.append(("name=\"comment\"", Array("hello".utf8)))
        try await world.serving { [form] client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("comment"))
            let found = try await client.execute(uri: "/api/v1/documents", method: .get, headers: world.bearer)
            #expect(found.text.contains(#""total":0"#))
        }
    }

    @Test("parts that are left out, come twice or lack a file name are called what they are, with a remedy")
    func parts() async throws {
        let world = try await World()
        var twice = Form(metadata: Self.metadata).file("a.pdf", [1])
        twice.parts.append(("name=\"metadata\"", Array("{}".utf8)))
        var nameless = Form(metadata: Self.metadata)
        nameless.parts.append(("name=\"file\"", [1]))
        var late = Form(metadata: Self.metadata).file("a.pdf", [1])
        late.parts.reverse()
        let forms = [(twice, "两次"), (nameless, "filename"), (late, "第一个部分应是 metadata"), (Form(metadata: Self.metadata), "没有文件")]
        try await world.serving { client in
            for (form, words) in forms {
                let answer = try await client.execute(
                    uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
                #expect((400..<500).contains(answer.status.code) && answer.text.contains(words), "\(answer.text)")
                #expect(try answer.decoded(ProblemAnswer.self).detail != nil, "\(answer.text)")
            }
        }
    }

    @Test("whoever may not file is told so before any of the body is read")
    func rightsFirst() async throws {
        let world = try await World(role: .auditor)
        let headers = Form.headers(world)
        try await world.serving { client in
            // Not even form data: with the right to file it would be a bad request.
            let answer = try await client.execute(
                uri: "/api/v1/documents", method: .post, headers: headers, body: ByteBuffer(string: "no form data"))
            #expect(answer.status == .forbidden)
        }
    }

    @Test("a filing larger than the service takes is answered 413 and files nothing")
    func tooLarge() async throws {
        let world = try await World()
        let form = Form(metadata: Self.metadata).file("a.bin", Array(repeating: 7, count: 300_000))
        var settings = ServiceSettings()
        settings.largestBody = 100_000
        try await world.serving(settings: settings) { client in
            let answer = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            #expect(answer.status == .contentTooLarge)
        }
        let search = try await world.archive.ask(SearchDocuments(DocumentSearch(query: "")), as: .operator)
        #expect(search.total == 0)
    }
}
