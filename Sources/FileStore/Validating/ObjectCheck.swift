import Disk
import Records
import SystemPackage
import Wording

/// One object's check: names, inventories, and every byte against its digests. It goes by the object's own declaration.
struct ObjectCheck {
    let document: DocumentID?
    let tree: ObjectTree
    let disk: Disk
    private(set) var findings: [Finding] = []
    /// How many more there are than ``Validation/mostListed``.
    private(set) var unlisted = 0
    private(set) var specification: Specification?
    /// What the object's own inventory says.
    private(set) var current: InventoryFacts?
    /// The specification of each version that has an inventory, in order.
    var specifications: [(place: String, of: Specification)] = []
    /// What the inventories say that each file is, for the files that there are.
    var claims: [LogicalPath: Set<Claim>] = [:]
    /// Files that there are not, and that is told, by code.
    var missing: [Finding.Code: Set<LogicalPath>] = [:]
    /// Digest algorithms that are known and cannot be computed.
    private(set) var passedOver: Set<String> = []
    /// What the object's own inventory is advised against: the same in an earlier one is not told again.
    private var advised: Set<InventoryReader.Fault> = []

    init(_ document: DocumentID?, _ folder: FilePath, _ disk: Disk) {
        self.document = document
        self.disk = disk
        tree = ObjectTree(folder, disk: disk)
    }

    mutating func find(_ code: Finding.Code, _ place: String, _ detail: StorageDetail) {
        guard findings.count < Validation.mostListed else {
            unlisted += 1
            return
        }
        findings.append(Finding(code, document, place, detail))
    }

    mutating func run() {
        for (place, error) in tree.unreadable { find(.unreadable, place, .failed(error.operation, error.errno)) }
        checkDeclaration()
        guard let read = readInventory(in: nil) else { return checkNames(nil) }
        current = read.facts
        checkNames(read.facts)
        claim(read.facts, "inventory.json")
        for version in read.facts.versions where isFolder(version.name) { checkVersion(version.name, read) }
        checkSpecifications(read.facts)
        checkContents(read.facts)
    }

    func isFolder(_ version: VersionName) -> Bool { tree.ownFolders.contains(version.text) }

    private mutating func checkDeclaration() {
        var told: [(Finding.Code, String, StorageDetail)] = []
        var unread: [(String, DiskError)] = []
        specification = Declaration.object.check(tree.names(in: nil).files) { name in
            do throws(DiskError) { return try bytes(of: name, limit: 1000) } catch {
                unread.append((name, error))
                return nil
            }
        } find: { code, place, detail in
            told.append((code, place, detail))
        }
        for (code, place, detail) in told { find(code, place, detail) }
        for (place, error) in unread { find(.unreadable, place, .failed(error.operation, error.errno)) }
    }

    private func bytes(of place: String, limit: Int) throws(DiskError) -> [UInt8] {
        guard let path = LogicalPath(place) else { return [] }
        let file = try tree.open(path)
        let bytes = try file.read(limit + 1, at: 0)
        guard bytes.count <= limit else { throw DiskError("read", file.path, .fileTooLarge) }
        return bytes
    }

    /// A file's bytes; nil with a finding where it cannot be read, or has more than `limit` bytes.
    mutating func read(_ place: String, limit: Int) -> [UInt8]? {
        do throws(DiskError) { return try bytes(of: place, limit: limit) } catch {
            find(.unreadable, place, .failed(error.operation, error.errno))
            return nil
        }
    }

    // MARK: Inventories

    /// An inventory and its digest by SHA-512, by which it is told from another.
    struct Read {
        let facts: InventoryFacts
        let digest: String
    }

    /// Reads the inventory of the object, or of one version, with its sidecar.
    ///
    /// - Parameter known: One that was read already; nothing more than the sidecar is looked at where this is the same.
    mutating func readInventory(in version: VersionName?, known: Read? = nil) -> Read? {
        let place = (version.map { $0.text + "/" } ?? "") + "inventory.json"
        guard tree.has(place) else {
            find(version == nil ? .inventoryMissing : .versionInventoryMissing, place, .found(nil))
            return nil
        }
        guard let bytes = read(place, limit: FileStore.largestInventory) else { return nil }
        let digest = hexDigest(of: bytes, .sha512)
        if let known, known.digest == digest {
            checkSidecar(of: place, known.facts, bytes, digest)
            return known
        }
        let json: JSONText
        do throws(JSONText.Failure) { json = try JSONText(bytes, most: ObjectCheck.mostValues) } catch {
            let tooMuch = StorageDetail.failed("read", .fileTooLarge)
            error.isTooMuch ? find(.unreadable, place, tooMuch) : find(.inventoryUnreadable, place, .unreadable(at: error.offset))
            checkSidecar(of: place, nil, bytes, digest)
            return nil
        }
        let reader = InventoryReader(json, declared: version == nil ? specification : nil)
        take(reader, of: version, place)
        checkSidecar(of: place, reader.facts, bytes, digest)
        return Read(facts: reader.facts, digest: digest)
    }

    /// Most values of an inventory, so that one of empty arrays does not become ten times as large in memory. An object of a million files
    /// with a hundred versions has fewer.
    private static let mostValues = 16_000_000

    private mutating func take(_ reader: InventoryReader, of version: VersionName?, _ place: String) {
        passedOver.formUnion(reader.passedOver)
        unlisted += reader.unlisted
        for fault in reader.faults where version == nil || !advised.contains(fault) { find(fault.code, place, fault.detail) }
        if version == nil { advised = Set(reader.faults.filter(\.code.isWarning)) }
    }

    private mutating func checkSidecar(of place: String, _ facts: InventoryFacts?, _ inventory: [UInt8], _ sha512: String) {
        let present = sidecars(beside: place)
        // What cannot be read names no algorithm: then each sidecar must hold for itself.
        guard let name = facts.flatMap({ $0.algorithmName ?? "" }) else {
            for algorithm in DigestAlgorithm.allCases where present.contains(algorithm.rawValue) {
                checkSidecar(of: place, algorithm, inventory, sha512)
            }
            return
        }
        if let algorithm = facts?.algorithm, present.contains(name) {
            checkSidecar(of: place, algorithm, inventory, sha512)
        } else if !name.isEmpty, !present.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            find(.inventorySidecarMissing, "\(place).\(name)", .found(nil))
        }
        for other in present where !other.utf8.elementsEqual(name.utf8) && !name.isEmpty {
            find(.sidecarOfOther, "\(place).\(other)", .found(other))
        }
    }

    /// The algorithms of the sidecars beside an inventory.
    private func sidecars(beside place: String) -> [String] {
        let parts = place.split(separator: "/")
        return tree.names(in: parts.count > 1 ? String(parts[0]) : nil).files.filter(isSidecar).map {
            String($0.dropFirst("inventory.json.".count))
        }
    }

    /// Whether a name is that of an inventory's digest.
    func isSidecar(_ name: String) -> Bool {
        name.hasPrefix("inventory.json.") && FixityAlgorithm(rawValue: String(name.dropFirst("inventory.json.".count))) != nil
    }

    private mutating func checkSidecar(
        of place: String, _ algorithm: DigestAlgorithm, _ inventory: [UInt8], _ sha512: String
    ) {
        let sidecar = "\(place).\(algorithm.rawValue)"
        guard let bytes = read(sidecar, limit: 1000) else { return }
        guard let digest = ObjectCheck.digest(inSidecar: bytes), FixityAlgorithm(rawValue: algorithm.rawValue)?.isDigest(digest) == true
        else { return find(.inventorySidecarUnreadable, sidecar, .otherBytes(bytes.count)) }
        let found = algorithm == .sha512 ? sha512 : hexDigest(of: inventory, algorithm)
        if digest.lowercased() != found { find(.inventoryDigestDiffers, place, .sidecarDiffers(found: found, expected: digest)) }
    }

    /// `DIGEST inventory.json` with one or more blanks or tabs between, at most one end of line behind, and nothing else (OCFL 1.1, 3.6).
    private static func digest(inSidecar bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        if rest.last == 10 { rest = rest.dropLast() }
        if rest.last == 13 { rest = rest.dropLast() }
        let digest = rest.prefix { $0 != 32 && $0 != 9 }
        let name = rest.dropFirst(digest.count).drop { $0 == 32 || $0 == 9 }
        guard digest.count + name.count < rest.count, name.elementsEqual("inventory.json".utf8) else { return nil }
        return String(validating: digest, as: UTF8.self)
    }
}
