/// The root of a Merkle tree over leaves that arrive one by one (RFC 9162, 2.1.1), in memory that grows with the logarithm
/// of their number.
public struct MerkleFrontier: Sendable {
    /// Roots of the perfect subtrees so far, the largest first.
    private var peaks: [(height: Int, digest: JournalDigest)] = []
    /// How many leaves there are.
    public private(set) var size = 0

    /// An empty tree.
    public init() {}

    /// Adds a leaf: a header's exact bytes.
    public mutating func append(_ leaf: some Sequence<UInt8>) { append(leafHash: MerkleTree.leafHash(leaf)) }

    mutating func append(leafHash: JournalDigest) {
        var node = (height: 0, digest: leafHash)
        while let top = peaks.last, top.height == node.height {
            peaks.removeLast()
            node = (node.height + 1, JournalDigest(nodeOf: top.digest, node.digest))
        }
        peaks.append(node)
        size += 1
    }

    /// The root; of an empty tree the digest of nothing.
    public var root: JournalDigest {
        guard let last = peaks.last else { return JournalDigest(of: []) }
        return peaks.dropLast().reversed().reduce(last.digest) { JournalDigest(nodeOf: $1.digest, $0) }
    }
}

/// Proofs over the tree of RFC 9162: which subtrees they are made of, and how they are checked.
public enum MerkleTree {
    /// The digest that stands for a leaf: of a zero byte and the leaf's bytes.
    public static func leafHash(_ leaf: some Sequence<UInt8>) -> JournalDigest { JournalDigest(prefix: 0, of: leaf) }

    /// The subtrees, as ranges of leaves, whose roots make the inclusion proof of a leaf, in the proof's order (2.1.3.1).
    static func inclusionRanges(of index: Int, in leaves: Range<Int>) -> [Range<Int>] {
        guard leaves.count > 1 else { return [] }
        let middle = leaves.lowerBound + split(leaves.count)
        return index < middle
            ? inclusionRanges(of: index, in: leaves.lowerBound..<middle) + [middle..<leaves.upperBound]
            : inclusionRanges(of: index, in: middle..<leaves.upperBound) + [leaves.lowerBound..<middle]
    }

    /// The subtrees whose roots make the proof that the tree over `leaves` continues the one over its first `old` (2.1.4.1).
    static func consistencyRanges(from old: Int, in leaves: Range<Int>, isRootKnown: Bool = true) -> [Range<Int>] {
        guard old < leaves.count else { return isRootKnown ? [] : [leaves] }
        let middle = leaves.lowerBound + split(leaves.count)
        let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
        return old <= left.count
            ? consistencyRanges(from: old, in: left, isRootKnown: isRootKnown) + [right]
            : consistencyRanges(from: old - left.count, in: right, isRootKnown: false) + [left]
    }

    /// The largest power of two below a number of leaves.
    private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount - 1) }

    /// Whether a leaf stands at an index of a tree with this size and root (2.1.3.2).
    public static func isIncluded(_ leafHash: JournalDigest, at index: Int, size: Int, path: [JournalDigest], root: JournalDigest) -> Bool {
        guard index >= 0, index < size else { return false }
        var (position, last, digest) = (index, size - 1, leafHash)
        for sibling in path {
            guard last > 0 else { return false }
            if !position.isMultiple(of: 2) || position == last {
                digest = JournalDigest(nodeOf: sibling, digest)
                while position.isMultiple(of: 2) && position != 0 { (position, last) = (position / 2, last / 2) }
            } else {
                digest = JournalDigest(nodeOf: digest, sibling)
            }
            (position, last) = (position / 2, last / 2)
        }
        return last == 0 && digest == root
    }

    /// Whether the larger tree begins with all of the smaller one (2.1.4.2).
    public static func isConsistent(
        from old: Int, root oldRoot: JournalDigest, to new: Int, root newRoot: JournalDigest, path: [JournalDigest]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == new { return path.isEmpty && oldRoot == newRoot }
        if old == 0 { return path.isEmpty }
        var nodes = old.nonzeroBitCount == 1 ? [oldRoot] + path : path
        guard !nodes.isEmpty else { return false }
        var (position, last) = (old - 1, new - 1)
        while !position.isMultiple(of: 2) { (position, last) = (position / 2, last / 2) }
        let start = nodes.removeFirst()
        var (smaller, larger) = (start, start)
        for node in nodes {
            guard last > 0 else { return false }
            if !position.isMultiple(of: 2) || position == last {
                smaller = JournalDigest(nodeOf: node, smaller)
                larger = JournalDigest(nodeOf: node, larger)
                while position.isMultiple(of: 2) && position != 0 { (position, last) = (position / 2, last / 2) }
            } else {
                larger = JournalDigest(nodeOf: larger, node)
            }
            (position, last) = (position / 2, last / 2)
        }
        return last == 0 && smaller == oldRoot && larger == newRoot
    }
}
