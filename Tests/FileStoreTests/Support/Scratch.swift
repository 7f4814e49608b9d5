import Disk
import FileStore
import Foundation
import Records
import SystemPackage

/// A folder of a test's own, gone with it.
final class Scratch: Sendable {
    let folder: FilePath

    init() throws {
        folder = FilePath(FileManager.default.temporaryDirectory.path).appending("muniment-\(UUID().uuidString)")
        try Disk().createFolder(folder)
    }

    deinit { try? Disk().removeTree(folder) }
}

/// A root as an archive has it: a store and a place for staging, on one disk.
struct StoreRoot: Sendable {
    let root: FilePath
    let disk: Disk

    var store: FileStore { FileStore(root: root.appending("objects"), disk: disk) }
    private var staging: FilePath { root.appending("staging") }

    /// Uses what is there already.
    init(at root: FilePath, disk: Disk = Disk()) {
        self.root = root
        self.disk = disk
    }

    /// Makes an empty one, durably.
    static func create(at root: FilePath, disk: Disk = Disk()) throws -> StoreRoot {
        let place = StoreRoot(at: root, disk: disk)
        for folder in [root, place.staging] { try disk.createFolder(folder) }
        try FileStore.create(at: root.appending("objects"), disk: disk)
        try disk.syncFolder(root)
        return place
    }

    /// A staging folder that can be found again after a power cut.
    func beginChange(_ name: String) throws -> FilePath {
        let folder = staging.appending(name)
        try disk.createFolder(folder)
        return folder
    }

    func makeFindable(_ change: FilePath) throws { for folder in [change, staging] { try disk.syncFolder(folder) } }

    static let time = Timestamp("2026-11-23T08:00:00Z") ?? Timestamp(milliseconds: 0)

    /// Stages and seals a first version with these files.
    func seal(_ document: DocumentID, _ files: [File], in change: FilePath, _ durability: Durability = .now) throws -> SealedObject {
        let object = try store.beginObject(document, in: change)
        for file in files { _ = try stage(file, in: object) }
        return try object.seal(message: "归档", user: "operator", created: StoreRoot.time, durability: durability)
    }

    /// Stages and seals a further version that keeps some of the files before.
    func sealVersion(
        of document: DocumentID, _ files: [File], keeping: (LogicalPath) -> Bool = { _ in false }, in change: FilePath
    ) throws -> SealedObject {
        let (object, inventory) = try store.beginVersion(of: document, in: change)
        for entry in inventory.head.files where keeping(entry.path) { try object.keep(entry) }
        for file in files { _ = try stage(file, in: object) }
        return try object.seal(message: "修订", user: "operator", created: StoreRoot.time, durability: .now)
    }

    func stage(_ file: File, in object: StagedObject) throws -> StagedFile {
        var writer = try object.beginFile(file.path)
        try writer.write(file.bytes)
        return try object.end(writer)
    }

    /// Files a first version, from beginning to end.
    func file(_ document: DocumentID, _ files: [File]) throws {
        let change = try beginChange("file-" + document.compact)
        try store.install([try seal(document, files, in: change)])
        try disk.removeTree(change)
    }

    /// Makes a further version, from beginning to end.
    func version(_ document: DocumentID, _ files: [File], keeping: (LogicalPath) -> Bool = { _ in false }) throws {
        let change = try beginChange("version-" + document.compact)
        try store.install([try sealVersion(of: document, files, keeping: keeping, in: change)])
        try disk.removeTree(change)
    }

    func content(_ document: DocumentID, _ version: Int, _ path: LogicalPath) throws -> [UInt8] {
        guard let number = VersionNumber(version) else { return [] }
        var reader = try store.open(document, number, path).reader()
        var bytes: [UInt8] = []
        while let block = try reader.next() { bytes += block }
        return bytes
    }

    /// Where a document's object lies.
    func folder(of document: DocumentID) throws -> FilePath {
        let objects = root.appending("objects")
        for first in try disk.list(objects) where first.string.utf8.count == 2 {
            for second in try disk.list(objects.appending(first)) {
                for name in try disk.list(objects.appending(first).appending(second)) where name.string.hasSuffix(document.compact) {
                    return objects.appending(first).appending(second).appending(name)
                }
            }
        }
        return objects.appending("absent")
    }
}

/// A file to be stored.
struct File: Sendable, Hashable {
    let path: LogicalPath
    let bytes: [UInt8]

    init(_ name: String, _ text: String) throws { try self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) throws {
        path = try FileName(name).logicalPath
        self.bytes = bytes
    }
}
