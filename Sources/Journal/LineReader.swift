import Disk
import Glibc

/// Reads a file line by line in bounded memory, counting lines and offsets.
struct LineReader {
    /// One line as it stands in the file, whatever is in it.
    struct Line {
        /// The line without its line feed; empty where it is too long.
        let bytes: ArraySlice<UInt8>
        let number: Int
        let offset: Int64
        /// Where the next line begins.
        let end: Int64
        /// Whether a line feed closes it.
        let isEnded: Bool
        let isTooLong: Bool
    }

    /// Longest line that is read as one: a payload and a header with all the subjects it may have.
    static let longest = NewEvent.longestPayload + 8192
    private static let step = 256 << 10

    private let file: DiskFile
    private let limit: Int64
    private var buffer: [UInt8] = []
    private var position = 0
    /// The offset in the file of the byte at `position`.
    private var offset: Int64
    private var number = 0

    /// Reads from an offset, where line 1 begins, and not past `limit`.
    init(_ file: DiskFile, from offset: Int64 = 0, limit: Int64) {
        self.file = file
        self.offset = offset
        self.limit = limit
    }

    /// The next line; nil at the end.
    mutating func next() throws(DiskError) -> Line? {
        var searched = position
        var dropped: Int64 = 0
        while true {
            if let feed = indexOfFeed(from: searched) { return take(upTo: feed, dropped: dropped, isEnded: true) }
            if buffer.count - position > LineReader.longest {
                dropped += Int64(buffer.count - position)
                position = buffer.count
            }
            searched = buffer.count - position
            guard try fill(after: dropped) else {
                let isEmpty = position == buffer.count && dropped == 0
                return isEmpty ? nil : take(upTo: buffer.count, dropped: dropped, isEnded: false)
            }
        }
    }

    private mutating func take(upTo end: Int, dropped: Int64, isEnded: Bool) -> Line {
        let isTooLong = dropped > 0 || end - position > LineReader.longest
        let length = dropped + Int64(end - position) + (isEnded ? 1 : 0)
        number += 1
        defer {
            position = isEnded ? end + 1 : end
            offset += length
        }
        return Line(
            bytes: isTooLong ? [] : buffer[position..<end], number: number, offset: offset, end: offset + length, isEnded: isEnded,
            isTooLong: isTooLong)
    }

    /// Drops what was read and appends the next piece of the file. Answers false at the end.
    private mutating func fill(after dropped: Int64) throws(DiskError) -> Bool {
        if position > 0 { buffer.removeSubrange(..<position) }
        position = 0
        let from = offset + dropped + Int64(buffer.count)
        let piece = try file.read(Int(min(Int64(LineReader.step), max(0, limit - from))), at: from)
        buffer += piece
        return !piece.isEmpty
    }

    private func indexOfFeed(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }
}
