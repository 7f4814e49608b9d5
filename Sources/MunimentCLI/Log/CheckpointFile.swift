import Archive
import Disk
import Journal
import Records
import SystemPackage
import Wording

/// Checkpoints that a user brings along.
enum CheckpointFile {
    static func read(_ path: FilePath) throws(ArchiveError) -> SignedNote {
        let bytes: [UInt8]
        do throws(DiskError) { bytes = try Disk().read(path, limit: SignedNote.longest) } catch {
            throw ArchiveError(
                error.errno == .noSuchFileOrDirectory ? .inputMissing : .inputUnreadable,
                ArchiveMessage.inputUnreadable(path.string, reason: error.errno), remedy: Remedy.checkPath, subject: path.string)
        }
        guard let note = SignedNote(bytes: bytes) else {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.contentRefused(path.string, .checkpoint), remedy: Remedy.giveCheckpoint, subject: path.string)
        }
        return note
    }
}
