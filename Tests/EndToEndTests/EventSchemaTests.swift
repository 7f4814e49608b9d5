import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("What the journal says is agreed with the outside")
struct EventSchemaTests {
    @Test("each event of a lively archive fits its schema in schemas/events")
    func events() async throws {
        let program = try await Program()
        let path = try program.write("a.txt", "内容")
        let id = try await program.file(
            path, "--number", "HT-2024-0013", "--party", "华为", "--amount", "128万", "--signed", "2024-03", "--expiry", "2026", "--handler",
            "陈",
            "--note", "备注", "--field", "份数=2", "--confidentiality", "secret", "--state", "in_force", "--key", "k1")
        for arguments in [
            ["version", id, try program.write("b.txt", "修订"), "--reason", "修订", "--kind", "signed"],
            ["edit", id, "--title", "新标题", "--reason", "笔误"], ["withdraw", id, "--reason", "误归档"],
            ["withdraw", id, "--reason", "查明", "--back"], ["number", "pattern", "HT{year}{seq:5}"], ["number", "reserve"],
            ["account", "set", "陈国清", "--role", "customer_service"], ["token", "create", "陈国清", "--days", "3"],
            ["get", id, "--output", "-"],
            ["search", "新标题"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        try await program.run(["account", "password", "陈国清"], input: "冷却塔-2026\n")
        try await program.run(["account", "list", "--as", "陈国清"], environment: ["MUNIMENT_PASSWORD": "wrong-password"])
        try await program.run(["account", "list", "--as", "陈国清"], environment: ["MUNIMENT_PASSWORD": "冷却塔-2026"])
        let met = try await check(program)
        #expect(met.count >= 15, "\(met)")
    }

    private func check(_ program: Program) async throws -> [Substring] {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let checkout = here.deletingLastPathComponent().deletingLastPathComponent()
        let script = here.appendingPathComponent("check_events.py").path
        let schemas = checkout.appendingPathComponent("schemas/events").path
        let result = try await run(
            .path(FilePath(checkout.appendingPathComponent(".build-tools/venv/bin/python3").path)),
            arguments: [script, schemas, program.root.appendingPathComponent("journal").path], output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        return result.standardOutput.split(separator: "\n")
    }
}
