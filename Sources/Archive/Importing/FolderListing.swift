import Disk
import SystemPackage

/// The files of a folder that is imported or watched.
struct FolderListing {
    let disk: Disk

    /// Names relative to the folder, in order; hidden files are passed over. Links are listed, so that whoever opens them can say
    /// why not, and never followed.
    func files(below folder: FilePath) throws(DiskError) -> [String] {
        var found: [String] = []
        try list(try disk.openFolder(folder), "", into: &found)
        return found.sorted()
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
