import Foundation
import Testing

@Suite("The rules of retention answer for themselves")
struct ScheduleTests {
    @Test("R-28: what show --yaml prints is what is in force, and loads as the same")
    func shownAsFile() async throws {
        let program = try await Program()
        #expect(try await program.run("scheme", "close", "XS-CW-QT", "--on", "2999-12-31").exitCode == 0)
        for kind in ["scheme", "schedule"] {
            let before = try await program.run(kind, "show", "--json").json
            let file = try program.write("\(kind).yaml", try await program.run(kind, "show", "--yaml").output)
            #expect(try await program.run(kind, "check", file).exitCode == 0)
            #expect(try await program.run(kind, "load", file).exitCode == 0)
            let after = try await program.run(kind, "show", "--json").json
            for member in ["classes", "rules"] {
                #expect((before[member] as? [[String: Any]] ?? []) as NSArray == (after[member] as? [[String: Any]] ?? []) as NSArray)
            }
        }
        let shown = try await program.run("scheme", "show", "--yaml").output
        #expect(shown.contains("2999-12-31") && shown.contains("owners: [finance, archivist]"))
    }

    @Test("R-42: owners of whom none may propose a disposal are refused, by line", arguments: ["[]", "[auditor, administrator]"])
    func owners(_ owners: String) async throws {
        let program = try await Program()
        let scheme = try await program.run("scheme", "show", "--yaml").output.replacing(
            "owners: [finance, archivist]", with: "owners: \(owners)")
        let file = try program.write("方案.yaml", scheme)
        let found = try await program.run("scheme", "check", file)
        #expect(found.exitCode == 1 && found.output.contains("owners"))
        #expect(try await program.run("scheme", "load", file).exitCode == 65)
    }

    @Test("R-31, R-35, R-38: schedule try answers each line, with the day it is free, what is awaited and what blocks")
    func trial() async throws {
        let program = try await Program()
        let questions = try program.write(
            "questions.jsonl",
            """
            {"id": "a", "asOf": "2024-06-01", "facts": {"performed": "2013-05-20"}, "rules": [{"id": "R", "start": "ended", "from": "year-end", "period": {"years": 10}}], "openMatters": ["claim"], "holds": [{"from": "2023-11-01", "to": "2025-04-02"}]}
            {"id": 2, "asOf": "2024-06-01", "rules": [{"id": "R", "start": "ended", "from": "day", "period": {"years": 1}}]}
            {"id": "p", "asOf": "2024-06-01", "rules": [{"id": "R", "start": "ended", "from": "day", "period": "permanent"}]}
            {"id": "f", "asOf": "2024-03-16", "facts": {"filed": "2021-03-15"}, "rules": [{"id": "R", "start": "filed", "from": "day", "period": {"years": 3}}]}

            """)
        let answer = try await program.run("schedule", "try", questions)
        #expect(answer.exitCode == 0, "\(answer.errors)")
        #expect(
            answer.output.split(separator: "\n") == [
                #"{"blockedBy":["claim","hold"],"disposable":false,"due":"2024-01-01","id":"a","keptTo":"2023-12-31","waiting":[]}"#,
                #"{"blockedBy":[],"disposable":false,"due":null,"id":2,"keptTo":null,"waiting":["ended"]}"#,
                #"{"blockedBy":[],"disposable":false,"due":"never","id":"p","keptTo":null,"waiting":[]}"#,
                #"{"blockedBy":[],"disposable":true,"due":"2024-03-16","id":"f","keptTo":"2024-03-15","waiting":[]}"#,
            ])
    }

    @Test(
        "what cannot be is refused by line and member, and the other lines are answered",
        arguments: [
            (#""asOf": "2024-02-30""#, "asOf"), (#""facts": {"endet": "2020"}"#, "endet"),
            (#""facts": {"filed": "2020-13"}"#, "facts.filed"),
            (#""rules": [{"id": "R", "start": "soon", "from": "day", "period": {"years": 1}}]"#, "start"),
            (#""rules": [{"id": "R", "start": "filed", "from": "day", "period": {"years": -1}}]"#, "period"),
            (#""rules": [{"id": "R", "start": "filed", "from": "day", "period": {"years": 10000}}]"#, "period"),
            (#""rules": [{"id": "R", "start": "filed", "from": "noon", "period": {"years": 1}}]"#, "from"),
            (#""holds": [{"from": "2024-01-01", "to": "2023-01-01"}]"#, "holds"),
        ])
    func refused(_ member: String, _ subject: String) async throws {
        let program = try await Program()
        let others = [#""id": "x""#, #""asOf": "2024-01-01""#, #""rules": []"#].filter { !$0.hasPrefix(member.prefix(6)) }
        let good = #"{"id": "y", "asOf": "2024-01-01", "rules": []}"#
        let questions = try program.write("questions.jsonl", "{\((others + [member]).joined(separator: ", "))}\n\(good)\n")
        let answer = try await program.run("schedule", "try", questions, "--json")
        #expect(answer.exitCode == 65)
        #expect(answer.error["subject"] as? String == subject)
        #expect(answer.output.contains(#""id":"y""#))
    }
}
