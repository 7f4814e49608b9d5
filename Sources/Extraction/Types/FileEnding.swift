/// Whether a file whose form has an end reaches it: what a scanner or a copy is still writing does not.
public struct FileEnding: Codable, Sendable, Hashable {
    /// The form, where it is one that has an end: PDF, JPEG, PNG, TIFF, GIF, RIFF, HEIC and its like, ZIP, TAR, 7z, RAR, OLE, RTF.
    public let form: String?
    public let isReached: Bool

    static let unknown = FileEnding(form: nil, isReached: true)

    /// Looks at an open file; nothing but bounds is read from it.
    static func of(_ file: OpenFile) -> FileEnding {
        let head = file.read(1024)
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return FileEnding(form: "JPEG", isReached: JPEGEnd(file).isReached) }
        if head.starts(with: [0x49, 0x49, 42, 0]) || head.starts(with: [0x4D, 0x4D, 0, 42]) {
            return FileEnding(form: "TIFF", isReached: TIFFEnd(file).isReached)
        }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) {
            return FileEnding(form: "PNG", isReached: reachesPNGEnd(file))
        }
        if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            return FileEnding(form: "ZIP", isReached: endsAsZip(file))
        }
        return ofContainer(head, file) ?? ofText(head, file) ?? unknown
    }

    private static func ofContainer(_ head: [UInt8], _ file: OpenFile) -> FileEnding? {
        if OLEEnd.matches(head) { return FileEnding(form: "OLE", isReached: OLEEnd(file).isReached) }
        if head.starts(with: Array("GIF8".utf8)) { return FileEnding(form: "GIF", isReached: GIFEnd(file).isReached) }
        if head.starts(with: Array("RIFF".utf8)) { return FileEnding(form: "RIFF", isReached: AnnouncedEnd.ofRIFF(file)) }
        if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
            return FileEnding(form: "7z", isReached: AnnouncedEnd.ofSevenZip(file))
        }
        if MediaBoxesEnd.matches(head) { return FileEnding(form: "HEIC/MP4", isReached: MediaBoxesEnd(file).isReached) }
        if head.dropFirst(257).starts(with: Array("ustar".utf8)) {
            // Two records of zeros, or what is left of them where a program writes one (POSIX.1-2017, pax).
            return FileEnding(form: "TAR", isReached: tail(file, 512).allSatisfy { $0 == 0 })
        }
        if RAREnd.matches(head) { return RAREnd(file).isReached.map { FileEnding(form: "RAR", isReached: $0) } }
        return nil
    }

    private static func ofText(_ head: [UInt8], _ file: OpenFile) -> FileEnding? {
        if RTFEnd.matches(head) { return FileEnding(form: "RTF", isReached: RTFEnd(file).isReached) }
        // A letter may speak of PDFs.
        guard head.last(Array("%PDF-".utf8)) != nil, Signatures.isPDF(file.read(TypeSniffer.headSize)) else { return nil }
        return FileEnding(form: "PDF", isReached: file.size >= announcedLength(head) && tail(file, 2048).last(Array("%%EOF".utf8)) != nil)
    }

    /// The length that a linearized PDF says it has (ISO 32000, F.3.3): such a one has an end mark near its beginning too.
    private static func announcedLength(_ head: [UInt8]) -> Int {
        let text = String(decoding: head, as: UTF8.self)
        guard text.contains("/Linearized"), let length = text.firstMatch(of: /\/L\s+([0-9]{1,15})/)?.1 else { return 0 }
        return Int(length) ?? 0
    }

    private static func tail(_ file: OpenFile, _ count: Int) -> [UInt8] { file.read(min(count, file.size), at: max(0, file.size - count)) }

    /// Chunks are passed over by their lengths up to IEND (PNG, 5.3): the word may stand in a text too.
    private static func reachesPNGEnd(_ file: OpenFile) -> Bool {
        var place = 8
        while place + 12 <= file.size {
            let chunk = Bytes(file.read(8, at: place), isBig: true)
            place += 12 + chunk.number(0, 4)
            if chunk.slice(4, 4) == Array("IEND".utf8) { return place <= file.size }
        }
        return false
    }

    /// The end record, with the comment that it announces (APPNOTE 4.3.16), and before it, where it says, the directory that it announces: of a
    /// ZIP that lies in this one as it is, the record tells places that are not this file's.
    private static func endsAsZip(_ file: OpenFile) -> Bool {
        let bytes = tail(file, 22 + 65_535)
        guard let place = bytes.last([0x50, 0x4B, 5, 6]), place + 22 <= bytes.count else { return false }
        let record = Bytes(bytes[place...].map { $0 }, isBig: false)
        let (directory, offset) = (record.number(12, 4), record.number(16, 4))
        guard place + 22 + record.number(20, 2) <= bytes.count else { return false }
        guard offset != 0xFFFF_FFFF, directory > 0 else { return true }
        return directory + offset <= file.size && file.read(4, at: offset) == [0x50, 0x4B, 1, 2]
    }
}

/// The end of a JPEG: its segments are passed over by their lengths, for a picture within one (a thumbnail) has an end of its own.
private struct JPEGEnd {
    private let file: OpenFile
    private let size: Int

    init(_ file: OpenFile) { (self.file, size) = (file, file.size) }

    var isReached: Bool {
        var place = 2
        while place + 2 <= size {
            let marker = file.read(2, at: place)
            guard marker.count == 2, marker[0] == 0xFF else { return false }
            switch marker[1] {
            case 0xD9: return true
            case 0xFF: place += 1
            case 0x01, 0xD0...0xD8: place += 2
            default:
                guard let length = length(at: place + 2) else { return false }
                place += 2 + length
                if marker[1] == 0xDA, let next = markerAfterScan(place) { place = next } else if marker[1] == 0xDA { return false }
            }
        }
        return false
    }

    private func length(at place: Int) -> Int? {
        let bytes = file.read(2, at: place)
        guard bytes.count == 2 else { return nil }
        let length = Int(bytes[0]) << 8 | Int(bytes[1])
        return length >= 2 ? length : nil
    }

    /// The first marker after coded data, where 0xFF is followed by 0 or by the number of a restart.
    private func markerAfterScan(_ start: Int) -> Int? {
        var (place, isAfterFF) = (start, false)
        while place < size {
            let block = file.read(1 << 16, at: place)
            guard !block.isEmpty else { return nil }
            for (index, byte) in block.enumerated() {
                if isAfterFF, byte != 0, byte != 0xFF, !(0xD0...0xD7).contains(byte) { return place + index - 1 }
                isAfterFF = byte == 0xFF
            }
            place += block.count
        }
        return nil
    }
}

/// The end of a TIFF: every directory, and every strip or tile that one announces, lies within the file (TIFF 6.0, section 2).
private struct TIFFEnd {
    private let file: OpenFile
    private let size: Int
    private let isBig: Bool
    private static let typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
    /// More pages and strips than any scanner makes; what lies behind them is not looked at.
    private static let most = 100_000

    init(_ file: OpenFile) { (self.file, size, isBig) = (file, file.size, file.read(1).first == 0x4D) }

    var isReached: Bool {
        var (place, seen) = (bytes(4, at: 4)?.number(0, 4) ?? 0, Set<Int>())
        guard place > 0 else { return false }
        while place > 0, seen.count < Self.most, seen.insert(place).inserted {
            guard let count = bytes(2, at: place)?.number(0, 2), let entries = bytes(count * 12 + 4, at: place + 2),
                areWithin(entries, count)
            else { return false }
            place = entries.number(count * 12, 4)
        }
        return true
    }

    private func areWithin(_ entries: Bytes, _ count: Int) -> Bool {
        var values: [Int: [Int]] = [:]
        for start in stride(from: 0, to: count * 12, by: 12) {
            let (tag, type, number) = (entries.number(start, 2), entries.number(start + 2, 2), entries.number(start + 4, 4))
            let width = Self.typeSizes.indices.contains(type) ? Self.typeSizes[type] : 0
            let place = width * number > 4 ? entries.number(start + 8, 4) : nil
            if let place, place + width * number > size { return false }
            guard [273, 279, 324, 325].contains(tag), number <= Self.most, width == 2 || width == 4 else { continue }
            guard let list = place.map({ bytes(width * number, at: $0) }) ?? Bytes(entries.slice(start + 8, 4), isBig: isBig) else {
                return false
            }
            values[tag] = (0..<number).map { list.number($0 * width, width) }
        }
        return [(273, 279), (324, 325)].allSatisfy { places, lengths in
            zip(values[places] ?? [], values[lengths] ?? []).allSatisfy { $0 + $1 <= size }
        }
    }

    private func bytes(_ count: Int, at place: Int) -> Bytes? {
        guard place + count <= size else { return nil }
        let read = file.read(count, at: place)
        return read.count == count ? Bytes(read, isBig: isBig) : nil
    }
}

/// Numbers in bytes; those outside are 0.
struct Bytes {
    private let bytes: [UInt8]
    private let isBig: Bool

    init(_ bytes: [UInt8], isBig: Bool) { (self.bytes, self.isBig) = (bytes, isBig) }

    func slice(_ place: Int, _ count: Int) -> [UInt8] { Array(bytes[min(place, bytes.count)..<min(place + count, bytes.count)]) }

    func number(_ place: Int, _ width: Int) -> Int {
        let found = slice(place, width)
        guard found.count == width else { return 0 }
        return (isBig ? found : found.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
}

extension [UInt8] {
    /// Where a pattern stands last.
    fileprivate func last(_ pattern: [UInt8]) -> Int? {
        guard count >= pattern.count else { return nil }
        return (0...(count - pattern.count)).last { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
