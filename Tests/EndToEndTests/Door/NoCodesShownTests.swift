import Foundation
import Records
import Testing
import Wording

@Suite("People are shown names, and never the codes that programs use")
struct NoCodesShownTests {
    /// An archive in which something of everything happened.
    private func populated() async throws -> Program {
        let program = try await Program()
        let file = { (name: String, text: String, more: [String]) async throws -> String in
            let answer = try await program.run(["file", try program.write(name, text), "--json"] + more)
            #expect(answer.exitCode == 0, "\(answer.errors)")
            return try #require((answer.json["document"] as? [String: Any])?["id"] as? String)
        }
        let contract = try await file(
            "合同.txt", "多联机组",
            [
                "--type", "合同", "--number", "HT-2026-0001", "--party", "青禾置业", "--state", "执行中", "--confidentiality", "秘密", "--class",
                "XS-HT-YB",
            ])
        let amendment = try await file("变更.txt", "补充", ["--type", "补充协议", "--party", "青禾置业"])
        _ = try await file("重要.txt", "永久", ["--type", "合同", "--class", "XS-HT-ZY"])
        let broken = try program.write("坏.docx", "PK\u{3}\u{4}不是压缩包")
        for command in [
            ["file", broken, "--type", "报价书"], ["relate", amendment, "变更", contract],
            ["matter", "open", contract, "未结清债权债务", "--note", "尾款"],
            ["hold", "place", "--party", "青禾置业", "--reason", "诉讼", "--authority", "法务部"],
            ["hold", "place", "--standing", "机组", "--reason", "诉讼", "--authority", "法务部"],
            ["fact", contract, "履行完毕", "2026-05-20"], ["fact", contract, "originalKeptByFinance", "true"],
            ["dossier", "open", "青禾广场", "--party", "青禾置业"], ["number", "reserve"], ["account", "set", "陈国清", "--role", "销售助理"],
            ["version", contract, try program.write("签署.txt", "签署"), "--reason", "签署", "--kind", "签署版"],
        ] {
            let answer = try await program.run(command)
            #expect(answer.exitCode == 0, "\(command): \(answer.errors)")
        }
        return program
    }

    private func shown(_ program: Program, _ language: String) async throws -> String {
        let id = try #require(
            (try await program.run("search", "HT-2026-0001", "--json").json["hits"] as? [[String: Any]])?.first?["id"] as? String)
        var text = ""
        for command in [
            ["show", id], ["versions", id], ["search", "机组"], ["log"], ["stats"], ["extraction", "--list"], ["hold", "list"],
            ["matter", "list"],
            ["number", "gaps"], ["account", "list"], ["token", "list"], ["dossier", "list"], ["relate", id], ["retention", id],
            ["due", "--all"],
            ["scheme", "show"], ["schedule", "show"], ["party", "list"], ["verify"], ["log", "verify"],
            ["edit", id, "--state", "nonsense", "--reason", "改"],
            ["fact", id, "whether finance keeps the original", "否", "--reason", "改"], ["fact", id, "定标", "2026-06-01"],
            ["fact", id, "nonsense", "2026"],
            ["fact", id, "performed", "nonsense"], ["fact", id, "accountingYear", "2026-05-01"], ["fact", id, "accountingYear", "2999"],
            ["fact", id, "governmentProcurement", "nonsense"], ["schedule", "explain", "XS-JD"], ["scheme", "check", program.root.path],
            ["get", id, "--output", "/nowhere/x"], ["file", "/nowhere", "--type", "合同"], ["import", "/nowhere"],
            ["withdraw", id, "--reason", "错"], ["file", id, "--type", "nonsense"], ["edit", id, "--signed", "2026-13-45", "--reason", "改"],
        ] {
            let answer = try await program.run(command + ["--lang", language])
            text += answer.output + answer.errors
        }
        return text
    }

    @Test("what is due is listed with the names of classes, rules and facts, and found by a fact's name")
    func due() async throws {
        let program = try await populated()
        let all = try await program.run("due", "--all").output
        #expect(all.contains("重要合同") && all.contains("永久保管") && all.contains("原件由财务") && !all.contains("XS-HT"), "\(all)")
        let (named, coded) = (
            try await program.run("due", "--waiting", "会计年度", "--json").output,
            try await program.run("due", "--waiting", "accountingYear", "--json").output
        )
        #expect(named == coded && named.contains("accountingYear") && named.contains("XS-HT-YB"), "\(named)")
    }

    @Test("In Chinese nothing is said in English, also of what is damaged")
    func noEnglish() async throws {
        let program = try await populated()
        let damage = """
            set -e; cd "$1/objects"; for file in $(find . -path '*/v1/content/*' | head -2); do chmod u+w "$file"; echo x >> "$file"; done
            object=$(find . -name '0=ocfl_object_1.1' -printf '%h\\n' | tail -1); chmod u+w "$object" "$object/v1"
            touch "$object/strange" "$object/v1/strange" strange; mkdir "$object/v1/empty"; rm -f "$object/inventory.json.sha512"
            """
        let done = try await program.run(["-c", damage, "sh", program.root.path], by: "/bin/sh")
        #expect(done.exitCode == 0, "\(done.errors)")
        let text = try await shown(program, "zh")
        #expect(text.contains("strange"))
        let lines = text.split(separator: "\n").filter { $0.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/) }
        #expect(lines == [])
    }

    @Test(
        "words that do not go together are refused in the language that is asked for",
        arguments: [
            ["fact", "D-7K3M-9QXT-2VHT", "performed"], ["due", "--all", "--unclassified"], ["classify", "XS"],
            ["log", "prove", "1"],
            ["relate", "D-7K3M-9QXT-2VHT", "变更"], ["watch", ".", "--interval", "0"], ["serve", "--port", "70000"],
            ["stats", "--lang", "x"],
            ["serve", "--largest-body", "0"], ["relate", "D-7K3M-9QXT-2VHT", "--remove"],
        ])
    func misuse(_ words: [String]) async throws {
        let program = try await Program()
        let chinese = try #require(try await program.run(words + ["--json"]).error["message"] as? String)
        #expect(chinese.hasPrefix("命令用法不对：") && !chinese.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/))
        guard !words.contains("--lang") else { return }
        let english = try #require(try await program.run(words + ["--json", "--lang", "en"]).error["message"] as? String)
        #expect(english.unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test("in both languages, whatever is listed, shown, checked or refused", arguments: ["zh", "en"])
    func names(_ language: String) async throws {
        let text = try await shown(try await populated(), language)
        let words = Set(text.split { !($0.isLetter && $0.isASCII) && !"_-./=".contains($0) }.map(String.init))
        let codes = Codes.all.flatMap { Self.codes(of: $0) } + EventRegistry.kinds.map { $0.type } + ["never", "ended", "true", "false"]
        // In English many a code is its own name; what no name looks like is a code all the same.
        let isCode = { (code: String) in
            language == "zh" || code.contains { $0 == "_" || $0 == "." || $0 == "/" } || code.contains(where: \.isUppercase)
        }
        let found = codes.filter { isCode($0) && words.contains($0) }
        let lines = text.split(separator: "\n").filter { line in found.contains { line.contains($0) } }
        #expect(found == [], "\(lines)")
    }

    private static func codes(of list: (some Code).Type) -> [String] { list.allCases.map(\.rawValue) }
}
