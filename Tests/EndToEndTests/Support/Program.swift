import Foundation
import Subprocess
import SystemPackage
import Testing

/// The built program and a folder of a test's own, driven as a user would drive them.
final class Program: Sendable {
    struct Answer: Sendable {
        let exitCode: Int32
        let output: String
        let errors: String

        /// The first line of the output as JSON.
        var json: [String: Any] {
            let line = output.split(separator: "\n").first.map(String.init) ?? "{}"
            return (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
        }

        /// The last line of the errors as JSON: with --json it is the error.
        var error: [String: Any] {
            let line = errors.split(separator: "\n").last.map(String.init) ?? "{}"
            let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            return object?["error"] as? [String: Any] ?? [:]
        }
    }

    let folder: URL
    let program: URL

    /// The program that was built with the tests.
    static let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("muniment")
    /// The one that `MUNIMENT_INSTALLED` names: what people run is what is tried.
    static let installed = ProcessInfo.processInfo.environment["MUNIMENT_INSTALLED"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }

    /// Makes an archive in a new folder.
    init() async throws {
        program = Program.installed ?? Program.built
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("muniment-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try await run("init", folder.appendingPathComponent("storage").path)
        #expect(made.exitCode == 0, "\(made.errors)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var root: URL { folder.appendingPathComponent("storage") }

    /// Writes a file beside the archive and answers its path.
    func write(_ name: String, _ content: String) throws -> String {
        let path = folder.appendingPathComponent(name)
        try Data(content.utf8).write(to: path)
        return path.path
    }

    /// Runs the program in the test's folder.
    @discardableResult
    func run(_ arguments: String...) async throws -> Answer { try await run(arguments) }

    /// - Parameters:
    ///   - environment: Variables besides those that every run has.
    ///   - input: What stands on the standard input.
    ///   - launcher: Another program to run, which is given the arguments.
    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "", by launcher: String? = nil) async throws
        -> Answer
    {
        let usual = ["PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8", "MUNIMENT_HOME": folder.appendingPathComponent("home").path]
        let variables = usual.merging(environment) { _, new in new }.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
        let result = try await Subprocess.run(
            .path(FilePath(launcher ?? program.path)), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: variables)), workingDirectory: FilePath(folder.path),
            input: .string(input), output: .string(limit: 64 << 20), error: .string(limit: 16 << 20))
        let code: Int32 = if case .exited(let code) = result.terminationStatus { Int32(code) } else { -1 }
        return Answer(exitCode: code, output: result.standardOutput, errors: result.standardError)
    }

    /// Runs a command that makes something and answers its identifier.
    ///
    /// - Parameter member: What the answer calls it.
    func made(_ member: String, _ arguments: String...) async throws -> String {
        let answer = try await run(arguments + ["--json"])
        #expect(answer.exitCode == 0, "\(answer.errors)")
        let thing = try #require(answer.json[member] as? [String: Any])
        return try #require(thing["id"] as? String)
    }

    /// Files a document and answers its identifier.
    func file(_ path: String, _ options: String...) async throws -> String {
        let answer = try await run(["file", path, "--type", "contract", "--json", "--no-extract"] + options)
        #expect(answer.exitCode == 0, "\(answer.errors)")
        let document = try #require(answer.json["document"] as? [String: Any])
        return try #require(document["id"] as? String)
    }
}
