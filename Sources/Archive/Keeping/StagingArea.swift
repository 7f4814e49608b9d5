import Disk
import Records
import SystemPackage

/// The folder `staging/`: one folder for each change under way, whose `owner` file is locked as long as its process lives.
struct StagingArea: Sendable {
    let folder: FilePath
    let disk: Disk
    /// Makes the folder where somebody took it away.
    let mend: @Sendable (FilePath) throws(DiskError) -> Void

    /// Makes a folder for one change and locks it.
    ///
    /// Between the making of the folder and the locking of its owner file another process may sweep it away; then
    /// another one is made.
    func begin() throws(DiskError) -> StagedChange {
        try mend(folder)
        while true {
            var generator = SystemRandomNumberGenerator()
            let name = hexDigits((0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) })
            let path = folder.appending(name)
            try disk.createFolder(path)
            let owner = path.appending("owner")
            do throws(DiskError) {
                if let lock = try disk.lock(owner, wait: false), try disk.status(owner)?.inode == lock.lockedFile.status().inode {
                    return StagedChange(name: name, folder: path, lock: lock)
                }
            } catch  where error.errno == .noSuchFileOrDirectory {}
        }
    }

    /// Removes a change's folder once it has been carried out or given up.
    func end(_ change: StagedChange) throws(DiskError) {
        try disk.removeTree(change.folder)
        change.lock.release()
    }

    /// Removes exactly the folders whose owner lock can be had: those whose process is gone.
    func sweep() throws(DiskError) {
        for name in try disk.list(folder) {
            let path = folder.appending(name)
            guard try disk.status(path)?.kind == .folder else {
                try disk.removeFile(path)
                continue
            }
            let owner = path.appending("owner")
            if let kind = try disk.status(owner)?.kind, kind != .file { try disk.removeTree(owner) }
            guard let lock = try disk.lock(owner, wait: false) else { continue }
            try disk.removeTree(path)
            lock.release()
        }
    }
}

/// One change's folder under `staging/`.
struct StagedChange: Sendable {
    /// Its name, for the event.
    let name: String
    let folder: FilePath
    let lock: FileLock

    /// Makes the way to what was staged durable too: after a power cut, settling must find it.
    func makeFindable(on disk: Disk) throws(DiskError) {
        try disk.syncFolder(folder)
        try disk.syncFolder(folder.removingLastComponent())
    }
}
