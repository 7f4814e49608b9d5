import Glibc
import Records

/// The files of a bag, whatever they lie in: a folder, or an archive of them.
protocol BagFiles {
    /// In bytes, by the path in the bag.
    var sizes: [BagPath: Int] { get }
    /// What is there besides plain files with names that can be read.
    var findings: [BagFinding] { get }
    /// Gives the bytes of some files block by block, in whatever order they lie; nil for a file that cannot be read to its end.
    func read(_ paths: Set<BagPath>, _ take: (_ path: BagPath, _ block: ArraySlice<UInt8>?) -> Void)
}

extension BagFiles {
    /// The bytes of small files; those that are larger, or cannot be read, are not among them.
    func contents(of paths: Set<BagPath>, limit: Int) -> [BagPath: [UInt8]] {
        var (read, failed): ([BagPath: [UInt8]], Set<BagPath>) = ([:], [])
        let small = paths.filter { (sizes[$0] ?? 0) <= limit }
        for path in small { read[path] = [] }
        self.read(small) { path, block in
            guard let block, (read[path]?.count ?? 0) + block.count <= limit else { return _ = failed.insert(path) }
            read[path]?.append(contentsOf: block)
        }
        return read.filter { !failed.contains($0.key) }
    }
}

/// Bounds of what is taken for a bag.
enum BagLimits {
    static let files = 200_000
    static let depth = 64
    /// Of a manifest or another file beside the payload, in bytes.
    static let tagFile = 64 << 20
    /// Of a file in a ZIP file, in bytes: so many that the sum of all is still a number.
    static let file = 1 << 44
    static let findings = 100
    static let block = 1 << 18
}

/// A bag that lies in a folder. No link is followed.
struct BagFolder: BagFiles {
    private(set) var sizes: [BagPath: Int] = [:]
    private(set) var findings: [BagFinding] = []
    private let folder: OpenFile

    init(_ folder: OpenFile) {
        self.folder = folder
        walk(folder.descriptor, "", 0)
    }

    private mutating func walk(_ descriptor: CInt, _ prefix: String, _ depth: Int) {
        guard depth < BagLimits.depth, let stream = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            return findings.append(BagFinding(.unreadable, prefix))
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard sizes.count < BagLimits.files else { return findings.append(BagFinding(.tooLarge, prefix)) }
            let raw = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name = raw else {
                findings.append(BagFinding(.nameUnreadable, prefix))
                continue
            }
            if name != "." && name != ".." { look(at: name, in: descriptor, prefix, depth) }
        }
    }

    private mutating func look(at name: String, in folder: CInt, _ prefix: String, _ depth: Int) {
        let path = prefix + name
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return findings.append(BagFinding(errno == ELOOP ? .notAFile : .unreadable, path)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return findings.append(BagFinding(.unreadable, path)) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: walk(descriptor, path + "/", depth + 1)
        case S_IFREG: sizes[BagPath(path)] = Int(status.st_size)
        default: findings.append(BagFinding(.notAFile, path))
        }
    }

    func read(_ paths: Set<BagPath>, _ take: (BagPath, ArraySlice<UInt8>?) -> Void) {
        for path in paths {
            guard let file = open(path) else {
                take(path, nil)
                continue
            }
            defer { file.shut() }
            var (offset, size) = (0, file.size)
            while offset < size {
                let block = file.read(min(BagLimits.block, size - offset), at: offset)
                guard !block.isEmpty else { return take(path, nil) }
                take(path, block[...])
                (offset, size) = (offset + block.count, file.size)
            }
        }
    }

    /// Opens a file folder by folder, so that no link stands in its way.
    private func open(_ path: BagPath) -> OpenFile? {
        var parts = path.parts
        let name = parts.removeLast()
        var holder = dup(folder.descriptor)
        for part in parts {
            let next = openat(holder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            close(holder)
            guard next >= 0 else { return nil }
            holder = next
        }
        defer { close(holder) }
        let descriptor = openat(holder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        return descriptor < 0 ? nil : OpenFile(descriptor: descriptor)
    }
}

/// A bag in a ZIP file, in the one folder that stands in it (RFC 8493, 4), or without one.
struct BagArchive: BagFiles {
    private(set) var sizes: [BagPath: Int] = [:]
    private(set) var findings: [BagFinding] = []
    private let zip: BagZip?
    private var entries: [BagPath: BagZip.Entry] = [:]

    init(_ file: OpenFile) {
        zip = BagZip(file)
        guard let zip else {
            findings.append(BagFinding(.archiveWrong))
            return
        }
        let named = zip.entries.map { entry in (entry, String(validating: entry.name, as: UTF8.self).map { BagPath($0) }) }
        let base = Self.base(of: named.compactMap(\.1))
        var folders: Set<BagPath> = []
        for (entry, name) in named {
            guard let name else {
                findings.append(BagFinding(.nameUnreadable, String(decoding: entry.name, as: UTF8.self)))
                continue
            }
            let path = name.dropping(base)
            folders.formUnion(path.folders)
            if !entry.isFolder { take(entry, path, named: name.text) }
        }
        // A file that is a folder, too, cannot be unpacked.
        for path in folders.intersection(entries.keys).sorted() { findings.append(BagFinding(.twoOfOneName, path.text)) }
    }

    /// How many bytes of each name are the one folder that all stands in; none where the bag stands there without one.
    private static func base(of names: [BagPath]) -> Int {
        guard !names.contains(BagPath("bagit.txt")), let first = names.first?.parts, first.count > 1 else { return 0 }
        let base = Array("\(first[0])/".utf8)
        return names.allSatisfy { $0.text.utf8.starts(with: base) } ? base.count : 0
    }

    private mutating func take(_ entry: BagZip.Entry, _ path: BagPath, named name: String) {
        guard path.isSafe else { return findings.append(BagFinding(.pathUnsafe, name)) }
        guard entry.isFile else { return findings.append(BagFinding(.notAFile, path.text)) }
        guard !entry.isEncrypted else { return findings.append(BagFinding(.encrypted, path.text)) }
        guard entries.updateValue(entry, forKey: path) == nil else { return findings.append(BagFinding(.twoOfOneName, path.text)) }
        sizes[path] = entry.size
    }

    func read(_ paths: Set<BagPath>, _ take: (BagPath, ArraySlice<UInt8>?) -> Void) {
        for path in paths {
            guard let zip, let entry = entries[path], zip.read(entry, { take(path, $0) }) else {
                take(path, nil)
                continue
            }
        }
    }
}
