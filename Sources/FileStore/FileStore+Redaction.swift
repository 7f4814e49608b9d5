import Crypto
import Disk
public import Records
public import SystemPackage
import Wording

/// What an object says otherwise once it is redacted.
public struct ObjectRewriting: Sendable {
    /// Bytes in the place of contents, by the contents' SHA-512.
    public var contents: [ContentDigest: [UInt8]] = [:]
    /// Why versions were made.
    public var messages: [CleanedWords.Message] = []

    public init(contents: [ContentDigest: [UInt8]] = [:], messages: [CleanedWords.Message] = []) {
        (self.contents, self.messages) = (contents, messages)
    }
}

/// An object that waits in its staging folder to take the place of what it was.
public struct StagedRewriting: Sendable, Hashable {
    public let sealed: SealedObject
    /// What stands in the place of each content, by the content's SHA-512.
    public let contents: [ContentDigest: RedactedContent]
    /// Of each version from the first on that says something else, in order; never empty, and the last one is the current version's.
    public let inventories: [RedactionBegun.Inventory]
}

extension FileStore {
    /// Builds an object anew with other bytes in the place of contents, in all versions that have them, and other messages; everything else is
    /// linked.
    ///
    /// All inventories from the first version on that says something else are others then: taking away a file alone would leave an object that
    /// is not valid (OCFL 1.1, E092). The same object and rewriting give the same inventories, so that a restore can do it again.
    /// - Parameter earlier: what it is built on in the place of the object in the store: another rewriting that waits.
    /// - Returns: nil where the object says nothing of it.
    /// - Throws: ``FileStoreError`` `.objectMissing`, `.inventoryUnreadable` where the object is not what was filed.
    public func stage(
        _ rewriting: ObjectRewriting, of document: DocumentID, on earlier: StagedRewriting? = nil, in staging: FilePath
    ) throws(FileStoreError) -> StagedRewriting? {
        let source = earlier.map { ObjectLayout.folders(of: document).reduce($0.sealed.top) { $0.appending($1) } } ?? folder(of: document)
        let root = try readInventory(of: document, in: source).inventory
        let replaced = rewriting.contents.filter { root.manifest[$0.key] != nil }
        let stays = replaced.mapValues { bytes in
            RedactedContent(
                size: Int64(bytes.count), sha512: ContentDigest(.sha512, bytes: sha512(bytes)),
                sha256: ContentDigest(.sha256, bytes: SHA256.hash(data: bytes)))
        }
        var changed: [(version: VersionNumber, before: ContentDigest, bytes: [UInt8], after: ContentDigest)] = []
        for version in root.versions {
            let (inventory, before) = try readInventory(of: document, in: source.appending(version.number.folderName))
            let other = inventory.replacing(stays, messages: rewriting.messages)
            guard other != inventory else { continue }
            let bytes = try other.bytes()
            changed.append((version.number, before, bytes, ContentDigest(.sha512, bytes: sha512(bytes))))
        }
        guard let current = changed.last else { return nil }
        guard current.version == root.head.number else { throw .inventoryUnreadable(document, .versions) }
        let contents = replaced.flatMap { content, bytes in (root.manifest[content] ?? []).map { (path: FilePath($0), bytes: bytes) } }
        let inventories = changed.map { $0.version.folderName }.flatMap { version in
            [StagedFolder.inventory, StagedFolder.sidecar].map { source.appending(version).appending($0) }
        }
        let passing = Set(inventories + contents.map { source.pushing($0.path) })
        let top = try onDisk { () throws(DiskError) in
            var folder = try StagedFolder(of: document, in: staging, disk: disk)
            for name in [StagedObject.mark] + root.versions.map(\.number.folderName) {
                try folder.link(source.appending(name), as: folder.object.appending(name), passing: passing)
            }
            for content in contents { try folder.write(content.bytes, to: folder.object.pushing(content.path)) }
            for change in changed {
                try folder.write(inventory: change.bytes, change.after, in: folder.object.appending(change.version.folderName))
            }
            try folder.write(inventory: current.bytes, current.after, in: folder.object)
            try folder.sync()
            return folder.top
        }
        return StagedRewriting(
            sealed: SealedObject(
                document: document, version: current.version, top: top, before: current.before, after: current.after),
            contents: stays,
            inventories: changed.map { RedactionBegun.Inventory(version: $0.version, before: $0.before, after: $0.after) })
    }

    /// Whether a document's object has a content in any version; none has it where there is no object.
    public func has(_ content: ContentDigest, in document: DocumentID) throws(FileStoreError) -> Bool {
        do { return try inventory(of: document).manifest[content] != nil } catch .objectMissing { return false }
    }

    /// All bytes of a content of a document, checked.
    ///
    /// - Parameter limit: most bytes that it may have.
    public func bytes(of content: ContentDigest, in document: DocumentID, limit: Int) throws(FileStoreError) -> [UInt8]? {
        let (inventory, _) = try readInventory(of: document)
        guard let path = inventory.contentPath(of: content), let logical = LogicalPath(path) else { return nil }
        let bytes = try onDisk { () throws(DiskError) in
            try disk.read(folder(of: document).pushing(FilePath(path)), limit: limit)
        }
        guard ContentDigest(.sha512, bytes: sha512(bytes)) == content else { throw .digestDiffers(document, logical, expected: content) }
        return bytes
    }
}

extension Inventory {
    /// The same with other contents in the place of some, and other messages.
    fileprivate func replacing(_ contents: [ContentDigest: RedactedContent], messages: [CleanedWords.Message]) -> Inventory {
        var inventory = self
        for (content, other) in contents {
            guard let paths = inventory.manifest.removeValue(forKey: content) else { continue }
            inventory.manifest[other.sha512, default: []] += paths
            inventory.sha256[content] = nil
            inventory.sha256[other.sha512] = other.sha256
        }
        inventory.versions = versions.map { version in
            let other = messages.first { $0.version == version.number && $0.created == version.created }
            return Version(
                number: version.number, created: version.created, message: other?.reason ?? version.message, user: version.user,
                files: version.files.map { Entry(path: $0.path, digest: contents[$0.digest]?.sha512 ?? $0.digest) })
        }
        return inventory
    }
}
