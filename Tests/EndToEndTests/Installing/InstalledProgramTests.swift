import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

/// The program is one file that runs anywhere on its system: it needs neither Swift nor the folder it was built in.
///
/// What is tried is the program that `MUNIMENT_INSTALLED` names (continuous integration names the one that `tools/install` put somewhere), else
/// one linked like it from what the tests were built of, which takes seconds and not a second build of everything.
@Suite("A program that was installed", .enabled(if: ReadOnlyTests.canMount, "no user namespaces here"))
struct InstalledProgramTests {
    @Test("makes an archive, files, searches and gives back where there is no Swift and no checkout")
    func alone() async throws {
        let program = try await Program()
        let installed = try await Self.installed(beside: program)
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

    @Test("and the one that tests are run with does not start there, so that the place is one without Swift")
    func control() async throws {
        let program = try await Program()
        let copy = program.folder.appendingPathComponent("copy").path
        #expect(try await program.run([Program.built.path, copy], by: "/bin/cp").exitCode == 0)
        #expect(try await program.hidden(from: copy, "--version").exitCode != 0)
    }

    private static func installed(beside program: Program) async throws -> String {
        if let installed = Program.installed { return installed.path }
        let linked = program.folder.appendingPathComponent("muniment").path
        let answer = try await program.run(try linkCommand(to: linked), by: "/usr/bin/env")
        #expect(answer.exitCode == 0, "\(answer.errors)")
        return linked
    }

    /// How the build linked the program, with Swift's libraries put in: of Foundation's the linker must be told, for the objects were
    /// compiled to find them at run time.
    private static func linkCommand(to path: String) throws -> [String] {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let plan = products.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            products.lastPathComponent + ".yaml")
        let line = try #require(
            try String(contentsOf: plan, encoding: .utf8).split(separator: "\n").first {
                $0.contains("\"-emit-executable\"") && $0.contains("muniment.product")
            })
        let list = line.trimmingPrefix { $0 != "[" }
        var words = try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String])
        let output = try #require(words.firstIndex(of: "-o"))
        words[output + 1] = path
        let foundation = ["", "Internationalization", "Essentials"].map { "-lFoundation\($0)" }
        let below = ["-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCollections", "-l_FoundationCShims", "-lstdc++", "-lm"]
        return words + ["-static-stdlib", "-lsqlite3"] + foundation + below
    }
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

    /// The folder from which the program that tests are run with has Swift's own library.
    private func swiftLibraries() async throws -> String {
        let lines = try await run([Program.built.path], by: "/usr/bin/ldd").output.split(separator: "\n")
        let library = try #require(lines.first { $0.contains("libswiftCore.so => ") }).trimmingPrefix { $0 != "/" }
        return URL(fileURLWithPath: String(library.prefix { $0 != " " })).deletingLastPathComponent().path
    }
}
