import Archive
import Disk
import Foundation
import Journal
import Records
import SystemPackage
import Testing

@Suite("R-25: a pack goes out as one file that others can read and check", .timeLimit(.minutes(5)))
struct PackExportTests {
    @Test("all of it is as long as was said before, and it is recorded who got what")
    func whole() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let contract = try await world.file("contract", "供货合同")
        let pack = try await world.issued()
        let export = try await world.archive.export(pack, edition: nil, to: "福州分公司", by: world.receiver)
        var bytes: [UInt8] = []
        try export.read { bytes += $0 }
        #expect(Int64(bytes.count) == export.size && export.name.hasSuffix(".zip") && export.name.contains("青禾广场"))
        #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
        var query = LogQuery()
        query.type = "pack.exported"
        let events = try await world.archive.logPage(query, after: 0, count: 10, by: .operator)
        let payload = try #require(events.first?.payloadBytes)
        let told = String(decoding: payload, as: UTF8.self)
        #expect(events.count == 1 && told.contains("福州分公司") && told.contains("\(contract)"))
    }

    @Test("a damaged file is refused before a byte leaves, by name, and is an alarm")
    func damaged() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let contract = try await world.file("contract", "供货合同")
        let pack = try await world.issued()
        let objects = world.scratch.folder.appending("storage").appending("objects")
        let path = try #require(
            FileManager.default.enumerator(atPath: objects.string)?.compactMap { $0 as? String }.first {
                FileManager.default.contents(atPath: "\(objects)/\($0)") == Data("供货合同".utf8)
            })
        let disk = Disk()
        try disk.setMode(objects.appending(path), 0o600)
        try disk.openForWriting(objects.appending(path)).write([0x21], at: 0)
        do {
            _ = try await world.archive.export(pack, edition: nil, to: nil, by: world.receiver)
            Issue.record("it was exported")
        } catch { #expect(error.code == .digestDiffers && error.subject == "\(contract)") }
        var query = LogQuery()
        query.type = "digest.differed"
        #expect(try await world.archive.logPage(query, after: 0, count: 10, by: .operator).count == 1)
        query.type = "pack.exported"
        #expect(try await world.archive.logPage(query, after: 0, count: 10, by: .operator).isEmpty)
    }

    @Test("R-49: a restricted document leaves in no pack, whoever has opened it")
    func restricted() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let contract = try await world.file("contract", "供货合同")
        let pack = try await world.issued()
        let archivist = try await world.account("李档", [.archivist], "档案室")
        for again in [false, true] {
            try await world.archive.carryOut(RestrictDocument(contract, reason: "目的已实现"), as: .operator)
            let refused = await world.refusal(ShowDocument(contract), as: archivist)
            #expect(refused != nil, "again \(again): what was opened before is not opened now")
            try await world.archive.carryOut(OpenRestricted(contract, reason: "核对"), as: archivist)
            let export = try await world.archive.export(pack, edition: nil, to: nil, by: archivist)
            var bytes = Data()
            try export.read { bytes += $0 }
            #expect(bytes.range(of: Data("供货合同.txt".utf8)) == nil)
            try await world.archive.carryOut(LiftRestriction(contract, reason: "恢复处理"), as: .operator)
        }
    }

    @Test("of a pack of many documents the sheet has the first, and the file all")
    func many() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        for index in 0..<60 { try await world.file("drawing", "图 \(index)") }
        let pack = try await world.issued()
        let export = try await world.archive.export(pack, edition: nil, to: nil, by: world.receiver)
        var bytes = Data()
        try export.read { bytes += $0 }
        for index in [0, 59] { #expect(bytes.range(of: Data("/图 \(index).txt".utf8)) != nil) }
    }

    @Test("nothing is exported of a pack that was not issued; a reader gets what they may see, and is told that more is there")
    func rights() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        try await world.file("contract", "供货合同")
        let draft = try await world.make()
        do {
            _ = try await world.archive.export(draft, edition: nil, to: nil, by: world.receiver)
            Issue.record("it was exported")
        } catch { #expect(error.code == .stateWrong) }
        let administrator = try await world.account("管理员", [.administrator], nil)
        do {
            _ = try await world.archive.export(draft, edition: nil, to: nil, by: administrator)
            Issue.record("it was exported")
        } catch { #expect(error.code == .notAllowed) }
    }
}
