/// A compound file (MS-CFB): a small file system in a file, which DOC, XLS, PPT and MSG are made of.
struct CompoundFile {
    struct Entry {
        let name: String
        /// 1 folder, 2 stream, 5 root.
        let kind: UInt8
        let child: Int
        let left: Int
        let right: Int
        let start: Int
        let size: Int
    }

    private let bytes: [UInt8]
    private let sectorSize: Int
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt8] = []
    private(set) var entries: [Entry] = []
    private let miniCutoff: Int

    private static let end: UInt32 = 0xFFFF_FFFC

    /// - Returns: nil for anything that is not a compound file; damage shows as missing streams.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512, bytes.starts(with: OLETypes.signature) else { return nil }
        self.bytes = bytes
        let shift = Int(bytes[30]) | Int(bytes[31]) << 8
        guard shift == 9 || shift == 12 else { return nil }
        sectorSize = 1 << shift
        miniCutoff = 4096
        readTable()
        readDirectory()
        miniTable = numbers(in: chain(from: number(at: 60), limit: bytes.count))
        if let root = entries.first { miniStream = chain(from: UInt32(truncatingIfNeeded: root.start), limit: root.size) }
    }

    private func number(at offset: Int) -> UInt32 {
        guard offset >= 0, offset + 4 <= bytes.count else { return CompoundFile.end }
        return (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
    }

    private func numbers(in bytes: [UInt8]) -> [UInt32] {
        stride(from: 0, to: bytes.count - 3, by: 4).map { at in (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) } }
    }

    private func sector(_ number: UInt32) -> ArraySlice<UInt8> {
        let start = (Int(number) + 1) * sectorSize
        guard start < bytes.count else { return [] }
        return bytes[start..<min(start + sectorSize, bytes.count)]
    }

    private mutating func readTable() {
        var sectors = (0..<109).map { number(at: 76 + 4 * $0) }.filter { $0 < CompoundFile.end }
        var (next, seen) = (number(at: 68), 0)
        while next < CompoundFile.end, seen < bytes.count / sectorSize {
            let more = numbers(in: Array(sector(next)))
            guard let last = more.last else { break }
            sectors += more.dropLast().filter { $0 < CompoundFile.end }
            (next, seen) = (last, seen + 1)
        }
        table = sectors.flatMap { numbers(in: Array(sector($0))) }
    }

    /// The bytes of a chain of sectors; a chain that loops ends after as many sectors as the file has.
    private func chain(from start: UInt32, limit: Int) -> [UInt8] {
        var (result, next, steps) = ([UInt8](), start, 0)
        while next < CompoundFile.end, steps <= bytes.count / sectorSize, result.count < limit {
            result += sector(next)
            next = Int(next) < table.count ? table[Int(next)] : CompoundFile.end
            steps += 1
        }
        return Array(result.prefix(limit))
    }

    private mutating func readDirectory() {
        let directory = chain(from: number(at: 48), limit: bytes.count)
        for at in stride(from: 0, to: directory.count - 127, by: 128) {
            let length = min(64, Int(directory[at + 64]) | Int(directory[at + 65]) << 8)
            let units = stride(from: 0, to: max(0, length - 2), by: 2).map {
                UInt16(directory[at + $0]) | UInt16(directory[at + $0 + 1]) << 8
            }
            func value(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(directory[at + offset + $1]) << (8 * $1) } }
            entries.append(
                Entry(
                    name: String(decoding: units, as: UTF16.self), kind: directory[at + 66], child: value(76), left: value(68),
                    right: value(72),
                    start: value(116), size: value(120)))
        }
    }

    /// Names of what lies directly below the root.
    var rootNames: Set<String> { Set(children(of: 0).map { entries[$0].name }) }

    /// What lies directly below a folder: its tree of siblings.
    func children(of folder: Int) -> [Int] {
        guard entries.indices.contains(folder) else { return [] }
        var (found, waiting, seen) = ([Int](), [entries[folder].child], Set<Int>())
        while let next = waiting.popLast() {
            guard entries.indices.contains(next), seen.insert(next).inserted else { continue }
            found.append(next)
            waiting += [entries[next].left, entries[next].right]
        }
        return found
    }

    /// A stream's bytes.
    func stream(_ index: Int) -> [UInt8] {
        guard entries.indices.contains(index), entries[index].kind == 2 else { return [] }
        let entry = entries[index]
        guard entry.size < miniCutoff else {
            return chain(from: UInt32(truncatingIfNeeded: entry.start), limit: min(entry.size, bytes.count))
        }
        var (result, next, steps) = ([UInt8](), UInt32(truncatingIfNeeded: entry.start), 0)
        while next < CompoundFile.end, steps < 64, result.count < entry.size {
            let at = Int(next) * 64
            guard at < miniStream.count else { break }
            result += miniStream[at..<min(at + 64, miniStream.count)]
            next = Int(next) < miniTable.count ? miniTable[Int(next)] : CompoundFile.end
            steps += 1
        }
        return Array(result.prefix(entry.size))
    }

    /// The bytes of a stream directly below the root.
    func stream(named name: String) -> [UInt8]? {
        children(of: 0).first { entries[$0].name == name }.map { stream($0) }
    }
}
