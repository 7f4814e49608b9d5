import Disk
import Records
import SystemPackage

/// An object's folder while it is built, below the tuple folders that it will have in the store; it remembers what is to be made durable.
struct StagedFolder {
    /// `staging/<change>/<document>/`
    let top: FilePath
    /// Of the object, below ``top``; put together once, since a further version asks for it with every file of all earlier ones.
    let object: FilePath
    private let disk: Disk
    private var folders: [FilePath] = []
    private var files: [FilePath] = []

    init(of document: DocumentID, in staging: FilePath, disk: Disk) throws(DiskError) {
        self.disk = disk
        top = staging.appending(document.compact)
        let names = ObjectLayout.folders(of: document)
        object = names.reduce(top) { $0.appending($1) }
        var folder = top
        try make(folder)
        for name in names {
            folder.append(name)
            try make(folder)
        }
    }

    mutating func make(_ folder: FilePath) throws(DiskError) {
        try disk.createFolder(folder)
        folders.append(folder)
    }

    mutating func remove(_ folder: FilePath) throws(DiskError) {
        try disk.removeFolder(folder)
        folders.removeAll { $0 == folder }
    }

    mutating func write(_ bytes: [UInt8], to path: FilePath) throws(DiskError) {
        try disk.createFile(path, mode: 0o400).write(bytes, at: 0)
        files.append(path)
    }

    /// Takes in a file that was written otherwise.
    mutating func take(_ file: FilePath) { files.append(file) }

    mutating func write(inventory bytes: [UInt8], _ digest: ContentDigest, in folder: FilePath) throws(DiskError) {
        try write(bytes, to: folder.appending(Self.inventory))
        try write(Array("\(digest.hex) inventory.json\n".utf8), to: folder.appending(Self.sidecar))
    }

    static let inventory = "inventory.json"
    static let sidecar = "inventory.json.sha512"

    /// Gives every file of a folder a second name here; such files are never opened for writing.
    ///
    /// - Parameter passing: the files that get none.
    mutating func link(_ from: FilePath, as to: FilePath, passing: Set<FilePath> = []) throws(DiskError) {
        guard !passing.contains(from) else { return }
        guard try disk.status(from)?.kind == .folder else { return try disk.link(from, as: to) }
        try make(to)
        for name in try disk.list(from) { try link(from.appending(name), as: to.appending(name), passing: passing) }
    }

    /// Files first, then the folders from the innermost out: a name is only worth its bytes.
    func sync() throws(DiskError) {
        for path in files { try disk.openForReading(path).sync() }
        for folder in folders.reversed() { try disk.syncFolder(folder) }
    }
}
