import Foundation
import Testing

/// The program as a service, over real connections.
final class Service: @unchecked Sendable {  // set once, before anybody else has it
    private let process = Process()
    private let log = Pipe()
    private let port: Int

    /// Starts the service of a test's archive and waits until it listens.
    init(_ program: Program) async throws {
        process.executableURL = program.program
        process.arguments = ["serve", "--port", "0", "--archive", program.root.path]
        process.environment = ["MUNIMENT_HOME": program.folder.appendingPathComponent("home").path, "LANG": "en", "PATH": "/usr/bin:/bin"]
        (process.standardOutput, process.standardError) = (log, log)
        try process.run()
        var text = ""
        while !text.contains("/\n"), case let more = log.fileHandleForReading.availableData, !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        port = try #require(text.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) }, "\(text)")
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Ends the service and answers what it wrote.
    @discardableResult
    func stop() async throws -> String {
        process.terminate()
        let rest = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return rest
    }

    /// How many documents a search finds; nil where it fails.
    func search(_ query: String, _ token: String) async throws -> Int? {
        let (body, _) = try await curl(["-G", "--data-urlencode", "q=\(query)", url("documents")], token)
        return ((try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any])?["total"] as? Int
    }

    /// Files a document and answers the status.
    func file(_ content: String, _ token: String) async throws -> Int {
        try await curl(
            ["-F", "metadata={\"type\":\"contract\"}", "-F", "file=@-;filename=\(content).txt", url("documents")], token, input: content
        ).status
    }

    /// Fetches a path; answers the body and the status.
    func get(_ path: String, _ token: String) async throws -> (body: String, status: Int) { try await curl([url(path)], token) }

    /// `http://127.0.0.1:40123`
    var address: String { "http://127.0.0.1:\(port)" }

    private func url(_ path: String) -> String { "\(address)/api/v1/\(path)" }

    private func curl(_ arguments: [String], _ token: String, input: String = "") async throws -> (body: String, status: Int) {
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        client.arguments = ["-s", "--max-time", "60", "-H", "Authorization: Bearer \(token)", "-w", "\n%{http_code}"] + arguments
        let (output, standardInput) = (Pipe(), Pipe())
        (client.standardOutput, client.standardInput) = (output, standardInput)
        try client.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        client.waitUntilExit()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.dropLast().joined(separator: "\n"), Int(lines.last ?? "") ?? 0)
    }
}
