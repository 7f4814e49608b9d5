import Disk
import Records
import SystemPackage
import Wording

/// A file on this machine that is to be filed: opened once, checked to be a plain file, read to its end.
struct IncomingPath {
    let path: FilePath
    private let file: DiskFile
    private let before: FileStatus

    /// Opens it; nil for bytes that arrive. A FIFO or a device is not touched, a loop of links is named as such.
    ///
    /// - Parameter ownFiles: What is refused under whatever name.
    init?(_ incoming: IncomingFile, disk: Disk, sparing ownFiles: OwnFiles) throws(ArchiveError) {
        guard let path = incoming.path else { return nil }
        self.path = path
        do throws(DiskError) {
            switch incoming.source {
            case .entry(let entry, let folder): file = try disk.openEntry(entry, below: folder)
            case .opened(let opened): file = opened
            default: file = try disk.openInput(path)
            }
            before = try file.status()
        } catch {
            let isFound = if case .path = incoming.source { false } else { true }
            throw ArchiveError(refusing: path.string, isFound: isFound, error)
        }
        try ownFiles.refuse(before, at: path)
    }

    /// In bytes: large enough to hash at full speed, small enough for many at once.
    static let blockSize = 1 << 20

    /// Gives all bytes in order, and makes sure that they are those of one moment: a file that grows, shrinks or is
    /// rewritten meanwhile is refused.
    func read(_ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: IncomingPath.blockSize, alignment: 4096)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            let count = try readBlock(into: buffer, at: offset)
            if count == 0 { break }
            offset += Int64(count)
            try take(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
        }
        let after = try file.status()
        guard offset == before.size, after.size == before.size, after.modified == before.modified else {
            throw ArchiveError(.inputUnreadable, ArchiveMessage.inputVanished(path.string), remedy: Remedy.checkPath, subject: path.string)
        }
    }

    private func readBlock(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArchiveError) -> Int {
        do throws(DiskError) { return try file.read(into: buffer, at: offset) } catch {
            throw ArchiveError(
                .inputUnreadable, ArchiveMessage.inputUnreadable(path.string, reason: error.errno), remedy: Remedy.checkPath,
                subject: path.string,
                cause: error)
        }
    }
}

extension ArchiveError {
    /// Why a file on this machine cannot be taken.
    ///
    /// - Parameter isFound: Whether it was found in a folder, where no link is followed, and not named by a person.
    init(refusing shown: String, isFound: Bool, _ error: DiskError) {
        let (code, message, remedy): (ErrorCode, any Message, any Message) =
            switch error.errno {
            case .noSuchFileOrDirectory, .notDirectory: (.inputMissing, ArchiveMessage.inputMissing(shown), Remedy.checkPath)
            case .tooManySymbolicLinkLevels where isFound: (.inputNotAFile, ArchiveMessage.linkNotFollowed(shown), Remedy.nameTarget)
            case .tooManySymbolicLinkLevels: (.inputUnreadable, ArchiveMessage.linkLoop(shown), Remedy.checkPath)
            case .isDirectory: (.inputNotAFile, ArchiveMessage.inputIsFolder(shown), Remedy.giveFile)
            case .noSuchAddressOrDevice: (.inputNotAFile, ArchiveMessage.inputNotAFile(shown), Remedy.giveFile)
            default: (.inputUnreadable, ArchiveMessage.inputUnreadable(shown, reason: error.errno), Remedy.checkPath)
            }
        self.init(code, message, remedy: remedy, subject: shown, cause: error)
    }
}
