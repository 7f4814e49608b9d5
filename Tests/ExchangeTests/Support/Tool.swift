import Foundation
import Testing

/// A program of somebody else's that reads what we wrote.
enum Tool {
    /// What it prints, given a file with these bytes as its last argument.
    static func output(_ name: String, _ arguments: [String] = [], on bytes: [UInt8], then more: [String] = []) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("exchange-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("file")
        try Data(bytes).write(to: file)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments + [file.path] + more
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(name): \(text)")
        return text
    }

    /// What a few lines of Python print as JSON.
    static func python<Answer: Decodable>(_ script: String, on bytes: [UInt8], as: Answer.Type = Answer.self) throws -> Answer {
        let text = try output("python3", ["-c", script], on: bytes)
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }
}
