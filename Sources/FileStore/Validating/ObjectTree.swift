import Disk
import Records
import SystemPackage
import Wording

/// Everything below an object's folder, by its names; no file is read and no link followed.
struct ObjectTree {
    /// The names directly in a folder, in the order of their bytes.
    struct Names {
        var files: [String] = []
        var folders: [String] = []
    }

    /// What stands where a file or folder should.
    enum Oddity { case link, special, hardLink(of: String), nameless(isFolder: Bool) }

    private(set) var files: Set<LogicalPath> = []
    private(set) var empty: [LogicalPath] = []
    private(set) var odd: [(place: String, what: Oddity)] = []
    private(set) var unreadable: [(place: String, error: DiskError)] = []
    /// The object's own names, those of its versions' folders and of `extensions`.
    private var names: [LogicalPath?: Names] = [:]
    /// The files in a version's folders, by version, in the order in which they were seen.
    private var deepFiles: [LogicalPath: [LogicalPath]] = [:]
    /// The names of the folders directly in the object's.
    private(set) var ownFolders: Set<String> = []
    private var inodes: [Inode: String] = [:]

    private struct Inode: Hashable { let device, inode: UInt64 }

    private let folder: FilePath
    private let disk: Disk

    /// Folders in folders that are looked into. Content of real objects lies some ten deep; deeper ones cannot be told from an attack.
    static let deepest = 256

    init(_ folder: FilePath, disk: Disk) {
        (self.folder, self.disk) = (folder, disk)
        var waiting: [LogicalPath?] = [nil]
        while let next = waiting.popLast() { waiting += look(into: next) }
        ownFolders = Set(names(in: nil).folders)
    }

    /// Notes what is in one folder, and answers the folders to look into next.
    private mutating func look(into path: LogicalPath?) -> [LogicalPath] {
        let parts = path.map { $0.text.split(separator: "/") } ?? []
        var (own, next) = (Names(), [LogicalPath]())
        do throws(DiskError) {
            guard parts.count <= ObjectTree.deepest else { throw DiskError("open folder", FilePath(path?.text ?? ""), .fileNameTooLong) }
            // Opened name by name, so that nobody puts a link in the place of a folder between looking and reading.
            let open = try disk.openFolder(FilePath(path?.text ?? ""), below: folder)
            let found = try disk.list(open.lastingPath)
            if found.isEmpty, let path { empty.append(path) }
            for name in found.sorted(by: { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }) {
                guard let status = try disk.status(open.lastingPath.appending(name)) else { continue }
                guard let below = note(name, status, in: path, &own) else { continue }
                if parts.isEmpty ? name.string != "logs" : parts[0] != "extensions" { next.append(below) }
            }
        } catch { unreadable.append((path?.text ?? "", error)) }
        if parts.count < 2 { names[path] = own }
        return next.reversed()
    }

    /// Notes one name; answers the path of a folder.
    private mutating func note(
        _ name: FilePath.Component, _ status: FileStatus, in path: LogicalPath?, _ own: inout Names
    ) -> LogicalPath? {
        let place = (path.map { $0.text + "/" } ?? "") + name.string
        let isText = name.withPlatformString {
            $0.withMemoryRebound(to: UInt8.self, capacity: name.string.utf8.count + 1) { bytes in
                name.string.utf8.elementsEqual(UnsafeBufferPointer(start: bytes, count: name.string.utf8.count))
                    && bytes[name.string.utf8.count] == 0
            }
        }
        guard isText, let below = LogicalPath(place) else {
            odd.append((place, .nameless(isFolder: status.kind == .folder)))
            return nil
        }
        switch status.kind {
        case .folder:
            own.folders.append(name.string)
            return below
        case .file:
            own.files.append(name.string)
            noteFile(below, status)
        case .link: odd.append((place, .link))
        case .other: odd.append((place, .special))
        }
        return nil
    }

    private mutating func noteFile(_ path: LogicalPath, _ status: FileStatus) {
        files.insert(path)
        let parts = path.text.split(separator: "/", maxSplits: 2)
        if parts.count > 2, let version = LogicalPath(String(parts[0])) { deepFiles[version, default: []].append(path) }
        guard status.links > 1 else { return }
        let inode = Inode(device: status.device, inode: status.inode)
        if let other = inodes[inode] { odd.append((path.text, .hardLink(of: other))) } else { inodes[inode] = path.text }
    }

    /// Opens a file, following no link on the way.
    func open(_ path: LogicalPath) throws(DiskError) -> DiskFile { try disk.openEntry(FilePath(path.text), below: folder) }

    func has(_ text: String) -> Bool { LogicalPath(text).map(files.contains) ?? false }

    /// The names directly in the object's folder (nil), in a version's, or in `extensions`.
    func names(in folder: String?) -> Names { names[folder.flatMap(LogicalPath.init)] ?? Names() }

    /// The files anywhere in a folder of a version's folder.
    func files(in content: String, of version: String) -> [LogicalPath] {
        let prefix = Array("\(version)/\(content)/".utf8)
        return (LogicalPath(version).flatMap { deepFiles[$0] } ?? []).filter { $0.text.utf8.starts(with: prefix) }
    }
}
