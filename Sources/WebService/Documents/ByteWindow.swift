import CLinux

/// Bytes that have arrived and are not taken yet. Each byte is looked at and moved a bounded number of times, whatever the borders
/// between blocks: what was searched is not searched again, and taking from the front moves nothing.
struct ByteWindow {
    private var bytes: [UInt8] = []
    /// Where what is left begins.
    private var start = 0
    /// Up to here the last pattern certainly does not begin.
    private var searched = 0

    var count: Int { bytes.count - start }

    mutating func append(_ more: some Collection<UInt8>) {
        // Moving the rest to the front costs no more than was taken since the last time.
        if start > count {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes += more
    }

    func starts(with pattern: [UInt8]) -> Bool { bytes[start...].starts(with: pattern) }

    /// Whether what is there may still become `pattern`.
    func mayBecome(_ pattern: [UInt8]) -> Bool { pattern.starts(with: bytes[start...].prefix(pattern.count)) }

    /// Takes so many bytes from the front.
    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let taken = bytes[start..<(start + count)]
        start += count
        searched = max(searched, start)
        return taken
    }

    /// How many bytes stand before `pattern`; nil where it is not there yet. One pattern at a time: take up to it before the next.
    mutating func distance(to pattern: [UInt8]) -> Int? {
        let found = bytes.withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress, all.count - searched >= pattern.count else { return nil }
            let rest = base + searched
            guard let found = muniment_find(rest, all.count - searched, pattern, pattern.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
        searched = found ?? max(searched, bytes.count - pattern.count + 1)
        return found.map { $0 - start }
    }
}
