import Foundation
import Samples
import Testing

@Suite("What can be done at one door can be done at the other, and comes to the same", .timeLimit(.minutes(20)))
struct BothDoorsTests {
    /// What stands in `schemas/openapi.yaml` and is no deed of the walk, with the reason.
    private static let elsewhere = [
        "GET /health": "is no use case",
        "GET /api/v1/documents/{document}/versions/{version}/files/{name}": "bytes: FilingTests",
        "GET /api/v1/packs/{pack}/file": "bytes: PackDayTests",
        "GET /api/v1/identifiers": "the commands that walk over all documents ask it within",
        "GET /api/v1/found": "classify --query asks it within",
        "GET /api/v1/due/export": "a file: ExportTests",
        "GET /api/v1/original-labels": "a file: OriginalDayTests",
        "GET /api/v1/transmittals/{transmittal}/form": "a file: TransmittalDayTests",
        "GET /api/v1/stocktake-list": "a file: OriginalDayTests",
        "GET /api/v1/dossier-transfer-list": "a file: OriginalDayTests",
        "POST /api/v1/documents/{document}/evidence": "has a signature of the moment: EvidenceTests",
        "GET /api/v1/log": "the events are compared at the end",
        "PUT /api/v1/accounts/{name}/password": "a command reads it from the standard input: AccountTests",
        "POST /api/v1/accounts/{name}/sign-in-link": "a command prints an address, the service a path: AccountTests",
        "GET /api/v1/tokens": "stand in the order of their names, which are drawn",
        "POST /api/v1/extraction/retry": "a service reads texts by itself, beside everything else",
    ]

    @Test("a deal from its quote to its close: every answer, every refusal, and in the end every event")
    func deal() async throws {
        async let atTerminal = Walk(.commandLine).deal()
        async let overHTTP = Walk(.service).deal()
        let (one, other) = (try await atTerminal, try await overHTTP)
        for (one, other) in zip(one.answers, other.answers) { #expect(one == other) }
        #expect(one.answers.count == other.answers.count)
        for (one, other) in zip(one.events, other.events) { #expect(one == other) }
        #expect(one.events.count == other.events.count)
        let missing = try Self.routes().filter { !one.routes.contains($0) && Self.elsewhere[$0] == nil }
        #expect(missing == [], "no deed of the walk goes there")
    }

    /// `GET /api/v1/holds`, as the description of the service names them.
    private static func routes() throws -> [String] {
        let yaml = try Checkout.text(of: "schemas/openapi.yaml")
        var (routes, path): ([String], Substring) = ([], "")
        for line in yaml.split(separator: "\n") {
            if let found = line.firstMatch(of: /^  (\/.*):$/) { path = found.1 }
            if !path.isEmpty, let found = line.firstMatch(of: /^    (get|post|put|patch):$/) {
                routes.append("\(found.1.uppercased()) \(path)")
            }
        }
        return routes
    }
}
