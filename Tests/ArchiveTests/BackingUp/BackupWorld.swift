import Archive
import Disk
import Foundation
import Journal
import Records
import SystemPackage
import Testing

/// An archive with a backup, and what happened after that backup: a version, a filing, a hold placed and one lifted.
final class BackupWorld: Sendable {
    let archive: ControlledArchive
    let backup: FilePath
    /// Placed before the backup, and lifted after it.
    let lifted: HoldID
    /// How many events the backup has.
    let events: Int

    var scratch: Scratch { archive.scratch }
    var root: FilePath { archive.root }

    init() async throws {
        archive = try await ControlledArchive()
        backup = archive.scratch.folder.appending("backup")
        let open = try archive.open()
        _ = try await open.file(Filing(try archive.scratch.file("b.txt", "合同乙")), by: .operator)
        lifted = try await archive.hold(open, .party("华为"))
        try Disk().leaveOutPages(of: archive.root)
        events = try await open.backUp(to: backup, by: .operator).events
        try Disk().leaveOutPages(of: backup)
    }

    /// Goes on after the backup.
    @discardableResult
    func goOn() async throws -> HoldID {
        let open = try archive.open()
        let files = [IncomingFile(name: nil, role: .main, source: .path(try scratch.file("a2.txt", "合同甲，修订")))]
        _ = try await open.makeVersion(NewVersion(of: archive.document, files: files, reason: "修订"), by: .operator)
        _ = try await open.file(Filing(try scratch.file("c.txt", "合同丙")), by: .operator)
        try await open.carryOut(LiftHold(lifted, reason: "结案", authority: "法务部"), as: .operator)
        return try await archive.hold(open)
    }

    func verify(_ folder: FilePath? = nil) async throws -> BackupVerification {
        try await LocalArchive.verifyBackup(folder ?? backup, keys: [try #require(try archive.credentials.pinnedKey())])
    }

    func restore(_ name: String, from folder: FilePath? = nil, home: FilePath? = nil, disk: Disk = Disk()) async throws -> Restored {
        try await LocalArchive.restore(
            folder ?? backup, to: scratch.folder.appending(name), surroundings: archive.surroundings(disk, home: home))
    }

    func open(_ name: String) throws -> LocalArchive {
        try LocalArchive(root: scratch.folder.appending(name), surroundings: archive.surroundings())
    }

    /// A further copy of a folder.
    func copy(_ folder: FilePath) throws -> FilePath {
        let copy = scratch.folder.appending(UUID().uuidString)
        try Disk().copyArchive(folder, to: copy)
        return copy
    }

    /// All files below a folder with their bytes, by path.
    static func files(below folder: FilePath) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for name in try Disk().list(folder) {
            let path = folder.appending(name)
            if try Disk().status(path)?.kind == .folder {
                for (below, bytes) in try files(below: path) { found["\(name.string)/\(below)"] = bytes }
            } else {
                found[name.string] = try Disk().read(path, limit: 1 << 26)
            }
        }
        return found
    }
}

/// What a work was refused with.
func refusal<Value>(_ work: () async throws -> Value) async -> ArchiveError? {
    do {
        _ = try await work()
        return nil
    } catch { return error as? ArchiveError }
}
