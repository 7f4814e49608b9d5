import Foundation
import Testing

@Suite("On a disk with not one free byte, reading goes on")
struct FullDiskTests {
    @Test(
        "search, show, get, log, verify and stats answer; filing says what is full",
        .enabled(if: ReadOnlyTests.canMount, "no user namespaces"),
        arguments: [false, true])
    func full(_ wasKilled: Bool) async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "合同正文"), "--title", "青禾广场合同")
        let other = try program.write("b.txt", "另一份")
        let copy = program.folder.appendingPathComponent("copy")
        if wasKilled {
            // As a killed process leaves it: rows in SQLite's log that are not in the database.
            let service = try await Service(program)
            try FileManager.default.copyItem(at: program.root, to: copy)
            try await service.stop()
            #expect(FileManager.default.fileExists(atPath: copy.appendingPathComponent("catalogue/1.sqlite-wal").path))
            try? FileManager.default.removeItem(at: copy.appendingPathComponent("catalogue/1.sqlite-shm"))
        } else {
            try FileManager.default.copyItem(at: program.root, to: copy)
        }
        let commands = [
            ["search", "青禾广场", "--json"], ["show", id], ["get", id, "--output", "-"], ["log"], ["log", "verify"], ["verify"], ["stats"],
        ]
        for command in commands {
            let answer = try await program.onFullDisk(copy, command)
            #expect(answer.exitCode == 0, "\(command): \(answer.errors)")
            if command[0] == "search" { #expect(answer.json["total"] as? Int == 1) }
            if command[0] == "get" { #expect(answer.output == "合同正文") }
        }
        let filing = try await program.onFullDisk(copy, ["file", other, "--type", "contract", "--json", "--lang", "en"])
        #expect(filing.exitCode == 74)
        #expect(filing.error["code"] as? String == "M401")
        #expect((filing.error["message"] as? String ?? "").contains(program.root.path), "\(filing.errors)")
    }
}

extension Program {
    /// Runs a command on a copy of an archive that lies, in the root's place, on a small disk which is full to the last byte.
    func onFullDisk(_ copy: URL, _ arguments: [String]) async throws -> Answer {
        let script = """
            mount -t tmpfs -o size=48m tmpfs "$1" && cp -a "$2/." "$1/" && rm -f "$1/reserve"
            dd if=/dev/zero of="$1/filler" bs=1M 2>/dev/null; dd if=/dev/zero of="$1/filler2" bs=1 2>/dev/null
            shift 2 && exec "$@"
            """
        return try await run(["-rm", "sh", "-c", script, "sh", root.path, copy.path, program.path] + arguments, by: "/usr/bin/unshare")
    }
}
