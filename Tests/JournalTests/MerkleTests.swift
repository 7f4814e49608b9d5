import DiskModel
import Records
import Testing

@testable import Journal

@Suite("The tree")
struct MerkleTests {
    /// The leaves that implementers of RFC 6962 and RFC 9162 compare themselves by.
    private let leaves: [[UInt8]] = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map { bytesOfHexDigits($0) ?? [] }

    @Test(
        "has the roots that others compute",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ])
    func knownRoots(size: Int, root: String) {
        var tree = MerkleFrontier()
        for leaf in leaves[..<size] { tree.append(leaf) }
        #expect(tree.root.hex == root)
    }

    /// The definition of RFC 9162, 2.1.1, as it stands there.
    private func root(_ leaves: ArraySlice<[UInt8]>) -> JournalDigest {
        guard leaves.count > 1 else { return leaves.first.map(MerkleTree.leafHash) ?? JournalDigest(of: []) }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        return JournalDigest(nodeOf: root(leaves.prefix(split)), root(leaves.dropFirst(split)))
    }

    @Test("proves every leaf in every size up to 40, and nothing else")
    func inclusion() {
        let leaves = (0..<40).map { Array("leaf \($0)".utf8) }
        for size in 1...40 {
            let root = root(leaves[..<size])
            for index in 0..<size {
                let path = MerkleTree.inclusionRanges(of: index, in: 0..<size).map { self.root(leaves[$0]) }
                let leaf = MerkleTree.leafHash(leaves[index])
                #expect(MerkleTree.isIncluded(leaf, at: index, size: size, path: path, root: root))
                #expect(!MerkleTree.isIncluded(leaf, at: (index + 1) % size, size: size, path: path, root: root) || size == 1)
                #expect(!MerkleTree.isIncluded(MerkleTree.leafHash([1]), at: index, size: size, path: path, root: root))
                #expect(!MerkleTree.isIncluded(leaf, at: index, size: size, path: path + [root], root: root))
                if !path.isEmpty { #expect(!MerkleTree.isIncluded(leaf, at: index, size: size, path: path.dropLast(), root: root)) }
            }
        }
    }

    @Test("proves that each size up to 40 continues each smaller one, and nothing else")
    func consistency() {
        let leaves = (0..<40).map { Array("leaf \($0)".utf8) }
        let roots = (0...40).map { root(leaves[..<$0]) }
        for new in 1...40 {
            for old in 1...new {
                let path = old == new ? [] : MerkleTree.consistencyRanges(from: old, in: 0..<new).map { root(leaves[$0]) }
                #expect(MerkleTree.isConsistent(from: old, root: roots[old], to: new, root: roots[new], path: path), "\(old) in \(new)")
                #expect(!MerkleTree.isConsistent(from: old, root: roots[old - 1], to: new, root: roots[new], path: path))
                #expect(!MerkleTree.isConsistent(from: old, root: roots[old], to: new, root: roots[new - 1], path: path))
            }
        }
    }

    @Test("A root made leaf by leaf is the root of the definition")
    func frontier() {
        var tree = MerkleFrontier()
        let leaves = (0..<300).map { Array("leaf \($0)".utf8) }
        for size in 0..<300 {
            #expect(tree.root == root(leaves[..<size]))
            tree.append(leaves[size])
        }
    }
}
