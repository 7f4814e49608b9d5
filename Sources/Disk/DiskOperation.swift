public import SystemPackage

/// One write-side call, as an observer sees it before it happens and after it happened.
///
/// The list is complete: nothing in the program changes the disk by another way, save SQLite, whose
/// writes count as losable and whose COMMIT is announced as ``step(_:)``.
public enum DiskOperation: Sendable, Equatable {
    case createFolder(FilePath)
    case createFile(FilePath)
    case write(FilePath, offset: Int64, bytes: [UInt8])
    case truncate(FilePath, length: Int64)
    case preallocate(FilePath, length: Int64)
    case syncFile(FilePath)
    case syncFolder(FilePath)
    case syncFileSystem(FilePath)
    case rename(from: FilePath, to: FilePath)
    case replace(from: FilePath, to: FilePath)
    case exchange(FilePath, FilePath)
    case link(existing: FilePath, new: FilePath)
    case removeFile(FilePath)
    case removeFolder(FilePath)
    case setMode(FilePath, mode: UInt16)
    /// Something outside this target that must be stoppable like a call: `catalogue commit`.
    case step(String)
}

/// What an observer lets happen to a write-side call.
public enum DiskVerdict: Sendable, Equatable {
    /// The call is made.
    case proceed
    /// The call is not made and fails with this error.
    case fail(Errno)
    /// Of a write only so many bytes reach the file; then it fails with this error.
    case short(Int, Errno)
}

/// Watches every write-side call and may make it fail. Tests use it to stop a process at call n, to
/// fill the disk, and to model what a power cut takes away.
public protocol DiskObserver: Sendable {
    /// Asked before each call.
    func verdict(on operation: DiskOperation) -> DiskVerdict
    /// Told after each call that succeeded.
    func succeeded(_ operation: DiskOperation)
}
