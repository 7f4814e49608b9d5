import Disk
import Records
import SystemPackage
import Wording

/// The files of a folder that is imported or watched.
struct FolderListing {
    let disk: Disk

    /// A file of the folder.
    struct Found: Sendable {
        /// Below the folder, byte for byte.
        let path: FilePath
        /// The same as people read it: bytes that are not UTF-8 are read as GB18030.
        let name: String
    }

    /// The files below a folder, in order of their names; hidden ones are passed over. Links are listed, so that whoever opens them can say
    /// why not, and never followed.
    /// - Throws: ``ArchiveError``, `.inputMissing` where there is no such folder.
    func files(below folder: FilePath) throws(ArchiveError) -> [Found] {
        do throws(DiskError) {
            var found: [Found] = []
            try list(try disk.openFolder(folder), Found(path: "", name: ""), into: &found)
            return found.sorted { $0.name < $1.name }
        } catch {
            guard error.path == folder, [.noSuchFileOrDirectory, .notDirectory].contains(error.errno) else { throw .translated(error) }
            throw ArchiveError(
                .inputMissing, ImportMessage.noFolder(folder.string), remedy: Remedy.checkPath, subject: folder.string, cause: error)
        }
    }

    private func list(_ folder: DiskFile, _ above: Found, into found: inout [Found]) throws(DiskError) {
        for name in try disk.list(folder.lastingPath) where !name.string.hasPrefix(".") {
            let entry = Found(path: above.path.appending(name), name: above.name + IncomingName.text(of: name))
            switch try disk.status(folder.lastingPath.appending(name))?.kind {
            case .folder:
                try list(try disk.openFolder(name, in: folder), Found(path: entry.path, name: entry.name + "/"), into: &found)
            case .none: continue
            default: found.append(entry)
            }
        }
    }
}
