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
        /// It is looked at again; said once.
        case waits(String, any Message)
    }

    /// How files looked when they were last seen, and since when.
    public struct Sight: Sendable {
        fileprivate struct Seen: Sendable {
            let status: FileStatus
            let since: ContinuousClock.Instant
            var isTold = false
        }
        fileprivate var files: [String: Seen] = [:]
        public init() {}
    }

    /// Looks at the folder once and files what is complete.
    public func look(_ sight: inout Sight, by actor: Actor) async throws(ArchiveError) -> [Outcome] {
        var (now, outcomes) = (Sight(), [Outcome]())
        let names = try translating { try FolderListing(disk: disk).files(below: folder) }
        for name in names where !name.hasSuffix(Inbox.noteEnding) && !name.hasSuffix(".part") {
            guard let slot = try? InboxSlot(FilePath(name), below: folder, disk: disk), let status = try? slot.status() else { continue }
            var seen = Sight.Seen(status: status, since: .now)
            if let before = sight.files[name], before.status == status { seen = before }
            if seen.since.duration(to: .now) >= quiet, !slot.hasNote(newerThan: status) {
                let outcome = await consider(slot, name, seen, by: actor)
                if case .waits = outcome {
                    if !seen.isTold { outcomes.append(outcome) }
                    seen.isTold = true
                } else {
                    outcomes.append(outcome)
                }
            }
            now.files[name] = seen
        }
        sight = now
        return outcomes
    }

    private func consider(_ slot: InboxSlot, _ name: String, _ seen: Sight.Seen, by actor: Actor) async -> Outcome {
        do throws(ArchiveError) {
            let file = try slot.open()
            let writers = file.keepWritersOut()
            let isQuiet = writers == .none || seen.since.duration(to: .now) >= Inbox.unseenQuiet
            guard writers != .some, isQuiet, (try? file.status()) == seen.status else {
                return .waits(name, ImportMessage.beingWritten(name))
            }
            if let ending = await archive.extraction?.ending(of: file), !ending.isReached {
                throw ArchiveError(
                    .inputUnreadable, ImportMessage.unfinished(name, form: ending.form ?? ""), remedy: ImportMessage.finishOrFile,
                    subject: name)
            }
            let document = try await self.file(file, seen.status, by: actor)
            try translating { try slot.clear(file, status: seen.status, filed: Set(document.contents), mustBeLeased: writers == .none) }
            return .filed(name, document.id)
        } catch {
            try? slot.note(error)
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
