import Foundation
import Testing

/// The ways of people who have duties of their own, each on an archive that is made for it.
@Suite("Pages of duties in a browser", .serialized, .timeLimit(.minutes(20)), .enabled(if: BrowserWalk.isHere, BrowserWalk.missing))
struct DutiesInBrowserTests {
    @Test("are good to use on the way", arguments: ["disposal", "redaction", "restricted", "packs"], BrowserWalk.Window.allCases)
    func way(_ way: String, _ window: BrowserWalk.Window) async throws {
        try await BrowserWalk.go(way, in: [window], on: way == "packs" ? try await Self.handover() : try await Self.office())
    }

    /// Two contracts whose time has come, and the people of a disposal.
    private static func office() async throws -> Program {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        for title in ["旧合同甲", "旧合同乙"] { _ = try await desks.due(title, title) }
        let personal = try await program.run(
            "file", try program.write("名单.txt", "身份证号"), "--type", "other", "--title", "客户名单", "--json")
        let document = try #require((personal.json["document"] as? [String: Any])?["id"] as? String)
        #expect(try await program.run("restriction", "set", document, "--reason", "目的已实现").exitCode == 0)
        for (name, _, _) in DisposalDesks.people {
            #expect(try await program.run(["account", "password", name], input: BrowserWalk.password + "\n").exitCode == 0)
        }
        return program
    }

    /// A pack that waits for somebody of customer service.
    private static func handover() async throws -> Program {
        let program = try await Program()
        for (name, role) in [(BrowserWalk.account, "archivist"), ("周客", "customer_service")] {
            try await program.run("account", "set", name, "--role", role)
            #expect(try await program.run(["account", "password", name], input: BrowserWalk.password + "\n").exitCode == 0)
        }
        let contract = try await program.made(
            "document", "file", try program.write("合同.txt", "供货合同"), "--type", "contract", "--title", "供货合同")
        let dossier = try await program.made(
            "dossier", "dossier", "open", "青禾广场空调安装", "--party", "榕城置业有限公司", "--template", "新装工程")
        try await program.run("dossier", "link", dossier, contract, "--home")
        let made = try await program.run("pack", "make", dossier, "--receiver", "客服", "--json").json["pack"] as? [String: Any]
        let pack = try #require(made?["id"] as? String)
        for item in made?["checklist"] as? [[String: Any]] ?? [] where item["state"] as? String == "missing" {
            let code = item["code"] as? String ?? ""
            let said = code == "drawings" ? ["--by", "2999-12-31", "--reason", "设计院未出图"] : ["--text", "见合同"]
            #expect(try await program.run(["pack", "fill", pack, code] + said).exitCode == 0)
        }
        let token = try await program.run("token", "create", BrowserWalk.account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let issued = try await program.run(["pack", "issue", pack, "--as", BrowserWalk.account], environment: ["MUNIMENT_TOKEN": token])
        #expect(issued.exitCode == 0, "\(issued.errors)")
        return program
    }
}
