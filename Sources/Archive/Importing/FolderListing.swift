import Disk
import SystemPackage

/// The files of a folder that is imported or watched.
struct FolderListing {
    let disk: Disk

    /// Names relative to the folder, in order; hidden files are passed over, links are not followed into folders.
    func files(below folder: FilePath) throws(DiskError) -> [String] {
        var found: [String] = []
        try list(folder, "", into: &found)
        return found.sorted()
    }

    private func list(_ folder: FilePath, _ prefix: String, into found: inout [String]) throws(DiskError) {
        for name in try disk.list(folder) where !name.string.hasPrefix(".") {
            let path = folder.appending(name)
            switch try disk.status(path)?.kind {
            case .folder: try list(path, prefix + name.string + "/", into: &found)
            case .none: continue
            default: found.append(prefix + name.string)
            }
        }
    }
}
