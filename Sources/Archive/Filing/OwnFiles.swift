import Disk
import Records
import SystemPackage
import Wording

/// The files by which the archive itself works: what lies in its root, and the secrets in its home. They are never filed, also not
/// under a further name (a hard link) among what comes in.
///
/// Objects are not looked through for further names, for there may be millions; what is in them is filed already.
struct OwnFiles: Sendable {
    let disk: Disk
    /// Its own files are looked through for further names, not those of folders in it.
    let root: FilePath
    /// Nil without secrets.
    let home: FilePath?
    /// Folders of the root that are looked through with all that is in them, as the home is.
    let working: [FilePath]

    private var folders: [FilePath] { [root] + [home].compactMap(\.self) }

    /// Most folders within each other that are looked into.
    private static let deepest = 8

    /// - Throws: ``ArchiveError`` `.inputNotAFile` for one of these files. Only of files with several names are the others looked up.
    func refuse(_ status: FileStatus, at path: FilePath) throws(ArchiveError) {
        try translating {
            let isOwn =
                try folders.contains { try lies(path.removingLastComponent(), in: $0) }
                || status.links > 1
                    && (lies(status, in: root, deep: 0)
                        || (working + [home].compactMap(\.self)).contains { try lies(status, in: $0, deep: Self.deepest) })
            guard !isOwn else {
                throw ArchiveError(
                    .inputNotAFile, ArchiveMessage.ownFile(path.string), remedy: Remedy.giveFile, subject: path.string)
            }
        }
    }

    /// Refuses a folder whose files are to be filed where the archive's own would be among them.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for root and home, what lies in them, and what they lie in.
    func refuse(folder: FilePath) throws(ArchiveError) {
        try translating {
            guard try overlaps(folder) else { return }
            throw ArchiveError(
                .valueRefused, ImportMessage.ownFolder(folder.string), remedy: ImportMessage.otherFolder, subject: folder.string)
        }
    }

    /// Whether a folder, which need not be there yet, is, holds or lies in one of these.
    func overlaps(_ folder: FilePath) throws -> Bool {
        var nearest = folder
        while try disk.status(nearest.appending(".")) == nil, nearest.removeLastComponent() {}
        return try folders.contains { try lies(nearest, in: $0) || lies($0, in: folder) }
    }

    /// Whether a folder is another one or lies in it, whatever links led to it: each folder above it is looked at.
    private func lies(_ folder: FilePath, in outer: FilePath) throws -> Bool {
        guard let wanted = try disk.status(outer.appending(".")), var found = try disk.status(folder.appending(".")) else { return false }
        var path = folder
        while !found.isSame(as: wanted) {
            path.append("..")
            guard let above = try disk.status(path.appending(".")), !above.isSame(as: found) else { return false }
            found = above
        }
        return true
    }

    private func lies(_ wanted: FileStatus, in folder: FilePath, deep: Int) throws -> Bool {
        guard try disk.status(folder)?.kind == .folder else { return false }
        return try disk.list(folder).contains { name in
            let path = folder.appending(name)
            guard let found = try disk.status(path) else { return false }
            if found.kind == .folder { return try deep > 0 && lies(wanted, in: path, deep: deep - 1) }
            return found.isSame(as: wanted)
        }
    }
}

extension FileStatus {
    /// Whether both are of one file or folder.
    fileprivate func isSame(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }
}
