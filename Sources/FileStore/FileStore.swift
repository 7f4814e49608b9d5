public import Disk
public import Records
public import SystemPackage
import Wording

/// The archive's objects on disk: an OCFL 1.1 storage root with one object for each document.
///
/// Everything that changes an object is built in a staging folder first; the store itself changes by one rename or one
/// exchange. It decides nothing and keeps no state but which files it has checked.
public struct FileStore: Sendable {
    /// The storage root, `objects/`.
    public let root: FilePath
    let disk: Disk
    let checked = CheckedFiles()

    public init(root: FilePath, disk: Disk) {
        self.root = root
        self.disk = disk
    }

    /// Makes an empty storage root, durably.
    ///
    /// - Precondition: the folder does not exist; its parent does, and is synced by the caller.
    public static func create(at root: FilePath, disk: Disk) throws(FileStoreError) {
        try onDisk { () throws(DiskError) in
            let layout = root.appending("extensions").appending("0003-hash-and-id-n-tuple-storage-layout")
            try disk.createFolder(root)
            try disk.createFolder(root.appending("extensions"))
            try disk.createFolder(layout)
            for (path, text) in [
                (root.appending("0=ocfl_1.1"), "ocfl_1.1\n"), (root.appending("ocfl_layout.json"), ObjectLayout.description),
                (layout.appending("config.json"), ObjectLayout.configuration),
            ] {
                let file = try disk.createFile(path, mode: 0o400)
                try file.write(Array(text.utf8), at: 0)
                try file.sync()
            }
            for folder in [layout, root.appending("extensions"), root] { try disk.syncFolder(folder) }
        }
    }

    /// The folder of a document's object.
    func folder(of document: DocumentID) -> FilePath {
        ObjectLayout.folders(of: document).reduce(root) { $0.appending($1) }
    }

    // MARK: Staging

    /// Begins a new object in a change's staging folder.
    public func beginObject(_ document: DocumentID, in staging: FilePath) throws(FileStoreError) -> StagedObject {
        try StagedObject(document: document, in: staging, base: nil, source: nil, disk: disk)
    }

    /// Begins a further version of an object; nothing of the version before is kept unless ``StagedObject/keep(_:)`` says so.
    public func beginVersion(of document: DocumentID, in staging: FilePath) throws(FileStoreError) -> (StagedObject, Inventory) {
        let (inventory, digest) = try readInventory(of: document)
        let object = try StagedObject(
            document: document, in: staging, base: (inventory, digest), source: folder(of: document), disk: disk)
        return (object, inventory)
    }

    // MARK: Putting in place

    /// Puts sealed objects in place, durably: by a rename for a new one, by an exchange for a further version.
    ///
    /// Called under the writer's lock, after the events are durable. Old objects then lie in the staging folder.
    /// - Throws: ``FileStoreError/disk(_:)``, with `EEXIST` where a new object finds its place taken.
    /// - Parameter syncing: false where the caller syncs the whole file system before anything rests on it.
    public func install(_ sealed: [SealedObject], syncing: Bool = true) throws(FileStoreError) {
        try onDisk { () throws(DiskError) in
            var moves = Moves()
            for object in sealed { try place(object, syncing: syncing, &moves) }
            if syncing { try sync(&moves) }
        }
    }

    /// What a group has moved into place and is not durable yet.
    private struct Moves {
        /// The folders whose names changed.
        var changed: [FilePath] = []
        /// What came there.
        var arrived: Set<FilePath> = []
    }

    /// Once for the whole group, if it can be: most new objects arrive in the same folder.
    private func sync(_ moves: inout Moves) throws(DiskError) {
        for folder in moves.changed { try disk.syncFolder(folder) }
        moves = Moves()
    }

    /// Renames or exchanges one object into place.
    private func place(_ sealed: SealedObject, syncing: Bool, _ moves: inout Moves) throws(DiskError) {
        let names = ObjectLayout.folders(of: sealed.document)
        var (from, to) = (sealed.top, root)
        for name in names {
            let folder = to
            from.append(name)
            to.append(name)
            // What is renamed for a new object is the topmost folder that is missing; it arrives with all below it.
            let isNew = sealed.before == nil
            let isThere = try disk.status(to) != nil
            guard (isNew && !isThere) || name == names.last else {
                // A folder that may still go back to another object's staging must not take this one along.
                if syncing, moves.arrived.contains(to) { try sync(&moves) }
                continue
            }
            if isNew { try disk.rename(from, to: to) } else { try disk.exchange(from, to) }
            if !moves.changed.contains(folder) { moves.changed.append(folder) }
            moves.arrived.insert(to)
            return
        }
        preconditionFailure("layout: an object's path has parts")
    }

    /// Finds an object that an earlier process sealed and did not put in place.
    ///
    /// - Returns: nil unless the staging folder holds it, with exactly this inventory.
    public func sealedObject(
        of document: DocumentID, version: VersionNumber, in staging: FilePath, before: ContentDigest?, after: ContentDigest
    ) throws(FileStoreError) -> SealedObject? {
        let top = staging.appending(document.compact)
        let folder = ObjectLayout.folders(of: document).reduce(top) { $0.appending($1) }
        guard try inventoryDigest(in: folder) == after else { return nil }
        return SealedObject(document: document, version: version, top: top, before: before, after: after)
    }

    /// Makes sure that an object which is in place stays there when power fails: what was renamed may not be durable yet.
    public func syncPlace(of document: DocumentID) throws(FileStoreError) {
        try onDisk { () throws(DiskError) in
            var folder = root
            try disk.syncFolder(folder)
            for name in ObjectLayout.folders(of: document).dropLast() {
                folder.append(name)
                try disk.syncFolder(folder)
            }
        }
    }

    /// Takes a whole object out of the store, durably, into a staging folder, with the tuple folders that are empty then
    /// (OCFL 1.1, E073); the caller removes it from there.
    ///
    /// - Throws: ``FileStoreError/objectMissing(_:)``; folders that an earlier removal left empty when it was stopped are gone then too.
    public func remove(_ document: DocumentID, into staging: FilePath) throws(FileStoreError) {
        let folder = folder(of: document)
        let isThere = try onDisk { () throws(DiskError) in
            let isThere = try disk.status(folder) != nil
            if isThere { try disk.rename(folder, to: staging.appending("removed-" + document.compact)) }
            var parent = folder.removingLastComponent()
            while parent != root {
                if try disk.status(parent) != nil {
                    guard try disk.list(parent).isEmpty else { break }
                    try disk.removeFolder(parent)
                }
                parent = parent.removingLastComponent()
            }
            try disk.syncFolder(parent)
            return isThere
        }
        guard isThere else { throw .objectMissing(document) }
    }

    /// Takes an object over from another store on this disk, by a rename or an exchange; the old one then lies there. Nothing is durable before
    /// the caller syncs.
    public func adopt(_ document: DocumentID, from other: FileStore) throws(FileStoreError) {
        guard let after = try other.inventoryDigest(of: document) else { throw .objectMissing(document) }
        let before = try inventoryDigest(of: document)
        try install(
            [SealedObject(document: document, version: .first, top: other.root, before: before, after: after)], syncing: false)
    }

    // MARK: Looking

    /// The inventory of a document's object, checked against its sidecar.
    public func inventory(of document: DocumentID) throws(FileStoreError) -> Inventory { try readInventory(of: document).0 }

    func readInventory(of document: DocumentID) throws(FileStoreError) -> (inventory: Inventory, digest: ContentDigest) {
        try readInventory(of: document, in: folder(of: document))
    }

    /// The inventory that lies in a folder: an object's, or one of its versions'.
    func readInventory(of document: DocumentID, in folder: FilePath) throws(FileStoreError) -> (inventory: Inventory, digest: ContentDigest)
    {
        guard let expected = try inventoryDigest(in: folder) else { throw .objectMissing(document) }
        let bytes = try onDisk { () throws(DiskError) in
            try disk.read(folder.appending("inventory.json"), limit: FileStore.largestInventory)
        }
        let digest = ContentDigest(.sha512, bytes: sha512(bytes))
        guard digest == expected else { throw .inventoryUnreadable(document, .sidecar) }
        return (try Inventory(bytes, of: document), digest)
    }

    /// Largest inventory that is read, in bytes: one of 100,000 files in 100 versions is far below it.
    static let largestInventory = 256 << 20

    /// The digest of the inventory that a document's object has now, from its sidecar; nil where there is no object.
    public func inventoryDigest(of document: DocumentID) throws(FileStoreError) -> ContentDigest? {
        try inventoryDigest(in: folder(of: document))
    }

    private func inventoryDigest(in folder: FilePath) throws(FileStoreError) -> ContentDigest? {
        let sidecar = folder.appending("inventory.json.sha512")
        return try onDisk { () throws(DiskError) in
            guard try disk.status(sidecar) != nil else { return nil }
            let text = String(decoding: try disk.read(sidecar, limit: 1000), as: UTF8.self)
            return ContentDigest(.sha512, hex: text.prefix { !$0.isWhitespace })
        }
    }

    /// The documents whose objects are in the store, in the order of the folders.
    public func documents() throws(FileStoreError) -> [DocumentID] {
        try onDisk { () throws(DiskError) in
            var found: [DocumentID] = []
            for first in try subfolders(of: root) where first.string.utf8.count == 2 {
                for second in try subfolders(of: root.appending(first)) {
                    for name in try subfolders(of: root.appending(first).appending(second)) {
                        if let document = ObjectLayout.document(ofFolder: name) { found.append(document) }
                    }
                }
            }
            return found
        }
    }

    private func subfolders(of folder: FilePath) throws(DiskError) -> [FilePath.Component] {
        var names: [FilePath.Component] = []
        for name in try disk.list(folder).sorted(by: { $0.string < $1.string })
        where try disk.status(folder.appending(name))?.kind == .folder {
            names.append(name)
        }
        return names
    }
}
