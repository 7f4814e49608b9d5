import Disk
import Records
import SystemPackage
import Wording

/// The files by which the archive itself works: secrets in its home, journal, catalogue, and what lies in its root. They are never filed,
/// under whatever further name (a hard link) they lie among what comes in.
///
/// Objects are not looked through, for there may be millions; what is in them is filed already.
struct OwnFiles: Sendable {
    let disk: Disk
    /// Looked through with all that is in them.
    var whole: [FilePath] = []
    /// Whose own files count, not those of folders in it.
    var flat: [FilePath] = []

    /// Most folders within each other that are looked into.
    private static let deepest = 8

    /// - Throws: ``ArchiveError`` `.inputNotAFile` for one of these files. Only of files with several names is anything looked up.
    func refuse(_ status: FileStatus, at path: FilePath) throws(ArchiveError) {
        guard status.links > 1 else { return }
        try translating {
            let isOwn =
                try flat.contains { try lies(status, in: $0, deep: 0) } || whole.contains { try lies(status, in: $0, deep: Self.deepest) }
            guard !isOwn else {
                throw ArchiveError(
                    .inputNotAFile, ArchiveMessage.ownFile(path.string), remedy: Remedy.giveFile, subject: path.string)
            }
        }
    }

    private func lies(_ wanted: FileStatus, in folder: FilePath, deep: Int) throws -> Bool {
        guard try disk.status(folder)?.kind == .folder else { return false }
        return try disk.list(folder).contains { name in
            let path = folder.appending(name)
            guard let found = try disk.status(path) else { return false }
            if found.kind == .folder { return try deep > 0 && lies(wanted, in: path, deep: deep - 1) }
            return found.inode == wanted.inode && found.device == wanted.device
        }
    }
}
