public import Disk
import GRDB
import Records
public import SystemPackage

/// The folder `catalogue/`: numbered generations of the database, and `current`, which names the one in use.
///
/// No database file is ever renamed over or removed while somebody has it open: each user holds a shared lock on the
/// generation's `.lock` file, and a retired generation goes when its exclusive lock can be had. The lock is not on the
/// database itself, because closing a second descriptor of that file would drop SQLite's own locks.
///
/// Generations are made, named and removed under the writer's lock only; opening needs none.
public struct CatalogueFolder: Sendable {
    public let folder: FilePath
    private let disk: Disk

    public init(folder: FilePath, disk: Disk) {
        self.folder = folder
        self.disk = disk
    }

    private static let suffixes = ["sqlite", "sqlite-wal", "sqlite-shm", "lock"]

    private func path(_ number: Int, _ suffix: String) -> FilePath { folder.appending("\(number).\(suffix)") }

    /// The number of the generation in use; nil where there is none yet.
    ///
    /// - Throws: `DiskError`; ``CatalogueError/currentUnreadable`` where something else stands there.
    public func current() throws -> Int? {
        let path = folder.appending("current")
        guard let status = try disk.status(path) else { return nil }
        guard status.kind == .file, status.size < 100 else { throw CatalogueError.currentUnreadable }
        let text = String(decoding: try disk.read(path, limit: 100), as: UTF8.self)
        guard text.hasSuffix(".sqlite\n"), let number = Int(text.dropLast(8)), number >= 1 else { throw CatalogueError.currentUnreadable }
        return number
    }

    /// Opens a generation that is whole and of this program.
    ///
    /// - Throws: ``CatalogueError`` `.missing`, `.outdated`, `.newerThanProgram` or what SQLite said.
    func open(_ number: Int, acceptingOlder: Bool) throws -> CatalogueGeneration {
        try translating {
            guard try isWhole(number), let lock = try disk.lock(path(number, "lock"), exclusive: false, wait: true) else {
                throw CatalogueError.missing
            }
            // Only under the lock is it sure to stay. SQLite would make an empty one in its place.
            guard try isWhole(number) else { throw CatalogueError.missing }
            guard try disk.status(path(number, "sqlite"))?.size != 0 else { throw CatalogueError.damaged("the database is empty") }
            let generation = try CatalogueGeneration(number: number, path: path(number, "sqlite"), lock: lock, disk: disk)
            try generation.check(acceptingOlder: acceptingOlder)
            return generation
        }
    }

    /// What SQLite throws, as what it means here: where it only says that it cannot open a file, a full disk may be why.
    private func translating<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try CatalogueError.translating(work) } catch CatalogueError.readOnly {
            let room = try? disk.freeSpace(at: folder)
            throw room.map { $0.bytes < Self.leastRoom || $0.inodes == 0 } == true ? CatalogueError.full : .readOnly
        }
    }

    /// In bytes: a database, its log and the log's index begin with a page each.
    private static let leastRoom: Int64 = 64 << 10

    /// Whether a generation's files are files, and its database is there.
    private func isWhole(_ number: Int) throws -> Bool {
        let kinds = try Self.suffixes.map { try disk.status(path(number, $0))?.kind }
        return kinds[0] == .file && kinds.allSatisfy { $0 == nil || $0 == .file }
    }

    /// Makes an empty generation with a number that no file here bears. Called under the writer's lock.
    public func make() throws -> CatalogueGeneration {
        let number = (try taken().max() ?? 0) + 1
        guard let lock = try disk.lock(path(number, "lock"), exclusive: false, wait: false) else { throw CatalogueError.missing }
        return try translating {
            let generation = try CatalogueGeneration(number: number, path: path(number, "sqlite"), lock: lock, disk: disk)
            try generation.begin()
            return generation
        }
    }

    /// Removes a generation that was begun and will not be used. Called under the writer's lock by whoever made it; what cannot be removed now
    /// goes with what is retired.
    public func discard(_ generation: CatalogueGeneration) {
        do { guard try current() != generation.number else { return } } catch CatalogueError.currentUnreadable {} catch { return }
        try? generation.database.close()
        for suffix in Self.suffixes { try? disk.removeTree(path(generation.number, suffix)) }
    }

    /// Makes a generation the one in use, durably. Called under the writer's lock.
    public func makeCurrent(_ number: Int) throws {
        let staged = folder.appending("current.\(number).new")
        try disk.removeTree(staged)
        let file = try disk.createFile(staged)
        try file.write(Array("\(number).sqlite\n".utf8), at: 0)
        try file.sync()
        let current = folder.appending("current")
        if try disk.status(current)?.kind == .folder { try disk.removeTree(current) }
        try disk.replace(current, by: staged)
        try disk.syncFolder(folder)
    }

    /// The last event that any generation here knows, also those that are not in use, 0 where none can be read: evidence, where none is in use.
    public func highestKnown() -> Int {
        ((try? taken()) ?? []).compactMap { number in
            try? open(number, acceptingOlder: true).read { try $0.progress().sequence }
        }.max() ?? 0
    }

    /// Every number that a file here bears.
    private func taken() throws -> Set<Int> {
        Set(try disk.list(folder).compactMap { Int($0.string.prefix { $0 != "." }) })
    }

    /// Removes every generation but the current one, whoever uses it: what was destroyed may stand in it. Called under the writer's lock.
    public func removeOthers() throws {
        guard let current = try current() else { return }
        for number in try taken() where number != current {
            for suffix in Self.suffixes { try disk.removeTree(path(number, suffix)) }
        }
        try disk.syncFolder(folder)
    }

    /// Removes every generation but the current one that nobody uses: retired ones, and those that a process began and did not live to
    /// end. Called under the writer's lock.
    public func removeRetired() throws {
        guard let current = try current() else { return }
        for number in try taken() where number != current {
            let lockPath = path(number, "lock")
            if let kind = try disk.status(lockPath)?.kind, kind != .file { try disk.removeTree(lockPath) }
            guard let lock = try disk.lock(lockPath, exclusive: true, wait: false) else { continue }
            for suffix in Self.suffixes { try disk.removeTree(path(number, suffix)) }
            lock.release()
        }
        for name in try disk.list(folder) where name.string.hasPrefix("current.") { try disk.removeTree(folder.appending(name)) }
    }
}
