import Disk
import Records
import Wording

extension ObjectCheck {
    /// What a file must be, according to an inventory. Each inventory repeats what the one before it says: that is the same claim.
    struct Claim: Hashable {
        let algorithm: FixityAlgorithm
        let digest: String
        let code: Finding.Code
        /// The inventory that was the first to say so.
        let place: String

        static func == (left: Claim, right: Claim) -> Bool {
            left.code == right.code && left.algorithm == right.algorithm && left.digest == right.digest
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(code)
            hasher.combine(algorithm)
            hasher.combine(digest)
        }
    }

    /// Keeps what an inventory says of the files that there are, and tells of those that there are not.
    mutating func claim(_ facts: InventoryFacts, _ place: String) {
        if let algorithm = facts.algorithm.flatMap({ FixityAlgorithm(rawValue: $0.rawValue) }) {
            for (path, digest) in facts.digests.sorted(by: { $0.key.text < $1.key.text }) {
                claim(path, Claim(algorithm: algorithm, digest: digest.lowercased(), code: .contentDiffers, place: place))
            }
        }
        for fixity in facts.fixity {
            claim(fixity.path, Claim(algorithm: fixity.algorithm, digest: fixity.digest, code: .fixityDiffers, place: place))
        }
    }

    private mutating func claim(_ path: LogicalPath, _ claim: Claim) {
        if tree.files.contains(path) {
            claims[path, default: []].insert(claim)
        } else if missing[claim.code, default: []].insert(path).inserted {
            find(claim.code, path.text, .fileMissing(algorithm: claim.algorithm.rawValue, digest: claim.digest))
        }
    }

    /// Checks every content file against every digest that any inventory gives it, reading each once.
    mutating func checkContents(_ current: InventoryFacts) {
        for path in claims.keys.sorted(by: { $0.text < $1.text }) { checkContent(path, claims[path] ?? []) }
        let listed = Set(current.manifest.values.joined())
        for version in current.versions {
            for path in tree.files(in: current.contentFolder, of: version.name.text) where !listed.contains(path) {
                find(.contentUnlisted, path.text, .foundFile)
            }
        }
    }

    private mutating func checkContent(_ path: LogicalPath, _ wanted: Set<Claim>) {
        do throws(DiskError) {
            var hashes = ContentHashes(Set(wanted.map(\.algorithm)))
            let found = try hashes.read(try tree.open(path))
            for claim in wanted.sorted(by: { ($0.code.rawValue, $0.place, $0.digest) < ($1.code.rawValue, $1.place, $1.digest) }) {
                guard let digest = found[claim.algorithm], digest != claim.digest else { continue }
                find(
                    claim.code, path.text,
                    .digestDiffers(algorithm: claim.algorithm.rawValue, found: digest, place: claim.place, expected: claim.digest))
            }
        } catch { find(.unreadable, path.text, .failed(error.operation, error.errno)) }
    }
}
