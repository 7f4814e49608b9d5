import Records
import Wording

/// Reads an inventory for what it says and for what is wrong with it, without stopping at the first fault.
struct InventoryReader {
    struct Fault {
        let code: Finding.Code
        let detail: String
    }

    private(set) var faults: [Fault] = []
    private(set) var facts = InventoryFacts()

    /// - Parameter specification: the one that the object declares; the type of its current inventory must be that.
    init(_ json: JSONText, declared specification: Specification?) {
        guard let members = json.members else {
            fault(.inventoryKeyUnusable, "it is no JSON object")
            return
        }
        checkKeys(members, InventoryReader.keys, "the inventory")
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

    mutating func fault(_ code: Finding.Code, _ detail: String) { faults.append(Fault(code: code, detail: detail)) }

    private mutating func checkKeys(_ members: [JSONText.Member], _ known: [String], _ whose: String) {
        for (index, member) in members.enumerated() {
            if !known.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
                fault(.inventoryKeyUnknown, "\(whose) has \(member.key)")
            }
            if members[..<index].contains(where: { $0.key.utf8.elementsEqual(member.key.utf8) }) {
                fault(.inventoryKeyUnusable, "\(whose) has \(member.key) twice")
            }
        }
    }

    // MARK: The simple keys

    private mutating func readIdentifier(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, "id") }
        guard let text = value.string, !text.isEmpty else { return fault(.identifierDiffers, "id is no text") }
        facts.identifier = text
        if !isURI(text) { fault(.identifierNoURI, text) }
    }

    private mutating func readType(_ value: JSONText?, declared: Specification?) {
        guard let value else { return fault(.inventoryKeyMissing, "type") }
        facts.specification = Specification.allCases.first { $0.inventoryType == value.string }
        guard let found = facts.specification else { return fault(.typeDiffers, "found \(value.string ?? "no text")") }
        if let declared, found != declared { fault(.typeDiffers, "found \(found.rawValue), the declaration says \(declared.rawValue)") }
    }

    private mutating func readAlgorithm(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, "digestAlgorithm") }
        facts.algorithm = value.string.flatMap(DigestAlgorithm.init(rawValue:))
        if facts.algorithm == nil { fault(.digestAlgorithmRefused, "found \(value.string ?? "no text")") }
        if facts.algorithm == .sha256 { fault(.shorterDigest, "found sha256") }
    }

    private mutating func readHead(_ value: JSONText?) {
        guard let value else { return fault(.inventoryKeyMissing, "head") }
        facts.head = value.string
        if facts.head == nil { fault(.headDiffers, "head is no text") }
    }

    private mutating func readContentDirectory(_ value: JSONText?) {
        guard let value else { return }
        guard let text = value.string, !text.isEmpty, !text.utf8.contains(47) else {
            return fault(.contentFolderNested, "found \(value.string ?? "no text")")
        }
        guard text != ".", text != ".." else { return fault(.contentFolderDots, "found \(text)") }
        facts.contentDirectory = text
    }

    // MARK: Manifest and fixity

    private mutating func readManifest(_ value: JSONText?) {
        guard let value else { return fault(.inventoryBlockMissing, "manifest") }
        guard let members = value.members else { return fault(.inventoryBlockMissing, "manifest is no JSON object") }
        var seen: Set<String> = []
        var paths: [LogicalPath] = []
        for member in members {
            if !isDigest(member.key, of: facts.algorithm?.rawValue) { fault(.digestAlgorithmRefused, "the manifest has \(member.key)") }
            if !seen.insert(member.key.lowercased()).inserted { fault(.manifestDigestTwice, member.key) }
            guard let elements = member.value.elements else {
                fault(.manifestListUnusable, member.key)
                continue
            }
            let own = elements.compactMap { contentPath($0, .manifestListUnusable) }
            for path in own where !isInContent(path) { fault(.contentPathOutside, path.text) }
            facts.manifest[member.key, default: []] += own
            paths += own
        }
        checkClashes(paths, .contentPathsClash)
    }

    /// A content path; what is wrong with it is noted. `code` is for what is no text.
    private mutating func contentPath(_ value: JSONText, _ code: Finding.Code) -> LogicalPath? {
        guard let text = value.string else {
            fault(code, "a content path is no text")
            return nil
        }
        return path(text, slash: .contentPathSlash, element: .contentPathRefused)
    }

    private mutating func path(_ text: String, slash: Finding.Code, element: Finding.Code) -> LogicalPath? {
        if text.utf8.first == 47 || text.utf8.last == 47 {
            fault(slash, "found \(text)")
            return nil
        }
        guard let path = LogicalPath(text) else {
            fault(element, "found \(text)")
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
        for path in paths where !seen.insert(path).inserted { fault(code, "twice: \(path)") }
        for path in all {
            let bytes = Array(path.text.utf8)
            for index in bytes.indices where bytes[index] == 47 {
                guard let folder = LogicalPath(String(decoding: bytes[..<index], as: UTF8.self)), all.contains(folder) else { continue }
                fault(code, "\(folder) is a folder of \(path)")
            }
        }
    }

    private mutating func readFixity(_ value: JSONText?) {
        guard let value else { return }
        guard let blocks = value.members else { return fault(.fixityAlgorithmUnusable, "fixity is no JSON object") }
        let known = Set(facts.manifest.values.joined())
        for block in blocks {
            guard let members = block.value.members else {
                fault(.fixityUnusable, block.key)
                continue
            }
            var seen: Set<String> = []
            for member in members {
                if !isDigest(member.key, of: block.key) { fault(.fixityUnusable, "\(block.key) has \(member.key)") }
                if !seen.insert(member.key.lowercased()).inserted { fault(.fixityDigestTwice, "\(block.key) \(member.key)") }
                readFixity(block.key, member, known)
            }
        }
    }

    private mutating func readFixity(_ algorithm: String, _ member: JSONText.Member, _ known: Set<LogicalPath>) {
        guard let elements = member.value.elements else { return fault(.fixityUnusable, "\(algorithm) \(member.key)") }
        for path in elements.compactMap({ contentPath($0, .fixityUnusable) }) {
            if !known.contains(path) { fault(.fixityUnusable, "the manifest does not list \(path)") }
            facts.fixity.append(.init(algorithm: algorithm, digest: member.key.lowercased(), path: path))
        }
    }

    // MARK: Versions

    private mutating func readVersions(_ value: JSONText?) {
        guard let value else { return fault(.inventoryBlockMissing, "versions") }
        guard let members = value.members else { return fault(.versionsUnusable, "versions is no JSON object") }
        if members.isEmpty { fault(.versionsMissing, "versions is empty") }
        for member in members {
            guard let name = VersionName(member.key) else {
                fault(.versionFolderUnexpected, "the inventory has a version \(member.key)")
                continue
            }
            guard facts.version(name.number) == nil else {
                fault(.versionsUnusable, "\(member.key) is there twice")
                continue
            }
            readVersion(name, member.value)
        }
        facts.versions.sort { $0.name.number < $1.name.number }
    }

    private mutating func readVersion(_ name: VersionName, _ value: JSONText) {
        guard let members = value.members else { return fault(.versionsUnusable, "\(name.text) is no JSON object") }
        checkKeys(members, InventoryReader.versionKeys, name.text)
        var version = InventoryFacts.Version(name: name)
        version.created = readTime(value["created"], name)
        if let message = value["message"] {
            version.message = message.string
            if version.message == nil { fault(.messageUnusable, name.text) }
        } else {
            fault(.versionUnexplained, "\(name.text) has no message")
        }
        readUser(value["user"], into: &version)
        readState(value["state"], into: &version)
        facts.versions.append(version)
    }

    private mutating func readTime(_ value: JSONText?, _ name: VersionName) -> String? {
        guard let value else {
            fault(.versionKeyMissing, "\(name.text) has no time")
            return nil
        }
        if value.string.map(isTime) != true { fault(.timeUnusable, "\(name.text) has \(value.string ?? "no text")") }
        return value.string
    }

    private mutating func readUser(_ value: JSONText?, into version: inout InventoryFacts.Version) {
        let name = version.name.text
        guard let value else { return fault(.versionUnexplained, "\(name) has no user") }
        version.userName = value["name"]?.string
        guard value.members != nil, version.userName != nil else { return fault(.userUnusable, name) }
        guard let address = value["address"] else { return fault(.addressMissing, name) }
        version.userAddress = address.string
        guard let text = address.string else { return fault(.userUnusable, "\(name) has an address that is no text") }
        if !isURI(text) { fault(.addressNoURI, name) }
    }

    private mutating func readState(_ value: JSONText?, into version: inout InventoryFacts.Version) {
        let name = version.name.text
        guard let value else { return fault(.versionKeyMissing, "\(name) has no state") }
        guard let members = value.members else { return fault(.stateUnusable, "\(name)'s state is no JSON object") }
        var paths: [LogicalPath] = []
        for member in members {
            // Within one inventory the letters' case must agree too.
            if facts.manifest[member.key] == nil { fault(.stateUnusable, "\(name) names \(member.key), which the manifest lacks") }
            guard let elements = member.value.elements, elements.allSatisfy({ $0.string != nil }) else {
                fault(.stateUnusable, "\(name) has no list of paths for \(member.key)")
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
        if first.name.number != 1 { fault(.firstVersionMissing, "the first is \(first.name.text)") }
        for (one, next) in zip(facts.versions, facts.versions.dropFirst()) where next.name.number != one.name.number + 1 {
            fault(.versionSkipped, "\(next.name.text) follows \(one.name.text)")
        }
        if let other = facts.versions.first(where: { $0.name.padding != first.name.padding }) {
            fault(.paddingMixed, "\(first.name.text) and \(other.name.text)")
            fault(.paddingChanged, "\(other.name.text) after \(first.name.text)")
        }
        if first.name.padding != nil { fault(.paddedVersions, first.name.text) }
        if let head = facts.head, head != last.name.text { fault(.headDiffers, "found \(head), the last version is \(last.name.text)") }
    }

    private mutating func checkUse() {
        let used = Set(facts.versions.flatMap { $0.state.values.map { $0.lowercased() } })
        for digest in facts.manifest.keys.sorted() where !used.contains(digest.lowercased()) { fault(.contentUnused, digest) }
    }
}
