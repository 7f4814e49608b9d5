import Foundation
import Testing

@Suite("The folder of secrets is one archive's, and its owner's alone")
struct HomeTests {
    @Test("two archives under one MUNIMENT_HOME: the second is refused by name, whatever it is asked", arguments: [false, true])
    func two(_ isOld: Bool) async throws {
        let program = try await Program()
        #expect(try await program.run("log", "checkpoint", "--output", "kept").exitCode == 0)
        let home = program.folder.appendingPathComponent("home")
        let identity = try String(contentsOf: home.appendingPathComponent("archive"), encoding: .utf8)
        // Older programs left no such file.
        if isOld { try FileManager.default.removeItem(at: home.appendingPathComponent("archive")) }
        let refused = try await program.run("init", "other", "--json")
        #expect(refused.exitCode == 78 && refused.error["code"] as? String == "M406", "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("other").path))
        #expect(try await program.run(["init", "other"], environment: ["MUNIMENT_HOME": program.folder.path + "/home2"]).exitCode == 0)
        for command in [["search"], ["account", "list"], ["serve", "--port", "0"], ["log", "checkpoint", "--output", "-"]] {
            let answer = try await program.run(command + ["--archive", "other", "--json", "--lang", "en"])
            #expect(answer.exitCode == 78, "\(command) \(answer.errors)")
            #expect(answer.error["code"] as? String == "M406")
            let message = "\(answer.error["message"] ?? "") \(answer.error["remedy"] ?? "")"
            #expect(message.contains(identity.trimmingCharacters(in: .newlines)) && message.contains("MUNIMENT_HOME"), "\(message)")
        }
        #expect(try await program.run("search").exitCode == 0)
        let own = try await program.run(["search", "--archive", "other"], environment: ["MUNIMENT_HOME": program.folder.path + "/home2"])
        #expect(own.exitCode == 0)
    }

    @Test("one that others can read is refused at once, with what to do")
    func exposed() async throws {
        let program = try await Program()
        #expect(try await program.run("log", "checkpoint", "--output", "kept").exitCode == 0)
        let home = program.folder.appendingPathComponent("home").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home)
        for command in [["search"], ["serve", "--port", "0"], ["init", "other"]] {
            let answer = try await program.run(command + ["--json", "--lang", "en"])
            #expect(answer.exitCode == 78, "\(command) \(answer.errors)")
            #expect((answer.error["remedy"] as? String ?? "").contains("chmod go="), "\(answer.errors)")
        }
    }

    @Test("identifiers have one form for people and in JSON; the journal's headers have their own")
    func identifiers() async throws {
        let program = try await Program()
        try await program.run("account", "set", "陈国清", "--role", "archivist")
        #expect(try await program.run(["account", "password", "陈国清"], input: "冷却塔-2026-夏\n").exitCode == 0)
        let filing = [
            "file", try program.write("a.txt", "甲"), "--type", "contract", "--party", "华为", "--no-extract", "--as", "陈国清", "--json",
        ]
        let filed = try await program.run(filing, environment: ["MUNIMENT_PASSWORD": "冷却塔-2026-夏"])
        let id = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        let compact = /(^|[^0-9A-Z-])[A-Z][0-9A-HJKMNP-TV-Z]{12}([^0-9A-Z-]|$)/
        for command in [
            ["log"], ["versions", id], ["versions", id, "--json"], ["show", id, "--json"], ["account", "list"], ["party", "list"],
        ] {
            let answer = try await program.run(command)
            #expect(answer.output.firstMatch(of: compact) == nil, "\(command): \(answer.output)")
        }
        #expect(try await program.run("versions", id).output.contains("A-"))
    }

    @Test("what is wrong with the journal's files is said in a sentence, not in the program's own words")
    func sentences() async throws {
        let program = try await Program()
        try FileManager.default.removeItem(at: program.root.appendingPathComponent("journal/000001.jsonl"))
        for tongue in ["zh", "en"] {
            let answer = try await program.run("log", "verify", "--lang", tongue)
            #expect(answer.exitCode == 74)
            #expect(answer.errors.contains(tongue == "en" ? "There is no journal in" : "里没有日志"), "\(answer.errors)")
            #expect(!answer.errors.contains("FilePath") && !answer.errors.contains("missing("), "\(answer.errors)")
        }
    }
}
