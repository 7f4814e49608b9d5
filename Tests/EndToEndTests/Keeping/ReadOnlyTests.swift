import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("On a disk that is read-only, reading goes on")
struct ReadOnlyTests {
    /// Whether this machine lets a test mount something of its own.
    static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["-rm", "mount", "--bind", "/tmp", "/tmp"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test("search, show, get, log and verify answer; filing is refused with the reason", .enabled(if: canMount, "no user namespaces here"))
    func readOnly() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "合同正文"), "--title", "青禾广场合同")
        let other = try program.write("b.txt", "另一份")
        let answers = try await program.onReadOnlyDisk([
            ["search", "青禾广场", "--json"], ["show", id], ["get", id, "--output", "-"], ["log"], ["log", "verify"], ["verify"], ["stats"],
        ])
        for (arguments, answer) in answers { #expect(answer.exitCode == 0, "\(arguments): \(answer.errors)") }
        #expect(answers[0].answer.json["total"] as? Int == 1)
        #expect(answers[2].answer.output == "合同正文")
        let filing = try await program.onReadOnlyDisk([["file", other, "--type", "contract", "--json"]])[0].answer
        #expect(filing.exitCode == 74)
        #expect(filing.error["code"] as? String == "M402")
    }
}

extension Program {
    /// Runs commands, one after the other, where the archive's disk is read-only.
    func onReadOnlyDisk(_ commands: [[String]]) async throws -> [(arguments: [String], answer: Answer)] {
        var answers: [(arguments: [String], answer: Answer)] = []
        let script = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\""
        for arguments in commands {
            answers.append(
                (arguments, try await run(["-rm", "sh", "-c", script, "sh", root.path, program.path] + arguments, by: "/usr/bin/unshare")))
        }
        return answers
    }
}
