import Archive
import Disk
import FileStore
import Foundation
import Glibc
import Records
import SystemPackage
import Wording

/// Something whose bytes leave the archive block by block.
protocol BlockwiseRead {
    /// The identifier of what it is of, without gaps.
    var subject: String { get }
    /// Gives all bytes in blocks; the last one only once they are known to be right.
    func read(_ take: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError)
}

extension Content: BlockwiseRead { var subject: String { document.compact } }
extension PackExport: BlockwiseRead { var subject: String { pack.compact } }

/// Sends a file's bytes out of the archive.
enum ContentOutput {
    /// To the standard output; the last block only once the digest is right.
    static func stream(_ content: some BlockwiseRead) throws(ArchiveError) {
        try content.read { block throws(ArchiveError) in
            var rest = block[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else {
                    throw ArchiveError(.outputFailed, ArchiveMessage.outputFailed("-", reason: Errno(rawValue: errno)))
                }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// To a new file, which appears under its name only once its digest is right and its bytes are durable.
    static func save(_ content: some BlockwiseRead, as path: FilePath) throws(ArchiveError) {
        let disk = Disk()
        let folder = path.removingLastComponent()
        let staged = folder.appending(".muniment-\(content.subject)-\(getpid()).part")
        var created = false
        do throws(ArchiveError) {
            try refuseExisting(path)
            let file = try writing(path) { () throws(DiskError) in try disk.createFile(staged, mode: 0o600) }
            created = true
            var offset: Int64 = 0
            try content.read { block throws(ArchiveError) in
                try writing(path) { () throws(DiskError) in try file.write(block, at: offset) }
                offset += Int64(block.count)
            }
            try writing(path) { () throws(DiskError) in
                try file.sync()
                try disk.rename(staged, to: path)
                try disk.syncFolder(folder)
            }
        } catch {
            if created { try? disk.removeFile(staged) }
            throw error
        }
    }

    /// Refuses what `save` would refuse in the end.
    static func refuseExisting(_ path: FilePath) throws(ArchiveError) {
        try writing(path) { () throws(DiskError) in
            guard try Disk().status(path) == nil else { throw DiskError("create", path, .fileExists) }
        }
    }

    private static func writing<Value>(_ path: FilePath, _ work: () throws(DiskError) -> Value) throws(ArchiveError) -> Value {
        do { return try work() } catch {
            if error.errno == .fileExists {
                throw ArchiveError(
                    .outputExists, ArchiveMessage.outputExists(path.string), remedy: Remedy.useOtherOutput, subject: path.string)
            }
            throw ArchiveError(
                .outputFailed, ArchiveMessage.outputFailed(path.string, reason: error.errno), remedy: Remedy.useOtherOutput,
                subject: path.string,
                cause: error)
        }
    }
}

extension ContentOutput {
    /// Writes some bytes to a new file, or to the standard output for `-`.
    static func write(_ bytes: [UInt8], to output: String) throws(ArchiveError) {
        if output == "-" { return FileHandle.standardOutput.write(Data(bytes)) }
        let path = absolute(output)
        do throws(DiskError) {
            let file = try Disk().createFile(path, mode: 0o644)
            try file.write(bytes, at: 0)
            try file.sync()
        } catch {
            if error.errno == .fileExists {
                throw ArchiveError(
                    .outputExists, ArchiveMessage.outputExists(path.string), remedy: Remedy.useOtherOutput, subject: path.string)
            }
            throw ArchiveError(.outputFailed, ArchiveMessage.outputFailed(path.string, reason: error.errno), subject: path.string)
        }
    }
}
