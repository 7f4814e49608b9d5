import Records
import Wording

/// Reads an inventory for what it says and for what is wrong with it, without stopping at the first fault.
struct InventoryReader {
    struct Fault {
        let code: Finding.Code
        let detail: StorageDetail
    }

    private(set) var faults: [Fault] = []
    private(set) var facts = InventoryFacts()

    /// - Parameter specification: the one that the object declares; the type of its current inventory must be that.
    init(_ json: JSONText, declared specification: Specification?) {
        guard let members = json.members else {
            fault(.inventoryKeyUnusable, in: .noObject(.whole))
            return
        }
        checkKeys(members, InventoryReader.keys, .whole)
        readIdentifier(json["id"])
        readType(json["type"], declared: specification)
        readAlgorithm(json["digestAlgorithm"])
        readHead(json["head"])
        readContentDirectory(json["contentDirectory"])
        readManifest(json["manifest"])
        readVersions(json["versions"])
        readFixity(json["fixity"])
        checkVersionNames()
        checkUse()
    }

    private static let keys = ["id", "type", "digestAlgorithm", "head", "contentDirectory", "fixity", "manifest", "versions"]
    private static let versionKeys = ["created", "state", "message", "user"]

    mutating func fault(_ code: Finding.Code, _ detail: StorageDetail) { faults.append(Fault(code: code, detail: detail)) }
    private mutating func fault(_ code: Finding.Code, in detail: InventoryDetail) { fault(code, .inventory(detail)) }
    private mutating func fault(_ code: Finding.Code, value: String) { fault(code, .value(value)) }

    private mutating func checkKeys(_ members: [JSONText.Member], _ known: [String], _ whose: InventoryDetail.Part) {
        for (index, member) in members.enumerated() {
            if !known.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
                fault(.inventoryKeyUnknown, in: .unknownKey(whose, member.key))
            }
            if members[..<index].contains(where: { $0.key.utf8.elementsEqual(member.key.utf8) }) {
                fault(.inventoryKeyUnusable, in: .keyTwice(whose, member.key))
            }
        }
    }

    // MARK: The simple keys

    private mutating func readIdentifier(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, value: "id") }
        guard let text = value.string, !text.isEmpty else { return fault(.identifierDiffers, in: .noText(.member("id"))) }
        facts.identifier = text
        if !isURI(text) { fault(.identifierNoURI, value: text) }
    }

    private mutating func readType(_ value: JSONText?, declared: Specification?) {
        guard let value else { return fault(.inventoryKeyMissing, value: "type") }
        facts.specification = Specification.allCases.first { $0.inventoryType == value.string }
        guard let found = facts.specification else { return fault(.typeDiffers, in: value.string.map { .found($0) } ?? .foundNoText) }
        if let declared, found != declared { fault(.typeDiffers, in: .otherSpecification(found.rawValue, declared: declared.rawValue)) }
    }

    private mutating func readAlgorithm(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, value: "digestAlgorithm") }
        facts.algorithm = value.string.flatMap(DigestAlgorithm.init(rawValue:))
        if facts.algorithm == nil { fault(.digestAlgorithmRefused, in: value.string.map { .found($0) } ?? .foundNoText) }
        if facts.algorithm == .sha256 { fault(.shorterDigest, .found("sha256")) }
    }

    private mutating func readHead(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, value: "head") }
        facts.head = value.string
        if facts.head == nil { fault(.headDiffers, in: .noText(.member("head"))) }
    }

    private mutating func readContentDirectory(_ value: JSONText?) {
        guard let value else { return }
        guard let text = value.string, !text.isEmpty, !text.utf8.contains(47) else {
            return fault(.contentFolderNested, in: value.string.map { .found($0) } ?? .foundNoText)
        }
        guard text != ".", text != ".." else { return fault(.contentFolderDots, .found(text)) }
        facts.contentDirectory = text
    }

    // MARK: Manifest and fixity

    private mutating func readManifest(_ value: JSONText?) {
        guard let value else { return fault(.inventoryBlockMissing, value: "manifest") }
        guard let members = value.members else { return fault(.inventoryBlockMissing, in: .noObject(.member("manifest"))) }
        var seen: Set<String> = []
        var paths: [LogicalPath] = []
        for member in members {
            if !isDigest(member.key, of: facts.algorithm?.rawValue) { fault(.digestAlgorithmRefused, in: .noDigest(member.key)) }
            if !seen.insert(member.key.lowercased()).inserted { fault(.manifestDigestTwice, value: member.key) }
            guard let elements = member.value.elements else {
                fault(.manifestListUnusable, value: member.key)
                continue
            }
            let own = elements.compactMap { contentPath($0, .manifestListUnusable) }
            for path in own where !isInContent(path) { fault(.contentPathOutside, value: path.text) }
            facts.manifest[member.key, default: []] += own
            paths += own
        }
        checkClashes(paths, .contentPathsClash)
    }

    /// A content path; what is wrong with it is noted. `code` is for what is no text.
    private mutating func contentPath(_ value: JSONText, _ code: Finding.Code) -> LogicalPath? {
        guard let text = value.string else {
            fault(code, in: .noText(.contentPath))
            return nil
        }
        return path(text, slash: .contentPathSlash, element: .contentPathRefused)
    }

    private mutating func path(_ text: String, slash: Finding.Code, element: Finding.Code) -> LogicalPath? {
        if text.utf8.first == 47 || text.utf8.last == 47 {
            fault(slash, .found(text))
            return nil
        }
        guard let path = LogicalPath(text) else {
            fault(element, .found(text))
            return nil
        }
        return path
    }

    private func isInContent(_ path: LogicalPath) -> Bool {
        let parts = path.text.split(separator: "/")
        return parts.count > 2 && VersionName(String(parts[0])) != nil && parts[1].utf8.elementsEqual(facts.contentFolder.utf8)
    }

    /// No two paths may be the same, and none may be a folder of another.
    private mutating func checkClashes(_ paths: [LogicalPath], _ code: Finding.Code) {
        let all = Set(paths)
        var seen: Set<LogicalPath> = []
        for path in paths where !seen.insert(path).inserted { fault(code, in: .pathTwice(path.text)) }
        for path in all {
            let bytes = Array(path.text.utf8)
            for index in bytes.indices where bytes[index] == 47 {
                guard let folder = LogicalPath(String(decoding: bytes[..<index], as: UTF8.self)), all.contains(folder) else { continue }
                fault(code, in: .pathInPath(folder.text, path.text))
            }
        }
    }

    private mutating func readFixity(_ value: JSONText?) {
        guard let value else { return }
        guard let blocks = value.members else { return fault(.fixityAlgorithmUnusable, in: .noObject(.member("fixity"))) }
        let known = Set(facts.manifest.values.joined())
        for block in blocks {
            guard let members = block.value.members else {
                fault(.fixityUnusable, value: block.key)
                continue
            }
            var seen: Set<String> = []
            for member in members {
                if !isDigest(member.key, of: block.key) { fault(.fixityUnusable, in: .noFixityDigest(member.key, algorithm: block.key)) }
                if !seen.insert(member.key.lowercased()).inserted { fault(.fixityDigestTwice, value: "\(block.key) \(member.key)") }
                readFixity(block.key, member, known)
            }
        }
    }

    private mutating func readFixity(_ algorithm: String, _ member: JSONText.Member, _ known: Set<LogicalPath>) {
        guard let elements = member.value.elements else { return fault(.fixityUnusable, value: "\(algorithm) \(member.key)") }
        for path in elements.compactMap({ contentPath($0, .fixityUnusable) }) {
            if !known.contains(path) { fault(.fixityUnusable, in: .unlistedPath(path.text)) }
            facts.fixity.append(.init(algorithm: algorithm, digest: member.key.lowercased(), path: path))
        }
    }

    // MARK: Versions

    private mutating func readVersions(_ value: JSONText?) {
        guard let value else { return fault(.inventoryBlockMissing, value: "versions") }
        guard let members = value.members else { return fault(.versionsUnusable, in: .noObject(.member("versions"))) }
        if members.isEmpty { fault(.versionsMissing, in: .noVersions) }
        for member in members {
            guard let name = VersionName(member.key) else {
                fault(.versionFolderUnexpected, in: .noVersionName(member.key))
                continue
            }
            guard facts.version(name.number) == nil else {
                fault(.versionsUnusable, in: .versionTwice(member.key))
                continue
            }
            readVersion(name, member.value)
        }
        facts.versions.sort { $0.name.number < $1.name.number }
    }

    private mutating func readVersion(_ name: VersionName, _ value: JSONText) {
        guard let members = value.members else { return fault(.versionsUnusable, in: .noObject(.member(name.text))) }
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
        facts.versions.append(version)
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
        version.userName = value["name"]?.string
        guard value.members != nil, version.userName != nil else { return fault(.userUnusable, value: name) }
        guard let address = value["address"] else { return fault(.addressMissing, value: name) }
        version.userAddress = address.string
        guard let text = address.string else { return fault(.userUnusable, in: .noText(.address(of: name))) }
        if !isURI(text) { fault(.addressNoURI, value: name) }
    }

    private mutating func readState(_ value: JSONText?, into version: inout InventoryFacts.Version) {
        let name = version.name.text
        guard let value else { return fault(.versionKeyMissing, in: .lacks(.state(of: name))) }
        guard let members = value.members else { return fault(.stateUnusable, in: .noObject(.state(of: name))) }
        var paths: [LogicalPath] = []
        for member in members {
            // Within one inventory the letters' case must agree too.
            if facts.manifest[member.key] == nil { fault(.stateUnusable, in: .unlistedDigest(member.key, version: name)) }
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

    private mutating func checkVersionNames() {
        guard let first = facts.versions.first, let last = facts.versions.last else { return }
        if first.name.number != 1 { fault(.firstVersionMissing, in: .firstIs(first.name.text)) }
        for (one, next) in zip(facts.versions, facts.versions.dropFirst()) where next.name.number != one.name.number + 1 {
            fault(.versionSkipped, in: .versionFollows(next.name.text, one.name.text))
        }
        if let other = facts.versions.first(where: { $0.name.padding != first.name.padding }) {
            fault(.paddingMixed, in: .bothNames(first.name.text, other.name.text))
            fault(.paddingChanged, in: .nameAfter(other.name.text, first.name.text))
        }
        if first.name.padding != nil { fault(.paddedVersions, value: first.name.text) }
        if let head = facts.head, head != last.name.text { fault(.headDiffers, in: .headNot(head, last: last.name.text)) }
    }

    private mutating func checkUse() {
        let used = Set(facts.versions.flatMap { $0.state.values.map { $0.lowercased() } })
        for digest in facts.manifest.keys.sorted() where !used.contains(digest.lowercased()) { fault(.contentUnused, value: digest) }
    }
}
