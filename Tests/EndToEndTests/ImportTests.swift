import Foundation
import Testing

@Suite("Many at once: a folder with its ledger, and a scanner's inbox")
struct ImportTests {
    private func folder(_ program: Program, _ name: String, _ files: [String: String]) throws -> String {
        let folder = program.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files { try Data(content.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder.path
    }

    @Test("a ledger's rows become documents; rows with a fault are listed with their number; a second run files nothing again")
    func ledger() async throws {
        let program = try await Program()
        let files = try folder(program, "in", ["a.txt": "甲方", "b.txt": "乙方", "empty.txt": "", "other.txt": "丙"])
        let ledger = try program.write(
            "台账.csv", "文件,类型,合同编号,客户,金额,税率\na.txt,合同,HT-2026-0001,华为,128万,13%\nb.txt,合同,,,abc,\nempty.txt,合同,,,,\nnone.txt,合同,,,,\n")
        let looked = try await program.run("import", files, "--ledger", ledger, "--dry-run", "--json")
        #expect(looked.exitCode != 0 && looked.json["filed"] as? Int == 1)
        #expect(try await program.run("search", "", "--json").json["total"] as? Int == 0)
        let first = try await program.run("import", files, "--ledger", ledger, "--json")
        #expect(first.exitCode == 65)
        #expect((first.json["failed"] as? [[String: Any]])?.compactMap { $0["row"] as? Int } == [3, 4, 5])
        #expect(first.json["unlisted"] as? [String] == ["other.txt"])
        let second = try await program.run("import", files, "--ledger", ledger, "--json")
        #expect(second.json["filed"] as? Int == 0 && second.json["existing"] as? Int == 1)
        #expect(try await program.run("search", "客户:华为", "--json").json["total"] as? Int == 1)
    }

    @Test("a file leaves the inbox once it is filed; what cannot be filed stays with a note why")
    func inbox() async throws {
        let program = try await Program()
        let box = try folder(program, "box", ["scan.txt": "扫描的合同", "empty.txt": ""])
        #expect(try await program.run("watch", box, "--once", "--interval", "1", "--type", "contract").exitCode == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: box).sorted() == ["empty.txt", "empty.txt.why.txt"])
        #expect(try await program.run("search", "扫描的合同", "--json").json["total"] as? Int == 1)
    }
}
