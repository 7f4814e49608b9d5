import Disk
import FileStore
import Foundation
import Records
import SystemPackage
import Wording

/// The folders and files of an archive's root (`docs/storage-layout.md`), and who it is.
struct ArchivePlace: Sendable {
    let root: FilePath
    let disk: Disk
    let identity: ArchiveIdentity
    /// Told what was put right of the root.
    let notice: @Sendable (UpkeepMessage) -> Void
    /// What ``format`` holds.
    var pages = FormatPages.all

    var objects: FilePath { root.appending("objects") }
    var journal: FilePath { root.appending("journal") }
    var derived: FilePath { root.appending("derived") }
    var catalogue: FilePath { root.appending("catalogue") }
    /// Where settling keeps a torn end of the journal that it cut off.
    var aside: FilePath { root.appending("aside") }
    /// How to read all this without Muniment.
    var format: FormatFolder { FormatFolder(folder: root.appending("format"), disk: disk, pages: pages) }
    var reserve: Reserve { Reserve(path: root.appending("reserve"), disk: disk) }
    var lock: FilePath { root.appending("lock") }
    var staging: StagingArea { StagingArea(folder: root.appending("staging"), disk: disk, mend: mend) }
    var derivedFiles: DerivedFiles { DerivedFiles(folder: derived, disk: disk) }

    /// What is never filed, whatever it is called.
    func ownFiles(home: FilePath?) -> OwnFiles {
        OwnFiles(disk: disk, root: root, home: home, working: [journal, catalogue, aside, derived, root.appending("format")])
    }

    /// The name of this archive's log in checkpoints (C2SP tlog-checkpoint, origin).
    var checkpointOrigin: String { "muniment.archive/\(identity.identity)" }

    /// Fewest bytes that must be free before a change is begun: the journal's group, the catalogue's pages, a tuple folder.
    static let leastBytes: Int64 = 16 << 20
    /// Fewest files that can still be made: a document costs about nine.
    static let leastInodes: Int64 = 100

    /// Makes sure that a change which has been decided can also be carried out.
    func checkRoom() throws {
        let room = try disk.freeSpace(at: root)
        guard room.bytes >= ArchivePlace.leastBytes else {
            throw ArchiveError(.noSpace, ArchiveMessage.noSpace(root.string), remedy: Remedy.freeSpace, subject: root.string)
        }
        guard room.inodes >= ArchivePlace.leastInodes else {
            throw ArchiveError(.noSpace, ArchiveMessage.noInodes(root.string), remedy: Remedy.freeSpace, subject: root.string)
        }
    }

    /// Opens the archive at `root`.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`, `.newerProgramNeeded`; `.placeUnfit` for a backup, in which nobody may file.
    static func open(_ root: FilePath, disk: Disk, notice: @escaping @Sendable (UpkeepMessage) -> Void = { _ in }) throws(ArchiveError)
        -> ArchivePlace
    {
        let identity = try read(root, disk: disk)
        let backup = BackupFolder(path: root, disk: disk)
        guard try translating({ try disk.status(backup.manifestFile) == nil && disk.status(backup.unfinished) == nil }) else {
            throw ArchiveError(.placeUnfit, BackupMessage.isBackup(root.string), remedy: BackupMessage.restoreIt, subject: root.string)
        }
        return ArchivePlace(root: root, disk: disk, identity: identity, notice: notice)
    }

    /// What the `archive.json` of an archive, or of a backup of one, says.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`, `.newerProgramNeeded`.
    static func read(_ root: FilePath, disk: Disk) throws(ArchiveError) -> ArchiveIdentity {
        try translating {
            let path = root.appending("archive.json")
            guard let status = try disk.status(path) else {
                throw ArchiveError(
                    .archiveMissing, ArchiveMessage.archiveMissing(root.string), remedy: Remedy.initFirst, subject: root.string)
            }
            // What is no file says as little as one with anything in it.
            let bytes = status.kind == .file ? try disk.read(path, limit: 10_000) : []
            guard let format = try? JSONDecoder().decode(ArchiveIdentity.FormatOnly.self, from: Data(bytes)),
                format.format <= ArchiveIdentity.currentFormat,
                let identity = try? JSONDecoder().decode(ArchiveIdentity.self, from: Data(bytes))
            else {
                let found = (try? JSONDecoder().decode(ArchiveIdentity.FormatOnly.self, from: Data(bytes)))?.format
                throw ArchiveError(
                    .newerProgramNeeded, ArchiveMessage.newerProgramNeeded(found.map(String.init) ?? "?"), remedy: Remedy.updateProgram,
                    subject: root.string)
            }
            return identity
        }
    }
}

/// What `archive.json` says.
struct ArchiveIdentity: Sendable, Codable, Hashable {
    /// The layout's version; a program refuses any that it does not know, before it touches anything.
    let format: Int
    /// Random, for ever.
    let identity: String
    /// IANA name of the zone of civil dates.
    let zone: String
    let digestAlgorithm: String

    static let currentFormat = 1

    struct FormatOnly: Codable { let format: Int }

    /// Puts it into a root, durably: from here on it is an archive.
    func write(to root: FilePath, disk: Disk) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let staged = root.appending("archive.json.new")
        let file = try disk.createFile(staged)
        try file.write([UInt8](try encoder.encode(self)) + [10], at: 0)
        try file.sync()
        try disk.syncFolder(root)
        try disk.rename(staged, to: root.appending("archive.json"))
        try disk.syncFolder(root)
    }
}
