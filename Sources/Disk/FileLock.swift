import CLinux

/// An advisory lock (`flock`) that is held until ``release()`` or until this object goes.
///
/// The kernel lets go of it when the process dies, however it dies: a lock never outlives its owner.
public final class FileLock: Sendable {
    private let file: DiskFile

    init(_ file: DiskFile) { self.file = file }

    /// The locked file, for notes to people about who holds it.
    public var lockedFile: DiskFile { file }

    /// Lets go of the lock.
    public func release() { _ = muniment_unlock(file.descriptor) }
}
