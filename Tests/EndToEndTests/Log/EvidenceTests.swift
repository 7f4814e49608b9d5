import Foundation
import Samples
import Testing

@Suite("R-54: evidence about a document, checked by a program that shares nothing with ours", .timeLimit(.minutes(20)))
struct EvidenceTests {
    private let python = Checkout.file(".build-tools/venv/bin/python3").path

    private func check(_ program: Program, _ arguments: [String]) async throws -> Program.Answer {
        try await program.run([Checkout.file("Tests/EndToEndTests/check_evidence.py").path] + arguments, by: python)
    }

    @Test("it shows versions, days and bytes, continues an earlier checkpoint, and each of two dozen forgeries is refused")
    func forgeries() async throws {
        let program = try await Program()
        let path = try program.write("合同.txt", "第一版")
        let document = try await program.file(path)
        let older = program.folder.appendingPathComponent("older").path
        let key = try #require(try await program.run("log", "checkpoint", "--output", older, "--json").json["key"] as? String)
        for name in ["一", "二", "三"] { _ = try await program.file(try program.write("\(name).txt", name)) }
        let other = try await program.file(try program.write("别的.txt", "别的"))
        let second = try program.write("合同-签署.txt", "第二版")
        #expect(try await program.run("version", document, second, "--reason", "签署").exitCode == 0)
        let (evidence, others) = (
            program.folder.appendingPathComponent("evidence.json").path, program.folder.appendingPathComponent("others.json").path
        )
        #expect(try await program.run("evidence", document, "--since", older, "--output", evidence).exitCode == 0)
        #expect(try await program.run("evidence", other, "--since", older, "--output", others).exitCode == 0)
        for file in [path, second] {
            let shown = try await check(program, [evidence, key, "--since", older, "--file", file])
            #expect(shown.exitCode == 0 && shown.output.contains("version 2 on"), "\(shown.errors)")
        }
        let foreign = try await check(program, [evidence, key, "--file", try program.write("假.txt", "假的")])
        #expect(foreign.exitCode == 1 && foreign.errors.contains("none of its versions"))
        let folder = program.folder.appendingPathComponent("forged")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let forged = try await program.run(
            [Checkout.file("Tests/EndToEndTests/forge_evidence.py").path, evidence, others, folder.path], by: python)
        #expect(forged.exitCode == 0, "\(forged.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count >= 20)
        for name in names {
            let judged = try await check(program, [folder.appendingPathComponent(name).path, key])
            #expect(judged.exitCode == 1 && judged.errors.contains("no evidence"), "\(name): \(judged.output)\(judged.errors)")
        }
        let given = try await program.run("log", "show", "--type", "evidence.given").output.split(separator: "\n")
        #expect(given.count == 2)
    }

    @Test("of a destroyed document it shows existence and day, that it was destroyed, and which bytes it had")
    func destroyed() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let document = try await desks.due("旧合同", "旧合同的内容")
        let batch = try await desks.ready()
        try await desks.done("李档", "", "disposal", "execute", batch)
        let evidence = program.folder.appendingPathComponent("evidence.json").path
        let made = try await desks.run("李档", "evidence", document, "--output", evidence)
        #expect(made.exitCode == 0, "\(made.errors)")
        let key = try await program.run("log", "checkpoint", "--output", program.folder.appendingPathComponent("c").path, "--json")
        let shown = try await check(
            program,
            [evidence, try #require(key.json["key"] as? String), "--file", program.folder.appendingPathComponent("旧合同.txt").path])
        #expect(shown.exitCode == 0, "\(shown.errors)")
        #expect(
            shown.output.contains("existence and day only") && shown.output.contains("was destroyed on") && shown.output.contains(batch))
    }

    @Test("a checkpoint of another archive, one that is older than the document, and who may not are refused")
    func refusals() async throws {
        let (program, other) = (try await Program(), try await Program())
        let (early, foreign) = (program.folder.appendingPathComponent("early").path, other.folder.appendingPathComponent("foreign").path)
        #expect(try await program.run("log", "checkpoint", "--output", early).exitCode == 0)
        #expect(try await other.run("log", "checkpoint", "--output", foreign).exitCode == 0)
        let document = try await program.file(try program.write("a.txt", "内容"))
        let target = program.folder.appendingPathComponent("e.json").path
        for note in [early, foreign] {
            let answer = try await program.run("evidence", document, "--checkpoint", note, "--output", target, "--json")
            #expect(answer.exitCode == 65 && answer.error["code"] as? String == "M106", "\(answer.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: target))
        try await program.run("account", "set", "王芳", "--role", "customer_service")
        let token = try await program.run("token", "create", "王芳").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let refused = try await program.run(
            ["evidence", document, "--output", target, "--as", "王芳"], environment: ["MUNIMENT_TOKEN": token])
        #expect(refused.exitCode == 77)
    }
}
