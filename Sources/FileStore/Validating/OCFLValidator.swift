public import Disk
import Records
public import SystemPackage
import Wording

/// Judges an OCFL object or storage root of any maker by the specification's own codes (OCFL 1.0 and 1.1).
///
/// It trusts nothing of what it reads, follows no link below the folder named, writes nothing, and never stops at the first fault. Contents
/// are read once, in blocks; of inventories one is held at a time beside the object's own.
///
/// ```swift
/// let validation = try OCFLValidator(disk: Disk()).validate("/mnt/theirs/ocfl")
/// for fault in validation.errors { print(fault.code.rawValue, fault.place) }
/// ```
public struct OCFLValidator: Sendable {
    /// Why nothing was judged.
    public enum Refusal: Error, Sendable, Equatable {
        /// Nothing is at the path.
        case missing
        /// The folder, or what is in its place, is neither an object nor a root: no declaration (E003, E069) and no inventory (E063).
        case neither
        case disk(DiskError)
    }

    private let disk: Disk

    public init(disk: Disk) { self.disk = disk }

    /// Judges what is at a path: an object where there is an object's declaration, a root where there is a root's. Of folders
    /// without either, one with a layout is a root, and one with an inventory or a version's folder an object, whose declaration is missing.
    ///
    /// - Parameter progress: told how many objects of a root are judged, and how many are found so far.
    public func validate(
        _ path: FilePath, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws(Refusal) -> Validation {
        switch try kind(of: path) {
        case .object:
            var validation = Validation(kind: .object, objects: 1)
            var check = ObjectCheck(nil, path, disk)
            check.run()
            validation.add(check, at: "")
            return validation
        case .root:
            var check = HierarchyCheck(path, disk)
            check.run(progress)
            return check.validation
        }
    }

    private func kind(of path: FilePath) throws(Refusal) -> Validation.Kind {
        let names: [String]
        do throws(DiskError) { names = try disk.list(path).map(\.string) } catch {
            switch error.errno {
            case .noSuchFileOrDirectory: throw .missing
            case .notDirectory: throw .neither
            default: throw .disk(error)
            }
        }
        if names.contains(where: { Declaration.object.resembles($0) }) { return .object }
        if names.contains(where: { Declaration.root.resembles($0) }) { return .root }
        if names.contains("ocfl_layout.json") { return .root }
        if names.contains(where: { $0 == "inventory.json" || VersionName($0) != nil }) { return .object }
        throw .neither
    }
}

extension Validation {
    /// Takes over what was found in an object.
    mutating func add(_ check: ObjectCheck, at object: String) {
        let limit = kind == .root ? Validation.mostListed * 10 : Validation.mostListed
        for finding in check.findings {
            add(Fault(code: finding.code, object: object, place: finding.place, detail: finding.detail), limit: limit)
        }
        unlisted += check.unlisted
        for name in check.passedOver.sorted() where !passedOver.contains(name) { passedOver.append(name) }
    }
}
