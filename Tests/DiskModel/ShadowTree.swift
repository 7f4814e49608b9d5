import Disk
import SystemPackage

/// Files and folders as they are and as they would be after a power cut.
struct ShadowTree {
    private struct Node {
        var isFolder: Bool
        var mode: UInt16
        var bytes: [UInt8] = []
        var safeBytes: [UInt8] = []
        var names: [String: Int] = [:]
        var safeNames: [String: Int] = [:]
    }

    /// A rename or exchange that is not safe yet: once either folder is synced, both are.
    private struct Move {
        let folders: Set<Int>
        let changes: [(folder: Int, name: String, node: Int?)]
    }

    private var nodes: [Node] = []
    private var moves: [Move] = []
    private let top: Int

    init(reading root: FilePath) throws {
        nodes = [Node(isFolder: true, mode: 0o700)]
        top = 0
        try read(root, into: 0)
    }

    private mutating func read(_ path: FilePath, into folder: Int) throws {
        let disk = Disk()
        for name in try disk.list(path) {
            let below = path.appending(name)
            guard let status = try disk.status(below), !ShadowTree.isUnseen(name.string) else { continue }
            var node = Node(isFolder: status.kind == .folder, mode: status.mode)
            if status.kind == .file {
                node.bytes = try disk.read(below, limit: 1 << 30)
                node.safeBytes = node.bytes
            }
            let number = nodes.count
            nodes.append(node)
            nodes[folder].names[name.string] = number
            nodes[folder].safeNames[name.string] = number
            if status.kind == .folder { try read(below, into: number) }
        }
    }

    /// SQLite's files are written past ``Disk``.
    private static func isUnseen(_ name: String) -> Bool { name.contains(".sqlite") }

    // MARK: Following the calls

    mutating func apply(_ operation: DiskOperation, below root: FilePath) {
        func parts(_ path: FilePath) -> [String]? {
            guard path.starts(with: root) else { return nil }
            return path.components.dropFirst(root.components.count).map(\.string)
        }
        switch operation {
        case .createFolder(let path): make(parts(path), Node(isFolder: true, mode: 0o700))
        case .createFile(let path): make(parts(path), Node(isFolder: false, mode: 0o600))
        case .write(let path, let offset, let bytes): write(parts(path), Int(offset), bytes)
        case .truncate(let path, let length): truncate(parts(path), Int(length))
        case .syncFile(let path): if let node = node(parts(path)) { nodes[node].safeBytes = nodes[node].bytes }
        case .syncFolder(let path): if let node = node(parts(path)) { sync(folder: node) }
        case .syncFileSystem: syncAll()
        case .rename(let from, let to), .replace(let from, let to): move(parts(from), parts(to))
        case .exchange(let first, let second): exchange(parts(first), parts(second))
        case .link(let existing, let new): link(parts(existing), parts(new))
        case .removeFile(let path), .removeFolder(let path): remove(parts(path))
        case .preallocate, .setMode, .step: break
        }
    }

    private func node(_ parts: [String]?) -> Int? {
        guard let parts else { return nil }
        return parts.reduce(top as Int?) { node, name in node.flatMap { nodes[$0].names[name] } }
    }

    private func place(_ parts: [String]?) -> (folder: Int, name: String)? {
        guard let parts, let name = parts.last, let folder = node(Array(parts.dropLast())) else { return nil }
        return (folder, name)
    }

    private mutating func make(_ parts: [String]?, _ new: Node) {
        guard let (folder, name) = place(parts) else { return }
        nodes.append(new)
        nodes[folder].names[name] = nodes.count - 1
    }

    private mutating func write(_ parts: [String]?, _ offset: Int, _ bytes: [UInt8]) {
        guard let node = node(parts) else { return }
        if nodes[node].bytes.count < offset + bytes.count {
            nodes[node].bytes += [UInt8](repeating: 0, count: offset + bytes.count - nodes[node].bytes.count)
        }
        nodes[node].bytes.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    }

    private mutating func truncate(_ parts: [String]?, _ length: Int) {
        guard let node = node(parts) else { return }
        nodes[node].bytes = Array(nodes[node].bytes.prefix(length))
    }

    private mutating func move(_ from: [String]?, _ to: [String]?) {
        guard let source = place(from), let target = place(to), let node = nodes[source.folder].names[source.name] else { return }
        nodes[source.folder].names[source.name] = nil
        nodes[target.folder].names[target.name] = node
        moves.append(
            Move(folders: [source.folder, target.folder], changes: [(source.folder, source.name, nil), (target.folder, target.name, node)]))
    }

    private mutating func exchange(_ first: [String]?, _ second: [String]?) {
        guard let one = place(first), let two = place(second), let a = nodes[one.folder].names[one.name], let b = nodes[two.folder].names[two.name]
        else { return }
        nodes[one.folder].names[one.name] = b
        nodes[two.folder].names[two.name] = a
        moves.append(Move(folders: [one.folder, two.folder], changes: [(one.folder, one.name, b), (two.folder, two.name, a)]))
    }

    private mutating func link(_ existing: [String]?, _ new: [String]?) {
        guard let node = node(existing), let (folder, name) = place(new) else { return }
        nodes[folder].names[name] = node
    }

    private mutating func remove(_ parts: [String]?) {
        guard let (folder, name) = place(parts) else { return }
        nodes[folder].names[name] = nil
    }

    private mutating func sync(folder: Int) {
        nodes[folder].safeNames = nodes[folder].names
        for move in moves where move.folders.contains(folder) {
            for (folder, name, node) in move.changes { nodes[folder].safeNames[name] = node }
        }
        moves.removeAll { $0.folders.contains(folder) }
    }

    private mutating func syncAll() {
        for index in nodes.indices {
            nodes[index].safeBytes = nodes[index].bytes
            nodes[index].safeNames = nodes[index].names
        }
        moves = []
    }

    // MARK: After the power cut

    func write(to target: FilePath, using generator: inout SeededGenerator?) throws {
        try Disk().createFolder(target)
        try write(top, to: target, using: &generator)
    }

    private func write(_ folder: Int, to path: FilePath, using generator: inout SeededGenerator?) throws {
        let disk = Disk()
        for (name, number) in survivors(of: folder, using: &generator).sorted(by: { $0.key < $1.key }) {
            let below = path.appending(name)
            if nodes[number].isFolder {
                try disk.createFolder(below)
                try write(number, to: below, using: &generator)
            } else {
                try disk.createFile(below).write(bytes(of: number, using: &generator), at: 0)
            }
        }
    }

    private func survivors(of folder: Int, using generator: inout SeededGenerator?) -> [String: Int] {
        var names = nodes[folder].safeNames
        guard generator != nil else { return names }
        // A move is one step over two folders, so only names that no move touches are drawn one by one.
        let moving = Set(moves.flatMap { $0.changes.filter { $0.folder == folder }.map(\.name) })
        for name in Set(names.keys).union(nodes[folder].names.keys).subtracting(moving).sorted()
        where names[name] != nodes[folder].names[name] && Bool.random(using: &generator!) {
            names[name] = nodes[folder].names[name]
        }
        return names
    }

    private func bytes(of node: Int, using generator: inout SeededGenerator?) -> [UInt8] {
        let (safe, all) = (nodes[node].safeBytes, nodes[node].bytes)
        guard generator != nil, safe != all else { return safe }
        switch Int.random(in: 0..<3, using: &generator!) {
        case 0: return safe
        case 1: return all
        default:
            // What was safe and did not change stays; of the new bytes some came through, the rest of the length is zeros.
            let unchanged = zip(safe, all).prefix { $0 == $1 }.count
            let kept = Int.random(in: unchanged...all.count, using: &generator!)
            return Array(all.prefix(kept)) + [UInt8](repeating: 0, count: Int.random(in: 0...(all.count - kept), using: &generator!))
        }
    }
}
