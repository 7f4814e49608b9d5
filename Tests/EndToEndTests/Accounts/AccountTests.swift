import Foundation
import Testing

@Suite("Whoever acts as an account proves it and has its rights")
struct AccountTests {
    @Test("by its password, and the event names the account")
    func password() async throws {
        let program = try await Program()
        let account = try #require(
            try await program.run("account", "set", "陈国清", "--role", "sales_assistant", "--json").json["account"] as? [String: Any])
        #expect(try await program.run(["account", "password", "陈国清"], input: "冷却塔-2026-夏\n").exitCode == 0)
        let path = try program.write("a.txt", "内容")
        let filing = ["file", path, "--type", "contract", "--no-extract", "--as", "陈国清"]
        #expect(try await program.run(filing).exitCode == 77)
        #expect(try await program.run(filing, environment: ["MUNIMENT_PASSWORD": "冷却塔-2026-冬"]).exitCode == 77)
        let right = ["MUNIMENT_PASSWORD": "冷却塔-2026-夏"]
        #expect(try await program.run(filing, environment: right).exitCode == 0)
        let id = try #require(account["id"] as? String).filter { $0 != "-" }
        #expect(try await program.run("log", "--actor", id, "--type", "document.filed", "--json").output.contains("document.filed/1"))
    }

    @Test("R-51, R-52: what its roles do not give it is refused, and the refusal is an event", arguments: Door.allCases)
    func rights(_ door: Door) async throws {
        let desk = try await Desk(door, roles: ["sales_assistant"])
        let id = try await desk.done(.file(try desk.write("a.txt", "甲"))).id
        for deed in [Deed.accounts, .hold("document", id, "诉讼", by: "法务部"), .verify, .pattern("HT-{seq:6}")] {
            try await desk.refused(deed, "M301")
        }
        #expect(try await desk.program.run("log", "--type", "access.refused", "--json").output.contains("access.refused/"))
    }

    @Test("R-52: refusals and failed sign-ins that a service has counted are in the journal when it has ended")
    func counted() async throws {
        let program = try await Program()
        try await program.run("account", "set", "甲", "--role", "customer_service")
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program)
        for _ in 0..<3 {
            #expect(try await service.get("accounts", token).status == 403)
            #expect(try await service.get("accounts", "mun_wrong").status == 401)
        }
        try await service.stop()
        let log = try await program.run("log", "--json").output
        func told(_ pattern: Regex<(Substring, Substring)>) -> Int { log.matches(of: pattern).compactMap { Int($0.1) }.reduce(0, +) }
        #expect(told(/"listAccounts":(\d+)/) == 3 && told(/"count":(\d+)/) == 3, "\(log)")
    }

    @Test("by its own token, not by another's")
    func token() async throws {
        let program = try await Program()
        for name in ["甲", "乙"] { try await program.run("account", "set", name, "--role", "archivist") }
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let environment = ["MUNIMENT_TOKEN": token]
        #expect(try await program.run(["search", "x", "--as", "甲"], environment: environment).exitCode == 0)
        #expect(try await program.run(["search", "x", "--as", "乙"], environment: environment).exitCode == 77)
    }

    @Test("a password too short is refused and none is set")
    func shortPassword() async throws {
        let program = try await Program()
        try await program.run("account", "set", "甲", "--role", "archivist")
        let answer = try await program.run(["account", "password", "甲"], input: "1234\n")
        #expect(answer.exitCode == 65)
        #expect(!answer.errors.isEmpty)
    }

    @Test("a link to sign in with is printed where it is asked for, and never into a log")
    func link() async throws {
        let program = try await Program()
        try await program.run("account", "set", "甲", "--role", "archivist")
        let link = try await program.run("account", "link", "甲", "--at", "https://archive.example")
        #expect(link.exitCode == 0 && link.output.hasPrefix("https://archive.example/sign-in?link=munlink_"))
        #expect(try await program.run("account", "link", "乙").exitCode == 67)

        let service = Process()
        service.executableURL = program.program
        service.arguments = ["serve", "--port", "0", "--account", "甲", "--archive", program.root.path]
        service.environment = ["MUNIMENT_HOME": program.folder.appendingPathComponent("home").path, "LANG": "en", "PATH": "/usr/bin:/bin"]
        let log = Pipe()
        (service.standardOutput, service.standardError) = (log, log)
        try service.run()
        var text = ""
        while !text.contains("account link"), case let more = log.fileHandleForReading.availableData, !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        service.terminate()
        text += String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        service.waitUntilExit()
        #expect(text.contains("Serving http://127.0.0.1:") && !text.contains("munlink_") && !text.contains("sign-in?link="))
    }

    @Test("a service that cannot listen says so with a code, and what to do")
    func portTaken() async throws {
        let program = try await Program()
        let service = try await Service(program)
        let port = try #require(service.address.split(separator: ":").last)
        let answer = try await program.run(["serve", "--port", String(port)], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(answer.exitCode == 65 && answer.errors.contains("M106") && answer.errors.contains("端口"), "\(answer.errors)")
        try await service.stop()
    }
}
