import Archive
import Disk
import HTTPTypes
import Hummingbird
import Logging
import SystemPackage
import Testing

@testable import WebService

@Suite("Whoever tries passwords keeps nobody else waiting")
struct PasswordTests {
    @Test("while many wrong passwords are tried, searches are answered; who comes too many is told to come again")
    func strangers() async throws {
        let world = try await World()
        // As if the password that is tried took for ever: nobody in any process gets on while this is held.
        let lock = try Disk().lock(world.folder.appending("home").appending("scrypt.lock"), wait: true)
        try await world.serving { client in
            try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
                for number in 0..<40 { group.addTask { try await Self.signIn("stranger \(number)", client) } }
                for _ in 0..<30 {
                    let refused = try #require(try await group.next())
                    #expect(refused.status == .tooManyRequests && Int(refused.headers[.retryAfter] ?? "") != nil)
                }
                for _ in 0..<20 {
                    let found = try await client.execute(uri: "/api/v1/documents?q=x", method: .get, headers: world.bearer)
                    #expect(found.status == .ok)
                }
                lock?.release()
                for try await answer in group { #expect(answer.status == .unauthorized || answer.status == .tooManyRequests) }
            }
        }
    }

    private static func signIn(_ name: String, _ client: Client) async throws -> HTTPAnswer {
        let name = name.replacing(" ", with: "+")
        return try await client.execute(
            uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: "name=\(name)&password=wrong-password"))
    }
}

@Suite("Tries are counted by the network they come from")
struct NetworkNameTests {
    @Test(
        "of an IPv6 address the second half is the caller's to choose",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2::1", "20010db800010002"), ("2001:db8:1:2:ffff::9", "20010db800010002"),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("::1", "::1"), ("unknown", "unknown"),
        ])
    func names(_ address: String, _ name: String) { #expect(NetworkName.of(address) == name) }
}
