import Archive
import Catalogue
import Disk
import DiskModel
import Foundation
import Records
import SystemPackage
import Testing

/// What the next process makes of what an earlier one left, and what several do at once (`docs/storage-layout.md`, "Settling").
@Suite("What was left half done is settled, whoever comes next and however often")
struct SettlingTests {
    @Test("a second stop inside settling is settled by the process after that", arguments: [CrashScenario.filing, .newVersion])
    func stopInsideSettling(_ scenario: CrashScenario) async throws {
        let world = try await World(scenario)
        let calls = try await world.run(.none).calls
        for stop in 1...calls {
            let run = try await world.run(.stop(at: stop))
            defer { try? world.forget(run) }
            // Before anything is in the journal, settling only sweeps the staging folder: once is enough.
            guard stop == calls / 2 || run.trace.contains(where: { $0.contains("journal") }) else { continue }
            for second in 1...100 {
                guard let root = try await world.settling(run, stoppedAt: second) else { break }
                defer { try? Disk().removeTree(root) }
                let problem = try await world.problem(reopening: root, acknowledged: run.acknowledged, comparingRebuild: false)
                #expect(problem == nil, "\(scenario.name), killed at call \(stop), then at \(second) of settling: \(problem ?? "")")
            }
        }
    }

    @Test("a catalogue set back by any number of events is brought up again, row for row")
    func catalogueSetBack() async throws {
        let scratch = try Scratch()
        let (root, inbox) = (scratch.folder.appending("storage"), scratch.folder)
        for (name, content) in [("a.txt", "甲"), ("b.txt", "乙"), ("c.txt", "丙")] { _ = try scratch.file(name, content) }
        _ = try ArchiveBuilder(clock: TestClock()).create(at: root)
        var earlier = [try Self.catalogue(of: root)]
        for step in Self.steps {
            let archive = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
            try await step(archive, inbox)
            earlier.append(try Self.catalogue(of: root))
        }
        let grown = try CatalogueDump.rows(of: root)
        for (index, files) in earlier.enumerated() {
            try Self.put(files, into: root)
            let archive = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
            #expect(try await archive.verify(by: .operator).findings.isEmpty)
            #expect(try CatalogueDump.rows(of: root) == grown, "set back to after step \(index)")
        }
    }

    @Test("a program that starts while another brings in a file leaves its staging alone")
    func startDuringUpload() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let root = scratch.folder.appending("storage")
        let blocks = Upload(blocks: 5) {
            _ = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        }
        var words = MetadataWords()
        words.type = "contract"
        let file = IncomingFile(name: try LocalArchive.fileName("大图.pdf"), role: .main, source: .stream { try await blocks.next() })
        let filed = try await archive.file(Filing(files: [file], words: words), by: .operator)
        let content = try await archive.open(ContentRequest(document: filed.document.id), by: .operator)
        #expect(try content.bytes().count == 5 * Upload.size)
        #expect(try Disk().list(root.appending("staging")).isEmpty)
    }

    @Test("a rebuild while others write and read loses nothing and stops nobody")
    func rebuildMeanwhile() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let root = scratch.folder.appending("storage")
        let paths = try (0..<40).map { try scratch.file("\($0).txt", "内容 \($0)") }
        for path in paths.prefix(10) { _ = try await archive.file(Filing(path), by: .operator) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let other = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
                for path in paths.dropFirst(10) { _ = try await other.file(Filing(path), by: .operator) }
            }
            group.addTask { for _ in 0..<4 { _ = try await archive.rebuild(by: .operator) } }
            group.addTask {
                var seen = 0
                for _ in 0..<60 {
                    let total = try await archive.ask(SearchDocuments(DocumentSearch(query: "")), as: .operator).total
                    #expect(total >= seen, "a reader saw \(total) documents after \(seen)")
                    seen = total
                }
            }
            try await group.waitForAll()
        }
        #expect(try await archive.ask(SearchDocuments(DocumentSearch(query: "")), as: .operator).total == 40)
        let grown = try CatalogueDump.rows(of: root)
        _ = try await archive.rebuild(by: .operator)
        #expect(try CatalogueDump.rows(of: root) == grown)
    }

    private static let steps: [@Sendable (LocalArchive, FilePath) async throws -> Void] = [
        { archive, inbox in _ = try await archive.file(Filing(inbox.appending("a.txt"), number: "HT-2026-0001", party: "华为"), by: .operator)
        },
        CrashScenario.newVersion.perform, CrashScenario.edit.perform, CrashScenario.withdrawal.perform,
        { archive, inbox in _ = try await archive.file(Filing(inbox.appending("c.txt"), party: "华为"), by: .operator) },
    ]

    private static func catalogue(of root: FilePath) throws -> [FilePath.Component: [UInt8]] {
        let folder = root.appending("catalogue")
        return try Disk().list(folder).filter { isState($0) }.reduce(into: [:]) {
            $0[$1] = try Disk().read(folder.appending($1), limit: 1 << 30)
        }
    }

    private static func isState(_ name: FilePath.Component) -> Bool { name.string.contains(".sqlite") || name.string == "current" }

    private static func put(_ files: [FilePath.Component: [UInt8]], into root: FilePath) throws {
        let (disk, folder) = (Disk(), root.appending("catalogue"))
        for name in try disk.list(folder) where isState(name) { try disk.removeFile(folder.appending(name)) }
        for (name, bytes) in files { try disk.createFile(folder.appending(name)).write(bytes, at: 0) }
    }
}

/// Bytes that arrive in blocks, while something else happens between them.
private actor Upload {
    static let size = 1000
    private var left: Int
    private let meanwhile: @Sendable () throws -> Void

    init(blocks: Int, meanwhile: @escaping @Sendable () throws -> Void) {
        left = blocks
        self.meanwhile = meanwhile
    }

    func next() throws -> [UInt8]? {
        guard left > 0 else { return nil }
        try meanwhile()
        left -= 1
        return Array(repeating: UInt8(left), count: Upload.size)
    }
}
