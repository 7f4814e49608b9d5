import Disk
import Extraction
import Foundation
import Records
import SystemPackage
import Testing

@Suite("A worker that reads can do nothing else (law 4)")
struct ConfinementTests {
    @Test(
        "it is refused, and the kernel says so",
        arguments: [
            ("internet", Errno.notPermitted), ("unix", .notPermitted), ("signal", .notPermitted),
            ("mount", .notPermitted), ("read", .permissionDenied), ("write", .permissionDenied), ("remove", .permissionDenied),
            ("memory", .noMemory), ("large-file", .fileTooLarge), ("run", .permissionDenied),
        ])
    func refused(_ deed: String, _ error: Errno) throws {
        let scratch = try Scratch()
        let own = try scratch.file("secret.txt", "机密")
        let target = deed == "write" ? scratch.folder.appendingPathComponent("new") : deed == "run" ? try scratch.program("exit 0") : own
        #expect(try probe(deed, target.path) == error.rawValue)
        #expect(FileManager.default.fileExists(atPath: own.path))
    }

    @Test("what reading needs it may do: run the programs of the system")
    func allowed() throws {
        #expect(try probe("nothing", "") == 0)
        #expect(try probe("run", "/usr/bin/pdftotext") == 0)
    }

    private func probe(_ deed: String, _ path: String) throws -> Int32 {
        let process = Process()
        process.executableURL = builtProduct("ConfinementProbe")
        process.arguments = [deed, path]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

@Suite("Whatever a worker does, its parent goes on and says why there is no text")
struct HostileWorkerTests {
    @Test(
        "an outcome with a reason",
        arguments: [
            ("while :; do :; done", "timed_out"), ("sleep 600", "timed_out"), ("kill -SEGV $$", "worker_crashed"),
            ("exit 0", "worker_crashed"),
            ("exit 3", "worker_crashed"), ("exec 0<&-; exit 0", "worker_crashed"), ("yes", "timed_out"),
        ])
    func reading(_ script: String, _ reason: String) async throws {
        let scratch = try Scratch()
        let service = ExtractionService(
            program: FilePath(try scratch.program(script).path), limits: reason == "timed_out" ? .init(identifying: 1, reading: 1) : .init()
        )
        let file = try scratch.open("a.txt", "内容")
        let outcome = await service.read(file, name: "a.txt", mediaType: .unknown)
        #expect(outcome.result == .failed)
        #expect(outcome.reason == reason)
        let type = await service.identify(file, name: "a.txt")
        #expect(type.mediaType == .unknown)
        #expect(type.problem == "worker_failed")
    }

    @Test("a program that is not there is said to be so, and nothing is left running")
    func missing() async throws {
        let scratch = try Scratch()
        let service = ExtractionService(program: FilePath(scratch.folder.path).appending("none"))
        let file = try scratch.open("a.txt", "内容")
        #expect(await service.read(file, name: "a.txt", mediaType: .unknown).reason == "worker_not_started")
        #expect(await service.identify(file, name: "a.txt").problem == "worker_not_started")
    }

    @Test("a worker that is killed at its time takes what it started with it", .timeLimit(.minutes(5)))
    func leftovers() async throws {
        let scratch = try Scratch()
        let mark = scratch.folder.appendingPathComponent("child").path
        let program = try scratch.program("sleep 600 & echo $! > '\(mark).new' && mv '\(mark).new' '\(mark)'; wait")
        let file = try scratch.open("a.txt", "内容")
        // On a busy machine it may be over before the script came so far.
        for seconds in [1, 10, 100] where !FileManager.default.fileExists(atPath: mark) {
            let service = ExtractionService(program: FilePath(program.path), limits: .init(identifying: 1, reading: seconds))
            #expect(await service.read(file, name: "a.txt", mediaType: .unknown).reason == "timed_out")
        }
        let child = try #require(Int32(try String(contentsOfFile: mark, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        while Self.isRunning(child), !Task.isCancelled { await Task.yield() }
        #expect(!Self.isRunning(child))
    }

    /// A killed child of a killed parent may still wait for init to take it away.
    private static func isRunning(_ process: Int32) -> Bool {
        let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.split(separator: " ").dropFirst(2).first
        return state != nil && state != "Z"
    }
}

/// A program that was built beside the tests.
func builtProduct(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(name)
}

/// A folder of a test's own.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("muniment-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String, _ content: some DataProtocol) throws -> URL {
        let path = folder.appendingPathComponent(name)
        try Data(content).write(to: path)
        return path
    }

    func file(_ name: String, _ content: String) throws -> URL { try file(name, Data(content.utf8)) }

    func open(_ name: String, _ content: some DataProtocol) throws -> DiskFile {
        try Disk().openForReading(FilePath(try file(name, content).path))
    }

    func open(_ name: String, _ content: String) throws -> DiskFile { try open(name, Data(content.utf8)) }

    /// A program that runs a script, whatever it is asked.
    ///
    /// Another process writes it: a file that this one has open for writing, if only in a child of another test, cannot be run.
    func program(_ script: String) throws -> URL {
        let name = "worker-\(UUID().uuidString)"
        let (source, path) = (try file(name + ".txt", "#!/bin/sh\n\(script)\n"), folder.appendingPathComponent(name))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/install")
        process.arguments = ["-m", "700", source.path, path.path]
        try process.run()
        process.waitUntilExit()
        return path
    }
}
