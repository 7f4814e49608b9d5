import Disk
import Journal
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("Signing in")
struct SignInTests {
    private let chen = AccountID.random()
    private let li = AccountID.random()

    @Test("A link works once, within ten minutes, also after a restart")
    func links() throws {
        let scratch = try Scratch()
        let link = try scratch.credentials.links.create(for: chen, at: minute(0), by: li, since: 7)
        let late = try SignInLinks(home: scratch.home, disk: Disk()).create(for: li, at: minute(0), by: nil, since: 7)
        #expect(try !scratch.text("links.json").contains(link.dropFirst(8)))
        #expect(try scratch.credentials.links.redeem("munlink_wrong", at: minute(1))?.account == nil)
        #expect(try SignInLinks(home: scratch.home, disk: Disk()).redeem(link, at: minute(9))?.account == chen)
        #expect(try scratch.credentials.links.redeem(link, at: minute(9))?.account == nil)
        #expect(try scratch.credentials.links.redeem(late, at: minute(10))?.account == nil)
    }

    @Test("Of many who follow the same link at once one gets in")
    func race() async throws {
        let scratch = try Scratch()
        let link = try scratch.credentials.links.create(for: chen, at: minute(0), by: li, since: 7)
        let entries = try await withThrowingTaskGroup(of: AccountID?.self) { group in
            for _ in 0..<10 { group.addTask { try scratch.credentials.links.redeem(link, at: minute(1))?.account } }
            return try await group.reduce(into: 0) { if $1 != nil { $0 += 1 } }
        }
        #expect(entries == 1)
    }

    @Test("A password opens its account, however its signs were composed; nothing else does, and another can be set")
    func passwords() throws {
        let scratch = try Scratch()
        let credentials = scratch.credentials
        try credentials.setPassword("正确的密码é", for: chen)
        #expect(try credentials.checkPassword("正确的密码e\u{301}", for: chen))
        #expect(try !credentials.checkPassword("正确的密码e", for: chen))
        #expect(try !credentials.checkPassword("正确的密码é", for: li))
        #expect(try !scratch.text("passwords.json").contains("正确"))
        try credentials.setPassword("another one", for: chen)
        #expect(try !credentials.checkPassword("正确的密码é", for: chen))
        #expect(try credentials.checkPassword("another one", for: chen))
        for refused in ["", "1234567", String(repeating: "a", count: 1025)] {
            #expect(throws: CredentialsError.passwordRefused) { try credentials.setPassword(refused, for: chen) }
        }
    }

    @Test("The signing key is made once, its public half pinned, and a lost or exchanged key is told")
    func signingKey() throws {
        let scratch = try Scratch()
        let credentials = scratch.credentials
        #expect(try credentials.pinnedKey() == nil)
        let key = try credentials.signer(origin: "muniment.archive/test").verifier
        #expect(try scratch.credentials.signer(origin: "muniment.archive/test").verifier == key)
        #expect(try credentials.pinnedKey() == key)
        #expect(try scratch.text("signing-key.pub") == "\(key)\n")
        #expect(throws: CredentialsError.keysDiffer(scratch.home.appending("signing-key.pub"))) {
            try credentials.signer(origin: "muniment.archive/other")
        }
        try Disk().removeFile(scratch.home.appending("signing-key"))
        #expect(throws: CredentialsError.noSigningKey(scratch.home.appending("signing-key"))) {
            try credentials.signer(origin: "muniment.archive/test")
        }
        #expect(try credentials.pinnedKey() == key)
    }

    @Test("The folder is the one that the environment names")
    func environment() {
        #expect(Credentials.home(ofArchive: "x", environment: ["MUNIMENT_HOME": "/a", "HOME": "/b"]) == "/a")
        #expect(Credentials.home(ofArchive: "x", environment: ["XDG_DATA_HOME": "/c", "HOME": "/b"]) == "/c/muniment/x")
        #expect(Credentials.home(ofArchive: "x", environment: ["HOME": "/b"]) == "/b/.local/share/muniment/x")
        #expect(Credentials.home(ofArchive: "x", environment: [:]) == nil)
    }
}
