import Archive
import HTTPTypes
import Hummingbird
import Records
import Testing

@Suite("A visit ends with what it rests on")
struct VisitTests {
    /// Signs in on a page and answers the cookie.
    private static func begin(_ form: String, _ client: Client) async throws -> HTTPFields {
        let answer = try await client.execute(
            uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: ByteBuffer(string: form))
        #expect(answer.status == .seeOther)
        return [.cookie: String(try #require(answer.headers[.setCookie]).prefix { $0 != ";" })]
    }

    private static func status(_ cookie: HTTPFields, _ client: Client) async throws -> HTTPResponse.Status {
        try await client.execute(uri: "/api/v1/documents", method: .get, headers: cookie).status
    }

    @Test("when its token is revoked; another visit goes on")
    func revoked() async throws {
        let world = try await World()
        let other = try await world.archive.issueToken(for: "陈国清", days: 1, by: .operator)
        try await world.serving { client in
            let ended = try await Self.begin("token=\(other.secret)", client)
            let other = (other.id, try await Self.begin("token=\(world.token)", client))
            #expect(try await Self.status(ended, client) == .ok)
            try await world.archive.revokeToken(other.0, by: .operator)
            #expect(try await Self.status(ended, client) == .unauthorized)
            #expect(try await Self.status(other.1, client) == .ok)
        }
    }

    @Test("when the account has another password, however it was begun; a new visit is begun with the new one")
    func password() async throws {
        let world = try await World()
        try await world.archive.setPassword("first-password", for: "陈国清", by: .operator)
        let link = try world.archive.signInLink(for: world.account)
        try await world.serving { client in
            let name = "%E9%99%88%E5%9B%BD%E6%B8%85"
            let visits = [
                try await Self.begin("name=\(name)&password=first-password", client), try await Self.begin("link=\(link)", client),
                try await Self.begin("token=\(world.token)", client),
            ]
            for visit in visits { #expect(try await Self.status(visit, client) == .ok) }
            try await world.archive.setPassword("second-password", for: "陈国清", by: .operator)
            for visit in visits { #expect(try await Self.status(visit, client) == .unauthorized) }
            let again = try await Self.begin("name=\(name)&password=second-password", client)
            #expect(try await Self.status(again, client) == .ok)
        }
    }

    @Test("a link, and its visit, end with the account's password, and with password, tokens and account of whoever made it")
    func links() async throws {
        let changes: [@Sendable (World) async throws -> Void] = [
            { try await $0.archive.setPassword("another-password", for: "陈国清", by: .operator) },
            { try await $0.archive.setPassword("another-password", for: "管理员", by: .operator) },
            { world in
                let token = try await world.archive.issueToken(for: "管理员", days: 1, by: .operator)
                try await world.archive.revokeToken(token.id, by: .operator)
            },
            { _ = try await $0.archive.carryOut(SetAccount(named: "管理员", roles: [.administrator], open: false), as: .operator) },
        ]
        for change in changes {
            let world = try await World()
            let set = SetAccount(named: "管理员", roles: [.administrator], open: true)
            let maker = try await world.archive.carryOut(set, as: .operator).id
            let (first, second) = (
                try await world.archive.signInLink(for: "陈国清", by: .account(maker)),
                try await world.archive.signInLink(for: "陈国清", by: .account(maker))
            )
            try await world.serving { client in
                let visit = try await Self.begin("link=\(first)", client)
                #expect(try await Self.status(visit, client) == .ok)
                try await change(world)
                #expect(try await Self.status(visit, client) == .unauthorized)
                let refused = try await client.execute(
                    uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: ByteBuffer(string: "link=\(second)"))
                #expect(refused.status == .unauthorized)
            }
        }
    }

    @Test("when the account is closed, and stays ended when it is opened again")
    func closed() async throws {
        let world = try await World()
        try await world.serving { client in
            let visit = try await Self.begin("token=\(world.token)", client)
            _ = try await world.archive.carryOut(SetAccount(named: "陈国清", roles: [.archivist], open: false), as: .operator)
            #expect(try await Self.status(visit, client) == .unauthorized)
            _ = try await world.archive.carryOut(SetAccount(named: "陈国清", roles: [.archivist], open: true), as: .operator)
            #expect(try await Self.status(visit, client) == .unauthorized)
        }
    }

    @Test("and has the account's roles of the moment")
    func roles() async throws {
        let world = try await World()
        try await world.serving { client in
            let visit = try await Self.begin("token=\(world.token)", client)
            #expect(try await Self.status(visit, client) == .ok)
            _ = try await world.archive.carryOut(SetAccount(named: "陈国清", roles: [], open: true), as: .operator)
            #expect(try await Self.status(visit, client) == .forbidden)
            _ = try await world.archive.carryOut(SetAccount(named: "陈国清", roles: [.archivist], open: true), as: .operator)
            #expect(try await Self.status(visit, client) == .ok)
        }
    }
}
