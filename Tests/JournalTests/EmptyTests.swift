import Disk
import DiskModel
import SystemPackage
import Testing

@testable import Journal

@Suite("R-53: payloads are emptied, and the journal stays what it was")
struct EmptyTests {
    /// A journal of several segments, the folder to stage in, and where it ends.
    private func journal(_ scratch: Scratch, _ disk: Disk = Disk()) throws -> (Journal, FilePath) {
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        try Journal(folder: scratch.folder, disk: Disk(), closingLength: 900).appendGroups([1, 2, 3, 1, 2, 1])
        return (Journal(folder: scratch.folder, disk: disk, closingLength: 900), try scratch.makeFolder("staging"))
    }

    @Test("headers, chain and tree stay, everybody else's payload too, and what comes next goes into a segment of its own")
    func empty() throws {
        let scratch = try Scratch()
        let (journal, staging) = try journal(scratch)
        let (before, root) = (try journal.allEvents(), try journal.root(ofFirst: 10))
        let segments = try journal.segmentNumbers().count
        try journal.empty(payloadsOf: [2, 5, 10], in: staging)
        let after = try journal.allEvents()
        #expect(after.map(\.header) == before.map(\.header))
        #expect(try journal.root(ofFirst: 10) == root)
        for (old, new) in zip(before, after) {
            #expect(new.payloadBytes == ([2, 5, 10].contains(new.header.sequence) ? nil : old.payloadBytes))
        }
        #expect(try journal.segmentNumbers().count == segments + 1)
        #expect(try Disk().list(staging).isEmpty)
        try journal.appendGroups([2])
        #expect(try journal.verify(isErasureExplained: { [2, 5, 10].contains($0.sequence) }).isEmpty)
        #expect(try journal.verify().map(\.code) == Array(repeating: .erasedWithoutReason, count: 3))
    }

    @Test("done again, nothing is written")
    func again() throws {
        let scratch = try Scratch()
        let (journal, staging) = try journal(scratch)
        try journal.empty(payloadsOf: [2, 5], in: staging)
        let model = try ModelDisk(root: scratch.path)
        try Journal(folder: scratch.folder, disk: Disk(observer: model)).empty(payloadsOf: [2, 5], in: staging)
        #expect(model.callCount == 0)
    }

    @Test("stopped at any call or met by a failing disk, each payload is whole or empty, and the next try ends it; a power cut too")
    func anyCall() throws {
        var (number, isDone) = (0, false)
        while !isDone {
            number += 1
            for fault in [ModelDisk.Fault.stop(at: number), .fail(at: number, .noSpace), .short(at: number, .ioError)] {
                let scratch = try Scratch()
                let (_, staging) = try journal(scratch)
                let model = try ModelDisk(root: scratch.path, fault: fault)
                let failing = Journal(folder: scratch.folder, disk: Disk(observer: model), closingLength: 900)
                let failed = (try? failing.empty(payloadsOf: [1, 4, 10], in: staging)) == nil
                isDone = !failed && model.callCount < number
                let left = FilePath(scratch.path.string + "-left")
                defer { try? Disk().removeTree(left) }
                try model.crash(into: left, seed: UInt64(number))
                for folder in [scratch.path, left] {
                    let journal = Journal(folder: folder.appending("journal"), disk: Disk(), closingLength: 900)
                    #expect(try journal.verify(isErasureExplained: { [1, 4, 10].contains($0.sequence) }).isEmpty, "\(fault)")
                    if !failed { #expect(try journal.allEvents().count { $0.payloadBytes == nil } == 3, "\(fault): acknowledged") }
                    try journal.empty(payloadsOf: [1, 4, 10], in: folder.appending("staging"))
                    #expect(try journal.allEvents().filter { $0.payloadBytes == nil }.map(\.header.sequence) == [1, 4, 10], "\(fault)")
                    try journal.appendGroups([1])
                }
            }
        }
        #expect(number > 8)
    }
}
