import Crypto
import Disk
public import Records
public import SystemPackage
import Wording

/// The states of an object that the journal names: the digest of its inventory with each version, in their order.
public struct ObjectVersions: Sendable, Hashable {
    public let document: DocumentID
    public var inventories: [ContentDigest]

    public init(_ document: DocumentID, _ inventories: [ContentDigest]) {
        self.document = document
        self.inventories = inventories
    }

    /// The digest of the inventory with the last of these versions.
    public var last: ContentDigest {
        guard let last = inventories.last else { preconditionFailure("object: it has a version") }
        return last
    }
}

extension FileStore {
    /// Copies an object as it was with certain versions, also where it has more of them by now, into the staging folder of another store.
    ///
    /// Every inventory is held against the digest that the journal names, and every byte against the inventory, as it is copied. Nothing is
    /// durable before the caller syncs the file system.
    /// - Returns: the object, to be put in place, and how many bytes of content were copied.
    /// - Throws: ``FileStoreError`` `.objectMissing`, `.inventoryUnreadable` or `.digestDiffers` where the object is not what was filed.
    public func stageCopy(of versions: ObjectVersions, for target: FileStore, in staging: FilePath) throws(FileStoreError) -> (
        SealedObject, bytes: Int64
    ) {
        var copy = ObjectCopy(versions, from: folder(of: versions.document), disk, to: staging, target.disk)
        let bytes = try copy.make()
        let isThere = try onDisk { () throws(DiskError) in try target.disk.status(target.folder(of: versions.document)) } != nil
        let before = isThere ? try target.inventoryDigest(of: versions.document) ?? versions.last : nil
        guard let number = VersionNumber(versions.inventories.count) else { throw .objectMissing(versions.document) }
        return (SealedObject(document: versions.document, version: number, top: copy.top, before: before, after: versions.last), bytes)
    }

    /// Whether the object has these versions, whether or not it has more: only its inventories are looked at.
    public func has(_ versions: ObjectVersions) throws(FileStoreError) -> Bool {
        if try inventoryDigest(of: versions.document) == versions.last { return true }
        let sidecar = folder(of: versions.document).appending("v\(versions.inventories.count)").appending("inventory.json.sha512")
        return try onDisk { () throws(DiskError) in
            guard try disk.status(sidecar) != nil else { return false }
            return String(decoding: try disk.read(sidecar, limit: 1000), as: UTF8.self).prefix { !$0.isWhitespace }
                == versions.last.hex[...]
        }
    }
}

/// One object on its way from store to store.
private struct ObjectCopy {
    let versions: ObjectVersions
    let source: FilePath
    let disk: Disk
    let target: Disk
    let top: FilePath
    private let object: FilePath
    private var made: Set<String> = []

    init(_ versions: ObjectVersions, from source: FilePath, _ disk: Disk, to staging: FilePath, _ target: Disk) {
        (self.versions, self.source, self.disk, self.target) = (versions, source, disk, target)
        top = staging.appending(versions.document.compact)
        object = ObjectLayout.folders(of: versions.document).reduce(top) { $0.appending($1) }
    }

    mutating func make() throws(FileStoreError) -> Int64 {
        try onDisk { () throws(DiskError) in
            var folder = top
            try target.createFolder(folder)
            for name in ObjectLayout.folders(of: versions.document) {
                folder.append(name)
                try target.createFolder(folder)
            }
        }
        try write(Array("ocfl_object_1.1\n".utf8), to: "0=ocfl_object_1.1")
        var last: [UInt8] = []
        for (index, digest) in versions.inventories.enumerated() {
            last = try inventory(of: "v\(index + 1)", digest)
            try putInventory(last, digest, in: "v\(index + 1)/")
        }
        try putInventory(last, versions.last, in: "")
        let facts = try Inventory(last, of: versions.document)
        guard facts.versions.count == versions.inventories.count else { throw .inventoryUnreadable(versions.document, .versions) }
        var bytes: Int64 = 0
        for (digest, paths) in facts.manifest.sorted(by: { $0.key.hex < $1.key.hex }) {
            for path in paths { bytes += try copy(path, digest) }
        }
        return bytes
    }

    /// The bytes of a version's inventory, which must be the one that the journal names.
    private func inventory(of version: String, _ digest: ContentDigest) throws(FileStoreError) -> [UInt8] {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.read(source.appending(version).appending("inventory.json"), limit: FileStore.largestInventory)
        } catch {
            throw error.errno == .noSuchFileOrDirectory ? .objectMissing(versions.document) : .disk(error)
        }
        guard ContentDigest(.sha512, bytes: sha512(bytes)) == digest else { throw .inventoryUnreadable(versions.document, .sidecar) }
        return bytes
    }

    private mutating func putInventory(_ bytes: [UInt8], _ digest: ContentDigest, in folder: String) throws(FileStoreError) {
        try write(bytes, to: folder + "inventory.json")
        try write(Array("\(digest.hex) inventory.json\n".utf8), to: folder + "inventory.json.sha512")
    }

    private mutating func write(_ bytes: [UInt8], to place: String) throws(FileStoreError) {
        try onDisk { () throws(DiskError) in try create(place).write(bytes, at: 0) }
    }

    /// Makes a file below the object, with the folders above it.
    private mutating func create(_ place: String) throws(DiskError) -> DiskFile {
        var folder = object
        for name in FilePath(place).components.dropLast() {
            folder.append(name)
            if made.insert(folder.string).inserted { try target.createFolder(folder) }
        }
        return try target.createFile(object.pushing(FilePath(place)), mode: 0o400)
    }

    /// - Returns: how many bytes it has.
    private mutating func copy(_ place: String, _ digest: ContentDigest) throws(FileStoreError) -> Int64 {
        guard let path = LogicalPath(place) else { throw .inventoryUnreadable(versions.document, .manifest) }
        var hash = SHA512()
        var done: Int64 = 0
        do throws(DiskError) {
            let file = try disk.openForReading(source.pushing(FilePath(place)))
            let copy = try create(place)
            while true {
                let block = try file.read(CheckedReader.blockSize, at: done)
                if block.isEmpty { break }
                hash.update(data: block)
                try copy.write(block, at: done)
                done += Int64(block.count)
            }
        } catch {
            // Bytes that are gone are as little what was filed as others.
            let isGone = [.noSuchFileOrDirectory, .isDirectory, .notDirectory, .tooManySymbolicLinkLevels].contains(error.errno)
            throw isGone ? .digestDiffers(versions.document, path, expected: digest) : .disk(error)
        }
        guard ContentDigest(.sha512, bytes: hash.finalize()) == digest else {
            throw .digestDiffers(versions.document, path, expected: digest)
        }
        return done
    }
}
