import Foundation
import HTTPTypes
import Hummingbird
import Samples
import Testing

/// Whatever traps here takes the test's process with it.
@Suite("No value from outside ends the service")
struct HostileValueTests {
    private static let numbers = [
        "0", "1", "-1", "+1", "999999999", "1000000000", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "99999999999999999999", "１", "1e9", "NaN", "",
    ]

    @Test("as limit or offset, for programs and on pages", arguments: ["/", "/api/v1/documents"])
    func paging(_ path: String) async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract", "title": "alpha"}"#)
        try await world.serving { client in
            for number in ["1", "2", "3"] {
                _ = try await client.execute(
                    uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.file("a.bin", Array(number.utf8)).body
                )
            }
            for limit in Self.numbers {
                for offset in Self.numbers {
                    let uri = "\(path)?limit=\(Self.encoded(limit))&offset=\(Self.encoded(offset))"
                    let answer = try await client.execute(uri: uri, method: .get, headers: world.bearer)
                    #expect(answer.status == .ok || answer.status == .unprocessableContent, "\(uri): \(answer.status)")
                }
            }
        }
    }

    @Test("as version, identifier or name of a file", arguments: ["/documents", "/api/v1/documents"])
    func paths(_ path: String) async throws {
        let world = try await World()
        try await world.serving { client in
            for number in Self.numbers + ["%00", "%FF", "%", "%2F", "..", "%EF%BB%BF", "D-7K3M-9QXT-2VHT"] where !number.isEmpty {
                let part = number.hasPrefix("%") ? number : Self.encoded(number)
                for uri in [
                    "\(path)/\(part)", "\(path)/D-7K3M-9QXT-2VHT/versions/\(part)/files/a",
                    "\(path)/D-7K3M-9QXT-2VHT/versions/1/files/\(part)",
                ] {
                    let answer = try await client.execute(uri: uri, method: .get, headers: world.bearer)
                    #expect((400..<500).contains(answer.status.code), "\(uri): \(answer.status)")
                }
            }
        }
    }

    @Test("as a range of bytes")
    func ranges() async throws {
        let world = try await World()
        let form = Form(metadata: #"{"type": "contract"}"#).file("a.bin", Array("abcdefghij".utf8))
        try await world.serving { client in
            let filed = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: form.body)
            let uri = "/api/v1/documents/\(try filed.decoded(FiledAnswer.self).document.id)/versions/1/files/a.bin"
            for first in Self.numbers {
                for last in Self.numbers {
                    var headers = world.bearer
                    headers[.range] = "bytes=\(Self.encoded(first))-\(last)"
                    let answer = try await client.execute(uri: uri, method: .get, headers: headers)
                    #expect([200, 206, 416].contains(answer.status.code), "\(first)-\(last): \(answer.status)")
                }
            }
        }
    }

    @Test("as a query: fields, signs, numbers, dates and sums in any order", arguments: 1...6 as ClosedRange<UInt64>)
    func queries(_ seed: UInt64) async throws {
        let world = try await World()
        var random = SeededGenerator(seed: seed)
        let pieces =
            Self.numbers + [
                "签订:", "金额:", "到期:", "类型:", "signed:", "amount:", "filed:", ">=", "<", ">", "..", "~", "至", "近", "未来", "last", "天", "年",
                "个月", "周",
                "万", "亿", "九百万一亿一亿", "922337203.99亿", "9999-12-31", "0001-01-01", "0000", "99999", "36500", "半", "两", "\"", "-", "(", ")",
                " ", " ",
                "OR", "合同", "a", "\u{0}", "\u{FEFF}", "👩‍👩‍👧", "\u{301}", "￥", "元整", "去年", "今天",
            ]
        let queries =
            ["金额:九百万一亿一亿", "金额:922337203.99亿", "签订:99999", "签订:>9999-12-31", "签订:<0001-01-01", "签订:近36500周", "签订:未来36500年"]
            + (0..<150).map { _ in
                (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            }
        try await world.serving { client in
            for (index, query) in queries.enumerated() {
                let uri = (index.isMultiple(of: 2) ? "/?q=" : "/api/v1/documents?q=") + Self.encoded(query)
                let answer = try await client.execute(uri: uri, method: .get, headers: world.bearer)
                #expect(answer.status == .ok, "\(query): \(answer.status)")
            }
        }
    }

    private static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
