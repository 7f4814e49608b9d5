public import SystemPackage
import Glibc

/// A call to the operating system that failed, with everything a message about it needs.
public struct DiskError: Error, Sendable, Equatable {
    /// What was being done, in the words of the system call: `write`, `fsync`, `rename` …
    public let operation: String
    /// The file or folder it was done to.
    public let path: FilePath
    /// The operating system's reason.
    public let errno: Errno

    /// Describes a failed call.
    public init(_ operation: String, _ path: FilePath, _ errno: Errno) {
        self.operation = operation
        self.path = path
        self.errno = errno
    }

    /// The failure that `errno` holds right now.
    static func current(_ operation: String, _ path: FilePath) -> DiskError {
        DiskError(operation, path, Errno(rawValue: Glibc.errno))
    }

    /// Throws where `code`, the answer of one of our C functions, is an errno.
    static func check(_ code: CInt, _ operation: String, _ path: FilePath) throws(DiskError) {
        if code != 0 { throw DiskError(operation, path, Errno(rawValue: code)) }
    }

    /// Whether the disk, or the user's share of it, is full.
    public var isNoSpace: Bool { errno == .noSpace || errno == .diskQuotaExceeded }
}

extension DiskError: CustomStringConvertible {
    public var description: String { "\(operation) \(path): \(errno)" }
}
