import CLinux
import Glibc
public import SystemPackage

/// An open file. Reading and writing name their offset, so that a file has no hidden position and may be
/// used from several tasks at once. It closes itself when nobody uses it any more.
public final class DiskFile: Sendable {
    /// The name under which it was opened; it may have another by now.
    public let path: FilePath
    /// For handing to a child process or to a library; it stays this object's to close.
    public let descriptor: CInt
    private let observer: (any DiskObserver)?

    init(path: FilePath, descriptor: CInt, observer: (any DiskObserver)?) {
        self.path = path
        self.descriptor = descriptor
        self.observer = observer
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes` at `offset`.
    ///
    /// - Throws: ``DiskError``; some of the bytes may then be in the file.
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        guard let observer else { return try writeAll(bytes, at: offset) }
        let operation = DiskOperation.write(path, offset: offset, bytes: Array(bytes))
        switch observer.verdict(on: operation) {
        case .proceed:
            try writeAll(bytes, at: offset)
            observer.succeeded(operation)
        case .fail(let errno):
            throw DiskError("write", path, errno)
        case .short(let count, let errno):
            let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
            try writeAll(part, at: offset)
            observer.succeeded(.write(path, offset: offset, bytes: Array(part)))
            throw DiskError("write", path, errno)
        }
    }

    /// Writes all of `bytes` at `offset`.
    public func write(_ bytes: [UInt8], at offset: Int64) throws(DiskError) {
        var failure: DiskError?
        bytes.withUnsafeBytes { buffer in
            do throws(DiskError) { try write(buffer, at: offset) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
            if count < 0 {
                if Glibc.errno == EINTR { continue }
                throw DiskError.current("write", path)
            }
            done += count
        }
    }

    /// Reads up to `buffer.count` bytes at `offset`; answers how many, 0 at the end of the file.
    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiskError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if Glibc.errno != EINTR { throw DiskError.current("read", path) }
        }
    }

    /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
    public func read(_ count: Int, at offset: Int64) throws(DiskError) -> [UInt8] {
        var failure: DiskError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(DiskError) {
                while filled < count {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                    let got = try read(into: rest, at: offset + Int64(filled))
                    if got == 0 { break }
                    filled += got
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Sends the file's bytes and length to the disk.
    public func sync() throws(DiskError) {
        try perform(.syncFile(path), "fsync", on: path, observer) { fsync(descriptor) == 0 ? 0 : Glibc.errno }
    }

    /// Cuts or extends the file to `length` bytes.
    public func truncate(to length: Int64) throws(DiskError) {
        try perform(.truncate(path, length: length), "truncate", on: path, observer) {
            ftruncate(descriptor, off_t(length)) == 0 ? 0 : Glibc.errno
        }
    }

    /// Gives the file real blocks up to `length` bytes.
    public func preallocate(_ length: Int64) throws(DiskError) {
        try perform(.preallocate(path, length: length), "fallocate", on: path, observer) {
            muniment_preallocate(descriptor, length)
        }
    }

    /// What the file system says of the open file.
    public func status() throws(DiskError) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskError.current("fstat", path) }
        return FileStatus(status)
    }
}

/// Makes one write-side call, unless the observer says otherwise. `call` answers 0 or an errno.
func perform(
    _ operation: @autoclosure () -> DiskOperation, _ name: String, on path: FilePath, _ observer: (any DiskObserver)?,
    _ call: () -> CInt
) throws(DiskError) {
    guard let observer else { return try DiskError.check(call(), name, path) }
    let operation = operation()
    switch observer.verdict(on: operation) {
    case .proceed: break
    case .fail(let errno), .short(_, let errno): throw DiskError(name, path, errno)
    }
    try DiskError.check(call(), name, path)
    observer.succeeded(operation)
}
