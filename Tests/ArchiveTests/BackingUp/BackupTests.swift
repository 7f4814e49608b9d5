import Archive
import Disk
import FileStore
import Foundation
import Records
import SystemPackage
import Testing

@Suite("R-56: a backup is one command, incremental, of an archive in use", .timeLimit(.minutes(5)))
struct BackupTests {
    @Test("a second run copies only what changed, and what is there is checked byte for byte")
    func incremental() async throws {
        let world = try await BackupWorld()
        let first = try await world.verify()
        #expect(first.findings.isEmpty && first.signed && !first.unfinished, "\(first)")
        #expect(first.documents == 2 && first.events == world.events)
        try await world.goOn()
        let made = try await world.archive.open().backUp(to: world.backup, by: .operator)
        #expect(made.documents == 3 && made.copied == 2)
        let second = try await world.verify()
        #expect(second.findings.isEmpty && second.documents == 3 && second.events == made.events, "\(second)")
        // Objects and journal are those of the archive.
        for name in ["objects", "journal"] {
            let (there, here) = (
                try BackupWorld.files(below: world.root.appending(name)), try BackupWorld.files(below: world.backup.appending(name))
            )
            #expect(there == here, "\(name)")
        }
        #expect(try await world.archive.open().backUp(to: world.backup, by: .operator).copied == 0)
    }

    @Test("others file meanwhile, and the backup is of the moment at which it began")
    func meanwhile() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for process in 0..<4 {
                group.addTask {
                    let archive = try world.archive.open()
                    for number in 0..<6 {
                        let path = try world.scratch.file("\(process)-\(number).txt", "\(process) \(number)")
                        let document = try await archive.file(Filing(path), by: .operator).document.id
                        let later = try world.scratch.file("\(process)-\(number)-v.txt", "\(process) \(number) 修订")
                        let files = [IncomingFile(name: nil, role: .main, source: .path(later))]
                        _ = try await archive.makeVersion(NewVersion(of: document, files: files, reason: "修订"), by: .operator)
                    }
                }
            }
            for _ in 0..<4 {
                _ = try await world.archive.open().backUp(to: world.backup, by: .operator)
                let found = try await world.verify()
                #expect(found.findings.isEmpty && !found.unfinished, "\(found)")
            }
            try await group.waitForAll()
        }
        _ = try await world.archive.open().backUp(to: world.backup, by: .operator)
        #expect(try await world.verify().documents == 27)
    }

    @Test("an object that has more versions by now is taken as it was")
    func newer() async throws {
        let world = try await BackupWorld()
        let (source, target) = (
            FileStore(root: world.root.appending("objects"), disk: Disk()), FileStore(root: world.backup.appending("objects"), disk: Disk())
        )
        let document = world.archive.document
        let before = try #require(try source.inventoryDigest(of: document))
        try await world.goOn()
        #expect(try source.inventoryDigest(of: document) != before)
        let staging = world.scratch.folder.appending("staged")
        try Disk().createFolder(staging)
        let (copy, _) = try source.stageCopy(of: ObjectVersions(document, [before]), for: target, in: staging)
        try target.install([copy])
        #expect(try target.inventoryDigest(of: document) == before)
        #expect(target.verify(document).isEmpty)
        #expect(try await world.verify().findings.isEmpty)
    }

    @Test("a folder that is not for a backup is refused by name, and nothing in it changes")
    func places() async throws {
        let (world, other) = (try await BackupWorld(), try await BackupWorld())
        let archive = try world.archive.open()
        let full = world.scratch.folder.appending("full")
        try Disk().createFolder(full)
        try Disk().createFile(full.appending("theirs.txt")).write([1], at: 0)
        try Disk().createFolder(world.root.appending("not-ours"))
        let cases: [(FilePath, ErrorCode)] = [
            (world.root, .valueRefused), (world.root.appending("backup"), .valueRefused), (world.root.appending("not-ours"), .valueRefused),
            (world.scratch.folder, .valueRefused), (world.archive.home, .valueRefused), (world.archive.home.appending("b"), .valueRefused),
            (full, .outputExists), (full.appending("theirs.txt"), .outputExists), (other.backup, .outputExists),
            (full.appending("nowhere/b"), .inputMissing),
        ]
        let before = try BackupWorld.files(below: world.scratch.folder).keys.sorted()
        for (folder, code) in cases {
            let error = await refusal { try await archive.backUp(to: folder, by: .operator) }
            #expect(error?.code == code && error?.subject != nil, "\(folder): \(String(describing: error))")
        }
        #expect(try BackupWorld.files(below: world.scratch.folder).keys.sorted() == before)
        #expect(try await other.verify().findings.isEmpty)
    }

    @Test("a backup is no archive to file in, and one of a newer program is refused")
    func notAnArchive() async throws {
        let world = try await BackupWorld()
        #expect(await refusal { try LocalArchive(root: world.backup) }?.code == .placeUnfit)
        try world.archive.change(world.backup.appending("backup.json")) {
            $0 = Array(String(decoding: $0, as: UTF8.self).replacing(#""format" : 1"#, with: #""format" : 2"#).utf8)
        }
        #expect(await refusal { try await world.archive.open().backUp(to: world.backup, by: .operator) }?.code == .newerProgramNeeded)
        #expect(await refusal { try await world.verify() }?.code == .newerProgramNeeded)
        #expect(await refusal { try await world.restore("restored") }?.code == .newerProgramNeeded)
    }

    @Test("a journal that was changed, cut or forked is named and not backed up, and the old backup stays")
    func damagedSource() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        let segment = FilePath("journal/000001.jsonl")
        let before = try BackupWorld.files(below: world.backup)
        let changes: [@Sendable (inout [UInt8]) -> Void] = [
            { bytes in bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("诉讼 2026-017", with: "诉讼 2026-018").utf8) },
            { bytes in
                var lines = bytes.split(separator: 10)
                lines.remove(at: 3)
                bytes = Array(lines.joined(separator: [10])) + [10]
            },
            { bytes in bytes = Array(bytes.split(separator: 10).prefix(4).joined(separator: [10])) + [10] },
        ]
        for change in changes {
            let copy = try world.copy(world.root)
            let archive = try LocalArchive(root: copy, surroundings: world.archive.surroundings())
            try world.archive.change(copy.pushing(segment), change)
            let error = await refusal { try await archive.backUp(to: world.backup, by: .operator) }
            #expect(error?.code == .journalDamaged, "\(String(describing: error))")
            let after = try BackupWorld.files(below: world.backup).filter { $0.key != "backup.lock" }
            #expect(after == before.filter { $0.key != "backup.lock" })
        }
    }

    @Test("an archive that went another way since is not backed up over the backup")
    func forked() async throws {
        let world = try await BackupWorld()
        let older = try world.copy(world.root)
        try await world.goOn()
        _ = try await world.archive.open().backUp(to: world.backup, by: .operator)
        let before = try BackupWorld.files(below: world.backup)
        let other = try LocalArchive(root: older, surroundings: .init(clock: world.archive.clock))
        for name in ["x", "y", "z", "u", "v", "w"] { _ = try await other.file(Filing(try world.scratch.file(name, name)), by: .operator) }
        let error = await refusal { try await other.backUp(to: world.backup, by: .operator) }
        #expect(error?.code == .journalDamaged && error?.subject == world.backup.string, "\(String(describing: error))")
        #expect(try BackupWorld.files(below: world.backup) == before)
    }
}
