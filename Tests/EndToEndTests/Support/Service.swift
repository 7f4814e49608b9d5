import Foundation
import Synchronization
import Testing

/// The program as a service, over real connections.
final class Service: @unchecked Sendable {  // set once, before anybody else has it
    private let process = Process()
    private let log = Pipe()
    /// What it wrote since it listens. It is taken at once: a pipe that nobody reads stops who writes into it.
    private let written = Mutex("")
    private let port: Int

    /// Starts the service of a test's archive and waits until it listens.
    ///
    /// - Parameter port: 0 for any.
    init(_ program: Program, port: Int = 0) async throws {
        process.executableURL = program.program
        process.arguments = ["serve", "--port", "\(port)", "--archive", program.root.path]
        process.environment = ["MUNIMENT_HOME": program.folder.appendingPathComponent("home").path, "LANG": "en", "PATH": "/usr/bin:/bin"]
        (process.standardOutput, process.standardError) = (log, log)
        try process.run()
        var text = ""
        while !text.contains("/\n"), case let more = log.fileHandleForReading.availableData, !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        self.port = try #require(text.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) }, "\(text)")
        log.fileHandleForReading.readabilityHandler = { [weak self] log in
            let more = log.availableData
            if more.isEmpty { log.readabilityHandler = nil }
            self?.written.withLock { $0 += String(decoding: more, as: UTF8.self) }
        }
    }

    deinit {
        guard process.isRunning else { return }
        process.terminate()
        // It writes down what it counted; its folder must not be removed meanwhile.
        process.waitUntilExit()
    }

    /// Ends the service and answers what it wrote.
    @discardableResult
    func stop() async throws -> String {
        process.terminate()
        process.waitUntilExit()
        log.fileHandleForReading.readabilityHandler = nil
        let rest = log.fileHandleForReading.readDataToEndOfFile()
        return written.withLock { $0 } + String(decoding: rest, as: UTF8.self)
    }

    /// A port on which nothing listens.
    static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0 }
        }
        try #require(bound)
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// How many documents a search finds; nil where it fails.
    func search(_ query: String, _ token: String) async throws -> Int? {
        let (body, _) = try await curl(["-G", "--data-urlencode", "q=\(query)", url("documents")], token)
        return ((try? JSONSerialization.jsonObject(with: body)) as? [String: Any])?["total"] as? Int
    }

    /// Files a document and answers the status.
    func file(_ content: String, _ token: String) async throws -> Int {
        try await curl(
            ["-F", "metadata={\"type\":\"contract\"}", "-F", "file=@-;filename=\(content).txt", url("documents")], token,
            input: Data(content.utf8)
        ).status
    }

    /// Fetches a path; answers the body and the status.
    func get(_ path: String, _ token: String) async throws -> (body: String, status: Int) {
        let (body, status) = try await curl([url(path)], token)
        return (String(decoding: body, as: UTF8.self), status)
    }

    /// `http://127.0.0.1:40123`
    var address: String { "http://127.0.0.1:\(port)" }

    func url(_ path: String) -> String { "\(address)/api/v1/\(path)" }

    /// One request; answers the body and the status.
    func curl(_ arguments: [String], _ token: String, input: Data = Data()) async throws -> (body: Data, status: Int) {
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        client.arguments = ["-s", "--max-time", "60", "-H", "Authorization: Bearer \(token)", "-w", "\n%{http_code}"] + arguments
        let (output, standardInput) = (Pipe(), Pipe())
        (client.standardOutput, client.standardInput) = (output, standardInput)
        try client.run()
        standardInput.fileHandleForWriting.write(input)
        try standardInput.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        client.waitUntilExit()
        let border = answer.lastIndex(of: UInt8(ascii: "\n")) ?? answer.endIndex
        return (Data(answer[..<border]), Int(String(decoding: answer[border...].dropFirst(), as: UTF8.self)) ?? 0)
    }
}
