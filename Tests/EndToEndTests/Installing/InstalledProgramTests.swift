import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

/// The program is one file that runs anywhere on its system: it needs neither Swift nor the folder it was built in.
@Suite("A program that was installed", .enabled(if: ReadOnlyTests.canMount, "no user namespaces here"))
struct InstalledProgramTests {
    @Test("makes an archive, files, searches and gives back where there is no Swift and no checkout")
    func alone() async throws {
        let program = try await Program()
        let installed = program.folder.appendingPathComponent("muniment").path
        #expect(try await program.run([program.program.path, installed], by: "/bin/cp").exitCode == 0)
        let path = try program.write("a.txt", "多联机组 安装合同")
        let root = program.folder.appendingPathComponent("another").path
        #expect(try await program.hidden(from: installed, "init", root).exitCode == 0)
        let filed = try await program.hidden(from: installed, "file", path, "--archive", root, "--type", "contract", "--json")
        #expect(filed.exitCode == 0, "\(filed.errors)")
        let found = try await program.hidden(from: installed, "search", "多联机组", "--archive", root, "--json")
        #expect(found.json["total"] as? Int == 1, "\(found.errors)")
        let id = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        let got = try await program.hidden(from: installed, "get", id, "--archive", root, "--output", "-")
        #expect(got.output == "多联机组 安装合同")
        #expect(try await program.hidden(from: installed, "verify", "--archive", root).exitCode == 0)
    }

    @Test("while another one that was built with it does not start there, so that the place is one without Swift")
    func control() async throws {
        let program = try await Program()
        let copy = program.folder.appendingPathComponent("copy").path
        #expect(try await program.run([Self.bound, copy], by: "/bin/cp").exitCode == 0)
        #expect(try await program.hidden(from: copy).exitCode == 127)
    }

    /// A program that needs Swift's libraries where it runs.
    fileprivate static let bound = Program.built.deletingLastPathComponent().appendingPathComponent("ConfinementProbe").path
}

extension Program {
    /// Runs a program where neither Swift's libraries nor the checkout can be seen.
    fileprivate func hidden(from path: String, _ arguments: String...) async throws -> Answer {
        let empty = folder.appendingPathComponent("empty")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        let script = """
            mount --bind "$1" "$2" && mount --bind "$1" "$3" && [ -z "$(ls "$2" "$3" | grep -v :)" ] || exit 99
            shift 3 && exec "$@"
            """
        let answer = try await run(
            ["-rm", "sh", "-c", script, "sh", empty.path, try await swiftLibraries(), Checkout.folder.path, path] + arguments,
            environment: ["MUNIMENT_HOME": folder.appendingPathComponent("another-home").path], by: "/usr/bin/unshare")
        #expect(answer.exitCode != 99, "\(answer.errors)")
        return answer
    }

    /// The folder of Swift's own library.
    private func swiftLibraries() async throws -> String {
        let lines = try await run([InstalledProgramTests.bound], by: "/usr/bin/ldd").output.split(separator: "\n")
        let library = try #require(lines.first { $0.contains("libswiftCore.so => ") }).trimmingPrefix { $0 != "/" }
        return URL(fileURLWithPath: String(library.prefix { $0 != " " })).deletingLastPathComponent().path
    }
}
