import Foundation
import Samples
import Testing

@Suite("R-49: bytes of a document are redacted, by the built program", .timeLimit(.minutes(20)))
struct RedactionTests {
    @Test("a PDF in a contract gives way to its redacted copy, its text is in no search, and evidence says what became of it")
    func whole() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let samples = ["标书-青禾广场.pdf", "合同-青禾广场.docx"].map { Checkout.file("samples").appendingPathComponent($0).path }
        let document = try await desks.due(samples[0], [samples[1]])
        let needle = try Data(contentsOf: URL(fileURLWithPath: samples[0]))[1000..<1064]
        #expect(try files(with: needle, below: program.root).count == 1)
        let older = program.folder.appendingPathComponent("older").path
        let key = try #require(try await program.run("log", "checkpoint", "--output", older, "--json").json["key"] as? String)
        let copy = try program.write("脱敏.txt", "标书（已脱敏）")
        let refused = try await desks.run(
            "赵财", "redact", document, "--version", "1", "--file", "标书-青禾广场.pdf", "--with", copy, "--reason", "个人信息")
        #expect(refused.exitCode == 77)
        let operators = try await program.run(
            "redact", document, "--version", "1", "--file", "标书-青禾广场.pdf", "--with", copy, "--reason", "个人信息", "--json")
        #expect(operators.error["code"] as? String == "M305", "\(operators.errors)")
        let proposed = try await desks.done(
            "陈国清", "", "redact", document, "--version", "1", "--file", "标书-青禾广场.pdf", "--with", copy, "--reason", "个人信息")
        let view = try #require(proposed["document"] as? [String: Any])
        #expect(view["version"] as? Int == 2)
        let batch = try #require((proposed["batch"] as? [String: Any])?["id"] as? String)
        try await desks.goOn(batch)
        let outcome = try await desks.done("李档", "", "disposal", "execute", batch)
        #expect(outcome["redacted"] as? [String] == [document] && outcome["destroyed"] as? [String] == [])
        #expect(try files(with: needle, below: program.root) == [])
        let gone = try await program.run("get", document, "--version", "1", "--output", "-", "--json")
        #expect(gone.exitCode == 66 && gone.error["code"] as? String == "M208", "\(gone.errors)")
        #expect(
            (gone.error["message"] as? String)?.contains("已于 \(DisposalDesks.today) 脱敏销毁，批次 \(batch)") == true, "\(gone.errors)")
        #expect(try await program.run("get", document, "--output", "-").output == "标书（已脱敏）")
        let other = try await program.run("get", document, "--version", "1", "--name", "合同-青禾广场.docx", "--output", "-")
        #expect(other.exitCode == 0)
        #expect(try await program.run("show", document).output.contains("已于 \(DisposalDesks.today) 脱敏，批次 \(batch)"))
        for arguments in [["verify"], ["log", "verify"], ["rebuild"], ["verify"]] {
            let answer = try await program.run(arguments)
            #expect(answer.exitCode == 0, "\(arguments): \(answer.output)\(answer.errors)")
        }
        let object = try #require(try objects(of: document, below: program.root).first)
        #expect(try await program.run("verify", "--ocfl", object).exitCode == 0)
        try await evidence(program, document, since: older, key, batch)
        let folder = program.folder.appendingPathComponent("papers")
        try await desks.done("李档", "batch", "disposal", "certify", batch, "--output", folder.path)
        let certificate = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("销毁证明") })
        let text = try await program.run(
            ["-layout", folder.appendingPathComponent(certificate).path, "-"], by: "/usr/bin/pdftotext"
        ).output
        #expect(text.contains(batch) && text.contains("脱敏"), "\(text)")
    }

    @Test("words are gone from journal, object and catalogue; a reader written from the pages accounts for what is emptied")
    func words() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let words = "\u{20000}\u{21042}"
        let document = try await desks.due("张三的合同", "内容", "--note", "电话 \(words)")
        #expect(try await program.run("edit", document, "--title", "合同 \(words)", "--reason", "补 \(words)").exitCode == 0)
        let needle = Data(words.utf8)
        #expect(try !files(with: needle, below: program.root).isEmpty)
        let older = program.folder.appendingPathComponent("older").path
        let key = try #require(try await program.run("log", "checkpoint", "--output", older, "--json").json["key"] as? String)
        let both = try await desks.run("陈国清", "redact", document, "--words", words, "--version", "1", "--reason", "个人信息")
        #expect(both.exitCode == 64)
        let proposed = try await program.run(
            ["redact", document, "--words", "-", "--reason", "个人信息", "--as", "陈国清", "--json"],
            environment: ["MUNIMENT_TOKEN": desks.token(of: "陈国清")], input: words + "\n")
        #expect(proposed.exitCode == 0, "\(proposed.errors)")
        let batch = try #require((proposed.json["batch"] as? [String: Any])?["id"] as? String)
        try await desks.goOn(batch)
        let outcome = try await desks.done("李档", "", "disposal", "execute", batch)
        #expect(outcome["redacted"] as? [String] == [document])
        #expect(try files(with: needle, below: program.root) == [])
        #expect(try await program.run("show", document).output.contains("合同 〔已脱敏〕"))
        for arguments in [["verify"], ["log", "verify", "--checkpoint", older], ["rebuild"], ["verify"]] {
            let answer = try await program.run(arguments)
            #expect(answer.exitCode == 0, "\(arguments): \(answer.output)\(answer.errors)")
        }
        try await evidence(program, document, since: older, key, batch)
    }

    private func evidence(_ program: Program, _ document: String, since older: String, _ key: String, _ batch: String) async throws {
        let output = program.folder.appendingPathComponent("after.json").path
        #expect(try await program.run("evidence", document, "--since", older, "--output", output).exitCode == 0)
        let checked = try await program.run(
            [Checkout.file("Tests/EndToEndTests/check_evidence.py").path, output, key, "--since", older],
            by: Checkout.file(".build-tools/venv/bin/python3").path)
        #expect(checked.exitCode == 0 && checked.output.contains("redacted on"), "\(checked.output)\(checked.errors)")
        #expect(checked.output.contains(batch))
    }

    private func objects(of document: String, below root: URL) throws -> [String] {
        let compact = document.filter { $0 != "-" }
        let found = FileManager.default.enumerator(at: root.appendingPathComponent("objects"), includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasSuffix(compact) }.map(\.path)
    }

    private func files(with bytes: Data, below folder: URL) throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { (try? Data(contentsOf: $0))?.range(of: bytes) != nil }.map(\.lastPathComponent)
    }
}
