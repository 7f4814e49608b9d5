import Archive
import Disk
import DiskModel
import Foundation
import Records
import SystemPackage
import Testing

@Suite("R-56: a backup broken off anywhere is the old one or the new one", .timeLimit(.minutes(15)))
struct BackupCrashTests {
    /// At how many calls one is tried; `MUNIMENT_CRASH_STEP=1`: at each.
    private static let step = max(1, Int(ProcessInfo.processInfo.environment["MUNIMENT_CRASH_STEP"] ?? "") ?? 17)

    private struct Run {
        let folder: FilePath
        let model: ModelDisk
        let acknowledged: Bool
    }

    /// Brings a copy of the old backup up to date on a disk with a fault.
    private func run(_ world: BackupWorld, _ fault: ModelDisk.Fault, ignoredSync: Int? = nil) async throws -> Run {
        let folder = try world.copy(world.backup)
        let model = try ModelDisk(root: folder, fault: fault, ignoredSync: ignoredSync)
        let disk = Disk(observer: model)
        var acknowledged = false
        do {
            let surroundings = LocalArchive.Surroundings.withoutPages(
                disk, clock: world.archive.clock,
                credentials: Credentials(home: world.archive.home, disk: Disk(), archive: world.archive.identity))
            _ = try await LocalArchive(root: world.root, surroundings: surroundings).backUp(to: folder, by: .operator)
            acknowledged = true
        } catch {}
        return Run(folder: folder, model: model, acknowledged: acknowledged)
    }

    /// What is wrong with a backup that a run left; nil where it is the old or the new one, whole.
    private func problem(_ folder: FilePath, _ world: BackupWorld, _ new: Int, acknowledged: Bool) async throws -> String? {
        do {
            let found = try await world.verify(folder)
            if !found.findings.isEmpty { return "\(found.findings)" }
            if found.events != new, acknowledged || found.events != world.events { return "\(found.events) events" }
            return nil
        } catch { return "\(error)" }
    }

    private func problem(afterPowerCutOf run: Run, _ seed: UInt64?, _ world: BackupWorld, _ new: Int) async throws -> String? {
        let after = world.scratch.folder.appending(UUID().uuidString)
        try run.model.crash(into: after, seed: seed)
        defer { try? Disk().removeTree(after) }
        return try await problem(after, world, new, acknowledged: run.acknowledged)
    }

    @Test("stopped or failing at any call, and the next run completes it")
    func calls() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        let whole = try await run(world, .none)
        let new = try await world.verify(whole.folder).events
        #expect(whole.acknowledged && whole.model.callCount > 20 && new > world.events)
        for call in stride(from: 1, through: whole.model.callCount, by: Self.step) {
            let faults = [ModelDisk.Fault.stop(at: call), .short(at: call, .noSpace), .fail(at: call, .ioError)]
            // In an ordinary run each call meets one of them, in turn.
            for fault in Self.step == 1 ? faults : [faults[call / Self.step % faults.count]] {
                let run = try await run(world, fault)
                let problem = try await problem(run.folder, world, new, acknowledged: run.acknowledged)
                #expect(problem == nil, "\(fault) of \(whole.model.callCount): \(problem ?? "")\n\(run.model.trace.suffix(3))")
                _ = try await world.archive.open().backUp(to: run.folder, by: .operator)
                let after = try await world.verify(run.folder)
                #expect(after.findings.isEmpty && after.events == new && !after.unfinished, "\(fault): \(after)")
                try Disk().removeTree(run.folder)
            }
        }
    }

    @Test("whatever a power cut takes")
    func power() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        let whole = try await run(world, .none)
        let new = try await world.verify(whole.folder).events
        for call in stride(from: 1, through: whole.model.callCount + 1, by: Self.step) {
            let run = try await run(world, .stop(at: call))
            for seed in [nil, UInt64(call)] {
                let problem = try await problem(afterPowerCutOf: run, seed, world, new)
                #expect(problem == nil, "call \(call), \(String(describing: seed)): \(problem ?? "")\n\(run.model.trace)")
            }
            try Disk().removeTree(run.folder)
        }
    }

    /// An archive of which a content was redacted since its backup, beside a document that got a version and one that is new.
    private struct RedactedSince {
        let office: DisposalOffice
        let backup: FilePath
        let document: DocumentID
        let other: DocumentID
        let identity: String

        init() async throws {
            office = try await DisposalOffice()
            let archive = try office.open()
            identity = archive.identity
            document = try await office.contract(archive, [("合同.txt", Canary.text), ("附件.txt", "附件")])
            other = try await office.contract(archive, [("另一份.txt", "另一份")])
            backup = office.scratch.folder.appending("backup")
            _ = try await archive.backUp(to: backup, by: .operator)
            try Disk().leaveOutPages(of: backup)
            let batch = try await office.redact(archive, document).batch.id
            _ = try await office.goOn(archive, batch)
            _ = try await archive.execute(batch, by: office.archivist)
            try await office.version(archive, other, [("另一份.txt", "另一份，修订")])
            _ = try await office.contract(archive, [("新.txt", "新的")])
            try Disk().leaveOutPages(of: office.root)
        }

        /// What is wrong with what a run left: it must be whole, and restore to an archive without the bytes.
        func problem(_ folder: FilePath, sizes: Set<Int>, isEnded: Bool) async throws -> String? {
            // A register goes on with the archive that was restored last: each has one of its own.
            let home = office.scratch.folder.appending(UUID().uuidString)
            try Disk().copyArchive(office.home, to: home)
            let surroundings = DisposalOffice.surroundings(home, identity, office.clock, Disk())
            let keys = [try #require(try surroundings.credentials?.pinnedKey())]
            let found = try await LocalArchive.verifyBackup(folder, keys: keys)
            guard found.findings.isEmpty, sizes.contains(found.events) else { return "\(found)" }
            if isEnded { return try Canary.traces(folder).isEmpty && !found.unfinished ? nil : "\(try Canary.traces(folder))" }
            let root = office.scratch.folder.appending(UUID().uuidString)
            defer { for folder in [root, home] { try? Disk().removeTree(folder) } }
            _ = try await LocalArchive.restore(folder, to: root, surroundings: surroundings)
            let restored = try office.open(at: root, home: home)
            guard try Canary.traces(root).isEmpty else { return "\(try Canary.traces(root))" }
            let findings = try await restored.verify(by: .operator).findings
            guard findings.isEmpty else { return "\(findings)" }
            return try await office.text(restored, document, version: 1, "附件.txt") == "附件" ? nil : "the other file is another"
        }
    }

    @Test("R-47, R-49: what was redacted since goes from it, and whatever a run left restores to an archive without it")
    func redacted() async throws {
        let world = try await RedactedSince()
        let events = try await world.office.open().logPage(LogQuery(), after: 0, count: 1000, by: .operator).count
        func run(_ fault: ModelDisk.Fault) async throws -> (folder: FilePath, model: ModelDisk, ended: Bool) {
            let folder = world.office.scratch.folder.appending(UUID().uuidString)
            try Disk().copyArchive(world.backup, to: folder)
            let model = try ModelDisk(root: folder, fault: fault)
            let ended = (try? await world.office.open(Disk(observer: model)).backUp(to: folder, by: .operator)) != nil
            return (folder, model, ended)
        }
        let old = try await LocalArchive.verifyBackup(world.backup, keys: []).events
        let whole = try await run(.none)
        #expect(whole.ended)
        #expect(try await world.problem(whole.folder, sizes: [events], isEnded: true) == nil)
        for call in stride(from: 1, through: whole.model.callCount, by: Self.step) {
            let run = try await run(.stop(at: call))
            let after = world.office.scratch.folder.appending(UUID().uuidString)
            try run.model.crash(into: after, seed: UInt64(call))
            for folder in [run.folder, after] {
                let problem = try await world.problem(folder, sizes: [old, events], isEnded: false)
                #expect(problem == nil, "call \(call) of \(whole.model.callCount): \(problem ?? "")\n\(run.model.trace.suffix(3))")
                _ = try await world.office.open().backUp(to: folder, by: .operator)
                #expect(try await world.problem(folder, sizes: [events], isEnded: true) == nil)
                try Disk().removeTree(folder)
            }
        }
    }

    @Test("no sync can be left out", .enabled("MUNIMENT_CRASH_STEP is not 1", { BackupCrashTests.step == 1 }))
    func syncs() async throws {
        let world = try await BackupWorld()
        try await world.goOn()
        let whole = try await run(world, .none)
        let new = try await world.verify(whole.folder).events
        var needed: Set<Int> = []
        for sync in 1...whole.model.syncCount {
            for call in (1...(whole.model.callCount + 1)).reversed() where !needed.contains(sync) {
                let run = try await run(world, .stop(at: call), ignoredSync: sync)
                for seed in [nil, 1, 2, 3, 4] as [UInt64?] where !needed.contains(sync) {
                    if try await problem(afterPowerCutOf: run, seed, world, new) != nil { needed.insert(sync) }
                }
                try Disk().removeTree(run.folder)
            }
        }
        let syncs = whole.model.syncCalls.map { whole.model.trace[$0 - 1] }
        #expect(needed == Set(1...whole.model.syncCount), "\(needed) of \(syncs)")
    }
}
