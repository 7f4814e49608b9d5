import Glibc

/// What the file system says about a name.
public struct FileStatus: Sendable, Equatable {
    /// What stands at a path; a link is not followed.
    public enum Kind: Sendable, Equatable { case file, folder, link, other }
    public let kind: Kind
    /// In bytes.
    public let size: Int64
    public let inode: UInt64
    public let device: UInt64
    /// Names that lead to this inode.
    public let links: UInt64
    /// Last change of content, in nanoseconds since 1970.
    public let modified: Int64
    /// Last change of content, names or rights, in nanoseconds since 1970: nobody can set it.
    public let changed: Int64
    /// The permission bits.
    public let mode: UInt16
    public let owner: UInt32

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        device = UInt64(status.st_dev)
        links = UInt64(status.st_nlink)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        mode = UInt16(status.st_mode & 0o7777)
        owner = status.st_uid
    }
}

/// Room left on a file system for an unprivileged user.
public struct FreeSpace: Sendable, Equatable {
    /// Free for everybody; what is kept for the system's owner does not count.
    public let bytes: Int64
    /// Files that can still be made; `Int64.max` where the file system does not count them.
    public let inodes: Int64
}
