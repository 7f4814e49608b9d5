import CZlib
import Records

/// A ZIP file as every reader must see it (PKWARE's APPNOTE 6.3, of which the numbers of sections are): what its directory says of a file and what
/// stands before that file are the same, nothing overlaps, and nothing is left out. Whoever gets it unpacks what was looked at here.
struct BagZip {
    /// A file in it, by its directory.
    struct Entry {
        let name: [UInt8]
        let isStored: Bool
        let isEncrypted: Bool
        /// A plain file, by what the system that made it says.
        let isFile: Bool
        let crc: UInt32
        let packed: Int64
        let size: Int64
        /// Where its own header begins, and its bytes.
        let offset: Int64
        fileprivate(set) var content: Int64 = 0

        var isFolder: Bool { name.last == UInt8(ascii: "/") }
    }

    private(set) var entries: [Entry] = []
    private let file: OpenFile

    /// - Returns: nil where it is no ZIP file, breaks off, or contradicts itself.
    init?(_ file: OpenFile) {
        self.file = file
        guard let end = Self.end(of: file), end.count <= BagLimits.files, let listed = Self.directory(file, end) else { return nil }
        // Each file ends before the next one begins, and the last before the directory.
        let ordered = listed.indices.sorted { listed[$0].offset < listed[$1].offset }
        entries = listed
        for (place, index) in ordered.enumerated() {
            let next = place + 1 < ordered.count ? listed[ordered[place + 1]].offset : end.offset
            guard let content = Self.content(of: listed[index], in: file), content + listed[index].packed <= next else { return nil }
            entries[index].content = content
        }
    }

    // MARK: Where it is

    private struct End {
        let count: Int
        let offset: Int64
        let size: Int64
    }

    /// The end of the directory (4.3.16), which ends the file, and where that says so its larger kin (4.3.14, 4.3.15).
    private static func end(of file: OpenFile) -> End? {
        let size = Int64(file.size)
        let start = max(0, size - 65_557)
        let tail = file.read(Int(size - start), at: Int(start))
        guard tail.count >= 22 else { return nil }
        for place in stride(from: tail.count - 22, through: 0, by: -1) where number(tail, place, 4) == 0x0605_4B50 {
            guard place + 22 + Int(number(tail, place + 20, 2)) == tail.count else { continue }
            guard number(tail, place + 4, 4) == 0, number(tail, place + 8, 2) == number(tail, place + 10, 2) else { return nil }
            let end = End(count: Int(number(tail, place + 10, 2)), offset: number(tail, place + 16, 4), size: number(tail, place + 12, 4))
            let at = start + Int64(place)
            guard end.count == 0xFFFF || end.offset == 0xFFFF_FFFF || end.size == 0xFFFF_FFFF else {
                return end.offset + end.size == at ? end : nil
            }
            return large(file, before: at)
        }
        return nil
    }

    private static func large(_ file: OpenFile, before at: Int64) -> End? {
        guard at >= 76 else { return nil }
        let locator = file.read(20, at: Int(at - 20))
        guard locator.count == 20, number(locator, 0, 4) == 0x0706_4B50 else { return nil }
        let place = number(locator, 8, 8)
        guard place >= 0, place <= at - 76 else { return nil }
        let record = file.read(56, at: Int(place))
        guard record.count == 56, number(record, 0, 4) == 0x0606_4B50, number(record, 4, 8) + 12 == at - 20 - place,
            number(record, 24, 8) == number(record, 32, 8)
        else { return nil }
        let end = End(count: Int(clamping: number(record, 32, 8)), offset: number(record, 48, 8), size: number(record, 40, 8))
        return end.offset >= 0 && end.size >= 0 && end.offset <= place && end.size == place - end.offset ? end : nil
    }

    /// The lines of the directory (4.3.12): as many as its end says, and nothing else.
    private static func directory(_ file: OpenFile, _ end: End) -> [Entry]? {
        guard end.size <= Int64(BagLimits.tagFile) else { return nil }
        let bytes = file.read(Int(end.size), at: Int(end.offset))
        guard bytes.count == Int(end.size) else { return nil }
        var (entries, place): ([Entry], Int) = ([], 0)
        for _ in 0..<end.count {
            guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4B50 else { return nil }
            let (nameLength, extraLength) = (Int(number(bytes, place + 28, 2)), Int(number(bytes, place + 30, 2)))
            let next = place + 46 + nameLength + extraLength + Int(number(bytes, place + 32, 2))
            guard next <= bytes.count, number(bytes, place + 34, 2) == 0 else { return nil }
            let name = Array(bytes[(place + 46)..<(place + 46 + nameLength)])
            let extra = bytes[(place + 46 + nameLength)..<(place + 46 + nameLength + extraLength)]
            let written = [24, 20, 42].map { number(bytes, place + $0, 4) }
            guard let sizes = wide(written, extra), sizes.allSatisfy({ $0 >= 0 }) else { return nil }
            let (flags, method) = (number(bytes, place + 8, 2), number(bytes, place + 10, 2))
            guard method == 0 || method == 8, method == 8 || sizes[0] == sizes[1] || flags & 1 == 1 else { return nil }
            let isUnix = bytes[place + 5] == 3
            let kind = number(bytes, place + 38, 4) >> 16 & 0xF000
            entries.append(
                Entry(
                    name: name, isStored: method == 0, isEncrypted: flags & 1 == 1, isFile: !isUnix || kind == 0 || kind == 0x8000,
                    crc: UInt32(truncatingIfNeeded: number(bytes, place + 16, 4)), packed: sizes[1], size: sizes[0], offset: sizes[2]))
            place = next
        }
        return place == bytes.count ? entries : nil
    }

    /// Numbers of four bytes, and where those say so the ones of eight behind them (4.5.3).
    private static func wide(_ written: [Int64], _ extra: ArraySlice<UInt8>) -> [Int64]? {
        guard written.contains(0xFFFF_FFFF) else { return written }
        let bytes = Array(extra)
        var place = 0
        while place + 4 <= bytes.count {
            let (kind, length) = (number(bytes, place, 2), Int(number(bytes, place + 2, 2)))
            guard place + 4 + length <= bytes.count else { return nil }
            if kind == 1 {
                var field = place + 4
                var wide: [Int64] = []
                for value in written {
                    guard value == 0xFFFF_FFFF else {
                        wide.append(value)
                        continue
                    }
                    guard field + 8 <= place + 4 + length else { return nil }
                    wide.append(number(bytes, field, 8))
                    field += 8
                }
                return wide
            }
            place += 4 + length
        }
        return nil
    }

    /// Where a file's bytes begin, if what stands before them is what the directory says (4.3.7).
    private static func content(of entry: Entry, in file: OpenFile) -> Int64? {
        guard entry.offset <= Int64(file.size) else { return nil }
        let head = file.read(30, at: Int(entry.offset))
        guard head.count == 30, number(head, 0, 4) == 0x0403_4B50 else { return nil }
        let (nameLength, extraLength) = (Int(number(head, 26, 2)), Int(number(head, 28, 2)))
        let rest = file.read(nameLength + extraLength, at: Int(entry.offset) + 30)
        guard rest.count == nameLength + extraLength, Array(rest[..<nameLength]) == entry.name else { return nil }
        let flags = number(head, 6, 2)
        guard (number(head, 8, 2) == 0) == entry.isStored, (flags & 1 == 1) == entry.isEncrypted else { return nil }
        let written = [number(head, 22, 4), number(head, 18, 4)]
        // What was written as a stream says behind the file how much it was (4.3.9); then all of these are nothing here.
        if flags & 8 == 0 || written != [0, 0] || number(head, 14, 4) != 0 {
            guard let sizes = wide(written, rest[nameLength...]), sizes == [entry.size, entry.packed],
                UInt32(truncatingIfNeeded: number(head, 14, 4)) == entry.crc
            else { return nil }
        }
        return entry.offset + 30 + Int64(nameLength + extraLength)
    }

    /// So many bytes as a number, the least significant first.
    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int64 {
        (0..<count).reduce(0) { $0 | Int64(bytes[place + $1]) << (8 * Int64($1)) }
    }

    // MARK: What is in it

    /// Gives a file's bytes block by block.
    ///
    /// - Returns: whether they came to their end, and are as many and have the check sum that the directory says.
    func read(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var (sum, count): (UInt, Int64) = (0, 0)
        func given(_ block: ArraySlice<UInt8>) {
            sum = block.withUnsafeBytes { UInt(crc32_z(sum, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count)) }
            count += Int64(block.count)
            take(block)
        }
        let isWhole = entry.isStored ? copy(entry, given) : inflate(entry, given)
        return isWhole && count == entry.size && UInt32(truncatingIfNeeded: sum) == entry.crc
    }

    private func copy(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var done: Int64 = 0
        while done < entry.packed {
            let block = file.read(Int(min(Int64(BagLimits.block), entry.packed - done)), at: Int(entry.content + done))
            guard !block.isEmpty else { return false }
            take(block[...])
            done += Int64(block.count)
        }
        return true
    }

    private func inflate(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var stream = z_stream()
        // Negative: without a header of its own, as ZIP has it.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        var (done, given, output) = (Int64(0), Int64(0), [UInt8](repeating: 0, count: BagLimits.block))
        while true {
            var input = file.read(Int(min(Int64(BagLimits.block), entry.packed - done)), at: Int(entry.content + done))
            done += Int64(input.count)
            let isLast = input.isEmpty
            var code = Z_OK
            let state = input.withUnsafeMutableBufferPointer { source -> Bool? in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                repeat {
                    let count = output.withUnsafeMutableBufferPointer { target in
                        stream.next_out = target.baseAddress
                        stream.avail_out = uInt(target.count)
                        code = CZlib.inflate(&stream, Z_NO_FLUSH)
                        return target.count - Int(stream.avail_out)
                    }
                    given += Int64(count)
                    guard given <= entry.size, code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return false }
                    take(output[..<count])
                } while code == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0)
                return code == Z_STREAM_END ? stream.avail_in == 0 && done == entry.packed : nil
            }
            if let state { return state }
            if isLast { return false }
        }
    }
}
