import Foundation
import SystemPackage

/// Somebody else's opinion of a storage root: `ocfl-validate.py` of the Python package `ocfl-py`.
enum OutsideValidator {
    static let isHere = path != nil

    fileprivate static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/ocfl-validate.py" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What it says against the root; nil if it calls it valid.
    static func complaint(about root: FilePath) throws -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent")
        process.arguments = ["-q", root.string]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 && !text.contains("INVALID") ? nil : text
    }
}

extension OutsideValidator {
    /// Whether it calls each object valid.
    static func verdicts(on objects: [FilePath]) throws -> [Bool] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent")
        process.arguments = ["-Q"] + objects.map(\.string)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").compactMap { line in
            line.hasSuffix(" is VALID") ? true : line.hasSuffix(" is INVALID") || line.hasPrefix("Bad path") ? false : nil
        }
    }
}
