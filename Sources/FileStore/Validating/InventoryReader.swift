import Records
import Wording

/// Reads an inventory for what it says and for what is wrong with it, without stopping at the first fault (OCFL 1.1, 3.5).
struct InventoryReader {
    struct Fault: Hashable {
        let code: Finding.Code
        let detail: StorageDetail
    }

    /// At most ``Validation/mostListed``.
    private(set) var faults: [Fault] = []
    /// How many more there are.
    private(set) var unlisted = 0
    var facts = InventoryFacts()
    /// Whose codes are used: 1.1 has some that 1.0 has not.
    var rules: Specification
    /// Fixity blocks of algorithms that are known and cannot be computed.
    var passedOver: Set<String> = []

    /// - Parameter declared: The specification that the object declares; the type of its current inventory must be that.
    init(_ json: JSONText, declared: Specification?) {
        rules = declared ?? .second
        guard let members = json.members else {
            fault(.inventoryUnreadable, in: .noObject(.whole))
            return
        }
        checkKeys(members, InventoryReader.keys, .whole)
        readIdentifier(json["id"])
        readType(json["type"], declared: declared)
        rules = declared ?? facts.specification ?? .second
        readAlgorithm(json["digestAlgorithm"])
        readHead(json["head"])
        readContentDirectory(json["contentDirectory"])
        let versions = readVersionNames(json["versions"])
        readManifest(json["manifest"])
        for (index, value) in versions.enumerated() { readVersion(index, value) }
        checkVersionNames()
        readFixity(json["fixity"])
        if rules > .first { checkUse() }
    }

    private static let keys = ["id", "type", "digestAlgorithm", "head", "contentDirectory", "fixity", "manifest", "versions"]

    mutating func fault(_ code: Finding.Code, _ detail: StorageDetail) {
        if faults.count < Validation.mostListed { faults.append(Fault(code: code, detail: detail)) } else { unlisted += 1 }
    }
    mutating func fault(_ code: Finding.Code, in detail: InventoryDetail) { fault(code, .inventory(detail)) }
    mutating func fault(_ code: Finding.Code, value: String) { fault(code, .value(value)) }

    /// No key may be there that the specification does not describe, and none twice: RFC 8259 leaves open which of two a reader takes.
    mutating func checkKeys(_ members: [JSONText.Member], _ known: [String], _ whose: InventoryDetail.Part) {
        for member in members where !known.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
            fault(.inventoryKeyUnknown, in: .unknownKey(whose, member.key))
        }
        checkTwice(members, whose)
    }

    mutating func checkTwice(_ members: [JSONText.Member], _ whose: InventoryDetail.Part) {
        var seen: Set<ExactText> = []
        for member in members where !seen.insert(ExactText(member.key)).inserted {
            fault(.inventoryUnreadable, in: .keyTwice(whose, member.key))
        }
    }

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
        facts.algorithmName = value.string
        facts.algorithm = value.string.flatMap { text in DigestAlgorithm.allCases.first { $0.rawValue.utf8.elementsEqual(text.utf8) } }
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
        let noChild: Finding.Code = rules > .first ? .contentFolderNoChild : .contentFolderNested
        guard let text = value.string else { return fault(noChild, in: .foundNoText) }
        if text.isEmpty || text.utf8.contains(0) { return fault(noChild, in: .found(text)) }
        if text.utf8.contains(47) { return fault(.contentFolderNested, in: .found(text)) }
        guard text != ".", text != ".." else { return fault(.contentFolderDots, .found(text)) }
        facts.contentDirectory = text
    }
}
