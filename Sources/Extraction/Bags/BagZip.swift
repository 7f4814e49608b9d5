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
        let packed: Int
        let size: Int
        /// Where its own header begins, and its bytes.
        let offset: Int
        fileprivate(set) var content = 0

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
        let offset: Int
        let size: Int
    }

    private static func bytes(_ file: OpenFile, _ count: Int, at place: Int) -> Bytes? {
        guard place >= 0, count >= 0, place <= file.size, count <= file.size - place else { return nil }
        return Bytes(file.read(count, at: place), isBig: false)
    }

    /// The end of the directory (4.3.16), which ends the file, and where that says so its larger kin (4.3.14, 4.3.15).
    private static func end(of file: OpenFile) -> End? {
        let (size, start) = (file.size, max(0, file.size - 65_557))
        guard size >= 22, let tail = bytes(file, size - start, at: start) else { return nil }
        for place in stride(from: size - start - 22, through: 0, by: -1) where tail.number(place, 4) == 0x0605_4B50 {
            guard start + place + 22 + tail.number(place + 20, 2) == size else { continue }
            guard tail.number(place + 4, 4) == 0, tail.number(place + 8, 2) == tail.number(place + 10, 2) else { return nil }
            let end = End(count: tail.number(place + 10, 2), offset: tail.number(place + 16, 4), size: tail.number(place + 12, 4))
            guard end.count == 0xFFFF || end.offset == 0xFFFF_FFFF || end.size == 0xFFFF_FFFF else {
                return end.offset + end.size == start + place ? end : nil
            }
            return large(file, before: start + place)
        }
        return nil
    }

    private static func large(_ file: OpenFile, before at: Int) -> End? {
        guard let locator = bytes(file, 20, at: at - 20), locator.number(0, 4) == 0x0706_4B50 else { return nil }
        let place = locator.number(8, 8)
        guard place >= 0, place <= at - 76, let record = bytes(file, 56, at: place), record.number(0, 4) == 0x0606_4B50,
            record.number(4, 8) == at - 32 - place, record.number(24, 8) == record.number(32, 8)
        else { return nil }
        let end = End(count: record.number(32, 8), offset: record.number(48, 8), size: record.number(40, 8))
        return end.count >= 0 && (0...place).contains(end.offset) && end.size == place - end.offset ? end : nil
    }

    /// The lines of the directory (4.3.12): as many as its end says, and nothing else.
    private static func directory(_ file: OpenFile, _ end: End) -> [Entry]? {
        guard end.size <= BagLimits.tagFile, let lines = bytes(file, end.size, at: end.offset) else { return nil }
        var (entries, place): ([Entry], Int) = ([], 0)
        for _ in 0..<end.count {
            guard place + 46 <= end.size, lines.number(place, 4) == 0x0201_4B50 else { return nil }
            let (nameLength, extraLength) = (lines.number(place + 28, 2), lines.number(place + 30, 2))
            let next = place + 46 + nameLength + extraLength + lines.number(place + 32, 2)
            guard next <= end.size, lines.number(place + 34, 2) == 0 else { return nil }
            let extra = Bytes(lines.slice(place + 46 + nameLength, extraLength), isBig: false)
            let written = [24, 20, 42].map { lines.number(place + $0, 4) }
            guard let told = wide(written, extra, extraLength), (0...BagLimits.file).contains(told[0]),
                told[1...].allSatisfy({ (0...file.size).contains($0) })
            else { return nil }
            let (isEncrypted, method) = (lines.number(place + 8, 2) & 1 == 1, lines.number(place + 10, 2))
            guard method == 0 || method == 8, method == 8 || told[0] == told[1] || isEncrypted else { return nil }
            let isUnix = lines.number(place + 5, 1) == 3
            let kind = lines.number(place + 38, 4) >> 16 & 0xF000
            entries.append(
                Entry(
                    name: lines.slice(place + 46, nameLength), isStored: method == 0, isEncrypted: isEncrypted,
                    isFile: !isUnix || kind == 0 || kind == 0x8000, crc: UInt32(lines.number(place + 16, 4)), packed: told[1],
                    size: told[0], offset: told[2]))
            place = next
        }
        return place == end.size ? entries : nil
    }

    /// Numbers of four bytes, and where those say so the ones of eight behind them (4.5.3).
    private static func wide(_ written: [Int], _ extra: Bytes, _ length: Int) -> [Int]? {
        guard written.contains(0xFFFF_FFFF) else { return written }
        var place = 0
        while place + 4 <= length {
            let end = place + 4 + extra.number(place + 2, 2)
            guard end <= length else { return nil }
            guard extra.number(place, 2) == 1 else {
                place = end
                continue
            }
            var fields = stride(from: place + 4, through: end - 8, by: 8).makeIterator()
            let told = written.map { $0 == 0xFFFF_FFFF ? fields.next().map { extra.number($0, 8) } : $0 }
            return told.contains(nil) ? nil : told.compactMap(\.self)
        }
        return nil
    }

    /// Where a file's bytes begin, if what stands before them is what the directory says (4.3.7).
    private static func content(of entry: Entry, in file: OpenFile) -> Int? {
        guard let head = bytes(file, 30, at: entry.offset), head.number(0, 4) == 0x0403_4B50 else { return nil }
        let (nameLength, extraLength) = (head.number(26, 2), head.number(28, 2))
        guard let rest = bytes(file, nameLength + extraLength, at: entry.offset + 30), rest.slice(0, nameLength) == entry.name else {
            return nil
        }
        let flags = head.number(6, 2)
        guard (head.number(8, 2) == 0) == entry.isStored, (flags & 1 == 1) == entry.isEncrypted else { return nil }
        let (written, crc) = ([head.number(22, 4), head.number(18, 4)], head.number(14, 4))
        // What was written as a stream says behind the file how much it was (4.3.9); then all of these are nothing here.
        if flags & 8 == 0 || written != [0, 0] || crc != 0 {
            let extra = Bytes(rest.slice(nameLength, extraLength), isBig: false)
            guard wide(written, extra, extraLength) == [entry.size, entry.packed], crc == Int(entry.crc) else { return nil }
        }
        return entry.offset + 30 + nameLength + extraLength
    }

    // MARK: What is in it

    /// Gives a file's bytes block by block.
    ///
    /// - Returns: whether they came to their end, and are as many and have the check sum that the directory says.
    func read(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var (sum, count): (UInt, Int) = (0, 0)
        func given(_ block: ArraySlice<UInt8>) {
            sum = block.withUnsafeBytes { UInt(crc32_z(sum, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count)) }
            count += block.count
            take(block)
        }
        let isWhole = entry.isStored ? copy(entry, given) : inflate(entry, given)
        return isWhole && count == entry.size && UInt32(truncatingIfNeeded: sum) == entry.crc
    }

    private func copy(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var done = 0
        while done < entry.packed {
            let block = file.read(min(BagLimits.block, entry.packed - done), at: entry.content + done)
            guard !block.isEmpty else { return false }
            take(block[...])
            done += block.count
        }
        return true
    }

    private func inflate(_ entry: Entry, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var stream = z_stream()
        // Negative: without a header of its own, as ZIP has it.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        var (done, given, output) = (0, 0, [UInt8](repeating: 0, count: BagLimits.block))
        while true {
            var input = file.read(min(BagLimits.block, entry.packed - done), at: entry.content + done)
            done += input.count
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
                    given += count
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
