import Disk
import SystemPackage
import Samples

/// Files and folders as they are and as they would be after a power cut.
struct ShadowTree {
    private struct Node {
        var isFolder: Bool
        var bytes: [UInt8] = []
        var safeBytes: [UInt8] = []
        var names: [String: Int] = [:]
        var safeNames: [String: Int] = [:]
    }

    /// A rename or exchange that is not safe yet. It is one step: once either folder is synced, both sides are safe, and so
    /// are the moves before it that it builds on.
    private struct Move {
        let changes: [(folder: Int, name: String, node: Int?)]

        func touches(_ folder: Int) -> Bool { changes.contains { $0.folder == folder } }

        /// Whether this move has to be safe before a later one can be.
        func precedes(_ later: Move) -> Bool {
            changes.contains { one in
                later.changes.contains { one.folder == $0.folder && one.name == $0.name || one.node != nil && one.node == $0.node }
            }
        }
    }

    private var nodes: [Node] = []
    private var moves: [Move] = []
    private let top: Int

    init(reading root: FilePath) throws {
        nodes = [Node(isFolder: true)]
        top = 0
        try read(root, into: 0)
    }

    private mutating func read(_ path: FilePath, into folder: Int) throws {
        let disk = Disk()
        for name in try disk.list(path) {
            let below = path.appending(name)
            guard let status = try disk.status(below), !ShadowTree.isUnseen(name.string) else { continue }
            var node = Node(isFolder: status.kind == .folder)
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
            // As text: paths check themselves at each step, which took a third of the time of all crash tests.
            let (text, above) = (path.string.utf8, root.string.utf8)
            guard text.starts(with: above) else { return nil }
            let rest = text.dropFirst(above.count)
            guard rest.first ?? UInt8(ascii: "/") == UInt8(ascii: "/") else { return nil }
            return rest.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        }
        switch operation {
        case .createFolder(let path): make(parts(path), Node(isFolder: true))
        case .createFile(let path): make(parts(path), Node(isFolder: false))
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
        let kept = nodes[node].bytes.prefix(length)
        nodes[node].bytes = kept + [UInt8](repeating: 0, count: length - kept.count)
    }

    private mutating func move(_ from: [String]?, _ to: [String]?) {
        guard let source = place(from), let target = place(to), let node = nodes[source.folder].names[source.name] else { return }
        nodes[source.folder].names[source.name] = nil
        nodes[target.folder].names[target.name] = node
        moves.append(Move(changes: [(source.folder, source.name, nil), (target.folder, target.name, node)]))
    }

    private mutating func exchange(_ first: [String]?, _ second: [String]?) {
        guard let one = place(first), let two = place(second), let a = nodes[one.folder].names[one.name],
            let b = nodes[two.folder].names[two.name]
        else { return }
        nodes[one.folder].names[one.name] = b
        nodes[two.folder].names[two.name] = a
        moves.append(Move(changes: [(one.folder, one.name, b), (two.folder, two.name, a)]))
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
        let settled = moves.indices.filter { moves[$0].touches(folder) }
        settle(withAllBefore: settled)
        nodes[folder].safeNames = nodes[folder].names
    }

    /// Makes moves safe, in their order, with those that they build on.
    private mutating func settle(withAllBefore chosen: [Int]) {
        var settled = Set(chosen)
        for index in moves.indices.reversed() where settled.contains(where: { $0 > index && moves[index].precedes(moves[$0]) }) {
            settled.insert(index)
        }
        for index in settled.sorted() {
            for (folder, name, node) in moves[index].changes { nodes[folder].safeNames[name] = node }
        }
        moves = moves.indices.filter { !settled.contains($0) }.map { moves[$0] }
    }

    private mutating func syncAll() {
        for index in nodes.indices {
            nodes[index].safeBytes = nodes[index].bytes
            nodes[index].safeNames = nodes[index].names
        }
        moves = []
    }

    // MARK: After the power cut

    /// Writes what is safe; with a generator also some of what is not.
    func write(to target: FilePath, using generator: SeededGenerator?) throws {
        try Disk().createFolder(target)
        guard var generator else { return try write(top, to: target) }
        var luckier = self
        luckier.keepSome(using: &generator)
        try luckier.write(top, to: target)
    }

    private func write(_ folder: Int, to path: FilePath) throws {
        let disk = Disk()
        for (name, number) in nodes[folder].safeNames.sorted(by: { $0.key < $1.key }) {
            let below = path.appending(name)
            if nodes[number].isFolder {
                try disk.createFolder(below)
                try write(number, to: below)
            } else {
                try disk.createFile(below).write(nodes[number].safeBytes, at: 0)
            }
        }
    }

    /// Makes safe a part, drawn by lot, of what is not: a power cut may come just after the system wrote it by itself.
    private mutating func keepSome(using generator: inout SeededGenerator) {
        let lucky = moves.indices.filter { _ in Bool.random(using: &generator) }
        settle(withAllBefore: lucky)
        // Names that a lost move would change stay as they are: a move is one step over two folders.
        let lost = Set(moves.flatMap { $0.changes.map { Place(folder: $0.folder, name: $0.name) } })
        for folder in nodes.indices {
            let (safe, all) = (nodes[folder].safeNames, nodes[folder].names)
            for name in Set(safe.keys).union(all.keys).sorted()
            where safe[name] != all[name] && !lost.contains(Place(folder: folder, name: name)) {
                if Bool.random(using: &generator) { nodes[folder].safeNames[name] = all[name] }
            }
            if nodes[folder].safeBytes != nodes[folder].bytes { nodes[folder].safeBytes = survivingBytes(of: folder, using: &generator) }
        }
    }

    private struct Place: Hashable {
        let folder: Int
        let name: String
    }

    private func survivingBytes(of node: Int, using generator: inout SeededGenerator) -> [UInt8] {
        let (safe, all) = (nodes[node].safeBytes, nodes[node].bytes)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: return safe
        case 1: return all
        default:
            // What was safe and did not change stays; of the new bytes some came through, the rest of the length is zeros.
            let unchanged = zip(safe, all).prefix { $0 == $1 }.count
            let kept = Int.random(in: unchanged...all.count, using: &generator)
            return Array(all.prefix(kept)) + [UInt8](repeating: 0, count: Int.random(in: 0...(all.count - kept), using: &generator))
        }
    }
}
