import Foundation
import Testing

@Suite("The archive can be checked, and made anew")
struct ProofTests {
    @Test("R-53: an edited journal line is found, and a checkpoint kept elsewhere shows a tail that was cut off")
    func journal() async throws {
        let program = try await Program()
        for index in 1...3 { _ = try await program.file(try program.write("\(index).txt", "内容 \(index)")) }
        let checkpoint = program.folder.appendingPathComponent("checkpoint").path
        #expect(try await program.run("log", "checkpoint", "--output", checkpoint).exitCode == 0)
        #expect(try await program.run("log", "verify", "--checkpoint", checkpoint).exitCode == 0)
        let segment = program.root.appendingPathComponent("journal/000001.jsonl")
        let lines = try String(contentsOf: segment, encoding: .utf8)
        try Data(lines.replacingOccurrences(of: "2.txt", with: "9.txt").utf8).write(to: segment)
        let edited = try await program.run("log", "verify", "--json")
        #expect(edited.exitCode == 1)
        #expect((edited.json["findings"] as? [[String: Any]])?.first?["code"] as? String == "edited")
        let cut = lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(separator: "\n") + "\n"
        try Data(cut.utf8).write(to: segment)
        #expect(try await program.run("log", "verify", "--checkpoint", checkpoint).exitCode != 0)
    }

    @Test("R-54: who has only a proof and the key sees that an event happened and has not changed since")
    func thirdParty() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("1.txt", "内容"))
        let proof = program.folder.appendingPathComponent("proof").path
        #expect(try await program.run("log", "prove", "4", "--output", proof).exitCode == 0)
        // The same against a checkpoint that somebody has already.
        let (checkpoint, second) = (
            program.folder.appendingPathComponent("checkpoint").path, program.folder.appendingPathComponent("2").path
        )
        let signed = try await program.run("log", "checkpoint", "--output", checkpoint, "--json")
        let key = try #require(signed.json["key"] as? String)
        #expect(try await program.run("log", "prove", "1", "--output", second, "--checkpoint", checkpoint).exitCode == 0)
        #expect(try await program.run("log", "prove", "--check", proof).exitCode == 0)
        try FileManager.default.removeItem(at: program.root)
        for file in [proof, second] {
            let judged = try await program.run("log", "prove", "--check", file, "--key", key, "--json")
            #expect(judged.exitCode == 0 && judged.json["verdict"] as? String == "whole", "\(judged.errors)")
        }
        let told = try await program.run("log", "prove", "--check", proof, "--key", key, "--lang", "en")
        #expect(told.output.contains("has not changed since") && told.output.contains("document.filed/1") && told.output.contains("1.txt"))
        let other = try await Program()
        _ = try await other.run("log", "checkpoint", "--output", other.folder.appendingPathComponent("c").path)
        let foreign = try await other.run("log", "prove", "--check", proof, "--json")
        #expect(foreign.exitCode == 1 && foreign.json["verdict"] as? String == "not_signed")
        let lines = try String(contentsOfFile: proof, encoding: .utf8).components(separatedBy: "\n")
        let line = try #require(Data(base64Encoded: String(lines[1].dropFirst(6))))
        let changed = String(decoding: line, as: UTF8.self).replacingOccurrences(of: "1.txt", with: "9.txt")
        let forged = try program.write(
            "forged", lines.enumerated().map { $0 == 1 ? "extra " + Data(changed.utf8).base64EncodedString() : $1 }.joined(separator: "\n"))
        let judged = try await program.run("log", "prove", "--check", forged, "--key", key, "--json")
        #expect(judged.exitCode == 1 && judged.json["verdict"] as? String == "payload_differs")
        #expect(try await program.run("log", "prove", "--check", try program.write("none", "?"), "--key", key).exitCode != 0)
        #expect(try await other.run("log", "prove", "999", "--output", other.folder.appendingPathComponent("x").path).exitCode != 0)
    }

    @Test("R-3: a stored byte that changed is found by verify and never served; the alarm is an event")
    func damage() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "原文"))
        let found = FileManager.default.enumerator(at: program.root.appendingPathComponent("objects"), includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.first { $0.lastPathComponent.hasSuffix("a.txt") }
        let content = try #require(found)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: content.path)
        try Data("假文".utf8).write(to: content)
        #expect(try await program.run("verify").exitCode == 1)
        let out = program.folder.appendingPathComponent("out.txt").path
        #expect(try await program.run("get", id, "--output", out).exitCode == 74)
        #expect(!FileManager.default.fileExists(atPath: out))
        #expect(try await program.run("log", "--type", "digest.differed").output.contains("D-"))
    }

    @Test("A catalogue that was thrown away is made anew, also without derived files")
    func rebuild() async throws {
        let program = try await Program()
        let path = try program.write("合同.txt", "变频多联机组 安装与调试")
        #expect(try await program.run("file", path, "--type", "contract", "--party", "青禾广场").exitCode == 0)
        #expect(try await program.run("search", "多联机组", "--json").json["total"] as? Int == 1)
        for folder in ["catalogue", "derived"] {
            let whole = program.root.appendingPathComponent(folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: whole.path) {
                try FileManager.default.removeItem(at: whole.appendingPathComponent(name))
            }
        }
        #expect(try await program.run("rebuild").exitCode == 0)
        #expect(try await program.run("extraction", "--wait").exitCode == 0)
        #expect(try await program.run("search", "多联机组", "--json").json["total"] as? Int == 1)
        #expect(try await program.run("verify").exitCode == 0)
    }
}
