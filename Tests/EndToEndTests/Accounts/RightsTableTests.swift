import Foundation
import Testing

/// The table of R-50 and R-51 as it stands in the requirements, walked on the built program through both doors.
@Suite(
    "R-50, R-51: each role gets of each kind of document what the table says, at the command line and over HTTP", .timeLimit(.minutes(20)))
struct RightsTableTests {
    private enum Kind: String, CaseIterable {
        case open, `internal`, secret, ownSecret, grantedSecret, closedClass
    }

    private static let everybody: Set<Kind> = [.open, .internal, .ownSecret, .grantedSecret]
    private static let sees: [String: Set<Kind>] = [
        "sales_assistant": everybody, "salesperson": everybody, "customer_service": everybody, "reviewer": everybody,
        "sales_manager": everybody.union([.secret]), "head": everybody.union([.secret]), "auditor": everybody.union([.secret]),
        "archivist": Set(Kind.allCases), "finance": everybody.union([.closedClass]), "administrator": [], "information_systems": [],
    ]
    private static let writers = ["sales_assistant", "archivist"]

    /// What is asked, as both doors say it, and the roles that may.
    private struct Asked: Sendable {
        let name: String
        let roles: [String]
        let arguments: @Sendable (String) -> [String]
        let request: @Sendable (String) -> (options: [String], path: String)
    }

    private static let asked: [Asked] = {
        let readers = sees.filter { !$0.value.isEmpty }.keys.sorted()
        @Sendable func sent(_ method: String, _ body: String) -> [String] {
            ["-X", method, "-H", "Content-Type: application/json", "-d", body]
        }
        return [
            Asked(name: "see", roles: readers, arguments: { ["show", $0] }, request: { ([], "documents/\($0)") }),
            Asked(
                name: "bytes", roles: readers, arguments: { ["get", $0, "--output", "-"] },
                request: { ([], "documents/\($0)/versions/1/files/%E6%96%87.txt") }),
            Asked(
                name: "edit", roles: writers, arguments: { ["edit", $0, "--note", "一改", "--reason", "更正"] },
                request: { (sent("PATCH", #"{"words": {"note": "再改"}, "reason": "更正"}"#), "documents/\($0)") }),
            Asked(
                name: "record facts", roles: writers + ["finance"],
                arguments: { ["fact", $0, "performed", "2011", "--reason", "更正"] },
                request: { (sent("POST", #"{"name": "performed", "value": "2012", "reason": "更正"}"#), "documents/\($0)/facts") }),
            Asked(
                name: "record accounting facts", roles: ["finance", "archivist"],
                arguments: { ["fact", $0, "会计年度", "2011", "--reason", "更正"] },
                request: { (sent("POST", #"{"name": "accountingYear", "value": "2012", "reason": "更正"}"#), "documents/\($0)/facts") }),
        ]
    }()

    @Test("what is not in it is refused, and what may not be seen is not there", arguments: sees.keys.sorted())
    func table(_ role: String) async throws {
        let program = try await Program()
        var documents: [Kind: String] = [:]
        for kind in Kind.allCases {
            var words = [
                "file", try program.write("文.txt", "凤凰台 \(kind.rawValue)"), "--type", "contract", "--title", kind.rawValue, "--json",
            ]
            words += ["--confidentiality", kind == .open ? "public" : kind == .internal || kind == .closedClass ? "internal" : "secret"]
            if kind == .ownSecret { words += ["--handler", "陈国清"] }
            let filed = try await program.run(words)
            documents[kind] = try #require((filed.json["document"] as? [String: Any])?["id"] as? String, "\(filed.errors)")
        }
        let scheme = try await program.run("scheme", "show", "--yaml").output.replacingOccurrences(
            of: "code: XS-CW, parent: XS,", with: "code: XS-CW, parent: XS, readers: [finance, archivist],")
        let closed = try #require(documents[.closedClass])
        for arguments in [
            ["scheme", "load", try program.write("方案.yaml", scheme)], ["classify", "XS-CW", closed],
            ["account", "set", "陈国清", "--role", role],
            ["grant", "give", "陈国清", "--document", documents[.grantedSecret] ?? "", "--until", "2999-12-31", "--reason", "审计"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        let token = try await program.run("token", "create", "陈国清").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program)
        for (kind, document) in documents {
            for asked in Self.asked {
                let expected = !asked.roles.contains(role) ? "M301" : Self.sees[role]?.contains(kind) == true ? "done" : "M201"
                let answer = try await program.run(
                    asked.arguments(document) + ["--as", "陈国清", "--json"], environment: ["MUNIMENT_TOKEN": token])
                #expect(
                    answer.error["code"] as? String ?? "done" == expected, "\(asked.name) \(kind) at the command line: \(answer.errors)")
                let request = asked.request(document)
                let (body, status) = try await service.curl(request.options + [service.url(request.path)], token)
                let code =
                    status < 400 ? "done" : (try? JSONSerialization.jsonObject(with: body) as? [String: Any])?["code"] as? String ?? ""
                #expect(code == expected, "\(asked.name) \(kind) over HTTP: \(status) \(String(decoding: body, as: UTF8.self))")
            }
        }
        try await service.stop()
    }
}
