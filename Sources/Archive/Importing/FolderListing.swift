import Disk
import Records
import SystemPackage
import Wording

/// The files of a folder that is imported or watched.
struct FolderListing {
    let disk: Disk

    /// Names relative to the folder, in order; hidden files are passed over. Links are listed, so that whoever opens them can say
    /// why not, and never followed.
    /// - Throws: ``ArchiveError``, `.inputMissing` where there is no such folder.
    func files(below folder: FilePath) throws(ArchiveError) -> [String] {
        do throws(DiskError) {
            var found: [String] = []
            try list(try disk.openFolder(folder), "", into: &found)
            return found.sorted()
        } catch {
            guard error.path == folder, [.noSuchFileOrDirectory, .notDirectory].contains(error.errno) else { throw .translated(error) }
            throw ArchiveError(
                .inputMissing, ImportMessage.noFolder(folder.string), remedy: Remedy.checkPath, subject: folder.string, cause: error)
        }
    }

    private func list(_ folder: DiskFile, _ prefix: String, into found: inout [String]) throws(DiskError) {
        for name in try disk.list(folder.lastingPath) where !name.string.hasPrefix(".") {
            switch try disk.status(folder.lastingPath.appending(name))?.kind {
            case .folder: try list(try disk.openFolder(name, in: folder), prefix + name.string + "/", into: &found)
            case .none: continue
            default: found.append(prefix + name.string)
            }
        }
    }
}
