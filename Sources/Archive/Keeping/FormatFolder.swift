import Crypto
import Disk
import Records
import Schemas
import SystemPackage

/// The pages and schemas that say how an archive is read.
struct FormatPages: Sendable {
    /// By their path below an archive's folder `format/`.
    let files: [(path: String, bytes: [UInt8])]
    /// What `sha256sum -c` takes.
    let sums: [UInt8]

    /// Those of this program.
    static let all = FormatPages(
        Schema.format.map { path, bytes in (path.hasPrefix("docs/") ? String(path.dropFirst("docs/".count)) : path, bytes) })

    init(_ files: [(path: String, bytes: [UInt8])]) {
        self.files = files.sorted { $0.path < $1.path }
        sums = Array(self.files.map { "\(hexDigits(SHA256.hash(data: $0.bytes)))  \($0.path)\n" }.joined().utf8)
    }
}

/// The folder `format/` of an archive: who inherits only the archive needs nothing else to read it.
///
/// Nothing in an archive depends on it. Its pages are those of the newest program that opened it; nothing is ever taken away there.
struct FormatFolder: Sendable {
    let folder: FilePath
    let disk: Disk
    let pages: FormatPages

    /// Written last, so that one look at it says whether all was put there.
    private var sumsFile: FilePath { folder.appending("SHA256SUMS") }

    /// Puts there what is not there, or is another program's. Called by whoever holds the writer's lock, or makes the archive.
    ///
    /// - Parameter comparing: whether each byte is looked at; else what has the right length is taken for what it should be.
    func refresh(comparing: Bool = false) throws(DiskError) {
        if try isWhole(comparing: comparing) { return }
        let folders = [folder, folder.appending("schemas"), folder.appending("schemas").appending("events")]
        for folder in folders where try disk.status(folder) == nil { try disk.createFolder(folder) }
        for (path, bytes) in pages.files { try put(bytes, at: folder.pushing(FilePath(path))) }
        // One sync for all of them; the sums must not be there without what they are of.
        try disk.syncFileSystem(of: disk.openFolder(folder))
        try put(pages.sums, at: sumsFile)
        try disk.syncFileSystem(of: disk.openFolder(folder))
    }

    private func isWhole(comparing: Bool) throws(DiskError) -> Bool {
        guard try holds(pages.sums, at: sumsFile, comparing: true) else { return false }
        for (path, bytes) in pages.files where try !holds(bytes, at: folder.pushing(FilePath(path)), comparing: comparing) { return false }
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
