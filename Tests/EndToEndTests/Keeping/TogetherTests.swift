import Foundation
import Testing

@Suite("Many processes at once do not disturb each other")
struct TogetherTests {
    /// `MUNIMENT_ROUNDS` asks for more than the ordinary run has time for.
    static let rounds = Int(ProcessInfo.processInfo.environment["MUNIMENT_ROUNDS"] ?? "") ?? 4

    /// Runs commands at the same time.
    private func together(_ program: Program, _ commands: [[String]]) async throws -> [Program.Answer] {
        try await withThrowingTaskGroup(of: Program.Answer.self) { group in
            for command in commands { group.addTask { try await program.run(command) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("the first openers of an archive, also of one without a catalogue", arguments: [false, true])
    func firstOpeners(_ catalogueIsGone: Bool) async throws {
        for round in 0..<Self.rounds {
            let program = try await Program()
            if catalogueIsGone { try FileManager.default.removeItem(at: program.root.appendingPathComponent("catalogue")) }
            let files = try (0..<8).map { try program.write("\(round)-\($0).txt", "第 \(round) 轮第 \($0) 份") }
            let answers = try await together(program, files.map { ["file", $0, "--type", "contract", "--no-extract", "--json"] })
            for answer in answers { #expect(answer.exitCode == 0, "\(answer.errors)") }
            #expect(try await program.run("search", "--json").json["total"] as? Int == 8)
            #expect(try await program.run("verify").exitCode == 0)
        }
    }

    @Test("rebuilds, and filings beside them; each rebuild makes a generation of its own and leaves none")
    func rebuilds() async throws {
        let program = try await Program()
        for round in 0..<Self.rounds {
            let files = try (0..<3).map { try program.write("\(round)-\($0).txt", "第 \(round) 轮第 \($0) 份") }
            let commands = [["rebuild"], ["rebuild"], ["rebuild"]] + files.map { ["file", $0, "--type", "contract", "--no-extract"] }
            for answer in try await together(program, commands) { #expect(answer.exitCode == 0, "\(answer.errors)") }
        }
        #expect(try await program.run("search", "--json").json["total"] as? Int == 3 * Self.rounds)
        let catalogue = program.root.appendingPathComponent("catalogue").path
        let left = try FileManager.default.contentsOfDirectory(atPath: catalogue).filter { $0.hasSuffix(".sqlite") }
        #expect(left.count == 1, "\(left)")
    }

    @Test("verify and log verify beside a writer find nothing that is none")
    func verifying() async throws {
        let program = try await Program()
        for round in 0..<Self.rounds * 2 {
            let files = try (0..<4).map { try program.write("\(round)-\($0).txt", "第 \(round) 轮第 \($0) 份") }
            let commands = [["verify"], ["verify"], ["log", "verify"]] + files.map { ["file", $0, "--type", "contract", "--no-extract"] }
            for answer in try await together(program, commands) { #expect(answer.exitCode == 0, "\(answer.output)\(answer.errors)") }
        }
    }
}
