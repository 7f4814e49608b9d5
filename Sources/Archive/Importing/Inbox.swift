import Disk
import Extraction
public import Records
public import SystemPackage
import Wording

/// A folder that a scanner drops files into: what is complete is filed, and leaves the folder only when it is durable and
/// has been read back; what cannot be filed stays, with a note why beside it.
public struct Inbox: Sendable {
    private let archive: LocalArchive
    private let folder: FilePath
    private let words: MetadataWords
    private let quiet: Duration
    private let disk = Disk()

    /// Ending of the notes that say why a file stays.
    public static let noteEnding = ".why.txt"
    /// How long a file must not have changed where nobody can tell whether it is open for writing: on a network's file system.
    private static let unseenQuiet = Duration.seconds(30)

    /// - Parameters:
    ///   - words: metadata of everything that arrives, such as its type.
    ///   - quiet: how long a file must not have changed before it is taken.
    public init(_ archive: LocalArchive, folder: FilePath, words: MetadataWords, quiet: Duration) {
        self.archive = archive
        self.folder = folder
        self.words = words
        self.quiet = quiet
    }

    /// What became of a file.
    public enum Outcome: Sendable {
        case filed(String, DocumentID)
        case stays(String, ArchiveError)
        /// It lacks the end of its form; the note beside it says so, and it is looked at again when it has changed.
        case unfinished(String, ArchiveError)
        /// It is looked at again; said once.
        case waits(String, any Message)
        /// An earlier look said why not, in the note beside it; said once.
        case lies(String, ErrorCode)
    }

    /// How many looks a file without a change takes that has no end by which the whole is known, such as a text: a program that opens
    /// it, writes, shuts it and opens it again must be given the time.
    public static let looksWithoutEnd = 5

    /// How files looked when they were last seen, and since when.
    public struct Sight: Sendable {
        fileprivate struct Seen: Sendable {
            let status: FileStatus
            let since: ContinuousClock.Instant
            var isTold = false
            /// Whether it lies there only to be unchanged for a while.
            var isSettling = false
            /// Whether it stays without a note beside it, since somebody else's file has that name.
            var isUnnoted = false
        }
        fileprivate var files: [String: Seen] = [:]
        public init() {}

        /// How many files wait for nothing but that they stay unchanged.
        public var settling: Int { files.values.count(where: \.isSettling) }
    }

    /// Looks at the folder once and files what is complete.
    public func look(_ sight: inout Sight, by actor: Actor) async throws(ArchiveError) -> [Outcome] {
        try archive.stager.ownFiles.refuse(folder: folder)
        var (now, outcomes) = (Sight(), [Outcome]())
        for found in try FolderListing(of: folder, disk: disk).files {
            let name = found.name
            guard let slot = try? InboxSlot(found.path, below: folder, disk: disk), let status = try? slot.status() else { continue }
            var seen = Sight.Seen(status: status, since: .now)
            if let before = sight.files[name], before.status == status { seen = before }
            if let code = slot.notedCode(newerThan: status) {
                if !seen.isTold { outcomes.append(.lies(name, code)) }
                (seen.isTold, seen.isSettling) = (true, false)
            } else if seen.since.duration(to: .now) < quiet {
                seen.isSettling = true
            } else if !seen.isUnnoted, let outcome = await consider(slot, name, &seen, by: actor) {
                outcomes.append(outcome)
            }
            now.files[name] = seen
        }
        sight = now
        return outcomes
    }

    /// What becomes of a file that has not changed; nil where that was said before.
    private func consider(_ slot: InboxSlot, _ name: String, _ seen: inout Sight.Seen, by actor: Actor) async -> Outcome? {
        let wasTold = seen.isTold
        (seen.isTold, seen.isSettling) = (true, false)
        do throws(ArchiveError) {
            let file = try slot.open()
            let writers = file.keepWritersOut()
            let age = seen.since.duration(to: .now)
            guard writers != .some, writers == .none || age >= Inbox.unseenQuiet, (try? file.status()) == seen.status else {
                return wasTold ? nil : .waits(name, ImportMessage.beingWritten(name))
            }
            let ending = await archive.extraction?.ending(of: file)
            if let form = ending?.form {
                if ending?.isReached == false {
                    let error = ArchiveError(
                        .inputUnreadable, ImportMessage.unfinished(name, form: form), remedy: ImportMessage.finishOrFile, subject: name)
                    seen.isUnnoted = !slot.noteIfFree(error)
                    return .unfinished(name, error)
                }
            } else if age < quiet * Inbox.looksWithoutEnd {
                (seen.isTold, seen.isSettling) = (wasTold, true)
                return nil
            }
            let document = try await self.file(file, seen.status, by: actor)
            try translating { try slot.clear(file, status: seen.status, filed: Set(document.contents), mustBeLeased: writers == .none) }
            return .filed(name, document.id)
        } catch {
            seen.isUnnoted = !slot.noteIfFree(error)
            return .stays(name, error)
        }
    }

    private func file(_ file: DiskFile, _ status: FileStatus, by actor: Actor) async throws(ArchiveError) -> DocumentView {
        // The same file met again after a stop is the same request; one that was changed meanwhile is another.
        let filing = Filing(
            files: [IncomingFile(name: nil, role: .main, source: .opened(file))], words: words, kind: .scan,
            key: "inbox:\(status.device):\(status.inode):\(status.modified):\(status.changed)")
        let filed = try await archive.file(filing, by: actor)
        try await archive.open(ContentRequest(document: filed.document.id), by: actor).read { _ in }
        return filed.document
    }
}

extension DocumentView {
    /// Digests of all files of all versions.
    fileprivate var contents: [String] { versions.flatMap(\.files).map(\.record.sha256.hex) }
}
