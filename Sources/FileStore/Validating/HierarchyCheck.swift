import Disk
import Records
import SystemPackage
import Wording

/// A storage root's check: its own files, the folders down to the objects, and each object (OCFL 1.1, 4).
struct HierarchyCheck {
    private(set) var validation = Validation(kind: .root, objects: 0)
    let root: FilePath
    let disk: Disk
    private(set) var specification: Specification?
    /// Where each object ought to lie; nil where the root does not say so, or says it in a way that is not known here.
    var layout: LayoutRule?
    /// The object of each identifier, by the digest of the identifier: one may be as long as an inventory.
    private var places: [String: String] = [:]

    /// What is in one folder of the hierarchy, each in the order of its bytes.
    struct Names {
        var files: [String] = []
        var folders: [String] = []
        var odd: [(name: String, isLink: Bool)] = []
        var isEmpty: Bool { files.isEmpty && folders.isEmpty && odd.isEmpty }
    }

    init(_ root: FilePath, _ disk: Disk) { (self.root, self.disk) = (root, disk) }

    /// - Parameter progress: told how many objects of how many are judged.
    mutating func run(_ progress: (Int, Int) -> Void) {
        let own = names(in: "")
        checkDeclaration(own.files)
        checkOdd(own, in: "")
        if own.files.contains("ocfl_layout.json") { readLayout() }
        if own.folders.contains("extensions") { checkExtensions() }
        let objects = walk(own.folders.filter { $0 != "extensions" })
        checkDepths(objects)
        for (index, place) in objects.enumerated() {
            judge(place)
            progress(index + 1, objects.count)
        }
    }

    mutating func find(_ code: Finding.Code, _ place: String, _ detail: StorageDetail, object: String? = nil) {
        validation.add(
            Validation.Fault(code: code, object: object, place: place, detail: detail), limit: Validation.mostListed * 10)
    }

    /// A small file of the root's own; nil with a finding where it cannot be read.
    mutating func read(_ place: String) -> [UInt8]? {
        do throws(DiskError) {
            let bytes = try disk.openEntry(FilePath(place), below: root).read(HierarchyCheck.largestFile + 1, at: 0)
            if bytes.count <= HierarchyCheck.largestFile { return bytes }
            find(.unreadable, place, .failed("read", .fileTooLarge))
        } catch { find(.unreadable, place, .failed(error.operation, error.errno)) }
        return nil
    }

    /// In bytes, for a declaration, a layout and its parameters.
    private static let largestFile = 1 << 20

    mutating func names(in place: String) -> Names {
        var names = Names()
        do throws(DiskError) {
            let open = try disk.openFolder(FilePath(place), below: root)
            for name in try disk.list(open.lastingPath).sorted(by: { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }) {
                switch try disk.status(open.lastingPath.appending(name))?.kind {
                case .file: names.files.append(name.string)
                case .folder: names.folders.append(name.string)
                case .link: names.odd.append((name.string, true))
                case .other: names.odd.append((name.string, false))
                case nil: continue
                }
            }
        } catch { find(.unreadable, place, .failed(error.operation, error.errno)) }
        return names
    }

    private mutating func checkDeclaration(_ files: [String]) {
        var (told, contents) = ([(Finding.Code, String, StorageDetail)](), [String: [UInt8]]())
        for name in Declaration.root.candidates(files) where name.hasPrefix("0=") { contents[name] = read(name) }
        specification = Declaration.root.check(files) {
            contents[$0]
        } find: { code, place, detail in
            told.append((code, place, detail))
        }
        for (code, place, detail) in told { find(code, place, detail) }
    }

    private mutating func checkOdd(_ names: Names, in place: String) {
        for (name, isLink) in names.odd {
            find(isLink ? .linkInObject : .specialFile, place.isEmpty ? name : "\(place)/\(name)", isLink ? .link : .neither)
        }
    }

    /// Files of the root's own are nobody's concern (E087); in the folders below it there may be none outside objects.
    ///
    /// - Returns: the objects' places, in the order of their bytes.
    private mutating func walk(_ folders: [String]) -> [String] {
        var (objects, waiting) = ([String](), Array(folders.reversed()))
        while let place = waiting.popLast() {
            guard place.utf8.lazy.filter({ $0 == 47 }).count < ObjectTree.deepest else {
                find(.unreadable, place, .failed("open folder", .fileNameTooLong))
                continue
            }
            let names = names(in: place)
            if names.files.contains(where: { Declaration.object.resembles($0) || $0 == "inventory.json" }) {
                objects.append(place)
                continue
            }
            checkOdd(names, in: place)
            if names.isEmpty { find(.emptyFolderInRoot, place, .nothing) }
            for name in names.files { find(.fileOutsideObjects, "\(place)/\(name)", .foundFile) }
            for name in names.folders.reversed() { waiting.append("\(place)/\(name)") }
        }
        return objects
    }

    private mutating func checkDepths(_ objects: [String]) {
        guard let flat = objects.first(where: { !$0.contains("/") }), let deep = objects.first(where: { $0.contains("/") }) else { return }
        find(.objectDepthsMixed, flat, .beside(deep))
    }

    private mutating func judge(_ place: String) {
        var check = ObjectCheck(nil, root.pushing(FilePath(place)), disk)
        check.run()
        validation.objects += 1
        validation.add(check, at: place)
        if let own = check.specification, let specification, own > specification {
            find(
                .objectNewerThanRoot, "", .follows(own.rawValue, after: "0=ocfl_\(specification.rawValue)", of: specification.rawValue),
                object: place)
        }
        guard let identifier = check.current?.identifier else { return }
        let key = hexDigest(of: Array(identifier.utf8), .sha256)
        if let other = places[key] {
            find(.identifierDiffers, "inventory.json", .found(other), object: place)
        } else {
            places[key] = place
        }
        if let expected = layout?.place(of: identifier), !expected.utf8.elementsEqual(place.utf8) {
            find(.objectElsewhere, "", .belongsAt(expected), object: place)
        }
    }
}
