import Archive
import Disk
import Records
import SystemPackage
import Wording

/// A file of the user's own, read whole.
enum InputFile {
    /// Most bytes of a schedule's or scheme's file.
    private static let largestText = 1 << 20

    /// A schedule or scheme.
    static func text(_ name: String) throws(ArchiveError) -> String { String(decoding: try read(name, limit: largestText), as: UTF8.self) }

    /// - Throws: ``ArchiveError`` `.inputMissing` or `.inputUnreadable`
    static func read(_ name: String, limit: Int) throws(ArchiveError) -> [UInt8] {
        do throws(DiskError) { return try Disk().read(absolute(name), limit: limit) } catch {
            let missing = error.errno == .noSuchFileOrDirectory
            throw ArchiveError(
                missing ? .inputMissing : .inputUnreadable,
                missing ? ArchiveMessage.inputMissing(name) : .inputUnreadable(name, reason: error.errno), remedy: Remedy.checkPath,
                subject: name)
        }
    }
}
