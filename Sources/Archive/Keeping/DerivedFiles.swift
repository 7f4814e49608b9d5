import Disk
import Extraction
import Records
import SystemPackage

/// The folder `derived/`: for each document a folder with what was made from its contents, each by the content's sha256.
///
/// It costs only time to lose; a file that is torn or of another form counts as not there.
struct DerivedFiles: Sendable {
    let folder: FilePath
    let disk: Disk

    /// Largest outcome that is read, in bytes: the text of some 10,000 pages.
    private static let largest = 192 << 20

    /// Held by whoever works the queue of files that wait.
    var queueLock: FilePath { folder.appending("queue.lock") }

    func place(_ document: DocumentID, _ sha256: String) -> FilePath {
        folder.appending(document.compact).appending(sha256 + ".json")
    }

    /// What was found in a content; nil where it was not read yet, or where what lies there is not what was found.
    func outcome(of document: DocumentID, _ sha256: String) -> ExtractionOutcome? {
        (try? disk.read(place(document, sha256), limit: DerivedFiles.largest)).flatMap { SealedOutcome.open($0, of: sha256) }
    }

    /// Every file here, by the name of its folder and its own.
    func contents() throws -> [(folder: String, name: String)] {
        let names = try disk.list(folder).map(\.string).filter { folder.appending($0) != queueLock }
        return try names.sorted().flatMap { own in
            guard try disk.status(folder.appending(own))?.kind == .folder else { return [(own, "")] }
            return try disk.list(folder.appending(own)).map { (own, $0.string) }.sorted { $0.1 < $1.1 }
        }
    }

    /// Writes an outcome to a staging folder, durably.
    func stage(_ outcome: ExtractionOutcome, in staging: FilePath, _ sha256: String) throws -> FilePath {
        let path = staging.appending(sha256 + ".json")
        let file = try disk.createFile(path)
        try file.write(try SealedOutcome.seal(outcome, of: sha256), at: 0)
        try file.sync()
        return path
    }

    /// Puts a staged outcome in place. Called under the writer's lock, and only while the document lives.
    func install(_ staged: FilePath, _ document: DocumentID, _ sha256: String) throws {
        let target = place(document, sha256)
        let own = target.removingLastComponent()
        if let kind = try disk.status(own)?.kind, kind != .folder { try disk.removeTree(own) }
        if try disk.status(own) == nil {
            try disk.createFolder(own)
            try disk.syncFolder(folder)
        }
        if try disk.status(target)?.kind == .folder { try disk.removeTree(target) }
        try disk.replace(target, by: staged)
        try disk.syncFolder(own)
    }

    /// The files of some contents, as far as there are any.
    func statuses(of contents: [(DocumentID, [String])]) -> [FilePath: FileStatus] {
        var found: [FilePath: FileStatus] = [:]
        for (document, digests) in contents {
            for path in digests.map({ place(document, $0) }) { if let status = try? disk.status(path) { found[path] = status } }
        }
        return found
    }
}
