import Disk
import Records
import SystemPackage

/// Room set aside on the disk, given up when it is full, so that what has happened can still be carried out: settling and
/// destruction (`docs/storage-layout.md`). Used under the writer's lock.
struct Reserve: Sendable {
    let path: FilePath
    let disk: Disk

    /// In bytes: a journal's group, the catalogue's pages for it and a purge of the index write less.
    static let size: Int64 = 16 << 20

    /// Sets the room aside, unless it is or the disk has little left. Nothing depends on it being durable.
    func make() throws(DiskError) {
        let status = try disk.status(path)
        guard (status?.size ?? 0) < Reserve.size else { return }
        guard try disk.freeSpace(at: path.removingLastComponent()).bytes >= 4 * Reserve.size else { return }
        if status != nil { try disk.removeFile(path) }
        try disk.createFile(path).preallocate(Reserve.size)
    }

    /// Gives the room up.
    func giveUp() throws(DiskError) { if try disk.status(path) != nil { try disk.removeFile(path) } }

    /// Does work that must not fail for want of room: once it does, the room set aside is given up and it is tried again.
    func using<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch {
            guard ArchiveError.translated(error).code == .noSpace, try disk.status(path) != nil else { throw error }
            try disk.removeFile(path)
            return try work()
        }
    }
}
