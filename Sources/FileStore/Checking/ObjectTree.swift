import Disk
import Records
import SystemPackage

/// Everything below an object's folder.
struct ObjectTree {
    private(set) var files: Set<LogicalPath> = []
    private(set) var folders: Set<LogicalPath> = []
    private(set) var empty: [LogicalPath] = []
    /// What is neither file nor folder.
    private(set) var others: [LogicalPath] = []
    private(set) var unreadable: [(place: String, error: DiskError)] = []

    private let folder: FilePath
    private let disk: Disk

    /// Looks at every name once; reads no file.
    init(_ folder: FilePath, disk: Disk) {
        self.folder = folder
        self.disk = disk
        visit(nil)
    }

    private mutating func visit(_ path: LogicalPath?) {
        do throws(DiskError) {
            let names = try disk.list(path.map(location) ?? folder)
            if names.isEmpty, let path { empty.append(path) }
            for name in names.sorted(by: { $0.string < $1.string }) {
                guard let below = LogicalPath((path.map { $0.text + "/" } ?? "") + name.string) else { continue }
                switch try disk.status(location(below))?.kind {
                case .file: files.insert(below)
                case .folder:
                    folders.insert(below)
                    visit(below)
                case .link, .other: others.append(below)
                case nil: continue
                }
            }
        } catch { unreadable.append((path?.text ?? "", error)) }
    }

    func location(_ path: LogicalPath) -> FilePath { folder.pushing(FilePath(path.text)) }

    func has(_ text: String) -> Bool { LogicalPath(text).map(files.contains) ?? false }
    func hasFolder(_ text: String) -> Bool { LogicalPath(text).map(folders.contains) ?? false }

    /// The names directly below a folder, nil for the object itself: files and folders.
    func names(below path: String?) -> (files: [String], folders: [String]) {
        (ObjectTree.names(files, below: path), ObjectTree.names(folders, below: path))
    }

    private static func names(_ paths: Set<LogicalPath>, below folder: String?) -> [String] {
        let prefix = folder.map { $0 + "/" } ?? ""
        return paths.compactMap { path in
            guard path.text.utf8.starts(with: prefix.utf8) else { return nil }
            let rest = String(decoding: path.text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            return rest.utf8.contains(47) ? nil : rest
        }.sorted()
    }

    /// The files anywhere below a folder.
    func files(below folder: String) -> [LogicalPath] {
        files.filter { $0.text.utf8.starts(with: (folder + "/").utf8) }.sorted { $0.text < $1.text }
    }
}
