import CZlib
public import Records

/// A ZIP file that can be written as a stream, since all is known before its first byte: names, sizes and check sums.
///
/// Nothing in it is compressed, and no header needs what comes behind it, so that every reader takes it: those that go by the directory at its end,
/// and those that read from the front. Names are UTF-8 and say so (bit 11), which Windows and WPS heed. Files and archives of more than 4 GiB, and of
/// more than 65,535 files, are written by ZIP64. The form is PKWARE's APPNOTE 6.3, of which the numbers of sections are.
///
/// ```swift
/// let layout = ZipLayout(entries, on: day)
/// for index in entries.indices { write(layout.header(of: index)); write(contents[index]) }
/// write(layout.end)
/// ```
public struct ZipLayout: Sendable {
    /// A file in it.
    public struct Entry: Sendable, Hashable {
        /// Parted by slashes, without one at its beginning.
        public let path: String
        /// In bytes.
        public let size: Int64
        public let crc: UInt32

        public init(path: String, size: Int64, crc: UInt32) {
            self.path = path
            self.size = size
            self.crc = crc
        }
    }

    public let entries: [Entry]
    private let date: UInt16
    private let offsets: [Int64]
    private let directoryOffset: Int64
    /// What comes behind the last file: the directory, and where it is.
    public let end: [UInt8]

    /// The largest number that a field of four bytes has; it stands for what ZIP64 says instead (4.4.8).
    private static let most: Int64 = 0xFFFF_FFFF
    private static let mostEntries = 0xFFFF

    /// - Parameter day: When the files say that they were changed; before 1980 there is no day (4.4.6).
    public init(_ entries: [Entry], on day: CivilDate) {
        self.entries = entries
        date = UInt16(clamping: max(0, day.year - 1980) << 9 | day.month << 5 | day.day)
        var (offset, offsets): (Int64, [Int64]) = (0, [])
        for entry in entries {
            offsets.append(offset)
            offset += Int64(Self.headerSize(entry)) + entry.size
        }
        (self.offsets, directoryOffset) = (offsets, offset)
        var directory: [UInt8] = []
        for (entry, offset) in zip(entries, offsets) { directory += Self.line(entry, at: offset, date) }
        end = directory + Self.trailer(count: entries.count, size: Int64(directory.count), at: offset)
    }

    /// Of the whole file, in bytes.
    public var size: Int64 { directoryOffset + Int64(end.count) }

    /// What comes before the bytes of a file (4.3.7).
    public func header(of index: Int) -> [UInt8] {
        let (entry, extra) = (entries[index], Self.headerExtra(entries[index]))
        let size = min(entry.size, Self.most)
        return Self.bytes(0x0403_4B50, 4) + Self.common(entry, isLarge: !extra.isEmpty, date, size: size)
            + Self.bytes(Int64(extra.count), 2)
            + Array(entry.path.utf8) + extra
    }

    private static func headerSize(_ entry: Entry) -> Int { 30 + entry.path.utf8.count + headerExtra(entry).count }

    /// Both sizes, where one of four bytes is not enough (4.5.3).
    private static func headerExtra(_ entry: Entry) -> [UInt8] { entry.size >= most ? extra([entry.size, entry.size]) : [] }

    private static func extra(_ numbers: [Int64]) -> [UInt8] {
        numbers.isEmpty ? [] : bytes(1, 2) + bytes(Int64(8 * numbers.count), 2) + numbers.flatMap { bytes($0, 8) }
    }

    /// From the version that is needed to the length of the name: the same before the file and in the directory.
    private static func common(_ entry: Entry, isLarge: Bool, _ date: UInt16, size: Int64) -> [UInt8] {
        bytes(isLarge ? 45 : 20, 2) + bytes(1 << 11, 2) + bytes(0, 2) + bytes(0, 2) + bytes(Int64(date), 2) + bytes(Int64(entry.crc), 4)
            + bytes(size, 4) + bytes(size, 4) + bytes(Int64(entry.path.utf8.count), 2)
    }

    /// A line of the directory (4.3.12): made by Unix, a plain file that its owner may write.
    private static func line(_ entry: Entry, at offset: Int64, _ date: UInt16) -> [UInt8] {
        let beyond = extra((entry.size >= most ? [entry.size, entry.size] : []) + (offset >= most ? [offset] : []))
        let head = bytes(0x0201_4B50, 4) + bytes(3 << 8 | 45, 2)
        let middle = common(entry, isLarge: !beyond.isEmpty, date, size: min(entry.size, most)) + bytes(Int64(beyond.count), 2)
        return head + middle + bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0o100644 << 16, 4) + bytes(min(offset, most), 4)
            + Array(entry.path.utf8) + beyond
    }

    /// Where the directory is (4.3.14 to 4.3.16).
    private static func trailer(count: Int, size: Int64, at offset: Int64) -> [UInt8] {
        let isLarge = count >= mostEntries || size >= most || offset >= most
        let counted = Int64(min(count, mostEntries))
        let last =
            bytes(0x0605_4B50, 4) + bytes(0, 2) + bytes(0, 2) + bytes(counted, 2) + bytes(counted, 2) + bytes(min(size, most), 4)
            + bytes(min(offset, most), 4) + bytes(0, 2)
        guard isLarge else { return last }
        let record = bytes(44, 8) + bytes(3 << 8 | 45, 2) + bytes(45, 2) + bytes(0, 4) + bytes(0, 4)
        let numbers = bytes(Int64(count), 8) + bytes(Int64(count), 8) + bytes(size, 8) + bytes(offset, 8)
        return bytes(0x0606_4B50, 4) + record + numbers + bytes(0x0706_4B50, 4) + bytes(0, 4) + bytes(offset + size, 8) + bytes(1, 4) + last
    }

    /// A number as so many bytes, the least significant first.
    private static func bytes(_ number: Int64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * Int64($0))) }
    }
}

/// The check sum of ZIP (CRC-32 of ISO 3309), over bytes that come in blocks.
public struct ZipCheckSum: Sendable {
    public private(set) var value: UInt32 = 0

    public init() {}

    public mutating func update(_ block: [UInt8]) {
        value = block.withUnsafeBytes { bytes in
            UInt32(crc32_z(UInt(value), bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
        }
    }

    public static func of(_ bytes: [UInt8]) -> UInt32 {
        var sum = ZipCheckSum()
        sum.update(bytes)
        return sum.value
    }
}
