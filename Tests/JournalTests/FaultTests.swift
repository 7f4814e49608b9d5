import Disk
import DiskModel
import SystemPackage
import Testing

@testable import Journal

@Suite("When the disk fails")
struct FaultTests {
    /// One way to fail at one call.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let fault: @Sendable (Int) -> ModelDisk.Fault
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "the process stops") { .stop(at: $0) },
        Case(name: "no space") { .fail(at: $0, .noSpace) },
        Case(name: "I/O error") { .fail(at: $0, .ioError) },
        Case(name: "short write, no space") { .short(at: $0, .noSpace) },
        Case(name: "short write, I/O error") { .short(at: $0, .ioError) },
    ]

    /// Appends groups until one fails; answers how many events were acknowledged, and the first error.
    private func work(_ journal: Journal) -> (acknowledged: Int, error: JournalError?) {
        var acknowledged = 0
        do {
            var head = try journal.head()
            for size in [1, 2, 3, 1, 2, 1] {
                let first = head.sequence + 1
                head = try journal.append(try (first..<(first + size)).map { try event($0) }, after: head).head
                acknowledged = head.sequence
            }
        } catch { return (acknowledged, error as? JournalError) }
        return (acknowledged, nil)
    }

    @Test("at any call, what was acknowledged is there and the rest is there or not, and a second process goes on", arguments: cases)
    func anyCall(_ failing: Case) throws {
        var number = 0
        var isDone = false
        while !isDone {
            number += 1
            let scratch = try Scratch()
            _ = try Journal.create(in: scratch.folder, disk: Disk())
            let aside = try scratch.makeFolder("aside")
            let model = try ModelDisk(root: scratch.path, fault: failing.fault(number))
            let (acknowledged, error) = work(Journal(folder: scratch.folder, disk: Disk(observer: model), closingLength: 900))
            isDone = model.callCount < number
            #expect(isDone == (error == nil))
            let second = Journal(folder: scratch.folder, disk: Disk(), closingLength: 900)
            if case .disk = error { #expect(try second.head().sequence == acknowledged && second.head().isWhole, "call \(number)") }
            let settled = try second.settle(knownThrough: acknowledged, keepingAsideIn: aside)
            #expect(settled.head.sequence >= acknowledged, "call \(number): \(model.trace)")
            try second.appendGroups([2])
            #expect(try second.verify().isEmpty, "call \(number)")
        }
        #expect(number > 12)
    }

    @Test(
        "and power fails, what was acknowledged is still there, whatever of the rest survives",
        arguments: [nil, 1, 2, 3, 4, 5] as [UInt64?])
    func powerCut(seed: UInt64?) throws {
        var number = 0
        var isDone = false
        while !isDone {
            number += 1
            let scratch = try Scratch()
            _ = try Journal.create(in: scratch.folder, disk: Disk())
            let model = try ModelDisk(root: scratch.path, fault: .stop(at: number))
            let (acknowledged, error) = work(Journal(folder: scratch.folder, disk: Disk(observer: model), closingLength: 900))
            isDone = error == nil
            let left = FilePath(scratch.path.string + "-left")
            defer { try? Disk().removeTree(left) }
            try model.crash(into: left, seed: seed.map { $0 &* 1000 &+ UInt64(number) })
            let journal = Journal(folder: left.appending("journal"), disk: Disk())
            let settled = try journal.settle(knownThrough: acknowledged, keepingAsideIn: left)
            #expect(settled.head.sequence >= acknowledged, "seed \(String(describing: seed)) call \(number): \(model.trace)")
            #expect(try journal.verify().isEmpty)
        }
    }

    /// Whether events acknowledged, or the journal itself, are gone after a power cut.
    private func isLost(ignoring sync: Int?, _ body: (Journal) throws -> Int) throws -> (isLost: Bool, syncs: Int) {
        let scratch = try Scratch()
        let model = try ModelDisk(root: scratch.path, ignoredSync: sync)
        let disk = Disk(observer: model)
        _ = try Journal.create(in: scratch.folder, disk: disk)
        let acknowledged = try body(Journal(folder: scratch.folder, disk: disk, closingLength: 900))
        let left = FilePath(scratch.path.string + "-left")
        defer { try? Disk().removeTree(left) }
        try model.crash(into: left)
        let head = try? Journal(folder: left.appending("journal"), disk: Disk()).settle(knownThrough: acknowledged, keepingAsideIn: left)
            .head
        return (head.map { $0.sequence < acknowledged } ?? true, model.syncCount)
    }

    @Test("Leaving out any one fsync loses something: of making a journal")
    func everySyncOfCreating() throws {
        let syncs = try isLost(ignoring: nil) { _ in 0 }
        #expect(!syncs.isLost && syncs.syncs == 2)
        for number in 1...2 { #expect(try isLost(ignoring: number) { _ in 0 }.isLost, "sync \(number)") }
    }

    @Test("Leaving out the last append's fsync loses it, and leaving out that of a new segment's folder loses the segment")
    func everySyncOfAppending() throws {
        // Two syncs make the journal; the first append syncs folder and file, the next ones only the file.
        let whole = try isLost(ignoring: nil) { try $0.appendGroups([1]).sequence }
        #expect(!whole.isLost && whole.syncs == 4)
        #expect(try isLost(ignoring: 4) { try $0.appendGroups([1]).sequence }.isLost)
        let rolled = try isLost(ignoring: nil) { try $0.appendGroups([1, 2]).sequence }
        #expect(!rolled.isLost && rolled.syncs == 6)
        #expect(try isLost(ignoring: 5) { try $0.appendGroups([1, 2]).sequence }.isLost)
        #expect(try isLost(ignoring: 6) { try $0.appendGroups([1, 2]).sequence }.isLost)
    }

    @Test("A new segment whose folder's fsync failed gets another before anything is written into it", arguments: [false, true])
    func secondSync(afterReadingAgain: Bool) throws {
        for ignored in [nil, 6] {
            let scratch = try Scratch()
            // Calls: 5 make the journal; folder, write, file; create, folder (which fails); then it is tried again.
            let model = try ModelDisk(root: scratch.path, fault: .fail(at: 10, .ioError), ignoredSync: ignored.map { $0 - 1 })
            _ = try Journal.create(in: scratch.folder, disk: Disk(observer: model))
            let journal = Journal(folder: scratch.folder, disk: Disk(observer: model), closingLength: 900)
            var head = try journal.appendGroups([1])
            #expect(throws: JournalError.self) { try journal.append([try event(2), try event(3)], after: head) }
            if afterReadingAgain { head = try journal.head() }
            _ = try journal.append([try event(2), try event(3)], after: head)
            let left = FilePath(scratch.path.string + "-left")
            defer { try? Disk().removeTree(left) }
            try model.crash(into: left)
            let found = try Journal(folder: left.appending("journal"), disk: Disk()).head().sequence
            #expect(found == (ignored == nil ? 3 : 1), "\(model.trace)")
        }
    }

    @Test("What only the page cache holds is made durable by settling: its lines are written again and fsynced")
    func settlingMakesDurable() throws {
        for isSettled in [false, true] {
            let scratch = try Scratch()
            let model = try ModelDisk(root: scratch.path, ignoredSync: 5)
            let journal = try Journal.create(in: scratch.folder, disk: Disk(observer: model))
            try journal.appendGroups([1, 2])
            if isSettled { #expect(try journal.settle(knownThrough: 1, keepingAsideIn: scratch.path).rewritten == 2...3) }
            let left = FilePath(scratch.path.string + "-left")
            defer { try? Disk().removeTree(left) }
            try model.crash(into: left)
            #expect(try Journal(folder: left.appending("journal"), disk: Disk()).head().sequence == (isSettled ? 3 : 1))
        }
    }

    @Test("Stopped at any call, settling loses nothing and can be done again")
    func stopWhileSettling() throws {
        var number = 0
        var isDone = false
        while !isDone {
            number += 1
            let scratch = try Scratch()
            let plain = try Journal.create(in: scratch.folder, disk: Disk())
            let aside = try scratch.makeFolder("aside")
            try plain.appendGroups([1, 3])
            let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
            try plain.overwrite(Array(bytes.dropLast(9)))
            let model = try ModelDisk(root: scratch.path, fault: .stop(at: number))
            let settled = try? Journal(folder: scratch.folder, disk: Disk(observer: model)).settle(knownThrough: 1, keepingAsideIn: aside)
            isDone = settled != nil
            let again = try plain.settle(knownThrough: 1, keepingAsideIn: aside)
            #expect(again.head.sequence == 3)
            #expect(try !Disk().list(aside).isEmpty)
            #expect(try plain.verify().isEmpty)
        }
        #expect(number > 5)
    }

    @Test("When undoing fails too, the outcome is unknown and this instance writes no more")
    func poisoned() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let model = try ModelDisk(root: scratch.path, fault: .stop(at: 3))
        let journal = Journal(folder: scratch.folder, disk: Disk(observer: model))
        let head = try journal.head()
        for _ in 1...2 {
            let error = #expect(throws: JournalError.self) { try journal.append([try event(1)], after: head) }
            guard case .outcomeUnknown = error else {
                Issue.record("the outcome should be unknown, not \(String(describing: error))"); return
            }
        }
        let other = Journal(folder: scratch.folder, disk: Disk())
        #expect(try other.settle(knownThrough: 0, keepingAsideIn: scratch.path).head.sequence == 1)
    }
}
