import Foundation
import Samples
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
            ["search", "新标题"], ["verify", "--due"], ["evidence", id, "--output", "-"],
            ["due", "--output", program.folder.appendingPathComponent("到期.csv").path],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        // Before holds are placed on whole classes.
        try await disposals(program)
        try await deals(program, id)
        try await program.run(["account", "password", "陈国清"], input: "冷却塔-2026\n")
        try await program.run(["account", "list", "--as", "陈国清"], environment: ["MUNIMENT_PASSWORD": "wrong-password"])
        try await program.run(["account", "list", "--as", "陈国清"], environment: ["MUNIMENT_PASSWORD": "冷却塔-2026"])
        let last = try await program.file(try program.write("个人.txt", "个人"))
        for arguments in [
            ["restriction", "set", last, "--reason", "目的已实现"], ["restriction", "open", last, "--reason", "来函"],
            ["restriction", "lift", last, "--reason", "取得同意"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        for arguments in [["backup", "backup"], ["restore", "backup", "restored"]] {
            #expect(try await program.run(arguments).exitCode == 0, "\(arguments)")
        }
        let met = try await check(program, program.folder.appendingPathComponent("restored"))
        #expect(met.count >= 30, "\(met)")
    }

    private func deals(_ program: Program, _ id: String) async throws {
        let other = try await program.file(try program.write("c.txt", "补充协议"), "--class", "XS-HT-YB")
        let dossier = try await program.made("dossier", "dossier", "open", "青禾广场", "--party", "华为")
        try await program.run("party", "register", "青禾置业")
        let site = try await program.made("site", "party", "site", "青禾置业", "坂田基地", "--address", "深圳市龙岗区")
        for arguments in [
            [
                "party", "edit", "青禾置业", "--name", "青禾商业", "--short", "青禾", "--code", "credit=914403001922038216", "--contact", "任工",
                "--phone", "0755-1",
            ]
                + ["--credit-limit", "100万", "--grade", "A", "--note", "重点客户", "--reason", "核对执照"],
            ["party", "register", "青禾另记"], ["party", "merge", "青禾另记", "--into", "青禾", "--reason", "同一公司"],
            ["party", "part", "青禾另记", "--reason", "误合并"], ["party", "edit-site", site, "--note", "二号门", "--reason", "踏勘"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        let hold = try await program.made("hold", "hold", "place", "--frozen", "编号:HT-2024-0013", "--reason", "诉讼", "--authority", "法院")
        for scope in [["--document", id], ["--dossier", dossier], ["--party", "华为"], ["--class", "XS-HT"], ["--standing", "编号:HT"]] {
            #expect(try await program.run(["hold", "place"] + scope + ["--reason", "诉讼", "--authority", "法院"]).exitCode == 0, "\(scope)")
        }
        let opened = try await program.run("matter", "open", id, "claim", "--note", "尾款 12,000.00 未付", "--json").json["matter"]
        let matter = try #require((opened as? [String: Any])?["number"] as? Int)
        for arguments in [
            ["dossier", "link", dossier, id, other, "--home"], ["dossier", "unlink", dossier, other, "--reason", "误归"],
            ["dossier", "lead", dossier, id], ["dossier", "lead", dossier, "none"], ["own-rule", other, "XS-HT-ZY", "--reason", "集团要求"],
            ["dossier", "close", dossier, "--on", "2026-01", "--reason", "质保期满"], ["dossier", "reopen", dossier, "--reason", "返修"],
            ["relate", other, "amends", id], ["relate", other, "amends", id, "--remove", "--reason", "误关联"],
            ["classify", "XS-HT-YB", id], ["classify", "XS-HT-ZY", other, "--reason", "框架协议"],
            ["fact", id, "performed", "2025-05", "--evidence", other], ["matter", "settle", "\(matter)", "--reason", "已付清"],
            ["hold", "lift", hold, "--reason", "结案", "--authority", "法院"],
            ["account", "set", "审计", "--role", "salesperson", "--department", "审计部"],
            ["grant", "give", "审计", "--document", id, "--until", "2999-12-31", "--reason", "审计"], ["grant", "end", "1", "--reason", "结束"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
    }

    private func disposals(_ program: Program) async throws {
        let desks = try await DisposalDesks(program)
        for name in ["甲", "乙", "丙"] { _ = try await desks.due(name, name, "--number", "旧-\(name)", "--key", "旧\(name)") }
        try await desks.done("王总", "delegation", "disposal", "delegate", "赵财", "--until", "2999-12-31", "--reason", "出差")
        try await desks.done("王总", "delegation", "disposal", "undelegate", "1", "--reason", "已返回")
        try await desks.done(
            "王总", "duties", "disposal", "set-duties", "others", "--appraiser", "archivist", "--post", "archive_handler", "--reason", "制度")
        let given = try await desks.done("陈国清", "batch", "disposal", "propose", "--by", DisposalDesks.today, "--reason", "期满")
        let first = try #require(given["id"] as? String)
        try await desks.done("李档", "batch", "disposal", "cancel", first, "--reason", "清册有误")
        let invoice = try await desks.due("票", "票")
        for arguments in [["fact", invoice, "accountingYear", "2010"], ["classify", "XS-CW-QT", invoice, "--reason", "会计资料"]] {
            #expect(try await program.run(arguments).exitCode == 0)
        }
        let accounts = try await desks.done(
            "赵财", "batch", "disposal", "propose", "--by", DisposalDesks.today, "--reason", "期满", "--class", "XS-CW-QT")
        let accounting = try #require(accounts["id"] as? String)
        try await desks.done("李档", "batch", "disposal", "vacant", accounting, "--post", "archive_handler", "--reason", "未设")
        try await desks.done("李档", "batch", "disposal", "cancel", accounting, "--reason", "清册有误")
        #expect(try await program.run("hold", "place", "--document", invoice, "--reason", "诉讼", "--authority", "法院").exitCode == 0)
        let batch = try await desks.ready()
        let items = try await desks.done("李档", "batch", "disposal", "show", batch)["items"] as? [[String: Any]] ?? []
        let held = try #require(items.first?["document"] as? String)
        #expect(try await program.run("hold", "place", "--document", held, "--reason", "诉讼", "--authority", "法院").exitCode == 0)
        try await desks.done("李档", "", "disposal", "execute", batch)
        try await desks.done("赵财", "batch", "disposal", "confirm", batch, "--date", DisposalDesks.today, "--paper", "2")
        let folder = program.folder.appendingPathComponent("papers").path
        try await desks.done("李档", "batch", "disposal", "certify", batch, "--output", folder)
        let kept = try await desks.due("丁", "丁")
        let other = try await desks.done("陈国清", "batch", "disposal", "propose", "--by", DisposalDesks.today, "--reason", "期满")
        let last = try #require(other["id"] as? String)
        let judged = try await desks.done(
            "李档", "batch", "disposal", "appraise", last, "--item", "\(kept)=extend:3", "--opinion", "再留三年")
        let digest = try #require(judged["digest"] as? String)
        try await desks.done("李档", "batch", "disposal", "sign", last, "--digest", digest)
        try await desks.done("王总", "batch", "disposal", "approve", last, "--digest", digest)
        try await desks.done("李档", "", "disposal", "execute", last)
        let copy = try program.write("丁-脱敏.txt", "脱敏")
        let redaction = try await desks.done(
            "李档", "batch", "redact", kept, "--version", "1", "--file", "丁.txt", "--with", copy, "--reason", "个人信息")
        try await desks.goOn(try #require(redaction["id"] as? String))
        try await desks.done("李档", "", "disposal", "execute", try #require(redaction["id"] as? String))
        #expect(try await program.run("edit", kept, "--note", "电话 13800001111", "--reason", "补记").exitCode == 0)
        let words = try await desks.done("李档", "batch", "redact", kept, "--words", "13800001111", "--reason", "个人信息")
        try await desks.goOn(try #require(words["id"] as? String))
        try await desks.done("李档", "", "disposal", "execute", try #require(words["id"] as? String))
    }

    private func check(_ program: Program, _ root: URL) async throws -> [Substring] {
        let script = Checkout.file("Tests/EndToEndTests/check_events.py").path
        let schemas = Checkout.file("schemas/events").path
        let result = try await run(
            .path(FilePath(Checkout.file(".build-tools/venv/bin/python3").path)),
            arguments: [script, schemas, root.appendingPathComponent("journal").path], output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        #expect(result.terminationStatus.isSuccess, Comment(rawValue: result.standardError))
        return result.standardOutput.split(separator: "\n")
    }
}
