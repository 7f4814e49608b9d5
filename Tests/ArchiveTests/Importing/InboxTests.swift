import Crypto
import Disk
import Foundation
import Records
import SystemPackage
import Testing
import Wording

@testable import Archive

@Suite("A file leaves the inbox only as what was filed")
struct InboxTests {
    private func laid(_ scratch: Scratch, _ content: String) throws -> (slot: InboxSlot, file: DiskFile, digest: String) {
        _ = try scratch.file("scan.txt", content)
        let slot = try #require(try InboxSlot("scan.txt", below: scratch.folder, disk: Disk()))
        return (slot, try slot.open(), hexDigits(SHA256.hash(data: Data(content.utf8)).map { $0 }))
    }

    @Test("what nobody touched leaves, with the note beside it")
    func leaves() throws {
        let scratch = try Scratch()
        let (slot, file, digest) = try laid(scratch, "甲方")
        try slot.note(ArchiveError(.inputEmpty, ArchiveMessage.inputEmpty("scan.txt")))
        #expect(file.keepWritersOut() == .none && file.isLeased)
        try slot.clear(file, status: try file.status(), filed: [digest], mustBeLeased: true)
        #expect(try Disk().list(scratch.folder).isEmpty)
    }

    @Test("a file of the note's name that somebody else wrote says nothing, and stays as it is")
    func foreignNote() throws {
        let scratch = try Scratch()
        let (slot, file, digest) = try laid(scratch, "甲方")
        let other = try scratch.file("scan.txt" + Inbox.noteEnding, "为什么：客户要求\n")
        #expect(slot.notedCode(newerThan: try file.status()) == nil)
        #expect(!slot.noteIfFree(ArchiveError(.inputEmpty, ArchiveMessage.inputEmpty("scan.txt"))))
        _ = file.keepWritersOut()
        try slot.clear(file, status: try file.status(), filed: [digest], mustBeLeased: true)
        #expect(try Disk().list(scratch.folder).map(\.string) == ["scan.txt" + Inbox.noteEnding])
        #expect(try String(decoding: Disk().read(other, limit: 4096), as: UTF8.self) == "为什么：客户要求\n")
    }

    @Test("a note beside a file speaks of neither options nor members of a request: whoever lays files down has none")
    func noteForTheInbox() throws {
        let scratch = try Scratch()
        let (slot, _, _) = try laid(scratch, "甲方")
        let note = scratch.folder.appending("scan.txt" + Inbox.noteEnding)
        for remedy: any Message in [
            Remedy.allowDuplicate, Remedy.allowDuplicateOrVersion, Remedy.allowEmpty, Remedy.giveName, Remedy.splitBody,
            ImportMessage.finishOrFile,
        ] {
            try slot.note(ArchiveError(.duplicate, ArchiveMessage.duplicateBytes(1), remedy: remedy))
            let told = String(decoding: try Disk().read(note, limit: 4096), as: UTF8.self)
            #expect(!told.contains(/--|allow[A-Z]|`/) && told.split(separator: "\n").count == 5, "\(told)")
        }
    }

    @Test("what is not what was filed stays")
    func otherBytes() throws {
        let scratch = try Scratch()
        let (slot, file, _) = try laid(scratch, "甲方")
        _ = file.keepWritersOut()
        try slot.clear(file, status: try file.status(), filed: [String(repeating: "0", count: 64)], mustBeLeased: true)
        #expect(try slot.status() != nil)
    }

    @Test("another file that took the name stays")
    func otherFile() throws {
        let scratch = try Scratch()
        let (slot, file, digest) = try laid(scratch, "甲方")
        let status = try file.status()
        try Disk().replace(scratch.folder.appending("scan.txt"), by: try scratch.file("next.txt", "甲方"))
        try slot.clear(file, status: status, filed: [digest], mustBeLeased: false)
        #expect(try slot.status() != nil)
    }

    @Test("a file that somebody waits to write to stays, and a file open for writing is known as such")
    func writers() async throws {
        let scratch = try Scratch()
        let (slot, file, digest) = try laid(scratch, "甲方")
        #expect(file.keepWritersOut() == .none)
        let path = scratch.folder.appending("scan.txt")
        let writing = Task.detached { try FileDescriptor.open(path, .readWrite) }
        while file.isLeased { await Task.yield() }
        try slot.clear(file, status: try file.status(), filed: [digest], mustBeLeased: true)
        #expect(try slot.status() != nil)
        file.letWritersIn()
        let writer = try await writing.value
        #expect(try slot.open().keepWritersOut() == .some)
        try writer.close()
    }

    @Test(
        "a text, which has no end of its own, is taken after several looks' time without a change, and a change begins it anew",
        .timeLimit(.minutes(1)))
    func textInPieces() async throws {
        let scratch = try Scratch()
        _ = try ArchiveBuilder(clock: TestClock()).create(at: scratch.folder.appending("storage"))
        let archive = try LocalArchive(root: scratch.folder.appending("storage"), surroundings: .init(clock: TestClock()))
        let box = scratch.folder.appending("box")
        try Disk().createFolder(box)
        let text = try scratch.file("box/log.txt", "第一段")
        var words = MetadataWords()
        words.type = "other"
        let quiet = Duration.milliseconds(50)
        let inbox = Inbox(archive, folder: box, words: words, quiet: quiet)
        var sight = Inbox.Sight()
        #expect(try await inbox.look(&sight, by: .operator).isEmpty && sight.settling == 1)
        let writer = try FileDescriptor.open(text, .writeOnly, options: .append)
        _ = try writer.writeAll("，第二段".utf8)
        try writer.close()
        let written = ContinuousClock.now
        var outcomes: [Inbox.Outcome] = []
        while outcomes.isEmpty { outcomes = try await inbox.look(&sight, by: .operator) }
        #expect(written.duration(to: .now) >= quiet * Inbox.looksWithoutEnd)
        guard case .filed("log.txt", let id) = outcomes[0] else { throw NotFiled(outcomes: outcomes) }
        #expect(try await archive.ask(ShowDocument(id), as: .operator).versions[0].files[0].record.size == 21)
    }

    private struct NotFiled: Error { let outcomes: [Inbox.Outcome] }
}
