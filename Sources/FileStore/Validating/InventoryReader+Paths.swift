import Records
import Wording

/// The manifest and the fixity blocks: digests and content paths (OCFL 1.1, 3.5.2, 3.5.4).
extension InventoryReader {
    mutating func readManifest(_ value: JSONText?) {
        guard let value else { return fault(.inventoryBlockMissing, value: "manifest") }
        guard let members = value.members else {
            return fault(rules > .first ? .manifestUnusable : .inventoryBlockMissing, in: .noObject(.member("manifest")))
        }
        facts.hasManifest = true
        let names = Set(facts.versions.map(\.name.text))
        let numbers = Set(facts.versions.map(\.name.number))
        var seen: Set<ExactText> = []
        var paths: [LogicalPath] = []
        for member in members {
            checkManifestDigest(member.key)
            if !seen.insert(ExactText(member.key.lowercased())).inserted { fault(.manifestDigestTwice, value: member.key) }
            guard let elements = member.value.elements else {
                facts.manifest[member.key, default: []] += []
                fault(.contentDiffers, in: .noList(member.key))
                continue
            }
            let own = elements.compactMap { contentPath($0, .contentDiffers) }
            for path in own { checkPlace(path, names, numbers) }
            facts.manifest[member.key, default: []] += own
            paths += own
        }
        checkClashes(paths, .contentPathsClash)
    }

    private mutating func checkManifestDigest(_ text: String) {
        guard let algorithm = facts.algorithm, let kind = FixityAlgorithm(rawValue: algorithm.rawValue), !kind.isDigest(text) else {
            return
        }
        let isOther = isHexadecimal(text) && FixityAlgorithm.allCases.contains { $0 != .size && $0.isDigest(text) }
        fault(isOther ? .digestOfOther : kind.malformed, in: .noDigest(text))
    }

    /// A content path; what is wrong with it is noted. `code` is for what is no text.
    private mutating func contentPath(_ value: JSONText, _ code: Finding.Code) -> LogicalPath? {
        guard let text = value.string else {
            fault(code, in: .noText(.contentPath))
            return nil
        }
        return path(text, slash: .contentPathSlash, element: .contentPathRefused)
    }

    mutating func path(_ text: String, slash: Finding.Code, element: Finding.Code) -> LogicalPath? {
        let edge = text.utf8.first == 47 || text.utf8.last == 47
        if edge { fault(slash, .found(text)) }
        guard let path = LogicalPath(text) else {
            // A slash at either end leaves one empty part there, which is no second fault.
            let inner = text.utf8.first == 47 ? text.dropFirst() : text[...]
            if LogicalPath(String(inner.utf8.last == 47 ? inner.dropLast() : inner)) == nil { fault(element, .found(text)) }
            return nil
        }
        return path
    }

    /// A content path must lie in the content folder of a version that there is, under the version's own name.
    private mutating func checkPlace(_ path: LogicalPath, _ names: Set<String>, _ numbers: Set<Int>) {
        let parts = path.text.split(separator: "/", maxSplits: 2)
        guard parts.count > 2, parts[1].utf8.elementsEqual(facts.contentFolder.utf8), let name = VersionName(String(parts[0])) else {
            let parts = path.text.split(separator: "\\")
            let isForeign = parts.count > 2 && VersionName(String(parts[0])) != nil
            return fault(isForeign ? .contentPathSeparator : .contentPathOutside, value: path.text)
        }
        if names.contains(name.text) || facts.versions.isEmpty { return }
        fault(numbers.contains(name.number) ? .versionNameOther : .contentPathOutside, value: path.text)
    }

    /// No two paths may be the same, and none may be a folder of another.
    ///
    /// In order, with the slash before all else, what lies in a folder follows its name directly: one look at each neighbour is enough,
    /// however long the paths.
    mutating func checkClashes(_ paths: [LogicalPath], _ code: Finding.Code) {
        let sorted = paths.sorted { one, other in
            one.text.utf8.lexicographicallyPrecedes(other.text.utf8) { ($0 == 47 ? 0 : Int($0) + 1) < ($1 == 47 ? 0 : Int($1) + 1) }
        }
        for (one, next) in zip(sorted, sorted.dropFirst()) {
            if one == next {
                fault(code, in: .pathTwice(one.text))
            } else if next.text.utf8.starts(with: one.text.utf8), next.text.utf8.dropFirst(one.text.utf8.count).first == 47 {
                fault(code, in: .pathInPath(one.text, next.text))
            }
        }
    }

    mutating func readFixity(_ value: JSONText?) {
        guard let value else { return }
        guard let blocks = value.members else {
            return fault(rules > .first ? .fixityNoObject : .fixityAlgorithmUnknown, in: .noObject(.member("fixity")))
        }
        checkTwice(blocks, .member("fixity"))
        let known = Set(facts.manifest.values.joined().map { ExactText($0.text) })
        for block in blocks {
            let algorithm = FixityAlgorithm.allCases.first { $0.rawValue.utf8.elementsEqual(block.key.utf8) }
            if algorithm == nil { fault(.fixityAlgorithmUnknown, in: .found(block.key)) }
            if let algorithm, !algorithm.isComputed { passedOver.insert(algorithm.rawValue) }
            guard let members = block.value.members else {
                fault(.fixityUnusable, value: block.key)
                continue
            }
            readFixity(block.key, algorithm, members, known)
        }
    }

    private mutating func readFixity(
        _ name: String, _ algorithm: FixityAlgorithm?, _ members: [JSONText.Member], _ known: Set<ExactText>
    ) {
        var seen: Set<ExactText> = []
        for member in members {
            let isDigest = algorithm?.isDigest(member.key) ?? true
            if !isDigest { fault(algorithm?.malformed ?? .fixityUnusable, in: .noFixityDigest(member.key, algorithm: name)) }
            if !seen.insert(ExactText(member.key.lowercased())).inserted { fault(.fixityDigestTwice, value: "\(name) \(member.key)") }
            guard let elements = member.value.elements else {
                fault(.fixityUnusable, value: "\(name) \(member.key)")
                continue
            }
            for path in elements.compactMap({ contentPath($0, .fixityUnusable) }) {
                if !known.contains(ExactText(path.text)) { fault(.fixityUnusable, in: .unlistedPath(path.text)) }
                guard let algorithm, isDigest else { continue }
                facts.fixity.append(.init(algorithm: algorithm, digest: member.key.lowercased(), path: path))
            }
        }
    }

    /// Each digest of the manifest must be in the state of a version.
    mutating func checkUse() {
        guard facts.hasVersions, facts.hasStates else { return }
        for digest in facts.manifest.keys.sorted() where !facts.used.contains(digest.lowercased()) { fault(.contentUnused, value: digest) }
    }
}
