import Disk
public import Records
public import SystemPackage
import Wording

/// A folder that a scanner drops files into: what is complete is filed, and leaves the folder only when it is durable and
/// has been read back; what cannot be filed stays, with a note why beside it.
public struct Inbox: Sendable {
    private let archive: LocalArchive
    private let folder: FilePath
    private let words: MetadataWords
    private let disk = Disk()

    /// Ending of the notes that say why a file stays.
    public static let noteEnding = ".why.txt"

    /// - Parameter words: metadata of everything that arrives, such as its type.
    public init(_ archive: LocalArchive, folder: FilePath, words: MetadataWords) {
        self.archive = archive
        self.folder = folder
        self.words = words
    }

    /// What became of a file.
    public enum Outcome: Sendable {
        case filed(String, DocumentID)
        case stays(String, ArchiveError)
    }

    /// How files looked when they were last seen: a file is complete when two looks agree.
    public struct Sight: Sendable, Hashable {
        fileprivate var files: [String: FileStatus] = [:]
        public init() {}
        public static func == (left: Sight, right: Sight) -> Bool { left.files == right.files }
        public func hash(into hasher: inout Hasher) { hasher.combine(files.count) }
    }

    /// Looks at the folder once and files what has not changed since the last look.
    public func look(_ last: inout Sight, by actor: Actor) async throws(ArchiveError) -> [Outcome] {
        var (now, outcomes) = (Sight(), [Outcome]())
        let names = try translating { try FolderListing(disk: disk).files(below: folder) }
        for name in names where !name.hasSuffix(Inbox.noteEnding) && !name.hasSuffix(".part") {
            guard let status = try translating({ try disk.status(folder.pushing(FilePath(name))) }) else { continue }
            now.files[name] = status
            guard last.files[name] == status, !hasNote(name, status) else { continue }
            do throws(ArchiveError) {
                outcomes.append(.filed(name, try await file(name, status, by: actor)))
                now.files[name] = nil
            } catch {
                try? note(name, error)
                outcomes.append(.stays(name, error))
            }
        }
        last = now
        return outcomes
    }

    private func file(_ name: String, _ status: FileStatus, by actor: Actor) async throws(ArchiveError) -> DocumentID {
        let path = folder.pushing(FilePath(name))
        // The same file met again after a stop is the same request.
        let filing = Filing(
            files: [IncomingFile(name: nil, role: .main, source: .path(path))], words: words, kind: .scan,
            key: "inbox:\(status.device):\(status.inode):\(status.modified)")
        let filed = try await archive.file(filing, by: actor)
        try await archive.open(ContentRequest(document: filed.document.id), by: actor).read { _ in }
        guard try translating({ try disk.status(path) }) == status else { return filed.document.id }
        try translating {
            try disk.removeFile(path)
            try disk.syncFolder(path.removingLastComponent())
        }
        return filed.document.id
    }

    private func hasNote(_ name: String, _ status: FileStatus) -> Bool {
        guard let note = try? disk.status(folder.pushing(FilePath(name + Inbox.noteEnding))) else { return false }
        return note.modified >= status.modified
    }

    private func note(_ name: String, _ error: ArchiveError) throws {
        let path = folder.pushing(FilePath(name + Inbox.noteEnding))
        if try disk.status(path) != nil { try disk.removeFile(path) }
        let remedy = error.remedy.map { "\($0.text(.chinese))\n\($0.text(.english))\n" } ?? ""
        try disk.createFile(path, mode: 0o644)
            .write(Array("\(error.code.rawValue)\n\(error.message.text(.chinese))\n\(error.message.text(.english))\n\(remedy)".utf8), at: 0)
    }
}
