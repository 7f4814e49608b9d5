import Records
import Wording

extension ObjectCheck {
    /// Checks a version's folder and its inventory against the object's.
    mutating func checkVersion(_ name: VersionName, _ current: InventoryFacts, _ currentBytes: [UInt8]) {
        let isHead = name == current.versions.last?.name
        let own = readInventory(in: name)
        checkFolder(name, algorithm: own?.facts.algorithm, content: current.contentFolder)
        guard let own else { return }
        let place = name.text + "/inventory.json"
        if isHead {
            if own.bytes != currentBytes { find(.versionInventoryDiffers, place, .notOfObject) }
        } else {
            compare(own.facts, place, current)
        }
        if own.facts.head != name.text { find(.headDiffers, place, .inventory(.headIn(own.facts.head, version: name.text))) }
        if !isHead || own.bytes != currentBytes { inventories.append((place, own.facts)) }
    }

    private mutating func checkFolder(_ name: VersionName, algorithm: DigestAlgorithm?, content: String) {
        let (files, folders) = tree.names(below: name.text)
        for file in files where file != "inventory.json" && !file.hasPrefix("inventory.json.") {
            find(.fileOutsideContent, "\(name.text)/\(file)", .file)
        }
        for file in files
        where file.hasPrefix("inventory.json.") && algorithm != nil && file != "inventory.json.\(algorithm?.rawValue ?? "")" {
            find(.fileOutsideContent, "\(name.text)/\(file)", .file)
        }
        for folder in folders where folder != content { find(.folderBesideContent, "\(name.text)/\(folder)", .folder) }
    }

    /// An earlier version's inventory must tell the same history.
    private mutating func compare(_ own: InventoryFacts, _ place: String, _ current: InventoryFacts) {
        if own.identifier != current.identifier { find(.identifierDiffers, place, .found(own.identifier)) }
        if own.contentFolder != current.contentFolder {
            find(.contentFolderChanged, place, .nowOther(own.contentFolder, now: current.contentFolder))
        }
        let (ownDigests, currentDigests) = (own.digests, current.digests)
        let numbers = Set(own.versions.map(\.name.number))
        for version in own.versions {
            guard let now = current.version(version.name.number), now.name == version.name else {
                find(.historyDiffers, place, .versionLacking(version.name.text))
                continue
            }
            if !sameState(version, own, now, current) { find(.historyDiffers, place, .otherFiles(version.name.text)) }
            if version.created != now.created || version.message != now.message || version.userName != now.userName
                || version.userAddress != now.userAddress
            {
                find(.metadataDiffers, place, .otherDescription(version.name.text))
            }
        }
        guard let last = numbers.max() else { return }
        for path in currentDigests.keys.sorted(by: { $0.text < $1.text }) where ownDigests[path] == nil {
            guard let folder = path.text.split(separator: "/").first, let version = VersionName(String(folder)), version.number <= last
            else { continue }
            find(.contentUnlisted, place, .unlisted(path.text))
        }
    }

    /// No version may follow an older specification than the one before it.
    mutating func checkSpecifications() {
        let chain = inventories.dropFirst() + inventories.prefix(1)
        for (former, later) in zip(chain, chain.dropFirst()) {
            guard let one = former.facts.specification, let other = later.facts.specification, one > other else { continue }
            find(.specificationOlder, later.place, .follows(other.rawValue, after: former.place, of: one.rawValue))
        }
    }

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
