import Records
import Wording

/// Each version's folder, and its inventory against the object's (OCFL 1.1, 3.3, 3.7).
extension ObjectCheck {
    mutating func checkVersion(_ name: VersionName, _ current: Read) {
        let isHead = name == current.facts.versions.last?.name
        let own = readInventory(in: name, known: current)
        checkFolder(name, hasInventory: tree.has("\(name.text)/inventory.json"), own?.facts, content: current.facts.contentFolder)
        guard let own else { return }
        let place = name.text + "/inventory.json"
        let isSame = own.digest == current.digest
        if !isHead { compare(own.facts, place, current.facts) } else if !isSame { find(.versionInventoryDiffers, place, .notOfObject) }
        // The same head is told of the object's own inventory already.
        if own.facts.head != name.text, !(isHead && isSame) {
            find(.headDiffers, place, .inventory(.headIn(own.facts.head, version: name.text)))
        }
        if !isSame { claim(own.facts, place) }
        if let specification = own.facts.specification { specifications.append((place, specification)) }
        if name.number == 1 { checkContentFolderKey(own.facts, current.facts) }
    }

    private mutating func checkFolder(_ name: VersionName, hasInventory: Bool, _ facts: InventoryFacts?, content: String) {
        let own = tree.names(in: name.text)
        for file in own.files where file != "inventory.json" {
            // Sidecars of other algorithms are told where the sidecar is checked.
            let isOwn = hasInventory && (isSidecar(file) || facts?.algorithmName.map { "inventory.json.\($0)" } == file)
            if !isOwn { find(.fileOutsideContent, "\(name.text)/\(file)", .file) }
        }
        for folder in own.folders where !folder.utf8.elementsEqual(content.utf8) {
            find(.folderBesideContent, "\(name.text)/\(folder)", .folder)
        }
    }

    /// A content folder that has a name must have it from the first version on.
    private mutating func checkContentFolderKey(_ first: InventoryFacts, _ current: InventoryFacts) {
        guard let now = current.contentDirectory, first.contentDirectory == nil || first.contentDirectory != now else { return }
        find(.contentFolderUnset, "inventory.json", .nowOther(first.contentFolder, now: now))
    }

    /// An earlier version's inventory must tell the same history.
    private mutating func compare(_ own: InventoryFacts, _ place: String, _ current: InventoryFacts) {
        if !same(own.identifier, current.identifier) {
            find(.identifierDiffers, place, .found(own.identifier))
            // 1.1 has a code of its own for this; 1.0 asks only that an identifier be unique.
            if (specification ?? .second) > .first { find(.identifierChanged, place, .found(own.identifier)) }
        }
        if !same(own.contentFolder, current.contentFolder) {
            find(.contentFolderChanged, place, .nowOther(own.contentFolder, now: current.contentFolder))
        }
        for version in own.versions {
            guard let now = current.version(version.name.number), now.name == version.name else {
                find(.historyDiffers, place, .versionLacking(version.name.text))
                continue
            }
            if !sameState(version, own, now, current) { find(.historyDiffers, place, .otherFiles(version.name.text)) }
            let isSame =
                same(version.created, now.created) && same(version.message, now.message) && same(version.userName, now.userName)
                && same(version.userAddress, now.userAddress)
            if !isSame { find(.metadataDiffers, place, .otherDescription(version.name.text)) }
        }
        findUnlisted(own, place, current)
    }

    /// What lies in the versions that an earlier inventory speaks of, it must list.
    private mutating func findUnlisted(_ own: InventoryFacts, _ place: String, _ current: InventoryFacts) {
        guard let last = own.versions.last?.name.number else { return }
        let listed = Set(own.manifest.values.joined())
        for path in current.manifest.values.joined().sorted(by: { $0.text < $1.text }) where !listed.contains(path) {
            guard let folder = path.text.split(separator: "/").first, let version = VersionName(String(folder)), version.number <= last
            else { continue }
            find(.contentUnlisted, place, .unlisted(path.text))
        }
    }

    /// No version may follow an older specification than the one before it.
    mutating func checkSpecifications(_ current: InventoryFacts) {
        let chain = specifications + (current.specification.map { [("inventory.json", $0)] } ?? [])
        for (former, later) in zip(chain, chain.dropFirst()) where former.1 > later.1 {
            find(.specificationOlder, later.0, .follows(later.1.rawValue, after: former.0, of: former.1.rawValue))
        }
    }

    private func same(_ one: String?, _ other: String?) -> Bool { one.map(ExactText.init) == other.map(ExactText.init) }

    private func sameState(
        _ former: InventoryFacts.Version, _ own: InventoryFacts, _ now: InventoryFacts.Version, _ current: InventoryFacts
    ) -> Bool {
        guard former.state.count == now.state.count else { return false }
        for (path, digest) in former.state {
            guard let other = now.state[path] else { return false }
            if own.algorithm == current.algorithm {
                guard digest.lowercased() == other.lowercased() else { return false }
            } else {
                // Digests of different algorithms are compared by the files they stand for.
                guard !Set(own.manifest[digest] ?? []).isDisjoint(with: current.manifest[other] ?? []) else { return false }
            }
        }
        return true
    }
}
