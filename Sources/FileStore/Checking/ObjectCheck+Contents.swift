import Disk
import Records
import Wording

extension ObjectCheck {
    /// What a file must be, according to one inventory.
    private struct Claim: Hashable {
        let algorithm: String
        let digest: String
        let code: Finding.Code
        let place: String
    }

    /// Checks every content file against every digest that any inventory gives it, reading each once.
    mutating func checkContents(_ current: InventoryFacts) {
        let claims = claims()
        for path in claims.keys.sorted(by: { $0.text < $1.text }) {
            let wanted = (claims[path] ?? []).sorted {
                ($0.code.rawValue, $0.place, $0.algorithm) < ($1.code.rawValue, $1.place, $1.algorithm)
            }
            guard tree.files.contains(path) else {
                for claim in wanted { find(claim.code, path.text, .fileMissing(algorithm: claim.algorithm, digest: claim.digest)) }
                continue
            }
            checkContent(path, wanted)
        }
        let listed = Set(current.manifest.values.joined())
        for version in current.versions {
            for path in tree.files(below: "\(version.name.text)/\(current.contentFolder)") where !listed.contains(path) {
                find(.contentUnlisted, path.text, .foundFile)
            }
        }
    }

    private func claims() -> [LogicalPath: Set<Claim>] {
        var claims: [LogicalPath: Set<Claim>] = [:]
        for (place, facts) in inventories {
            if let algorithm = facts.algorithm?.rawValue {
                for (path, digest) in facts.digests {
                    claims[path, default: []].insert(
                        Claim(algorithm: algorithm, digest: digest.lowercased(), code: .contentDiffers, place: place))
                }
            }
            for fixity in facts.fixity {
                claims[fixity.path, default: []].insert(
                    Claim(algorithm: fixity.algorithm, digest: fixity.digest, code: .fixityDiffers, place: place))
            }
        }
        return claims
    }

    private mutating func checkContent(_ path: LogicalPath, _ wanted: [Claim]) {
        do throws(DiskError) {
            var hashes = ContentHashes(Set(wanted.map(\.algorithm)))
            let found = try hashes.read(try disk.openForReading(tree.location(path)))
            var told: Set<String> = []
            for claim in wanted {
                guard let digest = found[claim.algorithm], digest != claim.digest, told.insert(claim.code.rawValue + claim.digest).inserted
                else { continue }
                find(
                    claim.code, path.text,
                    .digestDiffers(algorithm: claim.algorithm, found: digest, place: claim.place, expected: claim.digest))
            }
        } catch { find(.unreadable, path.text, .failed(error.operation, error.errno)) }
    }
}
