import Records
import Wording

/// The versions block: names, states, and who made each (OCFL 1.1, 3.5.3).
extension InventoryReader {
    private static let versionKeys = ["created", "state", "message", "user"]
    private static let userKeys = ["name", "address"]

    /// Notes the versions' names, before the manifest is read whose paths begin with them; answers what each holds, in their order.
    mutating func readVersionNames(_ value: JSONText?) -> [JSONText] {
        guard let value else {
            fault(.versionsBlockMissing, value: "versions")
            return []
        }
        guard let members = value.members else {
            fault(.versionsUnusable, in: .noObject(.member("versions")))
            return []
        }
        facts.hasVersions = true
        if members.isEmpty { fault(.versionsMissing, in: .noVersions) }
        var (seen, versions) = (Set<Int>(), [(VersionName, JSONText)]())
        for member in members {
            guard let name = VersionName(member.key) else {
                facts.hasStates = false
                fault(nameFault(member.key), in: .noVersionName(member.key))
                continue
            }
            guard seen.insert(name.number).inserted else {
                fault(.inventoryUnreadable, in: .versionTwice(member.key))
                continue
            }
            facts.versions.append(InventoryFacts.Version(name: name))
            versions.append((name, member.value))
        }
        facts.sortVersions()
        return versions.sorted { $0.0.number < $1.0.number }.map(\.1)
    }

    /// 1.0 says of a version's name only that there is a folder of it.
    private func nameFault(_ text: String) -> Finding.Code {
        guard rules > .first else { return .versionFolderUnexpected }
        return text.utf8.first == 118 ? .versionNumberUnusable : .versionNameUnusable
    }

    /// - Parameter index: Of the version among ``InventoryFacts/versions``.
    mutating func readVersion(_ index: Int, _ value: JSONText) {
        let name = facts.versions[index].name
        guard let members = value.members else {
            facts.hasStates = false
            return fault(.versionUnusable, in: .noObject(.member(name.text)))
        }
        checkKeys(members, InventoryReader.versionKeys, .member(name.text))
        var version = InventoryFacts.Version(name: name)
        version.created = readTime(value["created"], name)
        if let message = value["message"] {
            version.message = message.string
            if version.message == nil { fault(.messageUnusable, value: name.text) }
        } else {
            fault(.versionUnexplained, in: .lacks(.message(of: name.text)))
        }
        readUser(value["user"], into: &version)
        readState(value["state"], into: &version)
        facts.versions[index] = version
    }

    private mutating func readTime(_ value: JSONText?, _ name: VersionName) -> String? {
        guard let value else {
            fault(.versionKeyMissing, in: .lacks(.time(of: name.text)))
            return nil
        }
        if value.string.map(isTime) != true {
            fault(.timeUnusable, in: value.string.map { .badTime($0, version: name.text) } ?? .noTextForTime(version: name.text))
        }
        return value.string
    }

    private mutating func readUser(_ value: JSONText?, into version: inout InventoryFacts.Version) {
        let name = version.name.text
        guard let value else { return fault(.versionUnexplained, in: .lacks(.user(of: name))) }
        if let members = value.members { checkKeys(members, InventoryReader.userKeys, .user(of: name)) }
        version.userName = value["name"]?.string
        guard value.members != nil, version.userName != nil else { return fault(.userUnusable, value: name) }
        guard let address = value["address"] else { return fault(.addressMissing, value: name) }
        version.userAddress = address.string
        guard let text = address.string else { return fault(.userUnusable, in: .noText(.address(of: name))) }
        if !isURI(text) { fault(.addressNoURI, value: name) }
    }

    private mutating func readState(_ value: JSONText?, into version: inout InventoryFacts.Version) {
        let name = version.name.text
        guard let members = value?.members else {
            facts.hasStates = false
            return value == nil
                ? fault(.versionKeyMissing, in: .lacks(.state(of: name))) : fault(.stateUnusable, in: .noObject(.state(of: name)))
        }
        checkTwice(members, .state(of: name))
        var paths: [LogicalPath] = []
        for member in members {
            facts.used.insert(member.key.lowercased())
            // Within one inventory the letters' case must agree too.
            if facts.hasManifest, facts.manifest[member.key] == nil {
                fault(.stateUnusable, in: .unlistedDigest(member.key, version: name))
            }
            guard let elements = member.value.elements, elements.allSatisfy({ $0.string != nil }) else {
                fault(.stateUnusable, in: .noPaths(member.key, version: name))
                continue
            }
            for text in elements.compactMap(\.string) {
                guard let path = path(text, slash: .logicalPathSlash, element: .logicalPathRefused) else { continue }
                version.state[path] = member.key
                paths.append(path)
            }
        }
        checkClashes(paths, .logicalPathsClash)
    }

    mutating func checkVersionNames() {
        guard let first = facts.versions.first, let last = facts.versions.last else { return }
        if first.name.number != 1 { fault(.firstVersionMissing, in: .firstIs(first.name.text)) }
        for (one, next) in zip(facts.versions, facts.versions.dropFirst()) where next.name.number != one.name.number + 1 {
            fault(.versionSkipped, in: .versionFollows(next.name.text, one.name.text))
        }
        if let other = facts.versions.first(where: { $0.name.padding != first.name.padding }) {
            if first.name.padding != nil, other.name.padding == nil { fault(.paddingWithoutZero, value: other.name.text) }
            fault(.paddingMixed, in: .bothNames(first.name.text, other.name.text))
            fault(.paddingChanged, in: .nameAfter(other.name.text, first.name.text))
        }
        if first.name.padding != nil { fault(.paddedVersions, value: first.name.text) }
        if let head = facts.head, !head.utf8.elementsEqual(last.name.text.utf8) {
            fault(.headDiffers, in: .headNot(head, last: last.name.text))
        }
    }
}
