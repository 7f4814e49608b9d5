import Foundation
import Testing

@Suite("R-56: backing up and restoring at the command line")
struct BackupCommandTests {
    @Test("an archive is backed up, checked, lost and restored, with the hold that came after")
    func drill() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "空调维保合同"), "--party", "华为")
        let made = try await program.run("backup", "backup", "--json")
        #expect(made.exitCode == 0 && made.json["documents"] as? Int == 1, "\(made.errors)")
        let again = try await program.run("backup", "make", "backup")
        #expect(again.output.contains("这次拷贝了 0 份文件"), "\(again)")
        let hold = try await program.made("hold", "hold", "place", "--document", id, "--reason", "诉讼", "--authority", "法院")
        #expect(try await program.run("backup", "verify", "backup").exitCode == 0)
        try FileManager.default.removeItem(at: program.root)
        let checked = try await program.run("backup", "verify", "backup", "--json")
        #expect(checked.exitCode == 0 && checked.json["signed"] as? Bool == true, "\(checked)")
        let restored = try await program.run("restore", "backup", "storage")
        #expect(restored.exitCode == 0 && restored.output.contains(hold), "\(restored)")
        #expect(try await program.run("get", id, "--output", "-").output == "空调维保合同")
        #expect(try await program.run("withdraw", id, "--reason", "误归档").exitCode == 77)
        #expect(try await program.run("verify").exitCode == 0)
    }

    @Test("what is refused is refused with a code, and a damaged backup is told by its file")
    func refusals() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "空调维保合同"))
        #expect(try await program.run("backup", "storage/backup").exitCode == 65)
        #expect(try await program.run("backup", ".").exitCode == 65)
        #expect(try await program.run("restore", "nothing", "new").exitCode == 66)
        #expect(try await program.run("restore", "nothing", "new", "--as", "陈").exitCode == 77)
        #expect(try await program.run("backup", "backup").exitCode == 0)
        #expect(try await program.run("stats", "--archive", "backup").exitCode == 78)
        let journal = program.folder.appendingPathComponent("backup/journal/000001.jsonl")
        let text = try String(contentsOf: journal, encoding: .utf8)
        try text.replacingOccurrences(of: "a.txt", with: "b.txt").write(to: journal, atomically: true, encoding: .utf8)
        let found = try await program.run("backup", "verify", "backup", "--json")
        #expect(found.exitCode == 1 && (found.json["findings"] as? [Any])?.isEmpty == false, "\(found)")
        #expect(try await program.run("restore", "backup", "new").exitCode == 74)
        #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("new").path))
    }

    @Test("the control register lies where init was told, outside the archive; without it the restored archive says that it is unchecked")
    func register() async throws {
        let program = try await Program()
        let root = program.folder.appendingPathComponent("second").path
        let home = ["MUNIMENT_HOME": program.folder.appendingPathComponent("second-home").path]
        for place in ["second/register.jsonl", "nowhere/register.jsonl"] {
            #expect(try await program.run(["init", root, "--control-register", place], environment: home).exitCode != 0)
        }
        #expect(try await program.run(["init", root, "--control-register", "register.jsonl"], environment: home).exitCode == 0)
        let held = try await program.run(
            ["hold", "place", "--standing", "编号:HT", "--reason", "诉讼", "--authority", "法院", "--archive", root], environment: home)
        #expect(held.exitCode == 0, "\(held.errors)")
        let lines = try String(contentsOf: program.folder.appendingPathComponent("register.jsonl"), encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2 && lines.allSatisfy { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) != nil })
        #expect(try await program.run(["backup", "backup", "--archive", root], environment: home).exitCode == 0)
        let elsewhere = ["MUNIMENT_HOME": program.folder.appendingPathComponent("third-home").path]
        let restored = try await program.run(["restore", "backup", "third"], environment: elsewhere)
        #expect(restored.exitCode == 0 && restored.output.contains("未核对"), "\(restored)")
        #expect(try await program.run(["stats", "--archive", "third"], environment: elsewhere).output.contains("未核对"))
    }
}
