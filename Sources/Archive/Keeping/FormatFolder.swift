import Crypto
import Disk
import FormatPages
import Foundation
import Schemas
import SystemPackage

/// The pages and schemas that say how an archive is read, kept in its own folder `format/`: who inherits only the folder needs nothing else.
///
/// Nothing in an archive depends on them. They are those of the newest program that opened it; nothing is ever taken away there.
struct FormatFolder: Sendable {
    let folder: FilePath
    let disk: Disk

    /// By their path below the folder.
    static let files: [(path: String, bytes: [UInt8])] =
        ([("journal.md", FormatPages.journal), ("storage-layout.md", FormatPages.storageLayout)]
        + Schema.migrations.map { ("schemas/\($0.name).sql", $0.sql) } + Schema.format.map { ("schemas/" + $0.name, $0.bytes) }
        + Schema.events.map { ("schemas/events/" + $0.key, $0.value) }).sorted { $0.0 < $1.0 }

    /// What `sha256sum -c` takes; it is written last, so that one look at it says whether all is there.
    static let sums: [UInt8] = Array(
        files.map { file in SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined() + "  \(file.path)\n" }.joined().utf8)

    private var sumsFile: FilePath { folder.appending("SHA256SUMS") }

    /// Puts there what is not there, or is another program's. Called by whoever holds the writer's lock, or makes the archive.
    ///
    /// - Parameter comparing: whether each byte is looked at; else what has the right length is taken for what it should be.
    func refresh(comparing: Bool = false) throws(DiskError) {
        if try isWhole(comparing: comparing) { return }
        let folders = [folder, folder.appending("schemas"), folder.appending("schemas").appending("events")]
        for folder in folders where try disk.status(folder) == nil { try disk.createFolder(folder) }
        for (path, bytes) in Self.files { try put(bytes, at: folder.pushing(FilePath(path))) }
        // One sync for all of them; the sums must not be there without what they are of.
        try disk.syncFileSystem(of: disk.openFolder(folder))
        try put(Self.sums, at: sumsFile)
        try disk.syncFileSystem(of: disk.openFolder(folder))
    }

    private func isWhole(comparing: Bool) throws(DiskError) -> Bool {
        guard try holds(Self.sums, at: sumsFile, comparing: true) else { return false }
        for (path, bytes) in Self.files where try !holds(bytes, at: folder.pushing(FilePath(path)), comparing: comparing) { return false }
        return true
    }

    private func holds(_ bytes: [UInt8], at path: FilePath, comparing: Bool) throws(DiskError) -> Bool {
        guard let status = try disk.status(path), status.kind == .file, status.size == bytes.count else { return false }
        return comparing ? try disk.read(path, limit: bytes.count) == bytes : true
    }

    private func put(_ bytes: [UInt8], at path: FilePath) throws(DiskError) {
        let staged = FilePath(path.string + ".new")
        if try disk.status(staged) != nil { try disk.removeFile(staged) }
        let file = try disk.createFile(staged)
        try file.write(bytes, at: 0)
        try disk.replace(path, by: staged)
    }
}
