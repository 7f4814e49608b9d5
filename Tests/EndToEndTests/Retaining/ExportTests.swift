import Foundation
import Testing

@Suite("What is due leaves the archive as a file", .timeLimit(.minutes(20)))
struct ExportTests {
    @Test("at both doors the same rows, in the form that is asked for; it is an event")
    func bothDoors() async throws {
        let desk = try await Desk(.service)
        let program = desk.program
        let quote = try await program.file(try desk.write("报价.txt", "报价"), "--title", "=青禾\"广场\"，报价")
        #expect(try await program.run("classify", "XS-BJ", quote).exitCode == 0)
        let service = try await Service(program)
        let token = try await program.run("token", "create", Desk.account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        for format in ["csv", "xlsx", "ics"] {
            let target = program.folder.appendingPathComponent("到期.\(format)").path
            let written = try await program.run("due", "--all", "--output", target)
            #expect(written.exitCode == 0, "\(written.errors)")
            let address = service.url("due/export?format=\(format)&all=true&language=zh")
            let sent = try await service.curl([address], token)
            #expect(sent.status == 200)
            let saved = try Data(contentsOf: URL(fileURLWithPath: target))
            switch format {
            case "xlsx": #expect(saved.starts(with: Data("PK".utf8)) && sent.body.starts(with: Data("PK".utf8)))
            case "csv":
                #expect(saved == sent.body)
                let text = String(decoding: saved, as: UTF8.self)
                #expect(text.contains("\"'=青禾\"\"广场\"\"，报价\""), "no cell is a formula: \(text)")
            default:
                let text = String(decoding: sent.body, as: UTF8.self)
                #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.components(separatedBy: "BEGIN:VEVENT").count == 2)
            }
        }
        let events = try await program.run("log", "show", "--type", "list.exported").output.split(separator: "\n").count
        #expect(events == 6)
        try await service.stop()
    }

    @Test("a form that is none, a file that is there, and a role that may not are refused; nothing is written")
    func refusals() async throws {
        let program = try await Program()
        let target = try program.write("有.csv", "别人的")
        for (arguments, code) in [(["due", "--output", "a.doc"], "M106"), (["due", "--output", target], "M112")] {
            let answer = try await program.run(arguments + ["--json"])
            #expect(answer.error["code"] as? String == code, "\(answer.errors)")
        }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "别人的")
        try await program.run("account", "set", "王芳", "--role", "customer_service")
        let token = try await program.run("token", "create", "王芳").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let refused = try await program.run(
            ["due", "--output", program.folder.appendingPathComponent("b.csv").path, "--as", "王芳", "--json"],
            environment: ["MUNIMENT_TOKEN": token])
        #expect(refused.exitCode == 77)
    }
}
