import Crypto
import Disk
public import Records
public import SystemPackage
import Wording

/// An object that waits in its staging folder with a tombstone in the place of a content.
public struct StagedRedaction: Sendable, Hashable {
    public let sealed: SealedObject
    public let tombstone: RedactedContent
    /// Of the current version.
    public let current: RedactionBegun.Inventory
    /// Of each version before it from the first on that had the content, in order.
    public let earlier: [RedactionBegun.Inventory]
}

extension FileStore {
    /// Builds an object anew with a tombstone in the place of a content, in all versions that have it; everything else is linked.
    ///
    /// All inventories from the first version on that has the content are others then: taking away a file alone would leave an object that is
    /// not valid (OCFL 1.1, E092). The same object and tombstone give the same inventories, so that a restore can do it again.
    /// - Parameter earlier: what it is built on in the place of the object in the store: another redaction that waits.
    /// - Returns: nil where the object does not have the content.
    /// - Throws: ``FileStoreError`` `.objectMissing`, `.inventoryUnreadable` where the object is not what was filed.
    public func stageRedaction(
        of content: ContentDigest, in document: DocumentID, leaving tombstone: [UInt8], on earlier: StagedRedaction? = nil,
        in staging: FilePath
    ) throws(FileStoreError) -> StagedRedaction? {
        let source =
            earlier.map { sealed in
                ObjectLayout.folders(of: document).reduce(sealed.sealed.top) { $0.appending($1) }
            } ?? folder(of: document)
        let root = try readInventory(of: document, in: source).inventory
        guard let paths = root.manifest[content] else { return nil }
        let stays = RedactedContent(
            size: Int64(tombstone.count), sha512: ContentDigest(.sha512, bytes: sha512(tombstone)),
            sha256: ContentDigest(.sha256, bytes: SHA256.hash(data: tombstone)))
        var changed: [(version: VersionNumber, before: ContentDigest, bytes: [UInt8], after: ContentDigest)] = []
        for version in root.versions {
            let (inventory, before) = try readInventory(of: document, in: source.appending(version.number.folderName))
            guard inventory.manifest[content] != nil else { continue }
            let bytes = try inventory.replacing(content, by: stays).bytes()
            changed.append((version.number, before, bytes, ContentDigest(.sha512, bytes: sha512(bytes))))
        }
        guard let current = changed.last, current.version == root.head.number else { throw .inventoryUnreadable(document, .versions) }
        let replaced = paths.map { source.pushing(FilePath($0)) }
        let rewritten = changed.flatMap { change in
            [StagedFolder.inventory, StagedFolder.sidecar].map { source.appending(change.version.folderName).appending($0) }
        }
        let top = try onDisk { () throws(DiskError) in
            var folder = try StagedFolder(of: document, in: staging, disk: disk)
            for name in [StagedObject.mark] + root.versions.map(\.number.folderName) {
                try folder.link(source.appending(name), as: folder.object.appending(name), passing: Set(replaced + rewritten))
            }
            for path in paths { try folder.write(tombstone, to: folder.object.pushing(FilePath(path))) }
            for change in changed {
                try folder.write(
                    inventory: change.bytes, change.after, in: folder.object.appending(change.version.folderName))
            }
            try folder.write(inventory: current.bytes, current.after, in: folder.object)
            try folder.sync()
            return folder.top
        }
        let inventories = changed.map { RedactionBegun.Inventory(version: $0.version, before: $0.before, after: $0.after) }
        return StagedRedaction(
            sealed: SealedObject(
                document: document, version: current.version, top: top, before: current.before, after: current.after),
            tombstone: stays, current: inventories[inventories.count - 1], earlier: inventories.dropLast())
    }

    /// Whether a document's object has a content in any version; none has it where there is no object.
    public func has(_ content: ContentDigest, in document: DocumentID) throws(FileStoreError) -> Bool {
        do { return try inventory(of: document).manifest[content] != nil } catch .objectMissing { return false }
    }
}

extension Inventory {
    /// The same with another content in the place of one.
    fileprivate func replacing(_ content: ContentDigest, by other: RedactedContent) -> Inventory {
        var inventory = self
        inventory.manifest[other.sha512] = inventory.manifest.removeValue(forKey: content)
        inventory.sha256[content] = nil
        inventory.sha256[other.sha512] = other.sha256
        inventory.versions = versions.map { version in
            Version(
                number: version.number, created: version.created, message: version.message, user: version.user,
                files: version.files.map { Entry(path: $0.path, digest: $0.digest == content ? other.sha512 : $0.digest) })
        }
        return inventory
    }
}
