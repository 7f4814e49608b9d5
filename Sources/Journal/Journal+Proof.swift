import Disk
import SystemPackage

extension Journal {
    /// The root of the tree over the first `size` headers.
    ///
    /// - Throws: ``JournalError``; `.damaged` where there are fewer.
    public func root(ofFirst size: Int) throws(JournalError) -> JournalDigest {
        var tree = MerkleFrontier()
        try eachLine(through: size) { tree.append($0.headerBytes) }
        return tree.root
    }

    /// The proof that the state of size `new` continues the one of size `old` (RFC 9162, 2.1.4).
    ///
    /// - Precondition: `0 <= old <= new`.
    /// - Throws: ``JournalError``; `.damaged` where there are fewer events than `new`.
    public func consistencyProof(from old: Int, to new: Int) throws(JournalError) -> [JournalDigest] {
        precondition(old >= 0 && old <= new, "journal: a state continues an earlier one")
        guard old > 0, old < new else { return [] }
        var subtrees = Subtrees(MerkleTree.consistencyRanges(from: old, in: 0..<new))
        try eachLine(through: new) { subtrees.append($0.headerBytes, at: $0.header.sequence - 1) }
        return subtrees.roots
    }

    /// The proof that an event is in the state that a checkpoint signs.
    ///
    /// The checkpoint's signature is not looked at here; that is the third party's part.
    /// - Throws: ``JournalError`` `.notInTree` where the note is no checkpoint or does not reach the event,
    ///   `.contradictsCheckpoint` where it is not one of this journal, `.damaged`.
    public func proof(of sequence: Int, in checkpoint: SignedNote) throws(JournalError) -> EventProof {
        guard let state = Checkpoint(checkpoint), sequence >= 1, sequence <= state.size else {
            throw .notInTree(sequence: sequence, size: Checkpoint(checkpoint)?.size ?? 0)
        }
        var subtrees = Subtrees(MerkleTree.inclusionRanges(of: sequence - 1, in: 0..<state.size))
        var found: ParsedLine?
        try eachLine(through: state.size) { line in
            subtrees.append(line.headerBytes, at: line.header.sequence - 1)
            if line.header.sequence == sequence { found = line }
        }
        guard let found else { throw .notInTree(sequence: sequence, size: state.size) }
        let proof = EventProof(line: found, path: subtrees.roots, checkpoint: checkpoint)
        let leaf = MerkleTree.leafHash(found.headerBytes)
        guard MerkleTree.isIncluded(leaf, at: proof.index, size: state.size, path: proof.path, root: state.root) else {
            throw .contradictsCheckpoint(size: state.size)
        }
        return proof
    }

    /// Reads the lines from the first through a number, checking number and chain but not payloads.
    func eachLine(through last: Int, _ body: (ParsedLine) -> Void) throws(JournalError) {
        var link = ChainLink()
        for number in try segments() where link.sequence < last {
            let (file, length) = try openSegment(number)
            var reader = LineReader(file, limit: length)
            while link.sequence < last, let raw = try onDisk({ () throws(DiskError) in try reader.next() }) {
                let line = try undamaged { () throws(JournalDamage) in
                    let line = try ParsedLine(raw, segment: number)
                    try link.follow(line)
                    return line
                }
                body(line)
            }
        }
        guard link.sequence == last else { throw .damaged(JournalDamage(try segments().count, line: 0, .endsBefore(known: last))) }
    }
}

/// The roots of some disjoint subtrees, gathered while all leaves pass in order.
struct Subtrees {
    private var parts: [(range: Range<Int>, tree: MerkleFrontier)]
    /// Positions of `parts` in the order of the leaves.
    private let order: [Int]
    private var current = 0

    init(_ ranges: [Range<Int>]) {
        parts = ranges.map { ($0, MerkleFrontier()) }
        order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    }

    mutating func append(_ leaf: ArraySlice<UInt8>, at index: Int) {
        while current < order.count, parts[order[current]].range.upperBound <= index { current += 1 }
        guard current < order.count, parts[order[current]].range.contains(index) else { return }
        parts[order[current]].tree.append(leaf)
    }

    var roots: [JournalDigest] { parts.map(\.tree.root) }
}
