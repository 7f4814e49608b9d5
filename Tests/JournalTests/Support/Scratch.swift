import Disk
import Foundation
import Glibc
import Records
import SystemPackage
import Testing

@testable import Journal

/// A folder of its own for one test, removed with it.
final class Scratch: Sendable {
    let path: FilePath

    init() throws {
        // In memory where that can be had: these tests fsync ten thousand times, and what fsync does is the model disk's matter.
        // `tools/test` names a folder there that it removes, even where this process is killed.
        let memory = FilePath(ProcessInfo.processInfo.environment["MUNIMENT_TEST_MEMORY"] ?? "/dev/shm")
        let place = access(memory.string, W_OK) == 0 ? memory : FilePath(NSTemporaryDirectory())
        path = place.appending("muniment-journal-\(UUID().uuidString)")
        try Disk().createFolder(path)
    }

    deinit { try? Disk().removeTree(path) }

    var folder: FilePath { path.appending("journal") }

    /// Makes a folder beside the journal.
    func makeFolder(_ name: String) throws -> FilePath {
        try Disk().createFolder(path.appending(name))
        return path.appending(name)
    }
}

/// Events that differ in everything.
func event(_ number: Int, bytes: Int = 20) throws -> NewEvent {
    let type = try #require(EventType(number.isMultiple(of: 3) ? "document.edited/1" : "document.filed/1"))
    let filler = String(repeating: "文", count: bytes / 3)
    let payload = #"{"salt":"\#(String(number * 7919, radix: 16))","title":"合同 \#(number) \#(filler)"}"#
    return NewEvent(
        at: Timestamp(milliseconds: 1_795_507_200_000 + Int64(number) * 1017), actor: .operator, type: type, subjects: ["DTEST\(number)"],
        payload: Array(payload.utf8))
}

extension Journal {
    /// Appends groups of these sizes, numbering the events on.
    @discardableResult
    func appendGroups(_ sizes: [Int]) throws -> JournalHead {
        var head = try head()
        for size in sizes {
            let first = head.sequence + 1
            head = try append(try (first..<(first + size)).map { try event($0) }, after: head).head
        }
        return head
    }

    /// All events, read to the end.
    func allEvents(from first: Int = 1, through last: Int? = nil) throws -> [JournalEvent] {
        var cursor = try events(from: first, through: last)
        var all: [JournalEvent] = []
        while let event = try cursor.next() { all.append(event) }
        return all
    }

    /// The lines of a segment, without their line feeds.
    func lines(ofSegment number: Int = 1) throws -> [String] {
        let bytes = try disk.read(Segment.path(number, in: folder), limit: 1 << 30)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Puts other lines into a segment, past every rule.
    func setLines(_ lines: [String], ofSegment number: Int = 1) throws {
        try overwrite(Array(lines.map { $0 + "\n" }.joined().utf8), ofSegment: number)
    }

    /// Puts other bytes into a segment, past every rule.
    func overwrite(_ bytes: [UInt8], ofSegment number: Int = 1) throws {
        let file = try Disk().openForWriting(Segment.path(number, in: folder))
        try file.truncate(to: 0)
        try file.write(bytes, at: 0)
    }
}
