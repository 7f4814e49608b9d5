/// A file that is walked through by the lengths that it says itself.
private struct Walk {
    let file: OpenFile
    let size: Int

    init(_ file: OpenFile) { (self.file, size) = (file, file.size) }

    /// `count` bytes from `place` on; nil where the file has not as many.
    func bytes(_ count: Int, at place: Int, isBig: Bool = false) -> Bytes? {
        guard place >= 0, place <= size, count <= size - place else { return nil }
        let read = file.read(count, at: place)
        return read.count == count ? Bytes(read, isBig: isBig) : nil
    }

    /// Where something of this length ends; nil where the file has not as much.
    func end(_ place: Int, _ length: Int) -> Int? {
        length >= 0 && place >= 0 && place <= size && length <= size - place ? place + length : nil
    }
}

/// The end of an OLE file (MS-CFB): the last sector that its allocation table calls used lies within the file.
struct OLEEnd {
    private let walk: Walk
    private let shift: Int
    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// From here on, numbers are no sectors.
    private static let free = 0xFFFF_FFFF
    private static let special = 0xFFFF_FFFA
    /// More sectors of the allocation table than 4 GiB need.
    private static let most = 70_000

    static func matches(_ head: [UInt8]) -> Bool { head.starts(with: signature) }

    init(_ file: OpenFile) {
        walk = Walk(file)
        shift = walk.bytes(2, at: 30)?.number(0, 2) ?? 0
    }

    var isReached: Bool {
        guard shift == 9 || shift == 12, let table = tableSectors() else { return false }
        let perSector = (1 << shift) / 4
        for (index, sector) in table.enumerated().reversed() {
            guard let entries = walk.bytes(1 << shift, at: place(of: sector)) else { return false }
            guard let last = (0..<perSector).last(where: { entries.number($0 * 4, 4) != Self.free }) else { continue }
            return walk.end(place(of: index * perSector + last), 1 << shift) != nil
        }
        return false
    }

    private func place(of sector: Int) -> Int { (sector + 1) << shift }

    /// The sectors of the allocation table: the first 109 stand in the header, the others in a chain of their own.
    private func tableSectors() -> [Int]? {
        guard let header = walk.bytes(512, at: 0) else { return nil }
        let count = header.number(44, 4)
        guard (1...Self.most).contains(count) else { return nil }
        var found = (0..<min(count, 109)).map { header.number(76 + $0 * 4, 4) }
        var next = header.number(68, 4)
        let perSector = (1 << shift) / 4 - 1
        while found.count < count {
            guard next < Self.special, let list = walk.bytes(1 << shift, at: place(of: next)) else { return nil }
            found += (0..<min(perSector, count - found.count)).map { list.number($0 * 4, 4) }
            next = list.number(perSector * 4, 4)
        }
        return found
    }
}

/// The end of a GIF: its blocks are passed over by their lengths up to the trailer (GIF89a, appendix A).
struct GIFEnd {
    private let walk: Walk

    init(_ file: OpenFile) { walk = Walk(file) }

    var isReached: Bool {
        guard let screen = walk.bytes(13, at: 0) else { return false }
        var place: Int? = 13 + tableSize(screen.number(10, 1))
        while let start = place, let kind = walk.bytes(1, at: start)?.number(0, 1) {
            switch kind {
            case 0x3B: return true
            case 0x21: place = afterParts(start + 2)
            case 0x2C: place = walk.bytes(10, at: start).flatMap { afterParts(start + 11 + tableSize($0.number(9, 1))) }
            default: return false
            }
        }
        return false
    }

    private func tableSize(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

    private func afterParts(_ start: Int) -> Int? {
        var place = start
        while let length = walk.bytes(1, at: place)?.number(0, 1) {
            place += 1 + length
            if length == 0 { return place }
        }
        return nil
    }
}

/// The end of an ISO base media file (HEIC, AVIF, MP4; ISO 14496-12): whole boxes, among them what describes and what is described.
struct MediaBoxesEnd {
    private let walk: Walk

    init(_ file: OpenFile) { walk = Walk(file) }

    static func matches(_ head: [UInt8]) -> Bool { head.dropFirst(4).starts(with: Array("ftyp".utf8)) }

    var isReached: Bool {
        var (place, kinds) = (0, Set<String>())
        while place < walk.size {
            guard let box = walk.bytes(8, at: place, isBig: true) else { return false }
            var length = box.number(0, 4)
            if length == 1 { length = walk.bytes(8, at: place + 8, isBig: true)?.number(0, 8) ?? 0 }
            // A length of 0 says: to the file's end, wherever that is. Nothing tells then whether it has come.
            guard length >= 8, let next = walk.end(place, length) else { return false }
            kinds.insert(String(decoding: box.slice(4, 4), as: UTF8.self))
            place = next
        }
        return kinds.contains("mdat") && !kinds.isDisjoint(with: ["moov", "moof", "meta"])
    }
}

/// The end of a RAR archive, of the fourth or fifth format: its blocks are passed over by their lengths up to the last.
struct RAREnd {
    private let walk: Walk
    private static let signature: [UInt8] = Array("Rar!".utf8) + [0x1A, 7]

    static func matches(_ head: [UInt8]) -> Bool { head.starts(with: signature) }

    init(_ file: OpenFile) { walk = Walk(file) }

    /// Nil where the blocks are encrypted, so that nobody can pass over them.
    var isReached: Bool? { walk.bytes(7, at: 0)?.number(6, 1) == 0 ? fourth(from: 7) : fifth(from: 8) }

    private func fourth(from start: Int) -> Bool? {
        var place = start
        while let head = walk.bytes(7, at: place) {
            let (kind, flags, length) = (head.number(2, 1), head.number(3, 2), head.number(5, 2))
            guard length >= 7 else { return false }
            if kind == 0x7B { return walk.end(place, length) != nil }
            if kind == 0x73, flags & 0x80 != 0 { return nil }
            var data = flags & 0x8000 != 0 ? walk.bytes(4, at: place + 7)?.number(0, 4) ?? 0 : 0
            if kind == 0x74, flags & 0x100 != 0 { data += (walk.bytes(4, at: place + 32)?.number(0, 4) ?? 0) << 32 }
            guard let next = walk.end(place, length).flatMap({ walk.end($0, data) }) else { return false }
            place = next
        }
        return false
    }

    private func fifth(from start: Int) -> Bool? {
        var place = start
        while let (length, begin) = variable(place + 4), let (kind, afterKind) = variable(begin),
            let (flags, afterFlags) = variable(afterKind), let end = walk.end(begin, length)
        {
            if kind == 5 { return true }
            if kind == 4 { return nil }
            let afterExtra = flags & 1 != 0 ? variable(afterFlags)?.next ?? afterFlags : afterFlags
            guard let next = walk.end(end, flags & 2 != 0 ? variable(afterExtra)?.value ?? -1 : 0) else { return false }
            place = next
        }
        return false
    }

    /// A number of seven bits a byte, the lowest first.
    private func variable(_ start: Int) -> (value: Int, next: Int)? {
        var value = 0
        for index in 0..<8 {
            guard let byte = walk.bytes(1, at: start + index)?.number(0, 1) else { return nil }
            value |= byte & 0x7F << (7 * index)
            if byte & 0x80 == 0 { return (value, start + index + 1) }
        }
        return nil
    }
}

/// The ends of forms that say at their beginning how long they are.
enum AnnouncedEnd {
    /// RIFF (WEBP, WAV): a length behind the name.
    static func ofRIFF(_ file: OpenFile) -> Bool {
        let walk = Walk(file)
        guard let length = walk.bytes(4, at: 4)?.number(0, 4), length > 4 else { return false }
        return walk.end(8, length) != nil
    }

    /// 7z: the place of the closing header, which is written into the opening one when all else is there.
    static func ofSevenZip(_ file: OpenFile) -> Bool {
        let walk = Walk(file)
        guard let head = walk.bytes(32, at: 0) else { return false }
        let (offset, length) = (head.number(12, 8), head.number(20, 8))
        return (length > 0 || walk.size == 32) && walk.end(32, offset).flatMap { walk.end($0, length) } != nil
    }
}

/// The end of an RTF: the brace that closes the first one.
struct RTFEnd {
    private let file: OpenFile
    /// Of longer ones only the last brace is looked for.
    private static let longest = 64 << 20

    init(_ file: OpenFile) { self.file = file }

    static func matches(_ head: [UInt8]) -> Bool { head.starts(with: Array("{\\rtf".utf8)) }

    var isReached: Bool {
        guard let bytes = file.readAll(limit: Self.longest) else {
            return file.read(1024, at: file.size - 1024).last { $0 > 0x20 } == UInt8(ascii: "}")
        }
        var (place, depth) = (0, 0)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return true }
            case UInt8(ascii: "\\"): place += rawBytes(bytes[place...].prefix(16)) ?? 1
            default: break
            }
            place += 1
        }
        return false
    }

    /// How much a `\bin` and the bytes that it announces take, whatever stands in them.
    private func rawBytes(_ word: ArraySlice<UInt8>) -> Int? {
        let name = Array("\\bin".utf8)
        guard word.starts(with: name) else { return nil }
        let digits = word.dropFirst(name.count).prefix { (48...57).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)).map { name.count + digits.count + $0 }
    }
}
