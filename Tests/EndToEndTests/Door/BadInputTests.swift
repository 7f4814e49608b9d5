import Foundation
import Testing

@Suite("Bad input is refused with a message and an exit code, and the archive stays as it was")
struct BadInputTests {
    private func refused(_ program: Program, _ path: String, _ options: [String] = [], exitCode: Int32) async throws {
        let before = try await program.run("log", "--json").output
        let answer = try await program.run(["file", path, "--type", "contract", "--json", "--no-extract"] + options)
        #expect(answer.exitCode == exitCode, "\(path) \(options): \(answer.errors)")
        #expect(answer.error["message"] != nil && answer.error["code"] != nil)
        #expect(try await program.run("log", "--json").output == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.root.appendingPathComponent("staging").path).isEmpty)
    }

    @Test("a file that is not there, a folder, a FIFO, a device, a loop of links, an empty file")
    func paths() async throws {
        let program = try await Program()
        try await refused(program, "nowhere.txt", exitCode: 66)
        try await refused(program, ".", exitCode: 66)
        try await refused(program, "/dev/null", exitCode: 66)
        let fifo = program.folder.appendingPathComponent("fifo").path
        #expect(mkfifo(fifo, 0o600) == 0)
        try await refused(program, fifo, exitCode: 66)
        let loop = program.folder.appendingPathComponent("loop").path
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        try await refused(program, loop, exitCode: 66)
        try await refused(program, try program.write("empty.txt", ""), exitCode: 65)
    }

    /// What is refused at a desk leaves neither an event nor a byte behind.
    private func refused(_ desk: Desk, _ deed: Deed, _ code: String) async throws {
        let before = try await desk.events()
        try await desk.refused(deed, code)
        #expect(try await desk.events() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.program.root.appendingPathComponent("staging").path).isEmpty)
    }

    @Test(
        "names with control characters or right-to-left overrides", arguments: ["a\u{7}.txt", "合同\u{202E}fdp.txt", "a\u{9}b.txt"],
        Door.allCases)
    func names(_ name: String, _ door: Door) async throws {
        let desk = try await Desk(door)
        try await refused(desk, .file(try desk.write(name, "内容")), "M105")
    }

    @Test(
        "sums, dates, types and states that cannot be understood",
        arguments: [
            ["amount": "abc"], ["amount": "1.234"], ["signed": "2024-02-30"], ["signed": "昨天前"], ["type": "漫画"], ["state": "飘着"],
            ["confidentiality": "绝密"],
        ], Door.allCases)
    func values(_ words: Deed.Words, _ door: Door) async throws {
        let desk = try await Desk(door)
        try await refused(desk, .file(try desk.write("a.txt", "内容"), words: ["type": "contract"].merging(words) { $1 }), "M106")
    }

    @Test("an identifier with a slip, a version that is none, a word that is none, a command that is none: each has a code, also in JSON")
    func slips() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "内容"))
        let slip = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
        for (command, code, exitCode) in [
            (["show", slip], "M201", 66), (["dossier", "show", "C-1"], "M207", 66),
            (["get", id, "--version", "0", "--output", "-"], "M106", 65), (["get", id, "--version", "1"], "M115", 64),
            (["matter", "open", id, "漫画", "--note", "x"], "M106", 65), (["shou", id], "M115", 64), (["show"], "M115", 64),
            (["redact", id, "--words", "甲乙", "--key", "k", "--reason", "r"], "M115", 64),
            (["hold", "place", "--reason", "r", "--authority", "法务"], "M115", 64),
        ] {
            let answer = try await program.run(command + ["--json"])
            #expect(answer.error["code"] as? String == code && answer.exitCode == exitCode, "\(command): \(answer.errors)")
            #expect(answer.errors.split(separator: "\n").count { $0.hasPrefix("{") } == 1, "\(command): \(answer.errors)")
        }
        #expect(try await program.run("show", slip).errors.contains("不是文件的标识符"))
    }

    @Test("a slip has the same code at both doors, wherever it stands", arguments: Door.allCases)
    func sameSlips(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.program.file(try desk.write("a.txt", "内容"))
        let slip = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
        for (deed, code) in [
            (Deed.due(by: "明天"), "M106"), (.issueToken("甲", days: 0), "M106"),
            (Deed(["search", "空调", "--sort", "best"], "GET", ["documents"], ["q": "空调", "sort": "best"]), "M106"),
            (Deed(["search", "空调", "--limit", "many"], "GET", ["documents"], ["q": "空调", "limit": "many"]), "M106"),
            (Deed(["log", "--from", "昨天"], "GET", ["log"], ["from": "昨天"]), "M106"),
            (.retention(slip), "M201"), (.matters(of: slip), "M201"), (.hold("document", slip, "诉讼", by: "法务"), "M201"),
            (.hold("dossier", "C-1", "诉讼", by: "法务"), "M207"),
            (Deed(["matter", "settle", "x", "--reason", "已付"], "POST", ["matters", "x", "close"], ["reason": "已付"]), "M207"),
        ] {
            try await desk.refused(deed, code)
        }
    }

    @Test("a name in GB18030 is read as such and its bytes are kept; other bytes are refused with a remedy")
    func nameEncodings() async throws {
        let program = try await Program()
        let folder = Array(program.folder.path.utf8)
        func make(_ name: [UInt8]) {
            let path = (folder + [47] + name + [0]).map { CChar(bitPattern: $0) }
            let file = open(path, O_CREAT | O_WRONLY, 0o600)
            _ = write(file, "x", 1)
            close(file)
        }
        make([0xBA, 0xCF, 0xCD, 0xAC, 0x2E, 0x74, 0x78, 0x74])
        let listed = try await shell(program, "for f in *.txt; do \"$0\" file \"$f\" --type contract --json --no-extract; done")
        #expect(listed.contains("\"name\":\"合同.txt\"") && listed.contains("\"nameBytes\":\"bacfcdac2e747874\""))
    }

    /// Lets a shell expand names that no Swift string can hold.
    private func shell(_ program: Program, _ script: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script, program.program.path]
        process.currentDirectoryURL = program.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test("an archive made by a newer program is refused, untouched")
    func newerArchive() async throws {
        let program = try await Program()
        let path = program.root.appendingPathComponent("archive.json")
        let text = try String(contentsOf: path, encoding: .utf8).replacingOccurrences(of: "\"format\" : 1", with: "\"format\" : 99")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path)
        try Data(text.utf8).write(to: path)
        #expect(try await program.run("stats").exitCode == 78)
        #expect(try String(contentsOf: path, encoding: .utf8) == text)
    }
}
