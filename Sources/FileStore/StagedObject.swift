import Disk
public import Records
import SystemPackage

/// An OCFL object being built in a staging folder: a new one, or an old one with a further version.
///
/// It is built whole, below the same two tuple folders that it will have in the store, so that one rename or exchange of
/// an existing folder puts it in place. Used by one task at a time.
public final class StagedObject {
    public let document: DocumentID
    private let disk: Disk
    private var folder: StagedFolder
    private let base: Inventory?
    private let before: ContentDigest?
    private let number: VersionNumber
    private var entries: [Inventory.Entry] = []
    private var added: [StagedFile] = []
    /// Files begun so far, those whose bytes the object holds already among them: no number is given twice.
    private var begun = 0

    init(document: DocumentID, in staging: FilePath, base: (Inventory, ContentDigest)?, source: FilePath?, disk: Disk)
        throws(FileStoreError)
    {
        self.document = document
        self.disk = disk
        self.base = base?.0
        before = base?.1
        number = base?.0.head.number.next ?? .first
        folder = try onDisk { () throws(DiskError) in try StagedFolder(of: document, in: staging, disk: disk) }
        try onDisk { () throws(DiskError) in
            if let source, let base {
                for name in [Self.mark] + base.0.versions.map(\.number.folderName) {
                    try folder.link(source.appending(name), as: folder.object.appending(name))
                }
            } else {
                try folder.write(Array("ocfl_object_1.1\n".utf8), to: folder.object.appending(Self.mark))
            }
            try folder.make(versionFolder)
            try folder.make(versionFolder.appending("content"))
        }
    }

    /// The file that says what the folder is (OCFL 1.1, 3.3.1).
    static let mark = "0=ocfl_object_1.1"

    private var versionFolder: FilePath { folder.object.appending(number.folderName) }

    /// Keeps a file of the version before under the same name.
    ///
    /// - Precondition: the version before has it.
    public func keep(_ entry: Inventory.Entry) throws(FileStoreError) {
        guard !entries.contains(where: { $0.path == entry.path }) else { throw .pathTwice(entry.path) }
        entries.append(entry)
    }

    /// Begins a further file.
    public func beginFile(_ path: LogicalPath) throws(FileStoreError) -> StagedFileWriter {
        guard !entries.contains(where: { $0.path == path }) else { throw .pathTwice(path) }
        begun += 1
        let name = ContentName.make(for: path, ordinal: begun)
        let location = versionFolder.appending("content").appending(name)
        let file = try onDisk { () throws(DiskError) in try disk.createFile(location, mode: 0o400) }
        return StagedFileWriter(file: file, path: path)
    }

    /// Ends a file; bytes that the object holds already are not kept a second time (OCFL 1.1, 3.5.2).
    public func end(_ writer: consuming StagedFileWriter) throws(FileStoreError) -> StagedFile {
        let file = writer.end()
        entries.append(Inventory.Entry(path: file.path, digest: file.sha512))
        if base?.manifest[file.sha512] != nil || added.contains(where: { $0.sha512 == file.sha512 }) {
            duplicates.append(file)
        } else {
            added.append(file)
            folder.take(file.location)
        }
        return file
    }

    /// Staged bytes that the object holds already; they stay until sealing, for whoever wants to look at them.
    private var duplicates: [StagedFile] = []

    /// Writes the inventories and, unless the whole group is synced by the caller, makes everything durable.
    public func seal(message: String, user: String, created: Timestamp, durability: Durability) throws(FileStoreError) -> SealedObject {
        try onDisk { () throws(DiskError) in for file in duplicates { try disk.removeFile(file.location) } }
        if added.isEmpty { try removeEmptyContentFolder() }
        let inventory = inventory(message: message, user: user, created: created)
        let bytes = try inventory.bytes()
        let digest = ContentDigest(.sha512, bytes: sha512(bytes))
        try onDisk { () throws(DiskError) in
            for place in [versionFolder, folder.object] { try folder.write(inventory: bytes, digest, in: place) }
            if durability == .now { try folder.sync() }
        }
        return SealedObject(document: document, version: number, top: folder.top, before: before, after: digest)
    }

    private func removeEmptyContentFolder() throws(FileStoreError) {
        let content = versionFolder.appending("content")
        try onDisk { () throws(DiskError) in try folder.remove(content) }
    }

    private func inventory(message: String, user: String, created: Timestamp) -> Inventory {
        var manifest = base?.manifest ?? [:]
        var short = base?.sha256 ?? [:]
        for file in added {
            guard let name = file.location.lastComponent?.string else { preconditionFailure("staged file: it has a name") }
            manifest[file.sha512] = ["\(number.folderName)/content/\(name)"]
            short[file.sha512] = file.sha256
        }
        let files = entries.sorted { $0.path.text.utf8.lexicographicallyPrecedes($1.path.text.utf8) }
        let version = Inventory.Version(number: number, created: created, message: message, user: user, files: files)
        return Inventory(document: document, manifest: manifest, sha256: short, versions: (base?.versions ?? []) + [version])
    }
}

/// How staged bytes become durable.
public enum Durability: Sendable {
    /// Each file and folder is synced when the object is sealed.
    case now
    /// The caller syncs the whole file system once for a group of objects.
    case withGroup
}

/// An object that is complete and waits in its staging folder.
public struct SealedObject: Sendable, Hashable {
    public let document: DocumentID
    public let version: VersionNumber
    /// The folder that holds the object below its tuple folders.
    let top: FilePath
    /// Digest of the inventory that must be in the store now; nil for none.
    public let before: ContentDigest?
    /// Digest of the inventory with this version.
    public let after: ContentDigest
}
