import Disk
import Foundation
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

extension Disk {
    func make(_ path: FilePath, _ text: String, synced: Bool = false) throws {
        let file = try createFile(path)
        try file.write(Array(text.utf8), at: 0)
        if synced { try file.sync() }
    }

    func text(_ path: FilePath) throws -> String? {
        try status(path) == nil ? nil : String(decoding: try read(path, limit: 1 << 20), as: UTF8.self)
    }
}
