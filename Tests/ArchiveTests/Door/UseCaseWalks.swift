import Archive
import Disk
import Foundation
import Records
import Testing

/// What holds of every use case, shown by walking through their registry: a new one that breaks a promise fails here.
@Suite("Each use case", .timeLimit(.minutes(10)))
struct UseCaseWalks {
    @Test("has a name of its own, and a sample that is read back as it was written", arguments: UseCaseRegistry.all)
    func samples(_ kind: UseCaseKind) throws {
        #expect(UseCaseRegistry.all.count { $0.name == kind.name } == 1)
        let object = try JSONSerialization.jsonObject(with: try kind.sample())
        #expect(object is [String: Any])
    }

    @Test(
        "is carried out by the operator, or by a person where one is needed, and the catalogue made anew from its events is equal row for row",
        arguments: UseCaseRegistry.all)
    func carriedOut(_ kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        try await company.prepare(kind.name)
        let doer = try await company.doer(of: kind)
        let before = try await company.events()
        _ = try await company.perform(kind, as: doer)
        let after = try await company.events()
        #expect(kind.isChange || kind.operation.isRecorded ? after > before : after == before, "\(kind.name)")
        guard kind.isChange else { return }
        let grown = try CatalogueDump.rows(of: company.root)
        _ = try await company.archive.rebuild(by: .operator)
        #expect(try CatalogueDump.rows(of: company.root) == grown)
    }

    @Test("R-5: under one key is carried out once, with one answer; another request under it is refused", arguments: UseCaseKind.changes)
    func keys(_ kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        try await company.prepare(kind.name)
        let doer = try await company.doer(of: kind)
        let first = try await company.perform(kind, as: doer, key: "k")
        let events = try await company.events()
        #expect(try await company.perform(kind, as: doer, key: "k") == first)
        #expect(try await company.events() == events)
        let other = try #require(UseCaseKind.changes.first { $0.name != kind.name && $0.name != "AcceptClock" })
        let refusal = await #expect(throws: ArchiveError.self) { try await company.perform(other, as: doer, key: "k") }
        #expect(refusal?.code == .keyReused)
        #expect(try await company.events() == events)
    }

    @Test("R-5: the same key for two documents is refused for the second")
    func keyOfAnother() async throws {
        let company = try await SmallCompany()
        var words = MetadataWords()
        words.note = "改"
        _ = try await company.archive.carryOut(EditDocument(try company.document, words: words, reason: "x"), as: .operator, key: "k")
        let refusal = await #expect(throws: ArchiveError.self) {
            try await company.archive.carryOut(EditDocument(try company.other, words: words, reason: "x"), as: .operator, key: "k")
        }
        #expect(refusal?.code == .keyReused)
    }

    @Test("R-5: a repeated request gets its answer also behind a new one of the same group")
    func keyInGroup() async throws {
        let company = try await SmallCompany()
        let filing = Filing(try company.scratch.file("丙.txt", "丙"), title: "丙", key: "k")
        let first = try #require(try await company.archive.fileTogether([filing], by: .operator).first).get()
        let fresh = Filing(try company.scratch.file("丁.txt", "丁"), title: "丁")
        let again = try await company.archive.fileTogether([fresh, filing], by: .operator).map { try $0.get() }
        #expect(again.map(\.repeated) == [false, true])
        #expect(again.last?.answer.document.id == first.answer.document.id)
    }

    @Test("R-50, R-51: is refused to every role that its row does not name, and the refusal is recorded", arguments: UseCaseRegistry.all)
    func rights(_ kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        var actors: [Role: Actor] = [:]
        for role in Role.allCases { actors[role] = try await company.account("\(role)", [role]) }
        try await company.prepare(kind.name)
        for (role, actor) in actors where !kind.operation.row.roles.contains(role) {
            let before = try await company.events()
            let refusal = await #expect(throws: ArchiveError.self, "\(role)") { try await company.perform(kind, as: actor) }
            #expect(refusal?.code == .notAllowed, "\(kind.name) by \(role)")
            // While the clock is behind, nothing can be recorded.
            #expect(try await company.events() == before + (kind.name == "AcceptClock" ? 0 : 1))
        }
        let nobody = await #expect(throws: ArchiveError.self) { try await company.perform(kind, as: .nobody) }
        #expect(nobody?.code == .notAllowed)
    }

    @Test("law 2: refusals of one account within a minute are one event")
    func refusalsTogether() async throws {
        let company = try await SmallCompany()
        let actor = try await company.account("陈", [.salesperson])
        let before = try await company.events()
        for _ in 0..<20 { _ = try? await company.archive.ask(ListHolds(lifted: false), as: actor) }
        #expect(try await company.events() == before + 1)
        company.clock.move(milliseconds: 61_000)
        _ = try? await company.archive.ask(ListAccounts(), as: actor)
        #expect(try await company.events() == before + 2)
    }

    @Test("names what it cannot find, and changes nothing", arguments: UseCaseRegistry.all)
    func unknown(_ kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        guard String(decoding: try kind.sample(), as: UTF8.self).contains("-7K3M-9QXT-") else { return }
        let doer = try await company.doer(of: kind)
        let before = try await company.events()
        let refusal = await #expect(throws: ArchiveError.self) {
            try await kind.perform(try kind.sample(), company.archive, doer, nil)
        }
        #expect([.documentUnknown, .recordUnknown].contains(refusal?.code), "\(kind.name)")
        #expect(try await company.events() == before)
    }
}
