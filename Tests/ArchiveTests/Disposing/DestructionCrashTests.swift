import Archive
import Disk
import DiskModel
import Foundation
import Records
import SystemPackage
import Testing

@Suite("R-45, R-49: a destruction or redaction that is stopped anywhere goes on where it was", .timeLimit(.minutes(15)))
struct DestructionCrashTests {
    /// At how many calls one is tried; `MUNIMENT_CRASH_STEP=1`: at each.
    private static let step = max(1, Int(ProcessInfo.processInfo.environment["MUNIMENT_CRASH_STEP"] ?? "") ?? 13)
    private static let canary = Data("𠀀𠁂𠂇".utf8)

    /// What is destroyed.
    enum Kind: CaseIterable { case document, content, words }

    /// An archive in which a batch waits to be carried out: one to destroy of two versions, one to keep longer, one that is none of it; or a
    /// content of two versions of a document that stays, or words of what is said of one.
    private struct Beginning {
        let office: DisposalOffice
        let batch: BatchID
        let destroyed: DocumentID

        init(_ kind: Kind) async throws {
            office = try await DisposalOffice()
            let archive = try office.open()
            if kind == .words {
                destroyed = try await office.spokenOf(archive)
                batch = try await office.redactWords(archive, destroyed).id
                _ = try await office.goOn(archive, batch)
                try Disk().leaveOutPages(of: office.root)
                return
            }
            if kind == .content {
                destroyed = try await office.contract(archive, [("合同.txt", "甲 𠀀𠁂𠂇")])
                try await office.version(archive, destroyed, [("附件.txt", "附件")], keeping: true)
                batch = try await office.redact(archive, destroyed).batch.id
                _ = try await office.goOn(archive, batch)
                try Disk().leaveOutPages(of: office.root)
                return
            }
            destroyed = try await office.due(archive, "甲", "甲 𠀀𠁂𠂇", number: "HT-2010-0001")
            let files = [IncomingFile(name: nil, role: .main, source: .path(try office.scratch.file("甲二.txt", "甲二 𠀀𠁂𠂇")))]
            _ = try await archive.makeVersion(NewVersion(of: destroyed, files: files, reason: "修订 𠀀𠁂𠂇"), by: .operator)
            let kept = try await office.due(archive, "乙", "乙")
            _ = try await office.due(archive, "丙", "丙") { $0.class = "XS-BJ" }
            batch = try await office.ready(archive, items: [.init(kept, "extend:30")]).id
            try Disk().leaveOutPages(of: office.root)
        }

        func copy() throws -> FilePath {
            let root = office.scratch.folder.appending(UUID().uuidString)
            try Disk().copyArchive(office.root, to: root)
            // Each tries with a register of its own, which its first destruction begins.
            return root
        }

        func open(_ root: FilePath, _ disk: Disk = Disk()) throws -> LocalArchive {
            try office.open(disk, at: root, home: FilePath(root.string + "-home"))
        }

        func execute(_ archive: LocalArchive) async -> Bool {
            (try? await archive.execute(batch, by: office.archivist)) != nil
        }
    }

    /// What is wrong with an archive in which a destruction was stopped, once it was brought to its end.
    private func problem(_ beginning: Beginning, _ root: FilePath) async throws -> String? {
        let archive = try beginning.open(root)
        if try await archive.ask(ShowDisposal(beginning.batch), as: .operator).state != .executed {
            guard await beginning.execute(archive) else { return "does not go on" }
        }
        let view = try await archive.ask(ShowDisposal(beginning.batch), as: .operator)
        guard view.state == .executed, view.items.filter({ $0.destroyedOn != nil && $0.erased }).map(\.document) == [beginning.destroyed]
        else { return "\(view.state), \(view.items)" }
        let findings = try await archive.verify(by: .operator).findings
        if !findings.isEmpty { return "\(findings)" }
        let log = try await archive.verifyLog(checkpoint: nil, keys: nil, by: .operator)
        if !log.isEmpty { return "\(log)" }
        let traces = try BackupWorld.files(below: root).filter { Data($0.value).range(of: Self.canary) != nil }.keys
        return traces.isEmpty ? nil : "\(traces.sorted())"
    }

    private func remove(_ root: FilePath) {
        for path in [root, FilePath(root.string + "-home")] { try? Disk().removeTree(path) }
    }

    @Test("stopped or failing at any call", arguments: Kind.allCases)
    func calls(_ kind: Kind) async throws {
        let beginning = try await Beginning(kind)
        let whole = try beginning.copy()
        let model = try ModelDisk(root: whole)
        #expect(await beginning.execute(try beginning.open(whole, Disk(observer: model))))
        #expect(try await problem(beginning, whole) == nil)
        #expect(model.callCount > 40)
        for call in stride(from: 1, through: model.callCount, by: Self.step) {
            let faults = [ModelDisk.Fault.stop(at: call), .fail(at: call, .noSpace), .fail(at: call, .ioError)]
            // In an ordinary run each call meets one of them, in turn.
            for fault in Self.step == 1 ? faults : [faults[call / Self.step % faults.count]] {
                let root = try beginning.copy()
                defer { remove(root) }
                let failing = try ModelDisk(root: root, fault: fault)
                if let archive = try? beginning.open(root, Disk(observer: failing)) { _ = await beginning.execute(archive) }
                let problem = try await problem(beginning, root)
                #expect(problem == nil, "\(fault) of \(model.callCount): \(problem ?? "")\n\(failing.trace.suffix(3))")
            }
        }
    }

    @Test("whatever a power cut takes: what was acknowledged as destroyed is", arguments: Kind.allCases)
    func power(_ kind: Kind) async throws {
        let beginning = try await Beginning(kind)
        let whole = try beginning.copy()
        let model = try ModelDisk(root: whole)
        #expect(await beginning.execute(try beginning.open(whole, Disk(observer: model))))
        for call in stride(from: 3, through: model.callCount + 1, by: Self.step == 1 ? 1 : 23) {
            let root = try beginning.copy()
            defer { remove(root) }
            let failing = try ModelDisk(root: root, fault: .stop(at: call))
            if let archive = try? beginning.open(root, Disk(observer: failing)) { _ = await beginning.execute(archive) }
            let after = FilePath(root.string + "-after")
            defer { remove(after) }
            // SQLite's own writes count as losable: the catalogue is made anew.
            try failing.crash(into: after, seed: UInt64(call))
            let home = FilePath(root.string + "-home")
            if try Disk().status(home) != nil { try Disk().copyArchive(home, to: FilePath(after.string + "-home")) }
            let problem = try await problem(beginning, after)
            #expect(problem == nil, "\(call) of \(model.callCount): \(problem ?? "")\n\(failing.trace.suffix(3))")
        }
    }
}
