import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Testing

@testable import WebService

/// What every way in refuses, shown by walking through the table of routes.
@Suite("Law 9: each route refuses what cannot be, by a problem that names the member, and writes nothing", .timeLimit(.minutes(10)))
struct HostileRequestTests {
    private static let routes = Route.all.filter { route in
        !route.operation.row.roles.isEmpty && UseCaseRegistry.all.contains { $0.name == route.name }
    }
    private static let changes = routes.filter(\.isChange)

    /// Sends each request; none may be granted, fail in the service, or leave an event behind.
    private func refused(
        _ world: RoutedWorld, _ requests: [(name: String, request: TestRequest)], _ statuses: Set<Int>
    ) async throws {
        try await world.serving { client in
            let before = try await world.events()
            for (name, request) in requests {
                let answer = try await client.execute(request)
                #expect(statuses.contains(Int(answer.status.code)), "\(name): \(answer.status) \(answer.text)")
                #expect(answer.headers[.contentType] == "application/problem+json", "\(name)")
                let problem = try answer.decoded(ProblemAnswer.self)
                #expect(problem.detail != nil, "\(name) has no remedy: \(answer.text)")
                guard let member = name.firstMatch(of: /^(\w+) (too long|twice|of the wrong type)/)?.1 else { continue }
                #expect(problem.subject?.hasPrefix(member) == true, "\(name): \(answer.text)")
            }
            #expect(try await world.events() == before)
        }
    }

    @Test("members that it does not know, of the wrong type, twice; bodies that are no JSON, too deep or too long", arguments: routes)
    func badInput(_ route: Route) async throws {
        let world = try await RoutedWorld()
        let json = try world.sample(of: route)
        var request = try world.request(route, json)
        var requests: [(String, TestRequest)] = []
        if route.method == .get {
            request.uri += (request.uri.contains("?") ? "&" : "?") + "colour=blue"
            requests = [("unknown", request)]
        }
        for (name, body) in route.method == .get ? [] : try Self.spoilt(world.body(of: json, route)) {
            request.body = body
            requests.append((name, request))
        }
        // A text that is no identifier is one that nothing has.
        try await refused(world, requests, [400, 404, 413, 422])
    }

    @Test("identifiers of other kinds, with a slip, or of nobody", arguments: routes)
    func others(_ route: Route) async throws {
        let world = try await RoutedWorld()
        let members = try JSONSerialization.jsonObject(with: world.sample(of: route)) as? [String: Any] ?? [:]
        var requests: [(String, TestRequest)] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let text = value as? String, text.wholeMatch(of: /[A-Z](-[0-9A-Z]{4}){3}/) != nil else { continue }
            for other in ["\(AccountID.sample)", Self.nobodys(text), String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0"), "x"] {
                let json = try JSONSerialization.data(withJSONObject: members.merging([name: other]) { $1 })
                requests.append(("\(name): \(other)", try world.request(route, json)))
            }
        }
        try await refused(world, requests, [404, 422])
    }

    @Test("a key that was used for something else (R-5)", arguments: changes)
    func keys(_ route: Route) async throws {
        let world = try await RoutedWorld()
        let json = try world.sample(of: route)
        try await world.serving { client in
            let first = try await client.execute(try world.request(route, json))
            guard first.status.kind == .successful else { return }
            let before = try await world.events()
            var other = try world.post("/api/v1/parties", #"{"name":"另一个客户"}"#)
            if let key = HTTPField.Name("Idempotency-Key") { other.headers[key] = "k" }
            let answer = try await client.execute(other)
            #expect(answer.status == .conflict, "\(answer.text)")
            #expect(try answer.decoded(ProblemAnswer.self).code == "M109")
            #expect(try await world.events() == before)
        }
    }

    /// An identifier of the same kind that names nothing here.
    private static func nobodys(_ text: String) -> String {
        switch text.first {
        case "D": "\(DocumentID.random())"
        case "C": "\(DossierID.random())"
        case "H": "\(HoldID.random())"
        default: "\(PartyID.random())"
        }
    }

    /// The same body, spoilt in one way each.
    private static func spoilt(_ body: [String: Any]) throws -> [(String, String)] {
        var bodies: [(String, String)] = []
        func text(_ object: [String: Any]) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }
        bodies.append(("unknown", try text(body.merging(["colour": "blue"]) { first, _ in first })))
        bodies.append(("no JSON", "{\"a\":"))
        bodies.append(("no object", "[1]"))
        bodies.append(("two objects", "{}{}"))
        bodies.append(("too deep", "{\"a\":" + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}"))
        bodies.append(("too long", "{\"a\":\"" + String(repeating: "长", count: 1 << 20) + "\"}"))
        for (name, value) in body.sorted(by: { $0.key < $1.key }) {
            let wrong = value is [String: Any] ? ["x"] as Any : ["x": ["y"]] as Any
            bodies.append(("\(name) of the wrong type", try text(body.merging([name: wrong]) { $1 })))
            if value is String, name != "yaml" {
                for sign in ["\u{1B}[31m", "\u{202E}", "\u{0}"] {
                    bodies.append(("\(name) with a sign that moves others", try text(body.merging([name: "甲\(sign)乙"]) { $1 })))
                }
                bodies.append(("\(name) too long", try text(body.merging([name: String(repeating: "长", count: 100_000)]) { $1 })))
            }
            let whole = try text(body)
            bodies.append(("\(name) twice", "{\"\(name)\":0," + whole.dropFirst()))
        }
        return bodies
    }
}
