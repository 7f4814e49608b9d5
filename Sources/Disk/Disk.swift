import CLinux
import Glibc
public import SystemPackage

/// The only way to the disk: every call that changes it goes through here.
///
/// That makes three things possible: the order of writes can be read in one place, a test can stop the
/// program at any call, and a model disk can tell what a power cut would have left.
public struct Disk: Sendable {
    let observer: (any DiskObserver)?

    /// A disk whose write-side calls `observer` sees and may refuse; without one, the plain disk.
    public init(observer: (any DiskObserver)? = nil) { self.observer = observer }

    // MARK: Folders

    /// Makes one folder; its parent must exist.
    public func createFolder(_ path: FilePath, mode: UInt16 = 0o700) throws(DiskError) {
        try perform(.createFolder(path), "mkdir", on: path, observer) {
            path.withPlatformString { mkdir($0, mode_t(mode)) } == 0 ? 0 : errno
        }
    }

    /// Removes an empty folder.
    public func removeFolder(_ path: FilePath) throws(DiskError) {
        try perform(.removeFolder(path), "rmdir", on: path, observer) { path.withPlatformString { rmdir($0) == 0 ? 0 : errno } }
    }

    /// Removes a folder and all that is in it, never following a link. A name that is gone already is no error.
    public func removeTree(_ path: FilePath) throws(DiskError) {
        guard let status = try status(path) else { return }
        do throws(DiskError) {
            guard status.kind == .folder else { return try removeFile(path) }
            for name in try list(path) { try removeTree(path.appending(name)) }
            try removeFolder(path)
        } catch {
            // Another process may be at it too.
            guard error.errno == .noSuchFileOrDirectory else { throw error }
        }
    }

    /// The names in a folder, in no order, without `.` and `..`.
    public func list(_ path: FilePath) throws(DiskError) -> [FilePath.Component] {
        guard let folder = path.withPlatformString({ opendir($0) }) else { throw DiskError.current("opendir", path) }
        defer { closedir(folder) }
        var names: [FilePath.Component] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: 256) { FilePath.Component(platformString: $0) }
            }
            if let name, name.kind == .regular { names.append(name) }
        }
        if errno != 0 { throw DiskError.current("readdir", path) }
        return names
    }

    /// Sends the names in a folder to the disk.
    public func syncFolder(_ path: FilePath) throws(DiskError) {
        let folder = try open(path, O_RDONLY | O_DIRECTORY, "open folder")
        try perform(.syncFolder(path), "fsync folder", on: path, observer) { fsync(folder.descriptor) == 0 ? 0 : errno }
    }

    /// Opens a folder so that ``syncFileSystem(of:)`` on it later reports errors of writes made meanwhile.
    public func openFolder(_ path: FilePath) throws(DiskError) -> DiskFile {
        try open(path, O_RDONLY | O_DIRECTORY, "open folder")
    }

    /// Sends everything written to the file system of `folder` to the disk: the group's one fsync.
    public func syncFileSystem(of folder: DiskFile) throws(DiskError) {
        try perform(.syncFileSystem(folder.path), "syncfs", on: folder.path, observer) {
            muniment_sync_file_system(folder.descriptor)
        }
    }

    // MARK: Files

    /// Makes a new file, open for reading and writing.
    ///
    /// - Throws: ``DiskError`` with `EEXIST` where the name is taken.
    public func createFile(_ path: FilePath, mode: UInt16 = 0o600) throws(DiskError) -> DiskFile {
        var descriptor: CInt = -1
        try perform(.createFile(path), "create", on: path, observer) {
            descriptor = path.withPlatformString { Glibc.open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(mode)) }
            return descriptor >= 0 ? 0 : errno
        }
        return DiskFile(path: path, descriptor: descriptor, observer: observer)
    }

    /// Opens an existing file for reading and writing, never following a link.
    public func openForWriting(_ path: FilePath) throws(DiskError) -> DiskFile {
        try open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK, "open")
    }

    /// Opens a file of the program's own for reading, never following a link. What others laid down is for ``openInput(_:)`` and
    /// ``openEntry(_:below:)``.
    public func openForReading(_ path: FilePath) throws(DiskError) -> DiskFile {
        try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, "open")
    }

    private func open(_ path: FilePath, _ flags: CInt, _ name: String) throws(DiskError) -> DiskFile {
        let descriptor = path.withPlatformString { Glibc.open($0, flags | O_CLOEXEC) }
        guard descriptor >= 0 else { throw DiskError.current(name, path) }
        return DiskFile(path: path, descriptor: descriptor, observer: observer)
    }

    /// The whole content of a file that must not be larger than `limit` bytes.
    ///
    /// - Throws: ``DiskError``, with `EFBIG` for a larger file.
    public func read(_ path: FilePath, limit: Int) throws(DiskError) -> [UInt8] {
        let file = try openForReading(path)
        let bytes = try file.read(limit + 1, at: 0)
        guard bytes.count <= limit else { throw DiskError("read", path, .fileTooLarge) }
        return bytes
    }

    /// What is at a name, a link itself and not what it leads to; nil where nothing is.
    public func status(_ path: FilePath) throws(DiskError) -> FileStatus? {
        var status = stat()
        if path.withPlatformString({ lstat($0, &status) }) == 0 { return FileStatus(status) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw DiskError.current("stat", path)
    }

    /// Gives an existing file a second name.
    public func link(_ existing: FilePath, as new: FilePath) throws(DiskError) {
        try perform(.link(existing: existing, new: new), "link", on: new, observer) {
            existing.withPlatformString { old in new.withPlatformString { Glibc.link(old, $0) } } == 0 ? 0 : errno
        }
    }

    /// Removes a file's name.
    public func removeFile(_ path: FilePath) throws(DiskError) {
        try perform(.removeFile(path), "unlink", on: path, observer) { path.withPlatformString { unlink($0) == 0 ? 0 : errno } }
    }

    /// Sets the permission bits.
    public func setMode(_ path: FilePath, _ mode: UInt16) throws(DiskError) {
        try perform(.setMode(path, mode: mode), "chmod", on: path, observer) {
            path.withPlatformString { chmod($0, mode_t(mode)) } == 0 ? 0 : errno
        }
    }

    // MARK: Names

    /// Renames; fails with `EEXIST` rather than replace anything.
    public func rename(_ from: FilePath, to: FilePath) throws(DiskError) {
        try perform(.rename(from: from, to: to), "rename", on: to, observer) {
            from.withPlatformString { old in to.withPlatformString { muniment_rename_exclusive(old, $0) } }
        }
    }

    /// Renames a file over another, whose content is gone by that.
    public func replace(_ to: FilePath, by from: FilePath) throws(DiskError) {
        try perform(.replace(from: from, to: to), "rename", on: to, observer) {
            from.withPlatformString { old in to.withPlatformString { Glibc.rename(old, $0) } } == 0 ? 0 : errno
        }
    }

    /// Exchanges two names in one step.
    public func exchange(_ first: FilePath, _ second: FilePath) throws(DiskError) {
        try perform(.exchange(first, second), "exchange", on: second, observer) {
            first.withPlatformString { old in second.withPlatformString { muniment_exchange(old, $0) } }
        }
    }

    // MARK: Locks and room

    /// Takes the lock of a file, which is made if it is not there (with mode 0600).
    ///
    /// - Returns: nil where somebody else holds it and `wait` is false.
    public func lock(_ path: FilePath, exclusive: Bool = true, wait: Bool) throws(DiskError) -> FileLock? {
        let descriptor = try openLock(path)
        let file = DiskFile(path: path, descriptor: descriptor, observer: observer)
        guard try file.status().kind == .file else { throw DiskError("lock", path, .invalidArgument) }
        let code = muniment_lock(descriptor, exclusive ? 1 : 0, wait ? 1 : 0)
        if code == EWOULDBLOCK { return nil }
        try DiskError.check(code, "lock", path)
        return FileLock(file)
    }

    /// Takes the lock of a folder, which must be there.
    ///
    /// - Returns: nil where somebody else holds it and `wait` is false.
    public func lockFolder(_ path: FilePath, wait: Bool) throws(DiskError) -> FileLock? {
        let folder = try open(path, O_RDONLY | O_DIRECTORY, "open folder")
        let code = muniment_lock(folder.descriptor, 1, wait ? 1 : 0)
        if code == EWOULDBLOCK { return nil }
        try DiskError.check(code, "lock folder", path)
        return FileLock(folder)
    }

    private func openLock(_ path: FilePath) throws(DiskError) -> CInt {
        // Read-only is enough for `flock`, and works on a disk that is read-only too.
        // A FIFO would keep whoever opens it waiting for its writer.
        let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        var descriptor = path.withPlatformString { Glibc.open($0, flags) }
        if descriptor < 0, errno == ENOENT {
            // Another process may make it at the same moment: then both have the same file.
            try perform(.createFile(path), "create lock", on: path, observer) {
                descriptor = path.withPlatformString { Glibc.open($0, flags | O_CREAT, 0o600) }
                return descriptor >= 0 ? 0 : errno
            }
        }
        guard descriptor >= 0 else { throw DiskError.current("open lock", path) }
        return descriptor
    }

    /// Room left where `path` is.
    public func freeSpace(at path: FilePath) throws(DiskError) -> FreeSpace {
        var status = statvfs()
        guard path.withPlatformString({ statvfs($0, &status) }) == 0 else { throw DiskError.current("statvfs", path) }
        let inodes = status.f_files == 0 ? Int64.max : Int64(clamping: status.f_favail)
        return FreeSpace(bytes: Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize)), inodes: inodes)
    }

    /// Announces a step that happens outside this target, such as the catalogue's COMMIT, so that tests
    /// can stop there too.
    ///
    /// - Throws: ``DiskError`` if the observer refuses it.
    public func step(_ name: String) throws(DiskError) {
        try perform(.step(name), name, on: FilePath(name), observer) { 0 }
    }
}
