import Crypto
public import Records

/// A SHA-256 digest as the journal uses it: of a header, of a payload, or of a node of the tree.
///
/// It is kept as 32 bytes and not as text, because a check of the whole journal holds and compares one for every event.
public struct JournalDigest: Sendable, Hashable {
    private let words: SIMD4<UInt64>

    /// Sixty-four zeros: what the first header names as the one before it.
    public static let zero = JournalDigest(words: SIMD4(repeating: 0))

    private init(words: SIMD4<UInt64>) { self.words = words }

    /// Takes a digest's bytes.
    ///
    /// - Returns: nil unless there are 32 of them.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = SIMD4<UInt64>(repeating: 0)
        for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
        self.words = words
    }

    /// Reads 64 lower-case hexadecimal digits, the only form the journal writes.
    public init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let bytes = bytesOfHexDigits(hex)
        else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest of some bytes.
    public init(of bytes: some Sequence<UInt8>) { self.init(prefix: nil, of: bytes) }

    /// The digest of a byte, where one is given, followed by some bytes: how the tree tells leaves from nodes (RFC 9162, 2.1.1).
    init(prefix: UInt8?, of bytes: some Sequence<UInt8>) {
        var hash = SHA256()
        if let prefix { withUnsafeBytes(of: prefix) { hash.update(bufferPointer: $0) } }
        let done: Void? = bytes.withContiguousStorageIfAvailable { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if done == nil { Array(bytes).withUnsafeBytes { hash.update(bufferPointer: $0) } }
        self.init(finishing: hash)
    }

    /// The digest of an inner node of the tree.
    init(nodeOf left: JournalDigest, _ right: JournalDigest) {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(1)) { hash.update(bufferPointer: $0) }
        for child in [left, right] {
            let bytes = SIMD4(child.words[0].bigEndian, child.words[1].bigEndian, child.words[2].bigEndian, child.words[3].bigEndian)
            withUnsafeBytes(of: bytes) { hash.update(bufferPointer: $0) }
        }
        self.init(finishing: hash)
    }

    private init(finishing hash: SHA256) {
        var words = SIMD4<UInt64>(repeating: 0)
        hash.finalize().withUnsafeBytes { bytes in
            for index in 0..<4 { words[index] = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
        }
        self.words = words
    }

    /// The digest's 32 bytes.
    public var bytes: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
    }

    /// Sixty-four lower-case hexadecimal digits, as a header has them.
    public var hex: String { hexDigits(bytes) }

    /// The same digest with its algorithm's name.
    public var contentDigest: ContentDigest { ContentDigest(.sha256, bytes: bytes) }
}

extension JournalDigest: CustomStringConvertible {
    public var description: String { hex }
}
