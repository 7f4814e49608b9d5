/// BLAKE2b without a key (RFC 7693), which the cryptographic library does not have and every OCFL client must support (OCFL 1.1, E027).
struct Blake2b {
    private var state: [UInt64]
    private var block = [UInt8](repeating: 0, count: Blake2b.blockSize)
    private var filled = 0
    /// Bytes taken so far; files of 2^64 bytes and more there are none.
    private var count: UInt64 = 0
    private let length: Int

    private static let blockSize = 128
    private static let start: [UInt64] = [
        0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1, 0x510E_527F_ADE6_82D1,
        0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179,
    ]
    /// The order in which each round takes the words of the message (RFC 7693, 2.7).
    private static let orders: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ]
    /// Columns, then diagonals.
    private static let quarters = [
        (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
    ]

    /// - Parameter length: Of the digest in bytes, 1 to 64.
    init(length: Int) {
        self.length = length
        state = Blake2b.start
        state[0] ^= 0x0101_0000 ^ UInt64(length)
    }

    mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            // The last block is compressed in another way, so a full one waits until more comes.
            if filled == Blake2b.blockSize { compress(isLast: false) }
            block[filled] = byte
            filled += 1
        }
    }

    mutating func finalize() -> [UInt8] {
        for index in filled..<Blake2b.blockSize { block[index] = 0 }
        compress(isLast: true)
        return (0..<length).map { UInt8(truncatingIfNeeded: state[$0 / 8] >> UInt64(8 * ($0 % 8))) }
    }

    private mutating func compress(isLast: Bool) {
        count += UInt64(filled)
        filled = 0
        var words = state + Blake2b.start
        words[12] ^= count
        if isLast { words[14] = ~words[14] }
        let message = (0..<16).map { word in (0..<8).reduce(UInt64(0)) { $0 | UInt64(block[word * 8 + $1]) << UInt64(8 * $1) } }
        for round in 0..<12 {
            let order = Blake2b.orders[round % 10]
            for (index, (a, b, c, d)) in Blake2b.quarters.enumerated() {
                mix(&words, a, b, c, d, message[order[2 * index]], message[order[2 * index + 1]])
            }
        }
        for index in 0..<8 { state[index] ^= words[index] ^ words[index + 8] }
    }

    private func mix(_ words: inout [UInt64], _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: UInt64, _ y: UInt64) {
        func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word >> bits | word << (64 - bits) }
        words[a] = words[a] &+ words[b] &+ x
        words[d] = rotated(words[d] ^ words[a], 32)
        words[c] = words[c] &+ words[d]
        words[b] = rotated(words[b] ^ words[c], 24)
        words[a] = words[a] &+ words[b] &+ y
        words[d] = rotated(words[d] ^ words[a], 16)
        words[c] = words[c] &+ words[d]
        words[b] = rotated(words[b] ^ words[c], 63)
    }
}
