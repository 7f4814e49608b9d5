public import Disk
import Records
public import SystemPackage
import Wording

/// Checks an object of any maker against OCFL 1.0 or 1.1: names, inventories, and every byte against its digests.
///
/// It goes by the object's own declaration, never stops at the first fault, and returns warnings too.
///
/// ```swift
/// let faults = ObjectValidator(disk: Disk()).findings(in: folder).filter { !$0.code.isWarning }
/// ```
public struct ObjectValidator: Sendable {
    private let disk: Disk

    public init(disk: Disk) { self.disk = disk }

    /// Everything found wrong with the object in a folder; empty for one that is valid and without warnings.
    public func findings(in folder: FilePath) -> [Finding] {
        var check = ObjectCheck(nil, folder, disk)
        check.run()
        return check.findings
    }
}

/// One object's check.
struct ObjectCheck {
    let document: DocumentID?
    let tree: ObjectTree
    let disk: Disk
    private(set) var findings: [Finding] = []
    /// The current inventory first, then those of the versions that have a different one.
    var inventories: [(place: String, facts: InventoryFacts)] = []
    private(set) var specification: Specification?

    init(_ document: DocumentID?, _ folder: FilePath, _ disk: Disk) {
        self.document = document
        self.disk = disk
        tree = ObjectTree(folder, disk: disk)
    }

    mutating func find(_ code: Finding.Code, _ place: String, _ detail: StorageDetail) {
        findings.append(Finding(code, document, place, detail))
    }

    mutating func run() {
        for (place, error) in tree.unreadable { find(.unreadable, place, .failed(error.operation, error.errno)) }
        for place in tree.others { find(.linkInObject, place.text, .neither) }
        checkDeclaration()
        let current = readInventory(in: nil)
        checkNames(current?.facts)
        guard let current else { return }
        inventories.append(("inventory.json", current.facts))
        for version in current.facts.versions where tree.hasFolder(version.name.text) {
            checkVersion(version.name, current.facts, current.bytes)
        }
        checkSpecifications()
        checkContents(current.facts)
    }

    // MARK: The declaration

    private mutating func checkDeclaration() {
        let found = tree.names(below: nil).files.filter { $0.hasPrefix("0=") }
        guard let name = found.first, found.count == 1 else {
            return find(.objectDeclarationMissing, "", .found(found.isEmpty ? nil : found.joined(separator: ", ")))
        }
        specification = Specification.allCases.first { name == "0=ocfl_object_\($0.rawValue)" }
        if specification == nil { find(.objectDeclarationUnknown, name, .found(name)) }
        guard let bytes = read(name, limit: 1000) else { return }
        if bytes != Array((name.dropFirst(2) + "\n").utf8) { find(.objectDeclarationDiffers, name, .otherBytes(bytes.count)) }
    }

    /// A small file's bytes; nil with a finding where it cannot be read.
    mutating func read(_ place: String, limit: Int) -> [UInt8]? {
        guard let path = LogicalPath(place) else { return nil }
        do throws(DiskError) { return try disk.read(tree.location(path), limit: limit) } catch {
            find(.unreadable, place, .failed(error.operation, error.errno))
            return nil
        }
    }

    // MARK: Inventories

    /// Reads the inventory of the object, or of one version, with its sidecar.
    mutating func readInventory(in version: VersionName?) -> (facts: InventoryFacts, bytes: [UInt8])? {
        let place = (version.map { $0.text + "/" } ?? "") + "inventory.json"
        guard tree.has(place) else {
            if let version {
                find(.versionInventoryMissing, place, .value(version.text))
            } else {
                find(.inventoryMissing, place, .found(nil))
            }
            return nil
        }
        guard let bytes = read(place, limit: FileStore.largestInventory) else { return nil }
        let json: JSONText
        do throws(JSONText.Failure) { json = try JSONText(bytes) } catch {
            find(.inventoryUnreadable, place, .unreadable(at: error.offset))
            for algorithm in DigestAlgorithm.allCases where tree.has("\(place).\(algorithm.rawValue)") {
                checkSidecar(of: place, algorithm, bytes)
            }
            return nil
        }
        let reader = InventoryReader(json, declared: version == nil ? specification : nil)
        for fault in reader.faults { find(fault.code, place, fault.detail) }
        if let algorithm = reader.facts.algorithm { checkSidecar(of: place, algorithm, bytes) }
        return (reader.facts, bytes)
    }

    private mutating func checkSidecar(of place: String, _ algorithm: DigestAlgorithm, _ inventory: [UInt8]) {
        let sidecar = "\(place).\(algorithm.rawValue)"
        guard tree.has(sidecar) else { return find(.inventorySidecarMissing, sidecar, .found(nil)) }
        guard let bytes = read(sidecar, limit: 1000) else { return }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[1] == "inventory.json", isDigest(String(words[0]), of: algorithm.rawValue) else {
            return find(.inventorySidecarUnreadable, sidecar, .words(words.count))
        }
        let found = hexDigest(of: inventory, algorithm)
        if words[0].lowercased() != found {
            find(.inventoryDigestDiffers, place, .sidecarDiffers(found: found, expected: String(words[0])))
        }
    }

    // MARK: Names

    private mutating func checkNames(_ facts: InventoryFacts?) {
        let (files, folders) = tree.names(below: nil)
        let sidecars =
            facts?.algorithm.map { ["inventory.json.\($0.rawValue)"] } ?? DigestAlgorithm.allCases.map { "inventory.json.\($0.rawValue)" }
        for name in files where name != "inventory.json" && !sidecars.contains(name) && !name.hasPrefix("0=") {
            find(.foreignName, name, .file)
        }
        let versions = facts?.versions.map(\.name.text) ?? []
        for name in folders where !versions.contains(name) && name != "extensions" && name != "logs" {
            if VersionName(name) == nil {
                find(.foreignName, name, .folder)
            } else {
                find(.versionFolderUnexpected, name, .unexpectedVersion)
            }
        }
        for version in versions where !folders.contains(version) { find(.versionSkipped, version, .noFolder) }
        checkExtensions()
        for path in tree.empty {
            let parts = path.text.split(separator: "/")
            let isContent = parts.count == 2 && parts[1] == (facts?.contentFolder ?? "content")[...]
            find(isContent ? .emptyContentFolder : .emptyFolder, path.text, .nothing)
        }
    }

    private static let registered: Set<String> = [
        "initial", "0001-digest-algorithms", "0002-flat-direct-storage-layout", "0003-hash-and-id-n-tuple-storage-layout",
        "0004-hashed-n-tuple-storage-layout", "0005-mutable-head", "0006-flat-omit-prefix-storage-layout",
        "0007-n-tuple-omit-prefix-storage-layout",
        "0008-schema-registry", "0009-digest-algorithms", "0010-differential-n-tuple-omit-prefix-storage-layout",
        "0011-direct-clean-path-layout",
    ]

    private mutating func checkExtensions() {
        let (files, folders) = tree.names(below: "extensions")
        for name in files { find(.fileAmongExtensions, "extensions/\(name)", .file) }
        for name in folders where !ObjectCheck.registered.contains(name) {
            find(.extensionUnregistered, "extensions/\(name)", .found(name))
        }
    }
}
