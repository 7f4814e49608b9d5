import Archive
import Disk
import DiskModel
import Foundation
import Journal
import Records
import SystemPackage
import Testing

@Suite("R-56: the control register tells outside the root what a restore must know", .timeLimit(.minutes(5)))
struct ControlRegisterTests {
    @Test("a hold and its lifting stand there, signed and chained, as the journal has them; what is filed does not")
    func told() async throws {
        let world = try await ControlledArchive()
        let archive = try world.open()
        #expect(try Disk().status(world.registerFile) == nil)
        let hold = try await world.hold(archive)
        #expect(try world.told() == ["hold.placed/1"])
        try await archive.carryOut(LiftHold(hold, reason: "结案", authority: "法务部"), as: .operator)
        let lines = try world.lines()
        #expect(try world.told() == ["hold.placed/1", "hold.lifted/1"])
        #expect(lines.map(\.number) == [0, 1, 2])
        let events = try await archive.logPage(LogQuery(), after: 0, count: 100, by: .operator).filter {
            $0.header.type.name.hasPrefix("hold.")
        }
        #expect(lines.dropFirst().map(\.event) == events.map(\.digest))
        #expect(lines.dropFirst().map(\.payload) == events.map(\.payloadBytes))
        #expect(try Disk().status(world.registerFile)?.mode == 0o600)
    }

    @Test("where it cannot be reached, holds are refused before anything happens, and filing goes on")
    func unreachable() async throws {
        let world = try await ControlledArchive()
        let away = world.scratch.folder.appending("not-mounted")
        try world.credentials.keepControlRegister(at: away.appending("register.jsonl"))
        let archive = try world.open()
        let before = try await archive.ask(ShowStatistics(), as: .operator).counts.events
        let error = await refusal { try await world.hold(archive) }
        #expect(error?.code == .placeUnfit && error?.subject == away.appending("register.jsonl").string, "\(String(describing: error))")
        #expect(try await archive.ask(ShowStatistics(), as: .operator).counts.events == before)
        _ = try await archive.file(Filing(try world.scratch.file("b.txt", "合同乙")), by: .operator)
        try Disk().createFolder(away)
        try await world.hold(archive)
        #expect(try world.told() == ["hold.placed/1"])
    }

    @Test("a torn last line is cut off, and what the end lacks is told again at the next start")
    func torn() async throws {
        let world = try await ControlledArchive()
        try await world.hold(try world.open())
        try await world.hold(try world.open(), .party("华为"))
        let whole = try Disk().read(world.registerFile, limit: 1 << 20)
        for cut in [1, 40, 700] {
            try world.change(world.registerFile) { $0.removeLast(cut) }
            _ = try world.open()
            #expect(try Disk().read(world.registerFile, limit: 1 << 20) == whole, "\(cut)")
        }
        try Disk().removeFile(world.registerFile)
        _ = try world.open()
        #expect(try world.told() == ["hold.placed/1", "hold.placed/1"])
    }

    @Test("a changed line, a foreign register and one that knows more than the journal are refused by name, and stay as they are")
    func forged() async throws {
        let world = try await ControlledArchive()
        let other = try await ControlledArchive()
        try await other.hold(try other.open())
        try await world.hold(try world.open())
        let good = try Disk().read(world.registerFile, limit: 1 << 20)
        let foreign = try Disk().read(other.registerFile, limit: 1 << 20)
        let digit = try #require(good.lastIndex(of: UInt8(ascii: "7")))
        let changes: [[UInt8]] = [
            good.replacing(Array("法务部".utf8), with: Array("财务部".utf8)),
            good[..<digit] + [UInt8(ascii: "8")] + good[(digit + 1)...],
            Array(good.split(separator: 10)[1]) + [10],
            foreign,
            Array(String(decoding: foreign, as: UTF8.self).replacing(other.identity, with: world.identity).utf8),
        ]
        for changed in changes {
            try world.change(world.registerFile) { $0 = changed }
            let error = await refusal { try await world.hold(try world.open(), .party("华为")) }
            #expect(error?.code == .placeUnfit && error?.subject == world.registerFile.string, "\(String(describing: error))")
            #expect(try Disk().read(world.registerFile, limit: 1 << 20) == changed)
        }
    }

    @Test("an older root put back by copying takes no change, be it a hold or not, and the check of the journal says why")
    func olderRoot() async throws {
        let world = try await ControlledArchive()
        let copy = world.scratch.folder.appending("copy")
        try Disk().copyArchive(world.root, to: copy)
        try await world.hold(try world.open())
        let older = try LocalArchive(root: copy, surroundings: world.surroundings())
        let error = await refusal { try await world.hold(older, .party("华为")) }
        #expect(error?.code == .journalDamaged && error?.subject == world.registerFile.string, "\(String(describing: error))")
        let filing = Filing(try world.scratch.file("b.txt", "合同乙"))
        #expect(await refusal { _ = try await older.file(filing, by: .operator) }?.code == .journalDamaged)
        #expect(try await older.ask(ShowDocument(world.document), as: .operator).id == world.document, "it is read as it is")
        let findings = try await older.verifyLog(checkpoint: nil, keys: nil, by: .operator)
        #expect(findings.map(\.code) == [.truncated])
    }

    @Test("a journal that lost a hold makes no catalogue, be it by a rebuild or where the catalogue is gone: the register knows of it")
    func cutJournal() async throws {
        let world = try await ControlledArchive()
        try await world.hold(try world.open())
        try Disk().removeTree(world.root.appending("catalogue"))
        let segment = world.root.appending("journal").appending("000001.jsonl")
        let whole = try Disk().read(segment, limit: 1 << 20)
        try world.change(segment) { bytes in
            let start = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")))
            bytes.removeLast(bytes.count - start - 1)
        }
        for _ in 0..<2 {
            let archive = try world.open()
            #expect(await refusal { _ = try await archive.ask(ListHolds(lifted: false), as: .operator) }?.code == .journalDamaged)
            #expect(await refusal { _ = try await archive.rebuild(by: .operator) }?.code == .journalDamaged)
            let withdrawal = WithdrawDocument(world.document, reason: "误归档")
            #expect(await refusal { try await archive.carryOut(withdrawal, as: .operator) }?.code == .journalDamaged)
        }
        try world.change(segment) { $0 = whole }
        let archive = try world.open()
        let withdrawal = WithdrawDocument(world.document, reason: "误归档")
        #expect(await refusal { try await archive.carryOut(withdrawal, as: .operator) }?.code == .blocked)
        #expect(try await archive.verifyLog(checkpoint: nil, keys: nil, by: .operator).isEmpty)
    }

    @Test("a register that is not this archive's own proves nothing against its journal: filing goes on")
    func noProof() async throws {
        let (world, other) = (try await ControlledArchive(), try await ControlledArchive())
        for _ in 0..<3 { try await other.hold(try other.open()) }
        let foreign = try Disk().read(other.registerFile, limit: 1 << 20)
        try Disk().createFolder(world.home)
        try Disk().createFile(world.registerFile).write(
            Array(String(decoding: foreign, as: UTF8.self).replacing(other.identity, with: world.identity).utf8), at: 0)
        _ = try await world.open().file(Filing(try world.scratch.file("b.txt", "合同乙")), by: .operator)
    }

    @Test("stopped at any call, or met by a full disk there, a hold is in the register if it is in the journal", arguments: [false, true])
    func crashes(_ isFull: Bool) async throws {
        let world = try await ControlledArchive()
        try Disk().leaveOutPages(of: world.root)
        let whole = try await perform(world, nil, isFull)
        #expect(whole.acknowledged && whole.calls > 8)
        for call in 1...whole.calls {
            let run = try await perform(world, call, isFull)
            let archive = try LocalArchive(root: run.folder.appending("storage"), surroundings: run.surroundings)
            let held = try await archive.ask(ListHolds(lifted: true), as: .operator).count
            let keys = try run.credentials.pinnedKey().map { [$0] } ?? []
            let lines = try run.credentials.controlRegister().read(of: world.identity, keys: keys)?.lines ?? []
            #expect(lines.filter { $0.header != nil }.count == held, "call \(call) of \(whole.calls): \(run.trace)")
            #expect(held == 1 || !run.acknowledged, "call \(call)")
            try Disk().removeTree(run.folder)
        }
    }

    private struct Run {
        let folder: FilePath
        let credentials: Credentials
        let surroundings: LocalArchive.Surroundings
        let acknowledged: Bool
        let calls: Int
        let trace: [String]
    }

    private func perform(_ world: ControlledArchive, _ call: Int?, _ isFull: Bool) async throws -> Run {
        let folder = world.scratch.folder.appending(UUID().uuidString)
        try Disk().createFolder(folder)
        try Disk().copyArchive(world.root, to: folder.appending("storage"))
        let model = try ModelDisk(root: folder, fault: call.map { isFull ? .fail(at: $0, .noSpace) : .stop(at: $0) } ?? .none)
        let home = folder.appending("home")
        var acknowledged = false
        do {
            let disk = Disk(observer: model)
            let archive = try LocalArchive(root: folder.appending("storage"), surroundings: world.surroundings(disk, home: home))
            try await world.hold(archive)
            acknowledged = true
        } catch is ArchiveError {}
        return Run(
            folder: folder, credentials: Credentials(home: home, disk: Disk(), archive: world.identity),
            surroundings: world.surroundings(home: home), acknowledged: acknowledged, calls: model.callCount, trace: model.trace)
    }
}
