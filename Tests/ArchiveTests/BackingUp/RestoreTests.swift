import Archive
import Catalogue
import Disk
import DiskModel
import Foundation
import Journal
import Records
import SystemPackage
import Testing

@Suite("R-47, R-56: a restore is checked, and says what it cannot know", .timeLimit(.minutes(10)))
struct RestoreTests {
    /// Rows without those that tell of the restore itself.
    private func rows(_ root: FilePath, through events: Int) throws -> [String] {
        try CatalogueDump.rows(of: root).filter { row in
            !row.hasPrefix("progress ") && !row.hasPrefix("restores ") && !row.hasPrefix("events [sequence:\(events + 1) ")
        }
    }

    @Test("what is restored is the archive of that day, row for row and byte for byte, and a rebuild of it is equal")
    func equal() async throws {
        let world = try await BackupWorld()
        let restored = try await world.restore("restored")
        #expect(restored.events == world.events && restored.documents == 2 && restored.signed && restored.uncheckedSince == nil)
        #expect(restored.highestKnown == world.events && restored.registerLines == 2)
        let root = world.scratch.folder.appending("restored")
        #expect(try rows(root, through: world.events) == rows(world.root, through: world.events))
        #expect(try BackupWorld.files(below: root.appending("objects")) == BackupWorld.files(below: world.root.appending("objects")))
        let archive = try world.open("restored")
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        #expect(try await archive.verifyLog(checkpoint: nil, keys: nil, by: .operator).isEmpty)
        let grown = try CatalogueDump.rows(of: root)
        _ = try await archive.rebuild(by: .operator)
        #expect(try CatalogueDump.rows(of: root) == grown)
        _ = try await archive.file(Filing(try world.scratch.file("d.txt", "合同丁")), by: .operator)
    }

    @Test("holds placed and lifted after the backup are so again, by the register")
    func register() async throws {
        let world = try await BackupWorld()
        let placed = try await world.goOn()
        let restored = try await world.restore("restored")
        #expect(restored.holdsPlaced == [placed] && restored.holdsLifted == [world.lifted] && restored.holdsLost.isEmpty)
        #expect(restored.highestKnown > restored.events)
        let archive = try world.open("restored")
        let holds = try await archive.ask(ListHolds(lifted: false), as: .operator)
        #expect(holds.map(\.id) == [placed] && holds[0].reason.hasPrefix("诉讼 2026-017"))
        let error = await refusal {
            try await archive.carryOut(WithdrawDocument(world.archive.document, reason: "误归档"), as: .operator)
        }
        #expect(error?.code == .blocked)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        // The register goes on with the restored archive, and a restore from the same backup comes to the same again.
        try await archive.carryOut(LiftHold(placed, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try world.archive.told().suffix(4) == ["archive.restored/1", "hold.placed/1", "hold.lifted/1", "hold.lifted/1"])
        let again = try await world.restore("again")
        #expect(again.holdsPlaced.isEmpty && again.holdsLifted == [world.lifted])
    }

    @Test("a hold on what the backup does not have is named")
    func lost() async throws {
        let world = try await BackupWorld()
        let archive = try world.archive.open()
        let later = try await archive.file(Filing(try world.scratch.file("l.txt", "后来的")), by: .operator).document.id
        let hold = try await world.archive.hold(archive, .document(later))
        let restored = try await world.restore("restored")
        #expect(restored.holdsLost == [hold] && restored.holdsPlaced.isEmpty)
    }

    @Test("without the register the archive is unchecked from the day of the backup on, and says so for ever")
    func unchecked() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        let empty = world.scratch.folder.appending("new-home")
        let restored = try await world.restore("restored", home: empty)
        #expect(restored.registerLines == nil && !restored.signed && restored.holdsPlaced.isEmpty)
        #expect(restored.uncheckedSince == CivilDate("2026-11-23"))
        let archive = try LocalArchive(
            root: world.scratch.folder.appending("restored"), surroundings: world.archive.surroundings(home: empty))
        #expect(try await archive.ask(ShowStatistics(), as: .operator).uncheckedSince == CivilDate("2026-11-23"))
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.verify(by: .operator).uncheckedSince == CivilDate("2026-11-23"))
        #expect(try await world.archive.open().ask(ShowStatistics(), as: .operator).uncheckedSince == nil)
    }

    @Test("a later checkpoint is a known fork and no tampering; one of events that nobody knew of is not")
    func fork() async throws {
        let world = try await BackupWorld()
        let before = try await world.archive.open().signCheckpoint(by: .operator)
        try await world.goOn()
        let later = try await world.archive.open().signCheckpoint(by: .operator)
        _ = try await world.restore("restored")
        let archive = try world.open("restored")
        #expect(try await archive.verifyLog(checkpoint: before, keys: nil, by: .operator).isEmpty)
        let found = try await archive.verifyLog(checkpoint: later, keys: nil, by: .operator)
        #expect(found.map(\.code) == [.forked] && found[0].sequences?.lowerBound == world.events + 1, "\(found)")
        for name in ["e", "f", "g"] { _ = try await archive.file(Filing(try world.scratch.file(name, name)), by: .operator) }
        let beyond = try await archive.signCheckpoint(by: .operator)
        let cut = try world.open("restored")
        try world.archive.change(world.scratch.folder.appending("restored/journal/000001.jsonl")) {
            $0 = Array($0.split(separator: 10).dropLast().joined(separator: [10])) + [10]
        }
        #expect(try await cut.verifyLog(checkpoint: beyond, keys: nil, by: .operator).contains { $0.code == .truncated })
    }

    @Test("a checkpoint of another archive is refused, and nothing is made")
    func foreignCheckpoint() async throws {
        let (world, other) = (try await BackupWorld(), try await BackupWorld())
        let foreign = RestoreOptions(checkpoint: try await other.archive.open().signCheckpoint(by: .operator))
        let root = world.scratch.folder.appending("restored")
        let error = await refusal {
            try await LocalArchive.restore(world.backup, to: root, surroundings: world.archive.surroundings(), options: foreign)
        }
        #expect(error?.code == .valueRefused && error?.subject == "checkpoint")
        #expect(try Disk().status(root) == nil)
    }

    @Test("a register that is changed, foreign, or shorter than the backup saw is refused by name, and nothing is made")
    func registers() async throws {
        let (world, other) = (try await BackupWorld(), try await BackupWorld())
        try await world.goOn()
        let good = try Disk().read(world.archive.registerFile, limit: 1 << 20)
        let text = String(decoding: good, as: UTF8.self)
        let changes: [[UInt8]] = [
            Array(text.replacing("法务部", with: "财务部").utf8), try Disk().read(other.archive.registerFile, limit: 1 << 20),
            Array(good[...(try #require(good.firstIndex(of: 10)))]),
        ]
        for changed in changes {
            try world.archive.change(world.archive.registerFile) { $0 = changed }
            let error = await refusal { try await world.restore("restored") }
            #expect(error?.code == .placeUnfit && error?.subject == world.archive.registerFile.string, "\(String(describing: error))")
            #expect(try Disk().status(world.scratch.folder.appending("restored")) == nil)
        }
        // A torn end is what a crash leaves.
        try world.archive.change(world.archive.registerFile) { $0 = good.dropLast(9) }
        #expect(try await world.restore("restored").registerLines == 3)
    }

    @Test("a backup that was changed in any way is named by the check, and no archive is made of it")
    func tampered() async throws {
        let (world, other) = (try await BackupWorld(), try await BackupWorld())
        typealias Change = @Sendable (FilePath, BackupWorld) throws -> Void
        let content: @Sendable (FilePath) throws -> FilePath = { folder in
            let path = try #require(try BackupWorld.files(below: folder.appending("objects")).keys.first { $0.hasSuffix("a.txt") })
            return folder.appending("objects").pushing(FilePath(path))
        }
        let journal: @Sendable (FilePath) -> FilePath = { folder in folder.appending("journal/000001.jsonl") }
        let changes: [(String, Change)] = [
            ("content", { folder, world in try world.archive.change(try content(folder)) { $0[0] ^= 1 } }),
            ("content gone", { folder, _ in try Disk().removeTree(try content(folder)) }),
            (
                "object gone",
                { folder, _ in
                    try Disk().removeTree(try content(folder).removingLastComponent().removingLastComponent().removingLastComponent())
                }
            ),
            (
                "payload",
                { folder, world in
                    try world.archive.change(journal(folder)) {
                        $0 = Array(String(decoding: $0, as: UTF8.self).replacing("华为", with: "中兴").utf8)
                    }
                }
            ),
            (
                "line gone",
                { folder, world in
                    try world.archive.change(journal(folder)) { bytes in
                        var lines = bytes.split(separator: 10)
                        lines.remove(at: 4)
                        bytes = Array(lines.joined(separator: [10])) + [10]
                    }
                }
            ),
            (
                "cut",
                { folder, world in
                    try world.archive.change(journal(folder)) {
                        $0 = Array($0.split(separator: 10).dropLast().joined(separator: [10])) + [10]
                    }
                }
            ),
            (
                "told to be shorter",
                { folder, world in
                    try world.archive.change(folder.appending("backup.json")) {
                        $0 = Array(
                            String(decoding: $0, as: UTF8.self).replacing(
                                "\"events\" : \(world.events)", with: "\"events\" : \(world.events - 1)"
                            ).utf8)
                    }
                }
            ),
            (
                "another's journal",
                { folder, _ in
                    try Disk().removeTree(folder.appending("journal"))
                    try Disk().copyArchive(other.backup.appending("journal"), to: folder.appending("journal"))
                }
            ),
            (
                "another's archive.json",
                { folder, world in
                    try world.archive.change(folder.appending("archive.json")) {
                        $0 = try Disk().read(other.backup.appending("archive.json"), limit: 1 << 20)
                    }
                }
            ),
        ]
        for (name, change) in changes {
            let folder = try world.copy(world.backup)
            try change(folder, world)
            let found = try await world.verify(folder)
            #expect(!found.findings.isEmpty, "\(name)")
            let error = await refusal { try await world.restore("restored", from: folder) }
            #expect(error != nil, "\(name)")
            #expect(try Disk().status(world.scratch.folder.appending("restored")) == nil, "\(name): \(String(describing: error))")
        }
        #expect(try await world.verify().findings.isEmpty)
    }

    @Test("stopped or failing at any call, there is no archive or a whole one, and the next restore makes it")
    func calls() async throws {
        let world = try await BackupWorld()
        let placed = try await world.goOn()
        let model = try ModelDisk(root: world.archive.home, fault: .none)
        _ = try await world.restore("whole", disk: Disk(observer: model))
        let calls = model.callCount
        // The pages that a restore writes into `format` are many; every thirteenth call reaches each kind of step, and the last calls are those by
        // which it becomes an archive. `MUNIMENT_CRASH_STEP=1`: each.
        let isWhole = ProcessInfo.processInfo.environment["MUNIMENT_CRASH_STEP"] == "1"
        for call in Array(stride(from: 1, to: calls - 8, by: isWhole ? 1 : 13)) + Array((calls - 8)...calls) {
            let name = "at-\(call)"
            let faults = [ModelDisk.Fault.stop(at: call), .fail(at: call, .noSpace), .short(at: call, .ioError)]
            let model = try ModelDisk(root: world.archive.home, fault: faults[(isWhole ? call : call / 13) % faults.count])
            _ = await refusal { try await world.restore(name, disk: Disk(observer: model)) }
            let root = world.scratch.folder.appending(name)
            if try Disk().status(root.appending("archive.json")) == nil { _ = try await world.restore(name) }
            let archive = try world.open(name)
            #expect(try await archive.verify(by: .operator).findings.isEmpty, "\(call) of \(calls)")
            #expect(try await archive.ask(ListHolds(lifted: false), as: .operator).map(\.id) == [placed], "\(call) of \(calls)")
            try Disk().removeTree(root)
        }
    }

    @Test("whatever a power cut takes, there is no archive or a whole one, and the next restore makes it")
    func power() async throws {
        let world = try await BackupWorld()
        let placed = try await world.goOn()
        func run(_ fault: ModelDisk.Fault) async throws -> (model: ModelDisk, acknowledged: Bool) {
            try? Disk().removeTree(world.scratch.folder.appending("restored"))
            let model = try ModelDisk(root: world.scratch.folder, fault: fault)
            return (model, (try? await world.restore("restored", disk: Disk(observer: model))) != nil)
        }
        let calls = try await run(.none).model.callCount
        let isWhole = ProcessInfo.processInfo.environment["MUNIMENT_CRASH_STEP"] == "1"
        // One in 37 reaches each kind of step; the last calls are those by which it becomes an archive, and behind them it is acknowledged.
        for call in Array(stride(from: 1, to: calls - 8, by: isWhole ? 1 : 37)) + Array((calls - 8)...(calls + 1)) {
            let (model, acknowledged) = try await run(.stop(at: call))
            for seed in [nil, UInt64(call)] {
                let after = world.scratch.folder.appending("after")
                defer { try? Disk().removeTree(after) }
                let (root, home) = (after.appending("restored"), after.appending("home"))
                try model.crash(into: after, seed: seed)
                let surroundings = world.archive.surroundings(home: home)
                if try Disk().status(root.appending("archive.json")) == nil {
                    #expect(!acknowledged, "\(call) of \(calls)")
                    _ = try await LocalArchive.restore(world.backup, to: root, surroundings: surroundings)
                }
                let archive = try LocalArchive(root: root, surroundings: surroundings)
                let found = try await archive.verify(by: .operator).findings
                #expect(found.isEmpty, "\(call) of \(calls), \(String(describing: seed)): \(found)")
                #expect(try await archive.ask(ListHolds(lifted: false), as: .operator).map(\.id) == [placed], "\(call) of \(calls)")
            }
        }
    }

    @Test("a place that is not empty, or overlaps the backup, is refused")
    func places() async throws {
        let world = try await BackupWorld()
        let full = world.scratch.folder.appending("full")
        try Disk().createFolder(full)
        try Disk().createFile(full.appending("theirs.txt")).write([1], at: 0)
        for (name, code) in [
            ("full", ErrorCode.outputExists), ("storage", .outputExists), ("backup", .valueRefused), ("backup/in", .valueRefused),
            ("full/no/where", .inputMissing),
        ] {
            let error = await refusal { try await world.restore(name) }
            #expect(error?.code == code, "\(name): \(String(describing: error))")
        }
        #expect(try Disk().list(full).count == 1)
        #expect(try await world.verify().findings.isEmpty)
    }
}
