import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import SystemPackage
import Testing

@testable import WebService

/// A request of a test.
struct TestRequest: Sendable {
    var uri: String
    var method: HTTPRequest.Method
    var headers: HTTPFields
    var body: String?
}

extension Client {
    func execute(_ request: TestRequest) async throws -> HTTPAnswer {
        try await execute(
            uri: request.uri, method: request.method, headers: request.headers, body: request.body.map { ByteBuffer(string: $0) })
    }
}

/// An archive with two documents, a dossier and a party, and somebody who may do everything that an account may.
struct RoutedWorld: Sendable {
    let world: World
    let document: String
    private let names: [String: String]

    var archive: LocalArchive { world.archive }
    var bearer: HTTPFields { world.bearer }
    var actor: Actor { .account(world.account) }

    init() async throws {
        world = try await World()
        try await world.archive.carryOut(SetAccount(named: "陈国清", roles: Role.allCases, open: true), as: .operator)
        let (archive, actor) = (world.archive, Actor.account(world.account))
        let folder = world.folder
        func file(_ name: String, _ party: String?) async throws -> String {
            var words = MetadataWords()
            (words.type, words.title, words.party) = ("contract", name, party)
            let path = folder.appending("\(name).txt")
            try Data("\(name)的内容".utf8).write(to: URL(fileURLWithPath: path.string))
            let file = IncomingFile(name: try LocalArchive.fileName("\(name).txt"), role: .main, source: .path(path))
            return "\(try await archive.file(Filing(files: [file], words: words), by: actor).document.id)"
        }
        document = try await file("甲", "青禾置业")
        let other = try await file("乙", nil)
        let dossier = try await archive.carryOut(OpenDossier(title: "青禾广场", party: "青禾置业"), as: actor).id
        names = ["\(DocumentID.sample)": document, "\(DocumentID.other)": other, "\(DossierID.sample)": "\(dossier)", "陈国清": "王敏"]
    }

    /// A use case's sample about things of this archive.
    func json(_ kind: UseCaseKind) throws -> Data {
        Data(names.reduce(String(decoding: try kind.sample(), as: UTF8.self)) { $0.replacing($1.key, with: $1.value) }.utf8)
    }

    /// What a route's use case is shown with.
    func sample(of route: Route) throws -> Data { try json(try #require(UseCaseRegistry.all.first { $0.name == route.name })) }

    /// What of the members does not stand in the path.
    func body(of json: Data, _ route: Route) throws -> [String: Any] {
        let members = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
        return members.filter { !route.pathMembers.contains($0.key) }
    }

    /// The request that says what some JSON says.
    func request(_ route: Route, _ json: Data) throws -> TestRequest {
        let members = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
        var path = route.path
        for name in route.pathMembers { path = path.replacing("{\(name)}", with: try Self.word(members[name])) }
        let rest = try body(of: json, route)
        var request = TestRequest(uri: "/api/v1/\(path)", method: route.method, headers: bearer, body: nil)
        if route.method == .get {
            let query = try rest.map { "\($0.key)=\(try Self.word($0.value))" }.sorted().joined(separator: "&")
            if !query.isEmpty { request.uri += "?\(query)" }
        } else {
            request.headers[.contentType] = "application/json"
            if let key = HTTPField.Name("Idempotency-Key"), route.isChange { request.headers[key] = "k" }
            request.body = String(decoding: try JSONSerialization.data(withJSONObject: rest), as: UTF8.self)
        }
        return request
    }

    func post(_ uri: String, _ body: String) throws -> TestRequest {
        var headers = bearer
        headers[.contentType] = "application/json"
        return TestRequest(uri: uri, method: .post, headers: headers, body: body)
    }

    /// How many events there are.
    func events() async throws -> Int { try await archive.ask(ShowStatistics(), as: .operator).counts.events ?? -1 }

    func serving(_ test: @escaping @Sendable (Client) async throws -> Void) async throws {
        try await world.serving { try await test($0) }
    }

    /// A value as the query or the path writes it.
    private static func word(_ value: Any?) throws -> String {
        switch value {
        case nil: ""
        case let list as [Any]: try list.map { try word($0) }.joined(separator: ",")
        case let text as String: PercentText.encoded(text)
        case let value?:
            String(decoding: try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed), as: UTF8.self)
        }
    }
}
