import Archive
import Disk
import Records
import SystemPackage
import Wording
import Yams

/// A YAML file beside the files to be filed, with their metadata.
enum Sidecar {
    /// Largest sidecar that is read, in bytes.
    private static let largest = 256 << 10

    static func read(_ path: FilePath) throws(ArchiveError) -> FilingDescription {
        let bytes: [UInt8]
        do throws(DiskError) { bytes = try Disk().read(path, limit: largest) } catch {
            throw ArchiveError(
                error.errno == .noSuchFileOrDirectory ? .inputMissing : .inputUnreadable,
                ArchiveMessage.inputUnreadable(path.string, reason: error.errno), remedy: Remedy.checkPath, subject: path.string)
        }
        return try FilingDescription.read(named: path.string) {
            try YAMLDecoder().decode(FilingDescription.self, from: String(decoding: bytes, as: UTF8.self))
        }
    }
}
