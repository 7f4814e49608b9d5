import Crypto
import Disk
public import Records
public import SystemPackage

/// A file that has been staged: its bytes are in place, read-only.
public struct StagedFile: Sendable, Hashable {
    public let path: LogicalPath
    /// In bytes.
    public let size: Int64
    public let sha512: ContentDigest
    public let sha256: ContentDigest
    /// Where the bytes lie now.
    public let location: FilePath
}

/// Takes a file's bytes as they come and hashes them as they pass, once for both digests; holds none of them.
///
/// Used by one task at a time.
public struct StagedFileWriter: ~Copyable {
    private let file: DiskFile
    private let path: LogicalPath
    private var size: Int64 = 0
    private var long = SHA512()
    private var short = SHA256()

    init(file: DiskFile, path: LogicalPath) {
        self.file = file
        self.path = path
    }

    /// Appends some bytes.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileStoreError) {
        long.update(bufferPointer: bytes)
        short.update(bufferPointer: bytes)
        try onDisk { () throws(DiskError) in try file.write(bytes, at: size) }
        size += Int64(bytes.count)
    }

    /// Appends some bytes.
    public mutating func write(_ bytes: [UInt8]) throws(FileStoreError) {
        var failure: FileStoreError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileStoreError) { try write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Ends the file; nothing more can be written. It is not durable before its object is sealed.
    consuming func end() -> StagedFile {
        StagedFile(
            path: path, size: size, sha512: ContentDigest(.sha512, bytes: long.finalize()),
            sha256: ContentDigest(.sha256, bytes: short.finalize()), location: file.path)
    }
}
