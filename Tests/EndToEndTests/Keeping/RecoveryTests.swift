import Foundation
import Testing

@Suite("R-53: A recovery trusts no less evidence than the check of the journal")
struct RecoveryTests {
    enum Harm: CaseIterable, Sendable {
        case deletedLine, changedLine, changedLastLine, cutLine, cutLines, halfLine

        func inflict(on segment: URL) throws {
            var lines = try String(contentsOf: segment, encoding: .utf8).split(separator: "\n").map(String.init)
            let last = lines.count - 1
            switch self {
            case .deletedLine: lines.remove(at: last - 1)
            case .changedLine: lines[last - 1] = lines[last - 1].replacingOccurrences(of: "2.txt", with: "9.txt")
            case .changedLastLine: lines[last] = lines[last].replacingOccurrences(of: "3.txt", with: "9.txt")
            case .cutLine: lines.removeLast()
            case .cutLines: lines.removeLast(2)
            case .halfLine: lines[last] = String(lines[last].prefix(100))
            }
            let end = self == .halfLine ? "" : "\n"
            try Data((lines.joined(separator: "\n") + end).utf8).write(to: segment)
        }
    }

    private func archive() async throws -> Program {
        let program = try await Program()
        for index in 1...3 { _ = try await program.file(try program.write("\(index).txt", "内容 \(index)")) }
        return program
    }

    private func segment(_ program: Program) -> URL { program.root.appendingPathComponent("journal/000001.jsonl") }

    @Test("a damaged or shortened journal is not made a catalogue of: the old one stays, changes are refused", arguments: Harm.allCases)
    func refused(_ harm: Harm) async throws {
        let program = try await archive()
        try harm.inflict(on: segment(program))
        let journal = try Data(contentsOf: segment(program))
        let rebuild = try await program.run("rebuild", "--json", "--lang", "en")
        #expect(rebuild.exitCode == 74)
        #expect(rebuild.error["code"] as? String == "M502")
        let message = "\(rebuild.error["message"] ?? "") \(rebuild.error["remedy"] ?? "")"
        #expect(message.contains("000001.jsonl:") || message.contains("Event"), "\(message)")
        #expect(message.contains("log verify"), "\(message)")
        #expect(try await program.run("search", "--json").json["total"] as? Int == 3)
        let filing = try await program.run("file", try program.write("4.txt", "内容 4"), "--type", "contract", "--json", "--no-extract")
        #expect(filing.exitCode == 74)
        #expect(filing.error["code"] as? String == "M502")
        #expect(try Data(contentsOf: segment(program)) == journal)
        #expect(try await program.run("log", "verify").exitCode == 1)
    }

    /// What stands where the journal, or a segment of it, should be.
    enum Instead: CaseIterable, Sendable { case noJournal, noSegment, folder, pipe }

    @Test(
        "a journal that is not there, or is something else, is damage: what asks for it says so, and reading goes on",
        arguments: Instead.allCases)
    func replaced(_ instead: Instead) async throws {
        let program = try await archive()
        let (segment, path) = (segment(program), segment(program).path)
        try FileManager.default.removeItem(at: instead == .noJournal ? segment.deletingLastPathComponent() : segment)
        switch instead {
        case .noJournal, .noSegment: break
        case .folder: try FileManager.default.createDirectory(at: segment, withIntermediateDirectories: false)
        case .pipe: #expect(mkfifo(path, 0o600) == 0)
        }
        let file = try program.write("4.txt", "内容 4")
        for command in [["rebuild"], ["file", file, "--type", "contract"], ["party", "register", "青禾置业"]] {
            let answer = try await program.run(command + ["--json"])
            #expect(answer.exitCode == 74 && answer.error["code"] as? String == "M502", "\(command) \(answer.errors)")
        }
        for command in [["verify"], ["log", "verify"]] {
            let answer = try await program.run(command + ["--json"])
            #expect(answer.exitCode == 1 || answer.error["code"] as? String == "M502", "\(command) \(answer.exitCode) \(answer.errors)")
        }
        #expect(try await program.run("search", "--json").json["total"] as? Int == 3)
    }

    /// What is gone of the catalogue when the journal is found harmed.
    enum Gone: String, CaseIterable, Sendable { case all, current, garbage }

    @Test(
        "nor is it where the catalogue is gone: a generation that is left, and the objects, know what happened", arguments: Harm.allCases,
        Gone.allCases)
    func refusedWithoutCatalogue(_ harm: Harm, _ gone: Gone) async throws {
        let program = try await archive()
        try harm.inflict(on: segment(program))
        let catalogue = program.root.appendingPathComponent("catalogue")
        func generations() -> Set<String> {
            Set(((try? FileManager.default.contentsOfDirectory(atPath: catalogue.path)) ?? []).filter { $0.hasSuffix(".sqlite") })
        }
        let left = gone == .all ? [] : generations()
        switch gone {
        case .all: try FileManager.default.removeItem(at: catalogue)
        case .current: try FileManager.default.removeItem(at: catalogue.appendingPathComponent("current"))
        case .garbage: try Data("garbage".utf8).write(to: catalogue.appendingPathComponent("1.sqlite"))
        }
        for command in [["rebuild"], ["file", try program.write("4.txt", "内容 4"), "--type", "contract", "--no-extract"], ["search"]] {
            let answer = try await program.run(command + ["--json"])
            #expect(answer.exitCode == 74, "\(command) \(answer.output) \(answer.errors)")
            #expect(answer.error["code"] as? String == "M502")
        }
        #expect(generations() == left, "what is not made leaves nothing behind")
        // The check of the journal answers where nothing else can.
        #expect([0, 1].contains(try await program.run("log", "verify").exitCode))
    }

    @Test("what a checkpoint knows is missed also where the catalogue is gone, or set back with the journal", arguments: [false, true])
    func checkpoint(_ catalogueIsGone: Bool) async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("1.txt", "内容 1"))
        let catalogue = program.root.appendingPathComponent("catalogue")
        let before = (try Data(contentsOf: segment(program)), program.folder.appendingPathComponent("before"))
        try FileManager.default.copyItem(at: catalogue, to: before.1)
        _ = try await program.file(try program.write("2.txt", "内容 2"))
        #expect(try await program.run("log", "checkpoint", "--output", "kept").exitCode == 0)
        try before.0.write(to: segment(program))
        try FileManager.default.removeItem(at: catalogue)
        if !catalogueIsGone { try FileManager.default.copyItem(at: before.1, to: catalogue) }
        for command in [["rebuild"], ["file", try program.write("3.txt", "内容 3"), "--type", "contract", "--no-extract"]] {
            let answer = try await program.run(command + ["--json"])
            #expect(answer.exitCode == 74, "\(command) \(answer.errors)")
            #expect(answer.error["code"] as? String == "M502")
        }
        #expect(try Data(contentsOf: segment(program)) == before.0)
    }

    @Test("a note in checkpoints that the archive's own key did not sign stops nobody")
    func foreignNote() async throws {
        let program = try await archive()
        #expect(try await program.run("log", "checkpoint", "--output", "kept").exitCode == 0)
        let folder = program.root.appendingPathComponent("journal/checkpoints")
        let note = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
        let text = try String(contentsOf: folder.appendingPathComponent(note), encoding: .utf8)
        let forged = text.replacingOccurrences(of: "\n\(note)\n", with: "\n999\n")
        try Data(forged.utf8).write(to: folder.appendingPathComponent("999"))
        #expect(try await program.run("rebuild").exitCode == 0)
        _ = try await program.file(try program.write("4.txt", "内容 4"))
    }
}
