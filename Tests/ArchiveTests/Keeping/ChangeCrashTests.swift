import Archive
import Disk
import DiskModel
import Foundation
import Records
import SystemPackage
import Testing

/// Whatever a change writes is written by the door, so that one walk holds for all of them, and for those to come.
@Suite("Each change", .timeLimit(.minutes(15)))
struct ChangeCrashTests {
    /// The archive before the change, and what carries it out on a copy.
    private struct Beginning {
        let company: SmallCompany
        let kind: UseCaseKind
        let doer: Actor
        /// How many events there are before.
        let before: Int

        init(_ kind: UseCaseKind) async throws {
            var company = try await SmallCompany()
            try await company.prepare(kind.name)
            doer = try await company.doer(of: kind)
            before = try await company.events()
            try Disk().leaveOutPages(of: company.root)
            (self.company, self.kind) = (company, kind)
        }

        func copy() throws -> FilePath {
            let root = company.scratch.folder.appending(UUID().uuidString)
            try Disk().copyArchive(company.root, to: root)
            return root
        }

        func open(_ root: FilePath, _ disk: Disk = Disk()) throws -> LocalArchive {
            try LocalArchive(root: root, surroundings: .withoutPages(disk, clock: company.clock))
        }

        /// Carries it out under a key. Answers whether that was acknowledged.
        func perform(on archive: LocalArchive) async throws -> Bool {
            do { _ = try await kind.perform(try company.json(kind), archive, doer, "k") } catch is ArchiveError { return false }
            return true
        }
    }

    /// Of each change every so many calls are tried, and each change begins at another: the door is the same for all, so that every call of it is
    /// tried by some eight of them, however many there are. `MUNIMENT_CRASH_STEP=1` tries each call of each change.
    private static let step = max(1, Int(ProcessInfo.processInfo.environment["MUNIMENT_CRASH_STEP"] ?? "") ?? UseCaseKind.changes.count / 8)

    private static func calls(of kind: UseCaseKind, upTo last: Int) -> StrideThrough<Int> {
        let place = UseCaseKind.changes.firstIndex { $0.name == kind.name } ?? 0
        return stride(from: 1 + place % step, through: last, by: step)
    }

    @Test(
        "R-5: killed at any call, or met by a disk that fails there, has happened wholly or not at all, and asked for again under its key happens once",
        arguments: UseCaseKind.changes)
    func once(_ kind: UseCaseKind) async throws {
        let beginning = try await Beginning(kind)
        let (whole, calls) = try await undisturbed(beginning)
        #expect(whole > beginning.before && calls > 2)
        for call in Self.calls(of: kind, upTo: calls) {
            for fault in [ModelDisk.Fault.stop(at: call), .fail(at: call, .noSpace)] {
                let root = try beginning.copy()
                defer { try? Disk().removeTree(root) }
                let acknowledged = try await disturbed(beginning, root, fault)
                let archive = try beginning.open(root)
                let told = try await events(archive)
                #expect(told == whole || told == beginning.before && !acknowledged, "\(kind), \(fault) of \(calls): \(told) events")
                #expect(try await beginning.perform(on: archive), "\(kind), \(fault) of \(calls)")
                #expect(try await events(archive) == whole, "\(kind), \(fault) of \(calls)")
                // Compares the catalogue with one made anew, too.
                let findings = try await archive.verify(by: .operator)
                #expect(findings.findings.isEmpty, "\(kind), \(fault) of \(calls): \(findings)")
            }
        }
    }

    private func undisturbed(_ beginning: Beginning) async throws -> (events: Int, calls: Int) {
        let root = try beginning.copy()
        let model = try ModelDisk(root: root)
        let archive = try beginning.open(root, Disk(observer: model))
        #expect(try await beginning.perform(on: archive))
        return (try await events(archive), model.callCount)
    }

    private func disturbed(_ beginning: Beginning, _ root: FilePath, _ fault: ModelDisk.Fault) async throws -> Bool {
        let model = try ModelDisk(root: root, fault: fault)
        do { return try await beginning.perform(on: try beginning.open(root, Disk(observer: model))) } catch is ArchiveError {
            return false
        }
    }

    private func events(_ archive: LocalArchive) async throws -> Int {
        try await archive.ask(ShowStatistics(), as: .operator).counts.events ?? -1
    }
}
