import Foundation
import Samples
import Testing

@Suite("R-23 to R-26: a handover, at the command line", .timeLimit(.minutes(20)))
struct PackDayTests {
    @Test("the pack is put together, issued, sent back in part, issued anew and signed for; its file is a bag that others check")
    func day() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        try await program.run("account", "set", "周客", "--role", "customer_service")
        let token = try await program.run("token", "create", "周客").output.trimmingCharacters(in: .whitespacesAndNewlines)
        func client(_ arguments: String...) async throws -> Program.Answer {
            try await program.run(["pack"] + arguments + ["--as", "周客", "--json"], environment: ["MUNIMENT_TOKEN": token])
        }
        let dossier = try await program.made("dossier", "dossier", "open", "青禾广场: 一期?", "--party", "青禾置业", "--template", "新装工程")
        let contract = try await program.made(
            "document", "file", try program.write("合同 50%.txt", "供货合同"), "--type", "contract", "--title", "供货合同", "--number", "HT-1")
        try await program.run("dossier", "link", dossier, contract, "--home")
        let made = try await desks.done("陈国清", "pack", "pack", "make", dossier, "--receiver", "客服")
        let pack = try #require(made["id"] as? String)
        #expect(try await desks.run("陈国清", "pack", "issue", pack).exitCode == 65)
        for item in (made["checklist"] as? [[String: Any]]) ?? [] where item["state"] as? String == "missing" {
            try await desks.done("陈国清", "pack", "pack", "fill", pack, item["code"] as? String ?? "", "--text", "见合同")
        }
        try await desks.done("陈国清", "pack", "pack", "issue", pack, "--participants", "工程部")
        #expect(try await client("sign", pack, "--reject", "没有=x").exitCode == 65)
        #expect(try await client("sign", pack, "--reject", "双方联系人=电话有误").exitCode == 0)
        try await desks.done("陈国清", "pack", "pack", "fill", pack, "contacts", "--text", "林工 0591-1")
        try await desks.done("陈国清", "pack", "pack", "issue", pack)
        let next = try await program.run(["next", "--as", "周客", "--json"], environment: ["MUNIMENT_TOKEN": token])
        #expect(next.output.contains("take_over") && next.output.contains(pack))
        #expect(try await client("sign", pack).exitCode == 0)
        let old = try await program.run("pack", "show", pack, "--edition", "1")
        #expect(old.output.contains("已有第 2 版"), "\(old.output)")

        let file = program.folder.appendingPathComponent("交底.zip")
        #expect(try await client("export", pack, "--output", file.path, "--to", "客服").exitCode == 0)
        #expect(try await client("export", pack, "--output", file.path).exitCode == 73, "it is there already")
        let folder = program.folder.appendingPathComponent("bag")
        let unpacked = try await program.run(["-q", file.path, "-d", folder.path], by: "/usr/bin/unzip")
        #expect(unpacked.exitCode == 0, "\(unpacked.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let bag = folder.appendingPathComponent(try #require(names.first))
        #expect(names == ["交底资料-青禾广场_ 一期_-\(pack)-第 2 版"])
        let checking = """
            import bagit, json, jsonschema, sys
            bag = bagit.Bag(sys.argv[1])
            bag.validate()
            record = json.load(open(sys.argv[1] + "/data/pack.json"))
            jsonschema.validate(record, json.load(open(sys.argv[1] + "/data/pack.schema.json")))
            print(bag.version, record["edition"], record["checklist"][0]["documents"][0]["files"][0]["path"])
            """
        let checked = try await program.run(
            ["-c", checking, bag.path], by: Checkout.file(".build-tools/venv/bin/python3").path)
        #expect(checked.exitCode == 0, "\(checked.errors)")
        #expect(checked.output.hasPrefix("1.0 2 data/documents/01-合同/HT-1_v1/合同 50_.txt"), "\(checked.output)")
        let sheet = try await program.run(
            [bag.appendingPathComponent("data/销售交底单.pdf").path, "-"], by: "/usr/bin/pdftotext")
        #expect(sheet.output.contains("销售交底单") && sheet.output.contains("林工 0591-1") && sheet.output.contains("交底人"), "\(sheet.output)")
        let page = try String(contentsOf: bag.appendingPathComponent("data/index.html"), encoding: .utf8)
        #expect(page.contains("documents/01-%E5%90%88%E5%90%8C/HT-1_v1/") && page.contains("周客"))
        try Data("改过".utf8).write(to: bag.appendingPathComponent("data/documents/01-合同/HT-1_v1/合同 50_.txt"))
        let changed = try await program.run(
            ["-c", checking, bag.path], by: Checkout.file(".build-tools/venv/bin/python3").path)
        #expect(changed.exitCode != 0)
    }
}
