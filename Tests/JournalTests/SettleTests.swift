import Disk
import SystemPackage
import Testing

@testable import Journal

@Suite("Settling")
struct SettleTests {
    @Test("A tail torn at any byte of the last group is cut off and kept aside; every line before it stays", arguments: [false, true])
    func everyByte(isZeroFilled: Bool) throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let aside = try scratch.makeFolder("aside")
        let before = try journal.appendGroups([1, 2])
        let after = try journal.appendGroups([3])
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        for length in stride(from: Int(before.length), to: Int(after.length), by: isZeroFilled ? 7 : 1) {
            let kept = Array(bytes[..<length])
            try journal.overwrite(isZeroFilled ? kept + [UInt8](repeating: 0, count: bytes.count - length) : kept)
            let whole = kept.lastIndex(of: 10).map { $0 + 1 } ?? 0
            let isTorn = isZeroFilled || whole < length
            let found = try journal.head()
            #expect(found.isWhole != isTorn)
            if isTorn { #expect(throws: JournalError.unsettled(1)) { try journal.append([try event(4)], after: found) } }
            let settled = try journal.settle(knownThrough: 3, keepingAsideIn: aside)
            #expect((settled.keptAside != nil) == isTorn)
            #expect(settled.head.length == Int64(whole) && settled.head.isWhole)
            #expect(settled.head.sequence == 3 + kept[Int(before.length)...].count { $0 == 10 })
            if let path = settled.keptAside {
                #expect(try Disk().read(path, limit: 1 << 20).count == (isZeroFilled ? bytes.count : length) - whole)
                try Disk().removeFile(path)
            }
            guard length.isMultiple(of: 11) else { continue }
            #expect(try journal.verify().isEmpty)
            let next = try journal.append([try event(settled.head.sequence + 1)], after: settled.head).head
            #expect(try journal.head() == next)
        }
    }

    @Test("A hole of zeros anywhere in the last group is a tear, though its last line is whole")
    func holes() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let aside = try scratch.makeFolder("aside")
        let before = try journal.appendGroups([2])
        let after = try journal.appendGroups([4])
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        for start in stride(from: Int(before.length), to: Int(after.length) - 400, by: 37) {
            var torn = bytes
            for index in start..<(start + 300) { torn[index] = 0 }
            try journal.overwrite(torn)
            let settled = try journal.settle(knownThrough: 2, keepingAsideIn: aside)
            #expect(settled.keptAside != nil)
            #expect((2..<6).contains(settled.head.sequence))
            #expect(try journal.verify().isEmpty)
        }
    }

    @Test("Nothing is cut that the catalogue, an object or a checkpoint knows of")
    func known() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let aside = try scratch.makeFolder("aside")
        try journal.appendGroups([1, 2])
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        let torn = Array(bytes.dropLast(5))
        try journal.overwrite(torn)
        #expect(throws: JournalError.damaged(JournalDamage(1, line: 3, .knownLineTorn(known: 3)))) {
            try journal.settle(knownThrough: 3, keepingAsideIn: aside)
        }
        var holed = bytes
        let second = try #require(bytes.firstIndex(of: 10)) + 1
        holed[second + 10] = 0
        try journal.overwrite(holed)
        #expect(throws: JournalError.damaged(JournalDamage(1, line: 2, .knownLineTorn(known: 3)))) {
            try journal.settle(knownThrough: 1, keepingAsideIn: aside) { $0.header.sequence == 3 }
        }
        try journal.overwrite(bytes)
        _ = try journal.makeCheckpoint(origin: "muniment.archive/test", signer: try testSigner())
        try journal.overwrite(torn)
        #expect(throws: JournalError.damaged(JournalDamage(1, line: 3, .knownLineTorn(known: 3)))) {
            try journal.settle(knownThrough: 1, keepingAsideIn: aside)
        }
        #expect(try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20) == torn)
        #expect(try Disk().list(aside).isEmpty)
    }

    @Test("Damage before the last group is damage, never a tear: any line changed, whatever the catalogue knows")
    func damage() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let aside = try scratch.makeFolder("aside")
        try journal.appendGroups([1, 2, 1, 1])
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        let lastLine = try #require(bytes.dropLast().lastIndex(of: 10))
        for index in stride(from: 0, to: lastLine, by: 11) {
            var changed = bytes
            changed[index] = changed[index] == 0 ? 1 : 0
            try journal.overwrite(changed)
            #expect(throws: JournalError.self) { try journal.settle(knownThrough: 0, keepingAsideIn: aside) }
            #expect(try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20) == changed)
        }
    }

    @Test("A last line that is all there and says something else was edited, and is no tear: it is neither cut nor believed")
    func editedLast() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let aside = try scratch.makeFolder("aside")
        try journal.appendGroups([1, 2])
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        // Of the last header only a checkpoint tells.
        let payload = try #require(bytes.lastIndex(of: 9)) + 1
        for index in stride(from: payload, to: bytes.count - 1, by: 5) {
            var changed = bytes
            changed[index] = changed[index] == 120 ? 121 : 120
            try journal.overwrite(changed)
            #expect(throws: JournalError.self) { try journal.settle(knownThrough: 0, keepingAsideIn: aside) }
            #expect(try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20) == changed)
        }
        try journal.overwrite(bytes + Array("{\"header\":{\"seq\":4}}\n".utf8))
        #expect(throws: JournalError.self) { try journal.settle(knownThrough: 0, keepingAsideIn: aside) }
        #expect(try Disk().list(aside).isEmpty)
    }

    @Test("A journal that ends before what the catalogue knows is damaged")
    func endsBefore() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([2])
        #expect(throws: JournalError.damaged(JournalDamage(1, line: 0, .endsBefore(known: 3)))) {
            try journal.settle(knownThrough: 3, keepingAsideIn: scratch.path)
        }
    }

    @Test("A segment made just before a crash is empty, and the journal goes on in it")
    func emptySegment() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let before = try journal.appendGroups([2])
        _ = try Disk().createFile(Segment.path(2, in: scratch.folder))
        let settled = try journal.settle(knownThrough: 0, keepingAsideIn: scratch.path)
        #expect(settled.head.sequence == 2 && settled.head.segment == 2 && settled.head.length == 0)
        #expect(settled.rewritten == 1...2)
        // Also for one who read the end before the segment was made.
        let head = try journal.append([try event(3)], after: before).head
        #expect(head.segment == 2)
        #expect(try journal.allEvents().count == 3)
        #expect(try journal.verify().isEmpty)
    }

    @Test("A segment torn from its first line on becomes empty")
    func tornFirstLine() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: 700)
        try journal.appendGroups([1, 2])
        #expect(try journal.head().segment == 2)
        try journal.overwrite([0, 0, 0], ofSegment: 2)
        #expect(try journal.head().sequence == 1)
        let settled = try journal.settle(knownThrough: 1, keepingAsideIn: scratch.path)
        #expect(settled.head.sequence == 1 && settled.head.length == 0 && settled.head.segment == 2)
        #expect(try journal.verify().isEmpty)
    }
}

/// A signer whose key is the same in every run.
func testSigner(_ name: String = "muniment.archive/test", seed: UInt8 = 7) throws -> NoteSigner {
    try #require(NoteSigner(name: name, privateKey: [UInt8](repeating: seed, count: 32)))
}
