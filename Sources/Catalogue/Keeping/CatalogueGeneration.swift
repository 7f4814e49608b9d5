import Disk
public import GRDB
import Schemas
import SystemPackage

/// One database of the catalogue, open.
public final class CatalogueGeneration: Sendable {
    public let number: Int
    /// Readers see a snapshot and never wait; writers are one at a time, under the writer's lock.
    public let database: any DatabaseWriter
    private let lock: FileLock

    init(number: Int, path: FilePath, lock: FileLock, disk: Disk) throws {
        self.number = number
        self.lock = lock
        database = try CatalogueGeneration.open(path)
    }

    /// Longest a process waits for another one's transaction: far above the longest group commit.
    private static let busyTimeout: Double = 30

    private static func open(_ path: FilePath) throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            SearchIndex.register(in: db)
            guard !db.configuration.readonly else { return }
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        do {
            let pool = try DatabasePool(path: path.string, configuration: configuration)
            try migrate(pool)
            return pool
        } catch let error as DatabaseError where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) {
            // A read-only disk: nobody writes, so the file may be read as it is; what its log still holds belongs to it.
            configuration.readonly = true
            let log = try Disk().status(FilePath(path.string + "-wal"))
            let holdsMore = (log?.size ?? 0) > 0
            return try DatabaseQueue(path: holdsMore ? path.string : "file:\(path.string)?immutable=1", configuration: configuration)
        }
    }

    private static func migrate(_ pool: DatabasePool) throws {
        let migrator = Migrations.migrator
        let state = try pool.read { db in (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db)) }
        if state.0 { throw CatalogueError.newerThanProgram }
        if !state.1 { try migrator.migrate(pool) }
        // Looked at first: opening must not wait for a writer.
        if try !pool.read({ db in try SearchIndex.isCurrent(in: db) }) { try pool.write { db in try SearchIndex.refresh(in: db) } }
    }
}
