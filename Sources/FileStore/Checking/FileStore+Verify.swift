import Disk
public import Records
import SystemPackage
import Wording

extension FileStore {
    /// Checks one document's object byte by byte: against OCFL 1.1, and that it is as this program writes objects.
    ///
    /// Never stops at the first fault. Works beside a change of the object; an object that is exchanged meanwhile can show
    /// findings that a second check does not.
    public func verify(_ document: DocumentID) -> [Finding] {
        let folder = folder(of: document)
        do throws(DiskError) {
            guard try disk.status(folder)?.kind == .folder else { return [Finding(.objectMissing, document, "", .noFolder)] }
        } catch { return [Finding(.unreadable, document, "", .failed(error.operation, error.errno))] }
        var check = ObjectCheck(document, folder, disk)
        check.run()
        // Our users have no address, and no place to give one: OCFL only advises it.
        return check.findings.filter { $0.code != .addressMissing } + foreignness(of: document, check)
    }

    /// What OCFL allows and this program does not write.
    private func foreignness(of document: DocumentID, _ check: ObjectCheck) -> [Finding] {
        guard let facts = check.current else { return [] }
        if facts.identifier != Inventory.objectID(document) {
            return [Finding(.identifierDiffers, document, "inventory.json", .found(facts.identifier))]
        }
        guard check.findings.allSatisfy(\.code.isWarning) else { return [] }
        do throws(FileStoreError) {
            _ = try inventory(of: document)
            return []
        } catch {
            guard case .inventoryUnreadable(_, let reason) = error else { return [] }
            return [Finding(.objectForeign, document, "inventory.json", .foreign(reason))]
        }
    }

    /// Checks the storage root itself: its declaration, its layout and its folders, not the objects.
    ///
    /// - Returns: the documents whose objects are there, and what is wrong with the root.
    /// - Throws: ``FileStoreError/disk(_:)`` where the root's names cannot be read, for then nothing at all was checked.
    public func verifyRoot() throws(FileStoreError) -> (documents: [DocumentID], findings: [Finding]) {
        _ = try onDisk { () throws(DiskError) in try disk.list(root) }
        var check = RootCheck(root: root, disk: disk)
        check.run()
        return (check.documents, check.findings)
    }
}

/// The check of the storage root's own files and folders (OCFL 1.1, 4).
private struct RootCheck {
    let root: FilePath
    let disk: Disk
    var documents: [DocumentID] = []
    var findings: [Finding] = []

    init(root: FilePath, disk: Disk) {
        self.root = root
        self.disk = disk
    }

    private mutating func find(_ code: Finding.Code, _ place: String, _ detail: StorageDetail) {
        findings.append(Finding(code, nil, place, detail))
    }

    mutating func run() {
        check("0=ocfl_1.1", "ocfl_1.1\n", .rootDeclarationMissing)
        check("ocfl_layout.json", ObjectLayout.description, .rootLayoutUnusable)
        check("extensions/\(ObjectLayout.extensionName)/config.json", ObjectLayout.configuration, .rootLayoutUnusable)
        for (name, _) in names(in: "extensions") where name != ObjectLayout.extensionName {
            find(.fileOutsideObjects, "extensions/\(name)", .foreignExtension)
        }
        for (name, isFolder) in names(in: "") where !["0=ocfl_1.1", "ocfl_layout.json", "extensions"].contains(name) {
            if isFolder && ObjectLayout.isTuple(name) {
                visit(name)
            } else {
                find(.fileOutsideObjects, name, isFolder ? .foundFolder : .foundFile)
            }
        }
    }

    private mutating func check(_ place: String, _ text: String, _ code: Finding.Code) {
        do throws(DiskError) {
            if try disk.read(root.pushing(FilePath(place)), limit: 10_000) != Array(text.utf8) { find(code, place, .otherText) }
        } catch { find(code, place, .failed(error.operation, error.errno)) }
    }

    private mutating func names(in place: String) -> [(name: String, isFolder: Bool)] {
        do throws(DiskError) {
            let folder = root.pushing(FilePath(place))
            var names: [(name: String, isFolder: Bool)] = []
            for name in try disk.list(folder) { names.append((name.string, try disk.status(folder.appending(name))?.kind == .folder)) }
            return names.sorted { $0.name < $1.name }
        } catch {
            find(.unreadable, place, .failed(error.operation, error.errno))
            return []
        }
    }

    /// A tuple folder: more of them, or objects.
    private mutating func visit(_ place: String) {
        let depth = place.split(separator: "/").count
        let names = names(in: place)
        if names.isEmpty { find(.emptyFolderInRoot, place, .nothing) }
        for (name, isFolder) in names {
            let below = place + "/" + name
            guard isFolder else {
                find(.fileOutsideObjects, below, .foundFile)
                continue
            }
            if depth < ObjectLayout.tuples {
                if ObjectLayout.isTuple(name) { visit(below) } else { find(.objectMisplaced, below, .noPairOfDigits) }
            } else if let document = ObjectLayout.document(at: below) {
                documents.append(document)
            } else {
                find(.objectMisplaced, below, .found(name))
            }
        }
    }
}
