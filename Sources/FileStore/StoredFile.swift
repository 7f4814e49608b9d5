import Crypto
public import Disk
public import Records
import SystemPackage
import Synchronization

/// A file of a version, open for reading, whose bytes are checked as they leave.
public struct StoredFile: Sendable {
    public let document: DocumentID
    public let path: LogicalPath
    /// In bytes.
    public let size: Int64
    public let sha512: ContentDigest
    public let sha256: ContentDigest?
    /// The open file, for handing to a worker.
    public let file: DiskFile
    let checked: CheckedFiles

    /// Reads the whole file block by block.
    public func reader() -> CheckedReader { CheckedReader(of: self) }

    /// Makes sure that the whole file has its digest, unless that was seen since it last changed; then parts may be read.
    ///
    /// - Throws: ``FileStoreError/digestDiffers(_:_:expected:)``
    public func check() throws(FileStoreError) {
        let status = try onDisk { () throws(DiskError) in try file.status() }
        guard !checked.contains(status) else { return }
        var reader = reader()
        while try reader.next() != nil {}
        checked.insert(status)
    }

    /// Reads up to `count` bytes at `offset`.
    ///
    /// - Precondition: ``check()`` came before.
    public func read(_ count: Int, at offset: Int64) throws(FileStoreError) -> [UInt8] {
        try onDisk { () throws(DiskError) in try file.read(count, at: offset) }
    }
}

/// Gives a file's bytes in blocks and holds back the last one until the digest over all of them is right.
public struct CheckedReader {
    private let stored: StoredFile
    private var offset: Int64 = 0
    private var hash = SHA512()
    private var held: [UInt8]?
    private var ended = false

    /// In bytes: large enough that calls cost nothing beside the hashing, small enough for many at once.
    public static let blockSize = 256 << 10

    init(of stored: StoredFile) { self.stored = stored }

    /// The next block; nil at the end.
    ///
    /// - Throws: ``FileStoreError/digestDiffers(_:_:expected:)`` in place of the last block.
    public mutating func next() throws(FileStoreError) -> [UInt8]? {
        while !ended {
            let block = try stored.read(CheckedReader.blockSize, at: offset)
            hash.update(data: block)
            offset += Int64(block.count)
            if block.count < CheckedReader.blockSize {
                ended = true
                guard ContentDigest(.sha512, bytes: hash.finalize()) == stored.sha512 else {
                    throw .digestDiffers(stored.document, stored.path, expected: stored.sha512)
                }
                let last = (held ?? []) + block
                held = nil
                return last.isEmpty ? nil : last
            }
            defer { held = block }
            if let held { return held }
        }
        return nil
    }
}

/// Files whose digest was right, as long as inode, size and both times of change stay the same: the second nobody can set back.
final class CheckedFiles: Sendable {
    private struct Key: Hashable { let inode: UInt64, device: UInt64, size: Int64, modified: Int64, changed: Int64 }
    private let keys = Mutex<Set<Key>>([])
    /// Beyond it all is forgotten; a check costs one reading of the file.
    private static let most = 10_000

    private func key(_ status: FileStatus) -> Key {
        Key(inode: status.inode, device: status.device, size: status.size, modified: status.modified, changed: status.changed)
    }

    func contains(_ status: FileStatus) -> Bool { keys.withLock { $0.contains(key(status)) } }

    func insert(_ status: FileStatus) {
        keys.withLock { keys in
            if keys.count >= CheckedFiles.most { keys.removeAll() }
            keys.insert(key(status))
        }
    }
}

extension FileStore {
    /// Opens a file of a version.
    ///
    /// Content never changes in place, so what is open stays readable while the object gets further versions.
    ///
    /// - Parameter expected: The digest that the journal tells of it; the inventory beside the file may have been changed with it.
    /// - Throws: ``FileStoreError/digestDiffers(_:_:expected:)`` where the inventory names another.
    public func open(
        _ document: DocumentID, _ version: VersionNumber, _ path: LogicalPath, expecting expected: ContentDigest? = nil
    ) throws(FileStoreError) -> StoredFile {
        let inventory = try inventory(of: document)
        guard let state = inventory.version(version) else { throw .versionMissing(document, version.value) }
        guard let entry = state.files.first(where: { $0.path == path }), let content = inventory.contentPath(of: entry.digest) else {
            throw .fileMissing(document, version.value, path)
        }
        if let expected, entry.digest != expected { throw .digestDiffers(document, path, expected: expected) }
        let location = folder(of: document).pushing(FilePath(content))
        let file: DiskFile
        do throws(DiskError) { file = try disk.openForReading(location) } catch {
            // Bytes that are gone are as little what was filed as others.
            throw error.errno == .noSuchFileOrDirectory ? .digestDiffers(document, path, expected: entry.digest) : .disk(error)
        }
        let status = try onDisk { () throws(DiskError) in try file.status() }
        guard status.kind == .file else { throw .digestDiffers(document, path, expected: entry.digest) }
        return StoredFile(
            document: document, path: path, size: status.size, sha512: entry.digest, sha256: inventory.sha256[entry.digest], file: file,
            checked: checked)
    }
}
