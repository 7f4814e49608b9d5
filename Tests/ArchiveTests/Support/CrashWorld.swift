import Catalogue
import Disk
import DiskModel
import Foundation
import Records
import SystemPackage
import Testing

@testable import Archive

/// Runs one scenario over and over from the same beginning, each time with another fault.
final class World: Sendable {
    struct Run: Sendable {
        let root: FilePath
        let model: ModelDisk
        let acknowledged: Bool
        let calls: Int
        let syncs: Int
        let trace: [String]
    }

    private let scratch: Scratch
    private let scenario: CrashScenario
    private let base: FilePath
    private let inbox: FilePath

    init(_ scenario: CrashScenario) async throws {
        scratch = try Scratch()
        self.scenario = scenario
        inbox = scratch.folder
        _ = try scratch.file("a.txt", "合同甲")
        _ = try scratch.file("b.txt", "合同乙")
        _ = try scratch.file("c.txt", "合同丙")
        base = scratch.folder.appending("base")
        _ = try ArchiveBuilder(clock: TestClock()).create(at: base)
        let archive = try LocalArchive(root: base, surroundings: .withoutPages())
        try await scenario.prepare(archive, inbox)
        try Disk().leaveOutPages(of: base)
    }

    /// Performs the operation on a fresh copy of the beginning.
    func run(_ fault: ModelDisk.Fault, ignoredSync: Int? = nil) async throws -> Run {
        let root = fresh("run")
        try Disk().copyArchive(base, to: root)
        let model = try ModelDisk(root: root, fault: fault, ignoredSync: ignoredSync)
        var acknowledged = false
        do {
            let archive = try LocalArchive(root: root, surroundings: .withoutPages(Disk(observer: model)))
            try await scenario.perform(archive, inbox)
            acknowledged = true
        } catch is ArchiveError {}
        return Run(
            root: root, model: model, acknowledged: acknowledged, calls: model.callCount, syncs: model.syncCount, trace: model.trace)
    }

    /// Takes a run's archive away: there are thousands, in memory.
    func forget(_ run: Run) throws { try Disk().removeTree(run.root) }

    /// What is wrong after the power failed at the end of a run; nil if all promises were kept.
    func problem(
        afterPowerCutOf run: Run, _ fate: CrashTests.CatalogueFate, seed: UInt64?, comparingRebuild: Bool = true
    ) async throws -> String? {
        let root = fresh("after")
        defer { try? Disk().removeTree(root) }
        try run.model.crash(into: root, seed: seed)
        if fate != .lost {
            let catalogue = (fate == .asBefore ? base : run.root).appending("catalogue")
            for name in try Disk().list(catalogue) where name.string.contains(".sqlite") {
                try Disk().copyFile(catalogue.appending(name), to: root.appending("catalogue").appending(name))
            }
        }
        return try await problem(reopening: root, acknowledged: run.acknowledged, comparingRebuild: comparingRebuild)
    }

    /// Opens the archive as the next process would, and holds it against every promise.
    func problem(
        reopening root: FilePath, acknowledged: Bool, extraDocuments: Int = 0, comparingRebuild: Bool = true
    ) async throws -> String? {
        do {
            let archive = try LocalArchive(root: root, surroundings: .withoutPages())
            if extraDocuments == 0 {
                let happened = try await scenario.happened(archive)
                if acknowledged, !happened { return "what was acknowledged is not there" }
            }
            let findings = try await archive.verify(by: .operator).findings
            if !findings.isEmpty { return "\(findings)" }
            let journal = try await archive.verifyLog(checkpoint: nil, keys: [], by: .operator)
            if !journal.isEmpty { return "\(journal)" }
            let staged = try Disk().list(root.appending("staging"))
            if !staged.isEmpty { return "staging holds \(staged)" }
            guard comparingRebuild else { return nil }
            let grown = try CatalogueDump.rows(of: root)
            _ = try await archive.rebuild(by: .operator)
            let rebuilt = try CatalogueDump.rows(of: root)
            return grown == rebuilt ? nil : "a rebuild differs: \(Set(grown).symmetricDifference(rebuilt).sorted())"
        } catch { return "\(error)" }
    }

    /// Lets the next process settle what a run left, and kills it too.
    ///
    /// - Returns: where the archive is then; nil where settling ended before that call.
    func settling(_ run: Run, stoppedAt second: Int) async throws -> FilePath? {
        let root = fresh("settling")
        try Disk().copyArchive(run.root, to: root)
        let model = try ModelDisk(root: root, fault: .stop(at: second), ignoredSync: nil)
        _ = try? LocalArchive(root: root, surroundings: .withoutPages(Disk(observer: model)))
        return model.callCount < second ? nil : root
    }

    /// Another process files a document while the first is still there.
    func fileFromAnotherProcess(_ root: FilePath) async throws {
        let archive = try LocalArchive(root: root, surroundings: .withoutPages())
        _ = try await archive.file(Filing(inbox.appending("c.txt"), title: "另一份"), by: .operator)
    }

    private func fresh(_ name: String) -> FilePath { scratch.folder.appending("\(name)-\(UUID().uuidString.prefix(8))") }
}

extension LocalArchive.Surroundings {
    /// Those of an archive without pages that say how it is read: nothing depends on them, and thousands of openings take a fraction of the time.
    static func withoutPages(
        _ disk: Disk = Disk(), clock: any Clock = TestClock(), credentials: Credentials? = nil
    ) -> LocalArchive.Surroundings {
        var surroundings = LocalArchive.Surroundings(disk: disk, clock: clock, credentials: credentials)
        surroundings.pages = FormatPages([])
        return surroundings
    }
}

extension Disk {
    /// A copy of an archive, as it lies on the disk.
    func copyArchive(_ from: FilePath, to: FilePath) throws {
        try createFolder(to)
        for name in try list(from) {
            let (source, target) = (from.appending(name), to.appending(name))
            if name.string == "reserve" {
                // Its bytes mean nothing: without any, thousands of runs take less time.
                try createFile(target).truncate(to: try status(source)?.size ?? 0)
            } else if try status(source)?.kind == .folder {
                try copyArchive(source, to: target)
            } else {
                try copyFile(source, to: target)
            }
        }
    }

    /// Makes of an archive, or of a backup, one that is opened without pages.
    func leaveOutPages(of root: FilePath) throws {
        let format = root.appending("format")
        for name in try list(format) { try removeTree(format.appending(name)) }
        _ = try createFile(format.appending("SHA256SUMS"))
    }

    func copyFile(_ from: FilePath, to: FilePath) throws { try createFile(to).write(try read(from, limit: 1 << 30), at: 0) }
}
