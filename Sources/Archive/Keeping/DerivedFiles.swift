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

    /// There while somebody works the queue, and afterwards where they were stopped: then what was read may not be in the catalogue yet. It
    /// need not survive a power cut: what waits is found here when its turn comes.
    private var underWay: FilePath { folder.appending("under-way") }

    /// Says that the queue is being worked; whatever stands in its place will do. Called by whoever holds its lock.
    ///
    /// - Returns: whether it is said for the first time: then it is to be taken back by ``end()`` when the catalogue has been told of all.
    func begin() throws -> Bool {
        guard try !isUnfinished() else { return false }
        _ = try disk.createFile(underWay)
        return true
    }

    func end() throws { try disk.removeTree(underWay) }

    /// Whether somebody worked the queue and did not come to an end.
    func isUnfinished() throws -> Bool { try disk.status(underWay) != nil }

    func place(_ document: DocumentID, _ sha256: String) -> FilePath {
        folder.appending(document.compact).appending(sha256 + ".json")
    }

    /// What was found in a content; nil where it was not read yet, or where what lies there is not what was found.
    func outcome(of document: DocumentID, _ sha256: String) -> ExtractionOutcome? {
        (try? disk.read(place(document, sha256), limit: DerivedFiles.largest)).flatMap { SealedOutcome.open($0, of: sha256) }
    }

    /// Whatever lies here, by the name of its folder and its own; without the latter where it lies in no folder.
    func contents() throws -> [FilePath] {
        let own = try disk.list(folder).map { FilePath(root: nil, components: $0) }.filter {
            ![queueLock, underWay].contains(folder.pushing($0))
        }
        return try own.flatMap { own in
            guard try disk.status(folder.pushing(own))?.kind == .folder else { return [own] }
            return try disk.list(folder.pushing(own)).map { own.appending($0) }
        }.sorted { $0.string < $1.string }
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
