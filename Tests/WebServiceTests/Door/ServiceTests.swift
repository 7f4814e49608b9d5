import Archive
import Disk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import SystemPackage
import Testing

/// A body of form data, as a browser would write it.
private func formData(_ parts: [(name: String, fileName: String?, content: String)], boundary: String = "x-y-z") -> ByteBuffer {
    var body = ByteBuffer()
    for part in parts {
        let name = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
        body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(name)\r\n\r\n\(part.content)\r\n")
    }
    body.writeString("--\(boundary)--\r\n")
    return body
}

@Suite("The HTTP service")
struct ServiceTests {
    private func problem(_ response: HTTPAnswer, _ status: HTTPResponse.Status) throws {
        #expect(response.status == status)
        #expect(response.headers[.contentType] == "application/problem+json")
        let body = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any]
        #expect(body?["status"] as? Int == status.code && body?["type"] is String && body?["title"] is String)
    }

    @Test("health needs nobody; everything else needs a token, and a wrong one is recorded")
    func signIn() async throws {
        let world = try await World()
        try await world.serving { client in
            try await client.execute(uri: "/health", method: .get) { #expect($0.status == .ok) }
            try await client.execute(uri: "/api/v1/documents?q=x", method: .get) { try problem($0, .unauthorized) }
            try await client.execute(uri: "/api/v1/documents", method: .get, headers: [.authorization: "Bearer mun_wrong"]) {
                try problem($0, .unauthorized)
            }
            try await client.execute(uri: "/", method: .get) { #expect($0.status == .seeOther) }
        }
    }

    @Test("a document is filed as form data and comes back byte for byte, also in part")
    func roundTrip() async throws {
        let world = try await World()
        try await world.serving { client in
            var headers = world.bearer
            headers[.contentType] = "multipart/form-data; boundary=x-y-z"
            let body = formData([
                ("metadata", nil, #"{"type": "合同", "title": "网上归档"}"#), ("file", "合同 (一).txt", "--x-y-\r\n--x-y-甲乙"),
                ("file", "附件.txt", "丙"),
            ])
            let id = try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: body) { response in
                #expect(response.status == .created)
                return try #require(response.headers[.location]?.split(separator: "/").last)
            }
            let name = try #require("合同 (一).txt".addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let address = "/api/v1/documents/\(id)/versions/1/files/\(name)"
            try await client.execute(uri: address, method: .get, headers: world.bearer) { response in
                #expect(String(buffer: response.body) == "--x-y-\r\n--x-y-甲乙")
                #expect(response.headers[.eTag] != nil && response.headers[.acceptRanges] == "bytes")
            }
            var part = world.bearer
            part[.range] = "bytes=2-4"
            try await client.execute(uri: address, method: .get, headers: part) { response in
                #expect(response.status == .partialContent && String(buffer: response.body) == "x-y")
                #expect(response.headers[.contentRange]?.hasPrefix("bytes 2-4/") == true)
            }
            part[.range] = "bytes=9999-"
            try await client.execute(uri: address, method: .get, headers: part) { #expect($0.status == .rangeNotSatisfiable) }
            try await client.execute(uri: "/api/v1/documents/\(id)", method: .get, headers: world.bearer) { #expect($0.status == .ok) }
            try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: body) { try problem($0, .conflict) }
        }
    }

    @Test("a body that is cut off, or without metadata first, is refused and leaves nothing", arguments: [40, 100, 150, 190])
    func cutOff(_ length: Int) async throws {
        let world = try await World()
        try await world.serving { client in
            var headers = world.bearer
            headers[.contentType] = "multipart/form-data; boundary=x-y-z"
            var body = formData([("metadata", nil, #"{"type": "contract"}"#), ("file", "a.txt", "内容内容内容内容")])
            let cut = body.readSlice(length: min(length, body.readableBytes - 1))
            try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: cut) {
                #expect($0.status.code >= 400 && $0.status.code < 500)
            }
            let wrongOrder = formData([("file", "a.txt", "内容"), ("metadata", nil, "{}")])
            try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: wrongOrder) {
                try problem($0, .badRequest)
            }
        }
        #expect(try await world.archive.ask(ShowStatistics(), as: .operator).counts.documents == 0)
        #expect(try Disk().list(world.folder.appending("storage").appending("staging")).isEmpty)
    }

    @Test("R-50: who may not see a 秘密 document finds no trace of it, and is not told that it is there")
    func secrets() async throws {
        let world = try await World(role: .customerService)
        let secret = try await world.file("秘密.txt", "甲", confidentiality: "secret")
        try await world.serving { client in
            let unknown = try await client.execute(uri: "/api/v1/documents/\(DocumentID.random())", method: .get, headers: world.bearer) {
                $0.status
            }
            try await client.execute(uri: "/api/v1/documents/\(secret.id)", method: .get, headers: world.bearer) {
                #expect($0.status == unknown)
            }
            try await client.execute(uri: "/api/v1/documents?q=%E7%A7%98%E5%AF%86", method: .get, headers: world.bearer) { response in
                #expect(String(buffer: response.body).contains("\"total\":0"))
            }
            try await client.execute(uri: "/api/v1/documents", method: .post, headers: world.bearer) { #expect($0.status.code >= 400) }
        }
    }

    @Test("pages escape what they show, and bear the headers that keep other sites out")
    func pages() async throws {
        let world = try await World()
        let document = try await world.file("a<b>.txt", "甲")
        try await world.serving { client in
            try await client.execute(uri: "/?q=%3Cscript%3Ealert(1)%3C/script%3E", method: .get, headers: world.bearer) { response in
                let text = String(buffer: response.body)
                #expect(response.status == .ok && !text.contains("<script") && text.contains("&lt;script&gt;"))
                for name in ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"] {
                    #expect(HTTPField.Name(name).flatMap { response.headers[$0] } != nil)
                }
            }
            try await client.execute(uri: "/documents/\(document.id)", method: .get, headers: world.bearer) { response in
                #expect(String(buffer: response.body).contains("a&lt;b&gt;.txt"))
            }
        }
    }

    @Test("R-6: If-Match guards also what is said of a document beside its metadata, and is refused where no document is named")
    func matchOfFacts() async throws {
        let world = try await World()
        let document = try await world.file("a.txt", "甲")
        let address = "/api/v1/documents/\(document.id)"
        try await world.serving { client in
            var headers = world.bearer
            headers[.contentType] = "application/json"
            headers[.ifMatch] = try await client.execute(uri: address, method: .get, headers: world.bearer) { $0.headers[.eTag] }
            func record(_ day: String) async throws -> HTTPResponse.Status {
                let body = ByteBuffer(string: "{\"name\": \"performed\", \"value\": \"\(day)\", \"reason\": \"核对\"}")
                return try await client.execute(uri: address + "/facts", method: .post, headers: headers, body: body).status
            }
            #expect(try await record("2026-01-01") == .ok)
            #expect(try await record("2026-02-01") == .preconditionFailed)
            headers[.ifMatch] = try await client.execute(uri: address, method: .get, headers: world.bearer) { $0.headers[.eTag] }
            #expect(try await record("2026-02-01") == .ok)
            headers[.contentType] = "multipart/form-data; boundary=x-y-z"
            let body = formData([("metadata", nil, #"{"type": "contract"}"#), ("file", "b.txt", "乙")])
            try await client.execute(uri: "/api/v1/documents", method: .post, headers: headers, body: body) {
                try problem($0, .unprocessableContent)
            }
        }
    }

    @Test("what nobody asked for in an address is refused, and nothing of a change is read from one")
    func strangersInAddress() async throws {
        let world = try await World(role: .administrator)
        try await world.serving { client in
            for (method, path) in [
                (HTTPRequest.Method.put, "accounts/陈国清/password?password=secret-in-a-log"), (.get, "tokens?cursor=WyJ4Il0="),
                (.get, "accounts?cursor="),
            ] {
                let uri = "/api/v1/" + (path.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "")
                let answer = try await client.execute(uri: uri, method: method, headers: world.bearer)
                #expect([400, 422].contains(answer.status.code), "\(path): \(answer.text)")
            }
        }
        let archivist = try await World()
        let other = try await archivist.file("a.txt", "甲")
        try await archivist.serving { client in
            for path in ["documents/\(other.id)?bogus=1", "documents/\(other.id)/versions?bogus=1"] {
                try await client.execute(uri: "/api/v1/\(path)", method: .get, headers: archivist.bearer) {
                    try problem($0, .unprocessableContent)
                }
            }
            let missing = try await client.execute(
                uri: "/api/v1/documents/\(other.id)/versions/0/files/a.txt", method: .get, headers: archivist.bearer)
            #expect(try missing.decoded(ProblemAnswer.self).code == "M202")
        }
    }
}
