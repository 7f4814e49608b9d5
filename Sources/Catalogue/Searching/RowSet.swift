/// Rows of one block, a bit each.
struct RowSet: Sendable, Equatable {
    private var words: [UInt64]

    /// None.
    init() { words = Array(repeating: 0, count: SearchShard.size / 64) }

    /// The row's place in its block.
    static func place(of row: Int64) -> Int { Int((row - 1) % Int64(SearchShard.size)) }

    subscript(place: Int) -> Bool {
        get { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }
        set {
            if newValue { words[place >> 6] |= 1 << UInt64(place & 63) } else { words[place >> 6] &= ~(1 << UInt64(place & 63)) }
        }
    }

    /// The bits, 64 a word, for what sets many of them.
    mutating func withWords<Result>(_ body: (UnsafeMutableBufferPointer<UInt64>) -> Result) -> Result {
        words.withUnsafeMutableBufferPointer { body($0) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formIntersection(_ other: RowSet) { for index in words.indices { words[index] &= other.words[index] } }
    mutating func formUnion(_ other: RowSet) { for index in words.indices { words[index] |= other.words[index] } }
    mutating func subtract(_ other: RowSet) { for index in words.indices { words[index] &= ~other.words[index] } }

    func intersection(_ other: RowSet) -> RowSet {
        var result = self
        result.formIntersection(other)
        return result
    }

    /// Calls with each place, in order.
    func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                body(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
