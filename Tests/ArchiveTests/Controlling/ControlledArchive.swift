import Archive
import Disk
import Journal
import Records
import SystemPackage
import Testing

/// An archive with secrets and a control register, and one document in it.
final class ControlledArchive: Sendable {
    let scratch: Scratch
    let clock = TestClock()
    let root: FilePath
    let home: FilePath
    let identity: String
    let document: DocumentID

    init() async throws {
        scratch = try Scratch()
        (root, home) = (scratch.folder.appending("storage"), scratch.folder.appending("home"))
        identity = try ArchiveBuilder(clock: clock).create(at: root)
        let surroundings = Self.surroundings(home, identity, clock, Disk())
        let archive = try LocalArchive(root: root, surroundings: surroundings)
        document = try await archive.file(Filing(try scratch.file("a.txt", "合同甲"), party: "华为"), by: .operator).document.id
    }

    static func surroundings(_ home: FilePath, _ identity: String, _ clock: TestClock, _ disk: Disk) -> LocalArchive.Surroundings {
        .withoutPages(disk, clock: clock, credentials: Credentials(home: home, disk: disk, archive: identity))
    }

    func surroundings(_ disk: Disk = Disk(), home other: FilePath? = nil) -> LocalArchive.Surroundings {
        Self.surroundings(other ?? home, identity, clock, disk)
    }

    var credentials: Credentials { Credentials(home: home, disk: Disk(), archive: identity) }
    var registerFile: FilePath { home.appending("control-register.jsonl") }

    func open(_ disk: Disk = Disk()) throws -> LocalArchive { try LocalArchive(root: root, surroundings: surroundings(disk)) }

    @discardableResult
    func hold(_ archive: LocalArchive, _ scope: PlaceHold.Scope? = nil) async throws -> HoldID {
        let change = PlaceHold(on: scope ?? .document(document), reason: "诉讼 2026-017", authority: "法务部")
        return try await archive.carryOut(change, as: .operator).id
    }

    /// The lines of the register, checked with the pinned key.
    func lines() throws -> [ControlLine] {
        try credentials.controlRegister().read(of: identity, keys: [try #require(try credentials.pinnedKey())])?.lines ?? []
    }

    /// The types of the events that it tells of.
    func told() throws -> [String] { try lines().compactMap { $0.header?.type.name } }

    /// Puts other bytes in the place of a file.
    func change(_ path: FilePath, _ work: (inout [UInt8]) throws -> Void) throws {
        var bytes = try Disk().read(path, limit: 1 << 30)
        try work(&bytes)
        try Disk().removeTree(path)
        try Disk().createFile(path).write(bytes, at: 0)
    }
}
