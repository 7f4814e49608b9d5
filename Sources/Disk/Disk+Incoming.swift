import CLinux
import Glibc
public import SystemPackage

/// Opening what others have laid down: links that stand in a folder are never followed, and nothing but a plain file is opened.
extension Disk {
    /// Opens the plain file at a path that a person named; its links are followed.
    ///
    /// - Throws: ``DiskError`` with `EISDIR` for a folder, `ENXIO` for a pipe, a device or a socket.
    public func openInput(_ path: FilePath) throws(DiskError) -> DiskFile {
        // As bytes: a name need not be UTF-8.
        try opened(path.withPlatformString { muniment_open_regular(AT_FDCWD, $0, 1) }, path, "open")
    }

    /// Opens the plain file at `entry` below a folder; a link anywhere on the way is refused.
    ///
    /// - Throws: ``DiskError`` with `ELOOP` for a link, else as ``openInput(_:)``.
    public func openEntry(_ entry: FilePath, below folder: FilePath) throws(DiskError) -> DiskFile {
        guard let name = entry.lastComponent, name.kind == .regular, !entry.isAbsolute else {
            throw DiskError("open", entry, .notPermitted)
        }
        return try openEntry(name, in: try openFolder(entry.removingLastComponent(), below: folder))
    }

    /// Opens the plain file of this name in an open folder, not following a link.
    public func openEntry(_ name: FilePath.Component, in folder: DiskFile) throws(DiskError) -> DiskFile {
        let code = name.withPlatformString { muniment_open_regular(folder.descriptor, $0, 0) }
        return try opened(code, folder.path.appending(name), "open")
    }

    /// Opens the folder at `entry` below another one; a link on the way is refused, and so is `..`.
    ///
    /// - Throws: ``DiskError`` with `ELOOP` for a link.
    public func openFolder(_ entry: FilePath, below folder: FilePath) throws(DiskError) -> DiskFile {
        var reached = try openFolder(folder)
        for name in entry.components { reached = try openFolder(name, in: reached) }
        return reached
    }

    /// Opens a folder in an open folder, not following a link.
    public func openFolder(_ name: FilePath.Component, in folder: DiskFile) throws(DiskError) -> DiskFile {
        let path = folder.path.appending(name)
        guard name.kind == .regular else { throw DiskError("open folder", path, .notPermitted) }
        let code = name.withPlatformString { muniment_open_subfolder(folder.descriptor, $0) }
        if code == -ENOTDIR, try status(folder.lastingPath.appending(name))?.kind == .link {
            throw DiskError("open folder", path, .tooManySymbolicLinkLevels)
        }
        return try opened(code, path, "open folder")
    }

    private func opened(_ code: CInt, _ path: FilePath, _ name: String) throws(DiskError) -> DiskFile {
        guard code >= 0 else { throw DiskError(name, path, Errno(rawValue: -code)) }
        return DiskFile(path: path, descriptor: code, observer: observer)
    }
}

extension DiskFile {
    /// A path to this very file or folder as long as it is open, whatever becomes of its name and of the folders above it.
    public var lastingPath: FilePath { FilePath("/proc/self/fd/\(descriptor)") }

    /// Who else may change a file.
    public enum Writers: Sendable, Equatable {
        /// Nobody has it open for writing; and while ``isLeased`` holds, nobody has opened it since.
        case none
        case some
        /// None was seen, but not everybody's open files can be seen.
        case unseen
    }

    /// Looks whether anybody has the file open for writing, and keeps newcomers waiting as long as this file is open (some 45 s at
    /// most; see `lease-break-time`), where the kernel grants that: on files of one's own, on file systems of this machine.
    public func keepWritersOut() -> Writers {
        switch muniment_lease(descriptor) {
        case 0: .none
        case EAGAIN: .some
        default: OpenFiles.isOpenForWriting(self) ? .some : .unseen
        }
    }

    /// Keeps nobody out any more.
    public func letWritersIn() { _ = muniment_end_lease(descriptor) }

    /// Whether writers are still kept out, and none waits.
    public var isLeased: Bool { muniment_holds_lease(descriptor) == 1 }
}

/// The open files of all processes that this one may look into (`/proc/PID/fd`).
private enum OpenFiles {
    static func isOpenForWriting(_ file: DiskFile) -> Bool {
        guard let wanted = try? file.status() else { return false }
        let (disk, processes) = (Disk(), FilePath("/proc"))
        for process in (try? disk.list(processes)) ?? [] where Int(process.string) != nil {
            let files = processes.appending(process).appending("fd")
            for number in (try? disk.list(files)) ?? [] {
                guard leads(files.appending(number), to: wanted) else { continue }
                let facts = processes.appending(process).appending("fdinfo").appending(number)
                if (try? disk.read(facts, limit: 10_000)).map(saysWriting) ?? false { return true }
            }
        }
        return false
    }

    private static func leads(_ path: FilePath, to wanted: FileStatus) -> Bool {
        var found = stat()
        return path.withPlatformString({ stat($0, &found) }) == 0 && UInt64(found.st_ino) == wanted.inode
            && UInt64(found.st_dev) == wanted.device
    }

    /// `flags:` in octal digits, as for open(2).
    private static func saysWriting(_ facts: [UInt8]) -> Bool {
        let line = String(decoding: facts, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("flags:") }
        let flags = line?.split(whereSeparator: \.isWhitespace).last.flatMap { Int32($0, radix: 8) } ?? 0
        return flags & O_ACCMODE != O_RDONLY
    }
}
