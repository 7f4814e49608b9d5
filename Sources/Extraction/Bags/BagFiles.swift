import Glibc
import Records

/// The files of a bag, whatever they lie in: a folder, or an archive of them.
protocol BagFiles {
    /// In bytes, by the path in the bag.
    var sizes: [BagPath: Int64] { get }
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
    static let findings = 100
    static let block = 1 << 18
}

/// A bag that lies in a folder. No link is followed.
struct BagFolder: BagFiles {
    private(set) var sizes: [BagPath: Int64] = [:]
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
                findings.append(BagFinding(.notAFile, prefix))
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
        case S_IFREG: sizes[BagPath(path)] = Int64(status.st_size)
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
        var parts = path.text.split(separator: "/").map(String.init)
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

/// A bag in a ZIP file or another archive, in the one folder that stands in it (RFC 8493, 4), or without one.
struct BagArchive: BagFiles {
    private(set) var sizes: [BagPath: Int64] = [:]
    private(set) var findings: [BagFinding] = []
    private let file: OpenFile
    private var base = ""

    init(_ file: OpenFile) {
        self.file = file
        var members: [(path: String, size: Int64, isFile: Bool, isEncrypted: Bool)] = []
        let problem = ArchiveReader(file: file).each(most: BagLimits.files) { member in
            members.append((member.path, member.size, member.isFile, member.isEncrypted))
            return true
        }
        switch problem {
        case nil: break
        case .encrypted: findings.append(BagFinding(.encrypted))
        case .tooManyMembers: findings.append(BagFinding(.tooLarge))
        case .corrupt: findings.append(BagFinding(.unreadable))
        }
        if !members.contains(where: { $0.path == "bagit.txt" }) {
            let first = members.first.flatMap { $0.path.firstIndex(of: "/").map { index in String(members[0].path[...index]) } } ?? ""
            if members.allSatisfy({ $0.path.hasPrefix(first) }) { base = first }
        }
        for member in members { take(member) }
    }

    private mutating func take(_ member: (path: String, size: Int64, isFile: Bool, isEncrypted: Bool)) {
        let path = BagPath(String(member.path.dropFirst(base.count)))
        guard !member.path.hasSuffix("/") else { return }
        guard path.isSafe else { return findings.append(BagFinding(.pathUnsafe, member.path)) }
        guard member.isFile else { return findings.append(BagFinding(.notAFile, path.text)) }
        guard !member.isEncrypted else { return findings.append(BagFinding(.encrypted, path.text)) }
        guard sizes.updateValue(member.size, forKey: path) == nil else { return findings.append(BagFinding(.twoOfOneName, path.text)) }
    }

    func read(_ paths: Set<BagPath>, _ take: (BagPath, ArraySlice<UInt8>?) -> Void) {
        var wanted = paths
        _ = ArchiveReader(file: file).each(most: BagLimits.files) { member in
            let path = BagPath(String(member.path.dropFirst(base.count)))
            guard wanted.remove(path) != nil else { return !wanted.isEmpty }
            let read = member.eachBlock { take(path, $0) }
            // What it says of its size is what its manifests are held against.
            if read != sizes[path] { take(path, nil) }
            return !wanted.isEmpty
        }
        for path in wanted { take(path, nil) }
    }
}
