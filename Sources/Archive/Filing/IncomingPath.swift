import Disk
import Records
import SystemPackage
import Wording

/// A file on this machine that is to be filed: opened once, checked to be a plain file, read to its end.
struct IncomingPath {
    let path: FilePath
    private let file: DiskFile
    private let before: FileStatus

    /// Opens it. A FIFO does not block, a device is not touched, a loop of links is named as such.
    init(_ path: FilePath, disk: Disk) throws(ArchiveError) {
        self.path = path
        let shown = path.string
        do throws(DiskError) {
            file = try disk.openForReading(path, followingLinks: true)
            before = try file.status()
        } catch {
            switch error.errno {
            case .noSuchFileOrDirectory, .notDirectory:
                throw ArchiveError(
                    .inputMissing, ArchiveMessage.inputMissing(shown), remedy: Remedy.checkPath, subject: shown, cause: error)
            case .tooManySymbolicLinkLevels:
                throw ArchiveError(.inputUnreadable, ArchiveMessage.linkLoop(shown), remedy: Remedy.checkPath, subject: shown, cause: error)
            case .noSuchAddressOrDevice:
                throw ArchiveError(
                    .inputNotAFile, ArchiveMessage.inputNotAFile(shown), remedy: Remedy.giveFile, subject: shown, cause: error)
            default:
                throw ArchiveError(
                    .inputUnreadable, ArchiveMessage.inputUnreadable(shown, reason: "\(error.errno)"), remedy: Remedy.checkPath,
                    subject: shown,
                    cause: error)
            }
        }
        switch before.kind {
        case .file: break
        case .folder: throw ArchiveError(.inputNotAFile, ArchiveMessage.inputIsFolder(shown), remedy: Remedy.giveFile, subject: shown)
        default: throw ArchiveError(.inputNotAFile, ArchiveMessage.inputNotAFile(shown), remedy: Remedy.giveFile, subject: shown)
        }
    }

    /// - Throws: ``ArchiveError`` `.inputEmpty`
    func refuseEmpty() throws(ArchiveError) {
        if before.size == 0 {
            throw ArchiveError(.inputEmpty, ArchiveMessage.inputEmpty(path.string), remedy: Remedy.allowEmpty, subject: path.string)
        }
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
                .inputUnreadable, ArchiveMessage.inputUnreadable(path.string, reason: "\(error.errno)"), remedy: Remedy.checkPath,
                subject: path.string,
                cause: error)
        }
    }
}
