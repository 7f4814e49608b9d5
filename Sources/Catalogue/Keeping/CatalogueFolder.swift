public import Disk
import GRDB
import Records
public import SystemPackage

/// The folder `catalogue/`: numbered generations of the database, and `current`, which names the one in use.
///
/// No database file is ever renamed over or removed while somebody has it open: each user holds a shared lock on the
/// generation's `.lock` file, and a retired generation goes when its exclusive lock can be had. The lock is not on the
/// database itself, because closing a second descriptor of that file would drop SQLite's own locks.
public struct CatalogueFolder: Sendable {
    public let folder: FilePath
    private let disk: Disk

    public init(folder: FilePath, disk: Disk) {
        self.folder = folder
        self.disk = disk
    }

    /// The number of the generation in use; nil where there is none yet.
    ///
    /// - Throws: `DiskError`; ``CatalogueError/currentUnreadable`` where the file holds something else.
    public func current() throws -> Int? {
        let path = folder.appending("current")
        guard try disk.status(path) != nil else { return nil }
        let text = String(decoding: try disk.read(path, limit: 100), as: UTF8.self)
        guard text.hasSuffix(".sqlite\n"), let number = Int(text.dropLast(8)), number >= 1 else { throw CatalogueError.currentUnreadable }
        return number
    }

    /// Opens a generation, which is made where it does not exist, and migrates it to this program's schema.
    public func open(_ number: Int) throws -> CatalogueGeneration {
        guard let lock = try disk.lock(folder.appending("\(number).lock"), exclusive: false, wait: true) else {
            throw CatalogueError.generationRetired(number)
        }
        return try CatalogueError.translating {
            try CatalogueGeneration(number: number, path: folder.appending("\(number).sqlite"), lock: lock, disk: disk)
        }
    }

    /// Makes a generation the one in use, durably.
    public func makeCurrent(_ number: Int) throws {
        let staged = folder.appending("current.new")
        if try disk.status(staged) != nil { try disk.removeFile(staged) }
        let file = try disk.createFile(staged)
        try file.write(Array("\(number).sqlite\n".utf8), at: 0)
        try file.sync()
        try disk.replace(folder.appending("current"), by: staged)
        try disk.syncFolder(folder)
    }

    /// The numbers of all generations that are here, unfinished ones too.
    public func generations() throws -> [Int] {
        try disk.list(folder).compactMap { name in
            name.extension == "sqlite" ? Int(name.stem) : nil
        }.sorted()
    }

    /// Removes every generation but the current one that nobody uses any more.
    public func removeRetired() throws {
        guard let current = try current() else { return }
        for number in try generations() where number != current {
            guard let lock = try disk.lock(folder.appending("\(number).lock"), exclusive: true, wait: false) else { continue }
            for suffix in ["sqlite", "sqlite-wal", "sqlite-shm", "lock"] {
                let path = folder.appending("\(number).\(suffix)")
                if try disk.status(path) != nil { try disk.removeFile(path) }
            }
            lock.release()
        }
    }
}
