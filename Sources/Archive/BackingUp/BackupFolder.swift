import CLinux
import Disk
import FileStore
import Foundation
import Journal
import Records
import SystemPackage
import Wording

/// A folder with a backup: it has the form of an archive's root, and `backup.json`.
struct BackupFolder: Sendable {
    let path: FilePath
    let disk: Disk

    var manifestFile: FilePath { path.appending(Self.manifestName) }
    var objects: FilePath { path.appending("objects") }
    var journalFolder: FilePath { path.appending("journal") }
    var staging: FilePath { path.appending("staging") }
    /// Where objects wait that are not what they were with versions added: the backup before needs the old one until the new one is whole.
    var waiting: FilePath { path.appending("waiting") }
    var store: FileStore { FileStore(root: objects, disk: disk) }
    var waitingStore: FileStore { FileStore(root: waiting, disk: disk) }
    var journal: Journal { Journal(folder: journalFolder, disk: disk) }
    /// It is there while a run is under way, and says of which archive; a run that was broken off leaves it.
    var unfinished: FilePath { path.appending("backup.unfinished") }
    private var lockFile: FilePath { path.appending("backup.lock") }

    static let manifestName = "backup.json"

    /// All names that a run puts here.
    private static let names: Set = [
        manifestName, "backup.json.new", "backup.unfinished", "backup.lock", "archive.json", "archive.json.new", "README", "format",
        "objects",
        "journal", "staging", "waiting",
    ]

    /// What the folder says of itself; nil where no backup was ever finished.
    func manifest() throws(ArchiveError) -> BackupManifest? {
        guard let bytes = try translating({ try disk.status(manifestFile) == nil ? nil : try disk.read(manifestFile, limit: 1 << 20) })
        else {
            return nil
        }
        return try BackupManifest(bytes, at: manifestFile)
    }

    /// Whether a run was broken off: what is newer than the backup is a part of the next one.
    func isUnfinished() throws -> Bool { try disk.status(unfinished) != nil }

    /// Begins a run: refuses a folder that is not this archive's to use, makes it where it is not there, and locks it.
    ///
    /// - Throws: ``ArchiveError``; nothing that was there is changed then.
    func begin(for archive: String) throws -> (FileLock, BackupManifest?) {
        let isNew = try disk.status(path) == nil
        if isNew {
            try disk.refuseWithoutParent(path)
            try disk.createFolder(path)
            try disk.syncFolder(path.removingLastComponent().isEmpty ? "." : path.removingLastComponent())
        }
        let manifest = try checkContent(archive)
        if let name = PlaceCheck.refusedFileSystem(of: path) {
            if isNew { try? disk.removeFolder(path) }
            throw FileStoreError.placeUnfit(path, reason: .networkFileSystem(name))
        }
        guard let lock = try disk.lock(lockFile, wait: false) else {
            throw ArchiveError(.unsettled, BackupMessage.underWay(path.string), remedy: Remedy.retryLater, subject: path.string)
        }
        try disk.removeTree(staging)
        if manifest == nil {
            do { try PlaceCheck(disk: disk).check(path) } catch {
                if try !isUnfinished() { try? disk.removeFile(lockFile) }
                if isNew { try? disk.removeFolder(path) }
                throw error
            }
        }
        return (lock, manifest)
    }

    /// Marks that a run is under way, from where on the folder may hold what belongs to the next backup only.
    func beginWriting(for archive: String) throws {
        if try !isUnfinished() { try disk.createFile(unfinished).write(Array("\(archive)\n".utf8), at: 0) }
        try disk.createFolder(staging)
    }

    /// Refuses a folder with something else in it than this archive's backup.
    private func checkContent(_ archive: String) throws -> BackupManifest? {
        guard try disk.status(path.appending("."))?.kind == .folder else {
            throw ArchiveError(
                .outputExists, ArchiveMessage.folderIsFile(path.string), remedy: BackupMessage.otherFolder, subject: path.string)
        }
        let names = Set(try disk.list(path).map(\.string))
        let found = try manifest()
        let owner = try found?.archive ?? (names.contains("backup.unfinished") ? unfinishedOwner() : nil)
        if let owner, !owner.isEmpty, owner != archive {
            throw ArchiveError(
                .outputExists, BackupMessage.ofAnother(path.string, archive: owner), remedy: BackupMessage.otherFolder, subject: path.string
            )
        }
        let isOurs = found != nil || owner != nil || names.isSubset(of: ["backup.lock", "staging"])
        guard isOurs, names.isSubset(of: Self.names) else {
            throw ArchiveError(
                .outputExists, BackupMessage.notEmpty(path.string), remedy: BackupMessage.otherFolder, subject: path.string)
        }
        return found
    }

    private func unfinishedOwner() throws -> String {
        String(decoding: try disk.read(unfinished, limit: 1000), as: UTF8.self).filter { !$0.isWhitespace }
    }

    /// Whether an object waits, as a journal names it, to take the place of what it was: a run was broken off then.
    func isWaiting(_ object: ObjectVersions) throws -> Bool {
        try isUnfinished() && waitingStore.inventoryDigest(of: object.document) == object.last
    }

    /// Puts a file here by a rename, without syncing.
    func put(_ bytes: [UInt8], at name: String) throws {
        let (staged, place) = (path.appending("\(name).new"), path.appending(name))
        try disk.removeTree(staged)
        try disk.createFile(staged).write(bytes, at: 0)
        try disk.replace(place, by: staged)
    }

    /// Sends all that was written here to the disk.
    func sync() throws { try disk.syncFileSystem(of: disk.openFolder(path)) }

    /// Puts `backup.json` in place, durably: from here on the backup is the new one.
    func finish(_ manifest: BackupManifest) throws {
        let staged = path.appending("backup.json.new")
        try disk.removeTree(staged)
        try disk.createFile(staged).write(try manifest.bytes(), at: 0)
        try sync()
        try disk.replace(manifestFile, by: staged)
        try disk.syncFolder(path)
    }
}

extension Disk {
    /// Refuses a place for a new folder where there is none to make it in.
    ///
    /// - Throws: ``ArchiveError`` `.inputMissing`
    func refuseWithoutParent(_ path: FilePath) throws {
        let above = path.removingLastComponent()
        guard try above.isEmpty || status(above.appending("."))?.kind == .folder else {
            throw ArchiveError(.inputMissing, ImportMessage.noFolder(above.string), remedy: Remedy.makeFolder, subject: above.string)
        }
    }
}
