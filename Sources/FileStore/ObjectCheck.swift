import Crypto
import Disk
public import Records
import SystemPackage

/// Checks one object against OCFL 1.1 and its own inventory; never stops at the first fault.
struct ObjectCheck {
    private let document: DocumentID
    private let folder: FilePath
    private let disk: Disk
    private var findings: [Finding] = []

    /// Everything found wrong with a document's object.
    static func run(_ document: DocumentID, at folder: FilePath, disk: Disk) -> [Finding] {
        var check = ObjectCheck(document: document, folder: folder, disk: disk)
        check.run()
        return check.findings
    }

    private init(document: DocumentID, folder: FilePath, disk: Disk) {
        self.document = document
        self.folder = folder
        self.disk = disk
    }

    private mutating func find(_ code: Finding.Code, _ place: String, _ detail: String) {
        findings.append(Finding(code, document, place, detail))
    }

    private mutating func run() {
        var present: [String: FileStatus] = [:]
        list("", into: &present)
        checkDeclaration(present)
        guard let inventory = checkInventory(in: "", present) else { return }
        for version in inventory.versions { checkVersionInventory(version.number, inventory, present) }
        checkContents(inventory, present)
        checkNames(inventory, present)
    }

    /// Collects every file below a folder; an empty folder is a finding.
    private mutating func list(_ path: String, into files: inout [String: FileStatus]) {
        do throws(DiskError) {
            let names = try disk.list(folder.pushing(FilePath(path)))
            if names.isEmpty { find(.emptyFolder, path, "The folder is empty") }
            for name in names.sorted(by: { $0.string < $1.string }) {
                let below = path.isEmpty ? name.string : path + "/" + name.string
                guard let status = try disk.status(folder.pushing(FilePath(below))) else { continue }
                if status.kind == .folder { list(below, into: &files) } else { files[below] = status }
            }
        } catch { find(.unreadable, path, "The folder cannot be read: \(error.errno)") }
    }

    private mutating func checkDeclaration(_ present: [String: FileStatus]) {
        guard read("0=ocfl_object_1.1", present, limit: 100) == Array("ocfl_object_1.1\n".utf8) else {
            return find(.objectDeclarationMissing, "0=ocfl_object_1.1", "The object's declaration is missing or wrong")
        }
    }

    private mutating func read(_ path: String, _ present: [String: FileStatus], limit: Int) -> [UInt8]? {
        guard present[path] != nil else { return nil }
        do throws(DiskError) { return try disk.read(folder.pushing(FilePath(path)), limit: limit) } catch {
            find(.unreadable, path, "The file cannot be read: \(error.errno)")
            return nil
        }
    }

    private mutating func checkInventory(in folder: String, _ present: [String: FileStatus]) -> Inventory? {
        let place = folder.isEmpty ? "inventory.json" : folder + "/inventory.json"
        guard let sidecar = read(place + ".sha512", present, limit: 1000) else {
            find(.inventorySidecarMissing, place + ".sha512", "The inventory's sidecar is missing")
            return nil
        }
        guard let bytes = read(place, present, limit: FileStore.largestInventory) else {
            find(.inventoryUnreadable, place, "The inventory is missing")
            return nil
        }
        let digest = hexDigits(sha512(bytes))
        if String(decoding: sidecar, as: UTF8.self).prefix(while: { !$0.isWhitespace }) != digest {
            find(.inventoryDigestDiffers, place, "The sidecar names another digest; found \(digest)")
        }
        do throws(FileStoreError) { return try Inventory(bytes, of: document) } catch {
            find(.inventoryUnreadable, place, "The inventory cannot be read: \(error)")
            return nil
        }
    }

    /// Each version's own inventory must say what the current one says of the versions up to it.
    private mutating func checkVersionInventory(_ number: VersionNumber, _ current: Inventory, _ present: [String: FileStatus]) {
        guard let own = checkInventory(in: number.folderName, present) else { return }
        let same = own.versions.count == number.value && zip(own.versions, current.versions).allSatisfy { $0.number == $1.number && $0.files == $1.files }
        if !same { find(.versionInventoryDiffers, number.folderName + "/inventory.json", "The version's inventory tells another history than the object's") }
    }

    private mutating func checkContents(_ inventory: Inventory, _ present: [String: FileStatus]) {
        for (digest, paths) in inventory.manifest.sorted(by: { $0.key.hex < $1.key.hex }) {
            for path in paths {
                guard present[path]?.kind == .file else {
                    find(.contentMissing, path, "The file is missing; it should have sha512 \(digest.hex)")
                    continue
                }
                checkContent(path, digest, inventory.sha256[digest])
            }
        }
    }

    private mutating func checkContent(_ path: String, _ long: ContentDigest, _ short: ContentDigest?) {
        do throws(DiskError) {
            let file = try disk.openForReading(folder.pushing(FilePath(path)))
            var (hash512, hash256, offset) = (SHA512(), SHA256(), Int64(0))
            while true {
                let block = try file.read(1 << 20, at: offset)
                if block.isEmpty { break }
                hash512.update(data: block)
                if short != nil { hash256.update(data: block) }
                offset += Int64(block.count)
            }
            let found = ContentDigest(.sha512, bytes: hash512.finalize())
            if found != long { return find(.contentDigestDiffers, path, "The bytes have sha512 \(found.hex) in place of \(long.hex)") }
            if let short, ContentDigest(.sha256, bytes: hash256.finalize()) != short { find(.fixityDiffers, path, "The bytes do not have sha256 \(short.hex)") }
        } catch { find(.unreadable, path, "The file cannot be read: \(error.errno)") }
    }

    private mutating func checkNames(_ inventory: Inventory, _ present: [String: FileStatus]) {
        var known: Set<String> = ["0=ocfl_object_1.1", "inventory.json", "inventory.json.sha512"]
        for version in inventory.versions {
            known.formUnion(["inventory.json", "inventory.json.sha512"].map { version.number.folderName + "/" + $0 })
        }
        for paths in inventory.manifest.values { known.formUnion(paths) }
        for path in present.keys.sorted() where !known.contains(path) {
            let inContent = path.contains("/content/")
            find(inContent ? .unexpectedFile : .unexpectedName, path, "The file is in no inventory")
        }
    }
}

extension FileStore {
    /// Checks one document's object byte by byte.
    public func verify(_ document: DocumentID) -> [Finding] { ObjectCheck.run(document, at: folder(of: document), disk: disk) }

    /// Checks the storage root itself: its declaration and its folders, not the objects.
    ///
    /// - Returns: the documents whose objects are there, and what is wrong with the root.
    public func verifyRoot() throws(FileStoreError) -> (documents: [DocumentID], findings: [Finding]) {
        var findings: [Finding] = []
        let declaration = try? disk.read(root.appending("0=ocfl_1.1"), limit: 100)
        if declaration != Array("ocfl_1.1\n".utf8) { findings.append(Finding(.rootDeclarationMissing, nil, "0=ocfl_1.1", "The root's declaration is missing or wrong")) }
        var documents: [DocumentID] = []
        try onDisk { () throws(DiskError) in
            for first in try disk.list(root) where first.string.utf8.count == 2 && bytesOfHexDigits(first.string) != nil {
                for second in try tuple(first.string, &findings) {
                    for name in try tuple(first.string + "/" + second.string, &findings) {
                        let place = "\(first.string)/\(second.string)/\(name.string)"
                        if let document = ObjectLayout.document(ofFolder: name), folder(of: document) == root.pushing(FilePath(place)) {
                            documents.append(document)
                        } else {
                            findings.append(Finding(.objectUnknown, nil, place, "The folder is no object's place"))
                        }
                    }
                }
            }
        }
        return (documents.sorted(), findings)
    }

    private func tuple(_ path: String, _ findings: inout [Finding]) throws(DiskError) -> [FilePath.Component] {
        let names = try disk.list(root.pushing(FilePath(path)))
        if names.isEmpty { findings.append(Finding(.emptyFolderInRoot, nil, path, "The folder is empty")) }
        return names
    }
}
