import Disk
public import GRDB
import Schemas
import Synchronization
import SystemPackage

/// One database of the catalogue, open.
public final class CatalogueGeneration: Sendable {
    public let number: Int
    /// Readers see a snapshot and never wait; writers are one at a time, under the writer's lock.
    public let database: any DatabaseWriter
    /// Whether it can only be read: the disk is read-only or full.
    let isFixed: Bool
    private let lock: FileLock
    private let path: FilePath
    private let disk: Disk
    private let files: [UInt64?]
    private let foundDamaged = Atomic<Bool>(false)

    init(number: Int, path: FilePath, lock: FileLock, disk: Disk) throws {
        self.number = number
        self.lock = lock
        self.path = path
        self.disk = disk
        (database, isFixed) = try CatalogueGeneration.open(path, disk)
        files = try CatalogueGeneration.inodes(path, disk)
    }

    /// Longest a process waits for another one's transaction: far above the longest group commit.
    private static let busyTimeout: Double = 30

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            SearchIndex.register(in: db)
            // Pages of it must not come to lie outside the root either.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            guard !db.configuration.readonly else { return }
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            // What is destroyed must not stay in free pages (R-45).
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func open(_ path: FilePath, _ disk: Disk) throws -> (any DatabaseWriter, isFixed: Bool) {
        do {
            let pool = try DatabasePool(path: path.string, configuration: configuration)
            try pool.read(look)
            return (pool, false)
        } catch let error as DatabaseError
            where unwritable.contains(error.resultCode) && error.extendedResultCode != .SQLITE_IOERR_SHORT_READ && !Descriptors.areScarce
        {
            return (try openFixed(path, disk), true)
        }
    }

    /// What SQLite says where it cannot write its log or the log's index: on a read-only disk, and on a full one.
    private static let unwritable: [ResultCode] = [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR]

    /// Opens a database that cannot be written. Where its log is empty, the file may be read as it is; what the log holds belongs to it.
    private static func openFixed(_ path: FilePath, _ disk: Disk) throws -> any DatabaseWriter {
        var reading = configuration
        reading.readonly = true
        guard try disk.status(FilePath(path.string + "-wal"))?.size ?? 0 > 0 else {
            let database = try DatabaseQueue(path: "file:\(escaped(path.string))?immutable=1", configuration: reading)
            try database.read(look)
            return database
        }
        do {
            let database = try DatabaseQueue(path: path.string, configuration: reading)
            try database.read(look)
            return database
        } catch let error as DatabaseError where unwritable.contains(error.resultCode) {
            // No room for the log's index: alone with the database, SQLite keeps it in memory.
            return try DatabaseQueue(path: "file:\(escaped(path.string))?vfs=unix-excl", configuration: configuration)
        }
    }

    /// Reads a first time: only then SQLite looks at the files.
    @Sendable private static func look(_ db: Database) throws { _ = try Int.fetchOne(db, sql: "PRAGMA schema_version") }

    /// A path in the form of a URI that SQLite reads.
    private static func escaped(_ path: String) -> String {
        path.reduce(into: "") { text, sign in
            switch sign {
            case "%": text += "%25"
            case "?": text += "%3f"
            case "#": text += "%23"
            default: text.append(sign)
            }
        }
    }

    /// Whether its name still leads to the database that is open, with the log that belongs to it, and nobody found it damaged.
    var isUsable: Bool { !foundDamaged.load(ordering: .relaxed) && isInPlace }

    /// Whether its name still leads to the database that is open, with the log that belongs to it.
    public var isInPlace: Bool { (try? CatalogueGeneration.inodes(path, disk)) == files }

    /// Works on the database. One that proves to be damaged is opened anew by the next transaction, which finds out whether another is to be made.
    func noticingDamage<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try CatalogueError.translating(work) } catch {
            if case .damaged = error as? CatalogueError { foundDamaged.store(true, ordering: .relaxed) }
            throw error
        }
    }

    private static func inodes(_ path: FilePath, _ disk: Disk) throws -> [UInt64?] {
        try ["", "-wal"].map { suffix in
            let status = try disk.status(FilePath(path.string + suffix))
            // A database is never empty: then somebody has emptied it, while its log may be.
            return suffix.isEmpty && status?.size == 0 ? nil : status?.inode
        }
    }

    // MARK: Which program made it

    /// Gives a new database its tables.
    func begin() throws {
        try Migrations.migrator.migrate(database)
        try database.write { db in try db.execute(sql: "PRAGMA user_version = \(Projection.version)") }
    }

    /// Makes sure that this program's tables are there, with rows as this program's projection makes them. A catalogue of an older program
    /// is made anew and never migrated: rows that it projected otherwise would stay.
    ///
    /// - Throws: ``CatalogueError`` `.newerThanProgram`, `.outdated`
    func check(acceptingOlder: Bool) throws {
        let migrator = Migrations.migrator
        let (isNewer, hasTables, projection) = try database.read { db in
            (
                try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db),
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard !isNewer, projection <= Projection.version else { throw CatalogueError.newerThanProgram }
        guard hasTables, projection == Projection.version || acceptingOlder else { throw CatalogueError.outdated }
        // Looked at first: opening must not wait for a writer.
        guard !isFixed, try !database.read({ db in try SearchIndex.isCurrent(in: db) }) else { return }
        try database.write { db in try SearchIndex.refresh(in: db) }
    }
}
