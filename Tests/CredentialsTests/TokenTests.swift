import Disk
import Foundation
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("Tokens")
struct TokenTests {
    private let chen = AccountID.random()
    private let li = AccountID.random()

    @Test("A token opens its account, and only it")
    func opens() throws {
        let scratch = try Scratch()
        let first = try scratch.credentials.createToken(for: chen, at: minute(0))
        let second = try scratch.credentials.createToken(for: li, at: minute(0))
        #expect(try scratch.credentials.account(forToken: first.secret, at: minute(1)) == chen)
        #expect(try scratch.credentials.account(forToken: second.secret, at: minute(1)) == li)
        for wrong in ["", "mun_", first.id, first.secret + "x", String(first.secret.dropLast()), first.secret.uppercased()] {
            #expect(try scratch.credentials.account(forToken: wrong, at: minute(1)) == nil)
        }
    }

    @Test("It is 256 random bits behind a mark that scanners find, and only its digest is kept")
    func form() throws {
        let scratch = try Scratch()
        let secret = try scratch.credentials.createToken(for: chen, at: minute(0)).secret
        #expect(secret.hasPrefix("mun_") && secret.utf8.count == 47)
        #expect(try !scratch.text("tokens.json").contains(secret.dropFirst(4)))
        #expect(try scratch.text("tokens.json").contains(Secret.digest(of: secret)))
    }

    @Test("It ends when it expires, and for ever when it is revoked")
    func ends() throws {
        let scratch = try Scratch()
        let credentials = scratch.credentials
        let (id, secret) = try credentials.createToken(for: chen, at: minute(0), expires: minute(10))
        #expect(try credentials.account(forToken: secret, at: minute(9)) == chen)
        #expect(try credentials.account(forToken: secret, at: minute(10)) == nil)
        #expect(try credentials.revokeToken(id, at: minute(5))?.revoked == minute(5))
        #expect(try credentials.revokeToken(id, at: minute(6))?.revoked == minute(5))
        #expect(try credentials.account(forToken: secret, at: minute(7)) == nil)
        #expect(try credentials.revokeToken("t0", at: minute(7)) == nil)
        #expect(try credentials.tokens().map(\.id) == [id])
    }

    @Test("Tokens that ended long ago make room: however many were ever issued, another can be")
    func room() throws {
        let scratch = try Scratch()
        let lasting = try scratch.credentials.createToken(for: chen, at: minute(0))
        let short = try scratch.credentials.createToken(for: chen, at: minute(0), expires: minute(1))
        // As if a hundred thousand such had been issued.
        var content = try scratch.text("tokens.json")
        let start = try #require(content.range(of: "{\n      \"account\"", options: .backwards)).lowerBound
        let end = try #require(content.range(of: "}\n  ]", options: .backwards)).upperBound
        let record = String(content[start..<content.index(end, offsetBy: -4)])
        let copies = (0..<99_999).map { record.replacingOccurrences(of: short.id, with: "t\($0)") }
        content.replaceSubrange(start..<content.index(end, offsetBy: -4), with: copies.joined(separator: ","))
        let file = try Disk().openForWriting(scratch.home.appending("tokens.json"))
        try file.truncate(to: 0)
        try file.write(Array(content.utf8), at: 0)
        let credentials = scratch.credentials
        #expect(throws: CredentialsError.tooMany(scratch.home.appending("tokens.json"), most: 100_000)) {
            try credentials.createToken(for: li, at: minute(2))
        }
        let month: Int64 = 31 * 24 * 60
        let new = try credentials.createToken(for: li, at: minute(month))
        #expect(try credentials.tokens().map(\.id) == [lasting.id, new.id])
        #expect(try credentials.account(forToken: lasting.secret, at: minute(month)) == chen)
    }

    @Test("What another process changes is seen at once")
    func otherProcess() throws {
        let scratch = try Scratch()
        let (credentials, other) = (scratch.credentials, scratch.credentials)
        let first = try other.createToken(for: chen, at: minute(0))
        #expect(try credentials.account(forToken: first.secret, at: minute(1)) == chen)
        let second = try other.createToken(for: li, at: minute(1))
        #expect(try credentials.account(forToken: second.secret, at: minute(1)) == li)
        _ = try other.revokeToken(first.id, at: minute(2))
        #expect(try credentials.account(forToken: first.secret, at: minute(3)) == nil)
        try Disk().setMode(scratch.home.appending("tokens.json"), 0o644)
        #expect(throws: CredentialsError.exposed(scratch.home.appending("tokens.json"))) {
            try credentials.account(forToken: second.secret, at: minute(3))
        }
    }

    @Test("Folder and files are for their owner only, and refused when they are not")
    func modes() throws {
        let scratch = try Scratch()
        _ = try scratch.credentials.createToken(for: chen, at: minute(0))
        let disk = Disk()
        #expect(try disk.status(scratch.home)?.mode == 0o700)
        for name in try disk.list(scratch.home) { #expect(try disk.status(scratch.home.appending(name))?.mode == 0o600, "\(name)") }
        try disk.setMode(scratch.home.appending("tokens.json"), 0o640)
        #expect(throws: CredentialsError.exposed(scratch.home.appending("tokens.json"))) { try scratch.credentials.tokens() }
    }

    @Test("Many at once lose none")
    func concurrent() async throws {
        let scratch = try Scratch()
        let account = chen
        let secrets = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try scratch.credentials.createToken(for: account, at: minute(0)).secret } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(try scratch.credentials.tokens().count == 20)
        for secret in secrets { #expect(try scratch.credentials.account(forToken: secret, at: minute(1)) == account) }
    }

    @Test("A file that this program did not write is told, and stays", arguments: ["", "{}", "{\"format\":2,\"records\":[]}", "[1"])
    func damaged(content: String) throws {
        let scratch = try Scratch()
        _ = try scratch.credentials.createToken(for: chen, at: minute(0))
        let file = try Disk().openForWriting(scratch.home.appending("tokens.json"))
        try file.truncate(to: 0)
        try file.write(Array(content.utf8), at: 0)
        #expect(throws: CredentialsError.damaged(scratch.home.appending("tokens.json"))) {
            try scratch.credentials.createToken(for: chen, at: minute(1))
        }
        #expect(try scratch.text("tokens.json") == content)
    }
}
