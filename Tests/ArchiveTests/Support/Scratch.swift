import Disk
import Extraction
import Foundation
import Records
import Synchronization
import SystemPackage

@testable import Archive

/// A folder of a test's own, gone with it.
final class Scratch: Sendable {
    let folder: FilePath

    init() throws {
        folder = FilePath(FileManager.default.temporaryDirectory.path).appending("muniment-\(UUID().uuidString)")
        try Disk().createFolder(folder)
    }

    // Foundation is quicker at it than paths that check themselves at each step; some tests leave thousands of files.
    deinit { try? FileManager.default.removeItem(atPath: folder.string) }

    /// Writes a file to be filed.
    func file(_ name: String, _ content: String) throws -> FilePath {
        let path = folder.appending(name)
        try Disk().createFile(path).write(Array(content.utf8), at: 0)
        return path
    }

    /// Makes an archive and opens it.
    func archive(_ surroundings: LocalArchive.Surroundings = .init(clock: TestClock())) throws -> LocalArchive {
        let root = folder.appending("storage")
        _ = try ArchiveBuilder(clock: TestClock()).create(at: root)
        return try LocalArchive(root: root, surroundings: surroundings)
    }
}

/// A clock that stands still until the test moves it.
final class TestClock: Clock {
    private let time: Mutex<Timestamp>

    init(_ time: String = "2026-11-23T08:00:00Z") { self.time = Mutex(Timestamp(time) ?? Timestamp(milliseconds: 0)) }

    func now() -> Timestamp { time.withLock { $0 } }
    func move(milliseconds: Int64) { time.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + milliseconds) } }
}

extension Filing {
    /// A filing of one file.
    init(_ path: FilePath, type: String = "contract", number: String? = nil, party: String? = nil, title: String? = nil, key: String? = nil)
    {
        var words = MetadataWords()
        words.type = type
        words.number = number
        words.party = party
        words.title = title
        self.init(files: [IncomingFile(name: nil, role: .main, source: .path(path))], words: words, key: key)
    }
}

extension LocalArchive {
    /// Puts an outcome where a worker's reading puts it, as an extraction that is stopped then: the catalogue is told nothing.
    func keep(_ outcome: ExtractionOutcome, of document: DocumentID, _ sha256: String, in scratch: Scratch) throws {
        _ = try derived.begin()
        let folder = scratch.folder.appending(UUID().uuidString)
        try Disk().createFolder(folder)
        try derived.install(try derived.stage(outcome, in: folder, sha256), document, sha256)
    }
}

extension Content {
    /// All bytes, checked.
    func bytes() throws(ArchiveError) -> [UInt8] {
        var all: [UInt8] = []
        try read { block throws(ArchiveError) in all += block }
        return all
    }
}
