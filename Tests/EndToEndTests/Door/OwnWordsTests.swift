import Foundation
import Testing

@Suite("Everyone is answered in words that are their own", .timeLimit(.minutes(20)))
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

    @Test("a document's type is taken by its name in either language, wherever it is named", arguments: Door.allCases)
    func typesByName(_ door: Door) async throws {
        let desk = try await Desk(door)
        try await desk.done(.pattern("HT-{year}-{seq:4}", type: "合同"))
        #expect(try await desk.done(.reserve("HT-2026-0003", type: "合同"))["type"] as? String == "contract")
        #expect(try await desk.done(.explain("HT-2026-0002", type: "Contract", "作废"))["type"] as? String == "contract")
        #expect(try await desk.done(.gaps(of: "合同")).list.count == 3)
        for deed in [Deed.pattern("HT-{seq}", type: "漫画"), .reserve(type: "漫画"), .explain("HT-1", type: "漫画", "作废"), .gaps(of: "漫画")] {
            try await desk.refused(deed, "M106")
        }
    }

    @Test("a party is named by its name or its identifier, and none is ever called like an identifier", arguments: Door.allCases)
    func partiesNamed(_ door: Door) async throws {
        let desk = try await Desk(door)
        let (name, party) = ("青禾置业", try await desk.done(.register("青禾置业")).id)
        let paper = try desk.write("合同.txt", "机组")
        let document = try await desk.done(.file(paper, words: ["type": "contract", "party": party])).id
        let paths = try #require(FileManager.default.enumerator(atPath: desk.program.root.path)).compactMap { $0 as? String }
        let object = try #require(paths.first { $0.hasSuffix("muniment.json") })
        #expect(try String(contentsOf: desk.program.root.appendingPathComponent(object), encoding: .utf8).contains(name))
        try await desk.done(.edit(document, ["party": party.lowercased(), "handler": "王敏"], "补记"))
        #expect((try await desk.done(.show(document))["party"] as? [String: Any])?["name"] as? String == name)
        let dossier = try await desk.done(.openDossier("青禾广场", party: party))
        #expect((dossier["party"] as? [String: Any])?["id"] as? String == party)
        for words in [name, party] { #expect(try await desk.done(.dossiers(of: words)).list.count == 1, "\(words)") }
        try await desk.done(.hold("party", party, "诉讼", by: "法务部"))

        let slip = String(party.dropLast()) + (party.hasSuffix("0") ? "1" : "0")
        let other = try desk.write("报价.txt", "盘管")
        for words in [slip, document] { try await desk.refused(.register(words), "M207") }
        for deed in [
            Deed.openDossier("青禾广场", party: slip), .file(other, words: ["type": "quote", "party": slip]),
            .edit(document, ["party": slip], "补记"), .dossiers(of: slip), .hold("party", slip, "诉讼", by: "法务部"),
        ] { try await desk.refused(deed, "M207") }
        try await desk.refused(.dossiers(of: "无此客户"), "M207")
        #expect(try await desk.done(.parties()).list.count == 1)
    }

    @Test("what nobody can see is no name; what can be seen may have such characters in it", arguments: Door.allCases)
    func invisibleNames(_ door: Door) async throws {
        let desk = try await Desk(door)
        let paper = try desk.write("合同.txt", "机组")
        for words in ["\u{200B}", "\u{FEFF}", "\u{2060}", "\u{3164}", "\u{301}", "\u{200B} \u{2800}"] {
            try await desk.refused(.register(words), "M106")
            try await desk.refused(.file(paper, words: ["type": "contract", "title": words]), "M106")
        }
        for deed in [Deed.openDossier("\u{200B}"), .openDossier("青禾广场", party: "\u{200B}"), .setAccount("\u{200B}", roles: ["finance"])] {
            try await desk.refused(deed, "M106")
        }
        for words in ["青\u{200B}禾", "👩\u{200D}👩\u{200D}👧", "e\u{301}", "\u{FEFF}甲"] { try await desk.done(.register(words)) }
        let unnamed = try await desk.done(.file(try desk.write("\u{200B}.txt", "盘管"))).id
        #expect(try await desk.done(.show(unnamed))["title"] as? String == "\u{200B}.txt")
    }

    @Test("holds are listed with the name of their party, and for programs with name and identifier")
    func heldParty() async throws {
        let program = try await Program()
        try await program.run("party", "register", "青禾置业")
        let id = try await program.made("hold", "hold", "place", "--party", "青禾置业", "--reason", "诉讼", "--authority", "法务部")
        let listed = try await program.run("hold", "list")
        #expect(listed.output.contains("客户 青禾置业") && listed.output.contains(id) && !listed.output.contains(/(^|\s)P-/), "\(listed.output)")
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
