import Disk
import Foundation
import Records
import SystemPackage
import Testing

@testable import Journal

@Suite("Appending and reading")
struct AppendTests {
    @Test("A new journal is empty, and its first header names sixty-four zeros")
    func beginning() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        #expect(try journal.head().sequence == 0)
        #expect(try journal.allEvents().isEmpty)
        #expect(try journal.verify().isEmpty)
        let (head, headers) = try journal.append([try event(1)], after: try journal.head())
        #expect(headers[0].previous == .zero)
        #expect(headers[0].sequence == 1)
        #expect(try journal.head() == head)
    }

    @Test("What was appended is read back byte for byte, numbered without a gap, each group named by its first")
    func readBack() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([1, 3, 2])
        let events = try journal.allEvents()
        #expect(events.map(\.header.sequence) == [1, 2, 3, 4, 5, 6])
        #expect(events.map(\.header.group) == [1, 2, 2, 2, 5, 5])
        for (index, read) in events.enumerated() {
            #expect(read.payloadBytes == (try event(index + 1)).payload)
            #expect(read.header.previous == (index == 0 ? .zero : events[index - 1].digest))
            #expect(read.header.bytes == read.headerBytes)
        }
        #expect(try journal.allEvents(from: 3, through: 5).map(\.header.sequence) == [3, 4, 5])
        #expect(try journal.allEvents(from: 7).isEmpty)
        #expect(throws: JournalError.self) { try journal.allEvents(through: 7) }
    }

    @Test("A group never spans segments, and every event is found again whichever segment it is in")
    func segments() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: 1000)
        try journal.appendGroups([1, 1, 2, 9, 1, 1, 3, 1, 2])
        #expect(try journal.segments().count > 4)
        for number in try journal.segments() {
            let events = try journal.lines(ofSegment: number).compactMap {
                EventHeader(bytes: Array($0.split(separator: "\t")[0].utf8)[...])
            }
            #expect(events.first?.sequence == events.first?.group)
        }
        for first in 1...21 { #expect(try journal.allEvents(from: first).map(\.header.sequence) == Array(first...21)) }
        #expect(try journal.verify().isEmpty)
        #expect(try Journal(folder: scratch.folder, disk: Disk()).head() == journal.head())
    }

    @Test("A real segment closes at 8 MiB, and a larger group gets one of its own")
    func closing() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        var head = try journal.head()
        for number in 1...4 { head = try journal.append([try event(number, bytes: 3 << 20)], after: head).head }
        #expect(head.segment == 2)
        head = try journal.append(try (5...7).map { try event($0, bytes: 3 << 20) }, after: head).head
        #expect(head.segment == 3)
        #expect(try journal.head() == head)
        #expect(try journal.verify().isEmpty)
    }

    @Test("Whoever believes in an old end is refused, and nothing is written")
    func oldHead() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: 500)
        let old = try journal.head()
        var head = try journal.append([try event(1)], after: old).head
        #expect(throws: JournalError.headMoved(expected: 0)) { try journal.append([try event(1)], after: old) }
        let first = head
        while head.segment == 1 { head = try journal.append([try event(head.sequence + 1)], after: head).head }
        #expect(throws: JournalError.self) { try journal.append([try event(2)], after: first) }
        #expect(try journal.head() == head)
    }

    @Test("An erased payload is read as erased, and chain, tree and head stay")
    func erased() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let head = try journal.appendGroups([2, 2])
        let root = try journal.root(ofFirst: 4)
        var lines = try journal.lines()
        lines[1] = String(lines[1].split(separator: "\t")[0]) + "\t"
        try journal.setLines(lines)
        let events = try journal.allEvents()
        #expect(events[1].payload == .erased)
        #expect(events[1].payloadBytes == nil)
        #expect(try journal.head().digest == head.digest)
        #expect(try journal.root(ofFirst: 4) == root)
        #expect(try journal.verify().map(\.code) == [.erasedWithoutReason])
        #expect(try journal.verify(isErasureExplained: { $0.sequence == 2 }).isEmpty)
    }

    @Test("A damaged line is named by segment and line")
    func damage() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([4])
        var lines = try journal.lines()
        lines[2] = lines[2].replacingOccurrences(of: "合同", with: "协议")
        try journal.setLines(lines)
        #expect(throws: JournalError.damaged(JournalDamage(1, line: 3, .payloadDiffers))) { try journal.allEvents() }
    }
}
