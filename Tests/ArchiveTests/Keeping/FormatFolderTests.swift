import Archive
import Crypto
import Disk
import DiskModel
import Foundation
import Records
import Samples
import SystemPackage
import Testing

@Suite("Who inherits only an archive's folder finds in it how to read it")
struct FormatFolderTests {
    private static let checkout = FilePath(Checkout.folder.path)

    private func read(_ path: FilePath) throws -> [UInt8] { try Disk().read(path, limit: 1 << 20) }

    private func archive(in scratch: Scratch) throws -> FilePath {
        let root = scratch.folder.appending("storage")
        _ = try ArchiveBuilder(clock: TestClock()).create(at: root)
        return root
    }

    private func isComplete(_ root: FilePath) throws -> Bool {
        let lines = String(decoding: try read(root.appending("format/SHA256SUMS")), as: UTF8.self).split(separator: "\n")
        return try lines.count > 40
            && lines.allSatisfy { line in
                let bytes = try read(root.appending("format").pushing(FilePath(String(line.dropFirst(66)))))
                return SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined() == line.prefix(64)
            }
    }

    @Test("the pages and schemas in it are those of the checkout, all of them")
    func sameAsCheckout() throws {
        let scratch = try Scratch()
        let format = try archive(in: scratch).appending("format")
        for page in ["journal.md", "storage-layout.md"] {
            #expect(try read(format.appending(page)) == read(Self.checkout.appending("docs").appending(page)), "\(page)")
        }
        let (kept, schemas) = (format.appending("schemas"), Self.checkout.appending("schemas"))
        let own = Set(try Disk().list(schemas).map(\.string)).subtracting(["Schema.swift", "EventSchemas.swift"])
        // The service's and the root's own README are not about the folder's form.
        #expect(Set(try Disk().list(kept).map(\.string)) == own.subtracting(["openapi.yaml", "openapi-bytes.yaml", "storage-readme.txt"]))
        #expect(try Disk().list(kept.appending("events")).count == Disk().list(schemas.appending("events")).count)
        for folder in [FilePath(""), "events"] {
            for name in try Disk().list(kept.pushing(folder)) where name.string != "events" {
                #expect(try read(kept.pushing(folder).appending(name)) == read(schemas.pushing(folder).appending(name)), "\(name)")
            }
        }
        #expect(try isComplete(format.removingLastComponent()))
    }

    @Test("an older archive gets them when it is opened, and one of another program this one's; what else lies there stays")
    func older() throws {
        let scratch = try Scratch()
        let root = try archive(in: scratch)
        let format = root.appending("format")
        try Disk().removeTree(format)
        _ = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        #expect(try isComplete(root))
        for name in ["journal.md", "SHA256SUMS"] {
            try Disk().removeFile(format.appending(name))
            try Disk().createFile(format.appending(name)).write(Array("old".utf8), at: 0)
        }
        try Disk().createFile(format.appending("note")).write(Array("mine".utf8), at: 0)
        _ = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        #expect(try isComplete(root))
        #expect(try read(format.appending("note")) == Array("mine".utf8))
    }

    @Test("a page that is gone or has another length comes back at the next opening, and any other that was changed by a rebuild")
    func spoilt() async throws {
        let scratch = try Scratch()
        let root = try archive(in: scratch)
        let page = root.appending("format/journal.md")
        let bytes = try read(page)
        func put(_ other: [UInt8]?) throws -> LocalArchive {
            try Disk().removeFile(page)
            if let other { try Disk().createFile(page).write(other, at: 0) }
            return try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        }
        for other in [nil, Array("bad".utf8)] {
            _ = try put(other)
            #expect(try read(page) == bytes)
        }
        let altered = bytes.dropLast() + [0]
        let archive = try put(Array(altered))
        #expect(try read(page) == Array(altered))
        _ = try await archive.rebuild(by: .operator)
        #expect(try read(page) == bytes && isComplete(root))
    }

    @Test("whichever call the power fails at, the next opening completes them; whichever call fails, the archive opens")
    func faults() throws {
        let scratch = try Scratch()
        let root = try archive(in: scratch)
        func opened(_ fault: ModelDisk.Fault) throws -> (model: ModelDisk, opens: Bool) {
            try Disk().removeTree(root.appending("format"))
            let model = try ModelDisk(root: root, fault: fault)
            let archive = try? LocalArchive(root: root, surroundings: .init(disk: Disk(observer: model), clock: TestClock()))
            return (model, archive != nil)
        }
        // Its bytes mean nothing, and are many.
        try Disk().removeFile(root.appending("reserve"))
        _ = try Disk().createFile(root.appending("reserve"))
        let calls = try opened(.none).model.callCount
        #expect(calls > 100)
        for call in Set(stride(from: 1, through: calls, by: 17)).union([calls - 1, calls]) {
            let after = scratch.folder.appending("after-\(call)")
            try opened(.stop(at: call)).model.crash(into: after)
            _ = try LocalArchive(root: after, surroundings: .init(clock: TestClock()))
            #expect(try isComplete(after), "stopped at \(call)")
            #expect(try opened(.fail(at: call, .noSpace)).opens, "failed at \(call)")
        }
    }
}
