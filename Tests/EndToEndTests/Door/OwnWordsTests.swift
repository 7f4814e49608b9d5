import Foundation
import Testing

@Suite("Everyone is answered in words that are their own", .timeLimit(.minutes(2)))
struct OwnWordsTests {
    @Test("a remedy names options at the command line and none over HTTP", arguments: Door.allCases)
    func remedies(_ door: Door) async throws {
        let desk = try await Desk(door)
        let paper = try desk.write("合同.txt", "多联机组")
        try await desk.done(.file(paper, words: ["type": "contract"]))
        let twice = try await desk.do(.file(paper, words: ["type": "contract"]))
        #expect(twice.refusal == "M107")
        let said = String(describing: twice.answer)
        let remedy = try #require((twice["remedy"] ?? twice["detail"]) as? String, "\(said)")
        #expect(remedy.contains("--") == (door == .commandLine), "\(remedy)")
    }

    @Test("the same member cannot be set and cleared, and nothing is changed", arguments: Door.allCases)
    func setAndCleared(_ door: Door) async throws {
        let desk = try await Desk(door)
        let document = try await desk.done(.file(try desk.write("合同.txt", "机组"), words: ["type": "contract", "handler": "陈国清"])).id
        let outcome = try await desk.do(.edit(document, ["handler": "王敏"], clear: ["handler"], "换人"))
        #expect(outcome.refusal == "M106" && outcome.subject == "handler", "\(outcome.answer)")
        let shown = String(describing: try await desk.done(.show(document)).answer)
        #expect(!shown.contains("王敏"), "\(shown)")
        try await desk.done(.edit(document, ["handler": " "], clear: ["handler"], "换人"))
    }

    @Test("holds are listed with the name of their party, and for programs with name and identifier")
    func heldParty() async throws {
        let program = try await Program()
        try await program.run("party", "register", "青禾置业")
        let id = try await program.made("hold", "hold", "place", "--party", "青禾置业", "--reason", "诉讼", "--authority", "法务部")
        let listed = try await program.run("hold", "list")
        #expect(listed.output.contains("客户 青禾置业") && listed.output.contains(id) && !listed.output.contains("P-"), "\(listed.output)")
        let hold = try #require((try await program.run("hold", "list", "--json").json["holds"] as? [[String: Any]])?.first)
        #expect(hold["named"] as? String == "青禾置业" && (hold["scope"] as? String)?.hasPrefix("P-") == true, "\(hold)")
    }

    @Test("who may have texts read but not see documents is told how many were read")
    func extractionForOthers() async throws {
        let program = try await Program()
        try await program.run("account", "set", "系统", "--role", "information_systems")
        let token = try await program.run("token", "create", "系统").output.trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try await program.file(try program.write("合同.txt", "多联机组"))
        let answer = try await program.run(["extraction", "--json", "--as", "系统"], environment: ["MUNIMENT_TOKEN": token])
        #expect(answer.exitCode == 0 && answer.json["files"] as? Int == 1, "\(answer.output) \(answer.errors)")
    }
}
