import Archive
import Disk
import DiskModel
import Records
import Synchronization
import SystemPackage
import Testing

@Suite("Room is set aside for what has happened already")
struct ReserveTests {
    @Test("settling on a full disk gives the reserve up and goes through; later it is set aside again")
    func givenUp() async throws {
        let world = try await World(.newVersion)
        let whole = try await world.run(.none)
        let append = try #require(whole.trace.firstIndex { $0.contains("journal") && $0.contains("sync") }) + 1
        let run = try await world.run(.stop(at: append + 1))
        let full = FullDisk(until: run.root.appending("reserve"))
        let archive = try LocalArchive(root: run.root, surroundings: .withoutPages(Disk(observer: full)))
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        #expect(try Disk().status(run.root.appending("reserve")) == nil)
        #expect(full.refusals > 0)
        try await world.fileFromAnotherProcess(run.root)
        #expect(try Disk().status(run.root.appending("reserve"))?.size == 16 << 20)
    }
}

/// A disk without room for anything new as long as the reserve is there.
private final class FullDisk: DiskObserver {
    private let reserve: FilePath
    private let count = Mutex(0)

    init(until reserve: FilePath) { self.reserve = reserve }

    var refusals: Int { count.withLock { $0 } }

    func verdict(on operation: DiskOperation) -> DiskVerdict {
        guard (try? Disk().status(reserve)) ?? nil != nil else { return .proceed }
        switch operation {
        case .createFile, .createFolder, .write, .rename, .exchange, .step:
            count.withLock { $0 += 1 }
            return .fail(.noSpace)
        default: return .proceed
        }
    }

    func succeeded(_ operation: DiskOperation) {}
}
