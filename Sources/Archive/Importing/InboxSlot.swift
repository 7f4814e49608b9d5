import Crypto
import Disk
import Records
import SystemPackage
import Wording

/// A name in a watched folder. Its folder is held open, so that all that is done to the name is done there, whatever becomes of
/// the folders above; no link is followed on the way.
struct InboxSlot {
    private let folder: DiskFile
    private let name: FilePath.Component
    private let disk: Disk

    /// - Throws: `DiskError` where a folder on the way is gone or is a link.
    init?(_ entry: FilePath, below inbox: FilePath, disk: Disk) throws(DiskError) {
        guard let name = entry.lastComponent else { return nil }
        folder = try disk.openFolder(entry.removingLastComponent(), below: inbox)
        (self.name, self.disk) = (name, disk)
    }

    private var path: FilePath { folder.lastingPath.appending(name) }
    private var notePath: FilePath { folder.lastingPath.appending(IncomingName.text(of: name) + Inbox.noteEnding) }

    func status() throws(DiskError) -> FileStatus? { try disk.status(path) }

    /// - Throws: ``ArchiveError`` for a link, a pipe and whatever else is no plain file.
    func open() throws(ArchiveError) -> DiskFile {
        do throws(DiskError) { return try disk.openEntry(name, in: folder) } catch {
            throw ArchiveError(refusing: folder.path.appending(name).string, isFound: true, error)
        }
    }

    /// Removes the file that was filed, and the note beside it, if what lies there still is what was filed, byte for byte, and nobody
    /// wants to write to it. What was changed meanwhile stays and is looked at again.
    func clear(_ file: DiskFile, status: FileStatus, filed: Set<String>, mustBeLeased: Bool) throws {
        guard filed.contains(try digest(of: file)), try file.status() == status, try disk.status(path) == status,
            !mustBeLeased || file.isLeased
        else { return }
        try disk.removeFile(path)
        if notedCode != nil { try disk.removeFile(notePath) }
        try disk.syncFolder(folder.lastingPath)
    }

    private func digest(of file: DiskFile) throws -> String {
        var (hash, offset) = (SHA256(), Int64(0))
        while true {
            let block = try file.read(IncomingPath.blockSize, at: offset)
            hash.update(data: block)
            offset += Int64(block.count)
            if block.count < IncomingPath.blockSize { return hexDigits(Array(hash.finalize())) }
        }
    }

    /// What a note beside the file, no older than it, says of why it stays; nil without one.
    func notedCode(newerThan status: FileStatus) -> ErrorCode? {
        guard let note = try? disk.status(notePath), note.modified >= status.changed else { return nil }
        return notedCode
    }

    /// What the note beside the file says; nil where there is none, and where somebody else wrote what lies there: its first line is no code.
    private var notedCode: ErrorCode? {
        guard let bytes = try? disk.read(notePath, limit: 1 << 16), let first = bytes.split(separator: 10).first else { return nil }
        return ErrorCode(rawValue: String(decoding: first, as: UTF8.self))
    }

    /// Says beside the file why it stays; answers whether it could: not where somebody else took the name.
    func noteIfFree(_ error: ArchiveError) -> Bool { (try? note(error)) != nil }

    /// - Throws: `DiskError`, also where somebody else's file has the note's name.
    func note(_ error: ArchiveError) throws {
        if notedCode != nil { try disk.removeFile(notePath) }
        let remedy = "\(error.remedy.text(.chinese, at: .inbox))\n\(error.remedy.text(.english, at: .inbox))\n"
        try disk.createFile(notePath, mode: 0o644)
            .write(Array("\(error.code.rawValue)\n\(error.message.text(.chinese))\n\(error.message.text(.english))\n\(remedy)".utf8), at: 0)
    }
}
