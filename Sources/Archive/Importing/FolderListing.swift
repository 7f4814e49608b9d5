import Disk
import Records
import SystemPackage
import Wording

/// The files of a folder that is imported or watched.
struct FolderListing {
    private let disk: Disk

    /// A file of the folder.
    struct Found: Sendable {
        /// Below the folder, byte for byte.
        let path: FilePath
        /// The same as people read it: bytes that are not UTF-8 are read as GB18030.
        let name: String
    }

    /// What is to be filed of the folder, in order of the names.
    private(set) var files: [Found] = []
    /// How many others lie there that no person put there to be filed.
    private(set) var passedOver: [PassedOver: Int] = [:]

    /// Lists the files below a folder. Links are listed, so that whoever opens them can say why not, and never followed.
    /// - Throws: ``ArchiveError``, `.inputMissing` where there is no such folder.
    init(of folder: FilePath, disk: Disk) throws(ArchiveError) {
        self.disk = disk
        do throws(DiskError) {
            try list(try disk.openFolder(folder), Found(path: "", name: ""))
            files.sort { $0.name < $1.name }
        } catch {
            guard error.path == folder, [.noSuchFileOrDirectory, .notDirectory].contains(error.errno) else { throw .translated(error) }
            throw ArchiveError(
                .inputMissing, ImportMessage.noFolder(folder.string), remedy: Remedy.checkPath, subject: folder.string, cause: error)
        }
    }

    private mutating func list(_ folder: DiskFile, _ above: Found) throws(DiskError) {
        for name in try disk.list(folder.lastingPath) {
            let text = IncomingName.text(of: name)
            let entry = Found(path: above.path.appending(name), name: above.name + text)
            let kind = try disk.status(folder.lastingPath.appending(name))?.kind
            if kind == nil { continue }
            if let why = PassedOver(text, isFolder: kind == .folder) {
                passedOver[why, default: 0] += 1
            } else if kind == .folder {
                try list(try disk.openFolder(name, in: folder), Found(path: entry.path, name: entry.name + "/"))
            } else {
                files.append(entry)
            }
        }
    }
}

extension PassedOver {
    private static let unfinishedEndings = [".part", ".partial", ".filepart", ".crdownload"]

    /// Why something of this name is passed over; nil for what is to be filed.
    init?(_ name: String, isFolder: Bool) {
        let key = name.lowercased()
        if name.hasPrefix(".") {
            self = .hidden
        } else if isFolder {
            return nil
        } else if name.hasSuffix(Inbox.noteEnding) {
            self = .note
        } else if Self.unfinishedEndings.contains(where: key.hasSuffix) {
            self = .unfinished
        } else if name.hasPrefix("~$") || (name.hasPrefix("~") && key.hasSuffix(".tmp")) || ["thumbs.db", "desktop.ini"].contains(key) {
            self = .ofPrograms
        } else {
            return nil
        }
    }
}
