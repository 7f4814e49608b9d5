import Disk
import Dispatch
import Journal
import Records
import Synchronization
import SystemPackage
import Testing

@testable import Archive

@Suite("A failed sign-in tells nothing by the time it takes, and is recorded")
struct FailedSignInTests {
    /// Holds back every fsync of the journal until it is opened.
    private final class HeldJournal: DiskObserver {
        private let held = Mutex(false)
        private let gate = DispatchSemaphore(value: 0)

        func hold() { held.withLock { $0 = true } }

        func open() {
            held.withLock { $0 = false }
            for _ in 0..<100 { gate.signal() }
        }

        func verdict(on operation: DiskOperation) -> DiskVerdict {
            if case .syncFile(let path) = operation, path.string.contains("/journal/"), held.withLock({ $0 }) { gate.wait() }
            return .proceed
        }

        func succeeded(_ operation: DiskOperation) {}
    }

    private func archive(_ scratch: Scratch, _ disk: Disk = Disk(), password: String? = nil) async throws -> LocalArchive {
        let root = scratch.path.appending("storage")
        _ = try ArchiveBuilder().create(at: root)
        let archive = try LocalArchive(root: root, surroundings: .init(disk: disk, credentials: scratch.credentials))
        for name in ["陈", "李"] {
            _ = try await archive.carryOut(SetAccount(named: name, roles: [.archivist], open: true), as: .operator)
            if let password { try await archive.setPassword(password, for: name, by: .operator) }
        }
        return archive
    }

    /// What the journal tells of failed sign-ins: whose, and how many.
    private func failures(_ archive: LocalArchive) async throws -> [String] {
        let found = Mutex<[String]>([])
        var query = LogQuery()
        query.type = "sign-in.failed"
        try await archive.readLog(query, by: .operator) { event in
            let count = (try? Payload(event.payloadBytes ?? [], of: event.header.type.name).event as? SignInsFailed)?.count
            found.withLock { $0.append("\(event.header.actor) \(count ?? 0)") }
        }
        return found.withLock { $0 }
    }

    @Test("whether the name is somebody's or nobody's, the answer does not wait for the journal")
    func sameCost() async throws {
        let scratch = try Scratch()
        let journal = HeldJournal()
        let archive = try await archive(scratch, Disk(observer: journal))
        journal.hold()
        for name in ["陈", "nobody", "李"] {
            await #expect { try await archive.account(named: name, password: "wrong-password", from: nil) } throws: {
                ($0 as? ArchiveError)?.code == .signInNeeded
            }
        }
        journal.open()
        await archive.finishRecordingSignIns()
        #expect(try await failures(archive).count == 3)
    }

    @Test(
        "R-52: one event for each account, and one for all that is unknown, in a minute; the others are counted, and told before the program ends"
    )
    func aggregated() async throws {
        let scratch = try Scratch()
        let archive = try await archive(scratch, password: "冷却塔-2026")
        let id = try await archive.account(named: "陈", password: "冷却塔-2026", from: nil).id
        for name in ["陈", "nobody", "陈", "somebody", "\(id)"] {
            _ = try? await archive.account(named: name, password: "wrong-password", from: nil)
        }
        for token in ["mun_a", "mun_b"] { _ = try? await archive.account(forToken: token) }
        await archive.finishRecordingSignIns()
        #expect(try await failures(archive).sorted() == ["\(id.compact) 1", "nobody 1"].sorted())
        await archive.close()
        #expect(try await failures(archive).sorted() == ["\(id.compact) 1", "\(id.compact) 2", "nobody 1", "nobody 3"].sorted())
    }

    @Test("after some wrong passwords a right one must wait too, and is told how long")
    func brake() async throws {
        let scratch = try Scratch()
        let archive = try await archive(scratch, password: "冷却塔-2026")
        for _ in 0..<PasswordBrake.Key.account("").free {
            _ = try? await archive.account(named: "陈", password: "wrong-password", from: nil)
        }
        await #expect { try await archive.account(named: "陈", password: "冷却塔-2026", from: nil) } throws: {
            ($0 as? ArchiveError)?.code == .tooManyTries && ($0 as? ArchiveError)?.retryAfter == 1
        }
        #expect(try await archive.account(named: "李", password: "冷却塔-2026", from: nil).name == "李")
    }
}
