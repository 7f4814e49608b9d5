import Disk

extension Journal {
    /// The lines of some events, each with the digests that lead from it to the root of the first `size`, in one reading; and the proof that
    /// this state continues an earlier one.
    ///
    /// - Parameters:
    ///   - sequences: in rising order, none beyond `size`.
    ///   - old: how many events the earlier state has, at most `size`; 0 for none.
    /// - Throws: ``JournalError``; `.damaged` where there are fewer events.
    public func evidence(of sequences: [Int], in size: Int, since old: Int) throws(JournalError) -> JournalEvidence {
        var paths = sequences.map { Subtrees(MerkleTree.inclusionRanges(of: $0 - 1, in: 0..<size)) }
        var consistency = Subtrees(old > 0 && old < size ? MerkleTree.consistencyRanges(from: old, in: 0..<size) : [])
        var (tree, roots): (MerkleFrontier, [Int: JournalDigest]) = (MerkleFrontier(), [:])
        var lines: [Int: [UInt8]] = [:]
        let wanted = Set(sequences)
        try eachLine(through: size) { line in
            let index = line.header.sequence - 1
            for place in paths.indices { paths[place].append(line.headerBytes, at: index) }
            consistency.append(line.headerBytes, at: index)
            tree.append(line.headerBytes)
            if tree.size == old || tree.size == size { roots[tree.size] = tree.root }
            if wanted.contains(line.header.sequence) { lines[line.header.sequence] = line.headerBytes + [9] + line.payloadBytes + [10] }
        }
        return JournalEvidence(
            events: zip(sequences, paths).map { sequence, path in
                JournalEvidence.Place(index: sequence - 1, line: lines[sequence] ?? [], path: path.roots)
            }, root: roots[size] ?? tree.root, consistency: consistency.roots, oldRoot: roots[old])
    }
}

/// What shows that some events are in a state of the journal, and that it continues an earlier one.
public struct JournalEvidence: Sendable, Hashable {
    /// An event's line as it stands in the journal, and the way from it to the root.
    public struct Place: Sendable, Hashable {
        /// The sequence number less one.
        public let index: Int
        /// Header, tab, payload (nothing where it was emptied), line feed.
        public let line: [UInt8]
        /// From the leaf's sibling up to the root's child.
        public let path: [JournalDigest]
    }

    public let events: [Place]
    public let root: JournalDigest
    /// RFC 9162, 2.1.4.
    public let consistency: [JournalDigest]
    /// The root at the earlier size; nil where none was asked for.
    public let oldRoot: JournalDigest?
}
