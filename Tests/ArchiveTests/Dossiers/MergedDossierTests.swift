import Archive
import Records
import Testing

@Suite("Dossiers of one deal are merged, and one of two deals is split", .timeLimit(.minutes(5)))
struct MergedDossierTests {
    private final class World: Sendable {
        let scratch: Scratch
        let archive: LocalArchive
        let dossiers: [DossierID]
        let documents: [DocumentID]

        /// Two dossiers with a document at home in each, the first one's being in both, and a third document at home in the second.
        init() async throws {
            scratch = try Scratch()
            archive = try scratch.archive()
            var dossiers: [DossierID] = []
            for title in ["一期", "二期"] {
                dossiers.append(try await archive.carryOut(OpenDossier(title: title, party: "青禾置业"), as: .operator).id)
            }
            var documents: [DocumentID] = []
            for title in ["甲", "乙", "丙"] {
                let filing = Filing(try scratch.file("\(title).txt", title), title: title)
                documents.append(try await archive.file(filing, by: .operator).document.id)
            }
            (self.dossiers, self.documents) = (dossiers, documents)
            try await archive.carryOut(LinkDocuments([documents[0]], to: dossiers[0], home: true), as: .operator)
            try await archive.carryOut(LinkDocuments([documents[0]], to: dossiers[1], home: false), as: .operator)
            try await archive.carryOut(LinkDocuments([documents[1], documents[2]], to: dossiers[1], home: true), as: .operator)
        }

        func members(of dossier: DossierID) async throws -> [DocumentID: Bool] {
            let view = try await archive.ask(ShowDossier(dossier), as: .operator)
            return Dictionary(uniqueKeysWithValues: view.documents.map { ($0.id, $0.home) })
        }

        func refusal(_ change: some Change) async -> ErrorCode? {
            do throws(ArchiveError) { _ = try await archive.carryOut(change, as: .operator) } catch { return error.code }
            return nil
        }
    }

    @Test("all of a dossier goes into the other, at home where it was at home in either; the one that was is no dossier of its own")
    func merged() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, first, second) = (world.archive, world.dossiers[0], world.dossiers[1])
        let merged = try await archive.carryOut(MergeDossiers(first, into: second, reason: "同一项目"), as: .operator)
        #expect(merged.id == second)
        #expect(try await world.members(of: second) == Dictionary(uniqueKeysWithValues: world.documents.map { ($0, true) }))
        let gone = try await archive.ask(ShowDossier(first), as: .operator)
        #expect(gone.mergedInto == second && gone.closedOn != nil && gone.documents.isEmpty)
        #expect(try await archive.ask(ListDossiers(of: nil), as: .operator).map(\.id) == [second])
        for change in [LinkDocuments([world.documents[0]], to: first, home: false), .init([world.documents[1]], to: first, home: true)] {
            #expect(await world.refusal(change) == .stateWrong)
        }
        #expect(await world.refusal(ReopenDossier(first, reason: "返修")) == .stateWrong)
        #expect(await world.refusal(MergeDossiers(first, into: second, reason: "再来")) == .stateWrong)
        #expect(await world.refusal(MergeDossiers(second, into: second, reason: "自己")) == .valueRefused)
        #expect(try await archive.verify(by: .operator).findings.isEmpty, "the rows are those that the journal makes")
    }

    @Test("R-38: what a hold has caught by its dossier stays held when that is merged")
    func held() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let archive = world.archive
        try await archive.carryOut(PlaceHold(on: .party("青禾置业"), reason: "诉讼", authority: "法务部"), as: .operator)
        let other = try await archive.carryOut(OpenDossier(title: "无客户", party: nil), as: .operator).id
        try await archive.carryOut(MergeDossiers(world.dossiers[1], into: other, reason: "同一项目"), as: .operator)
        for document in world.documents {
            #expect(await world.refusal(WithdrawDocument(document, reason: "误归档")) == .blocked)
        }
    }

    @Test("R-38: a dossier that is held itself is not merged, nor are dossiers of two parties")
    func refused() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let archive = world.archive
        let foreign = try await archive.carryOut(OpenDossier(title: "别家", party: "别的公司"), as: .operator).id
        #expect(await world.refusal(MergeDossiers(world.dossiers[1], into: foreign, reason: "同一项目")) == .stateWrong)
        try await archive.carryOut(PlaceHold(on: .dossier(world.dossiers[1]), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(await world.refusal(MergeDossiers(world.dossiers[1], into: world.dossiers[0], reason: "同一项目")) == .blocked)
        #expect(await world.refusal(MergeDossiers(world.dossiers[0], into: world.dossiers[1], reason: "同一项目")) == nil)
    }

    @Test("R-50: a merged dossier is known to whoever knows the one that has its papers, and to nobody else")
    func known() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let archive = world.archive
        for document in world.documents {
            var edit = MetadataWords()
            edit.confidentiality = "secret"
            try await archive.carryOut(EditDocument(document, words: edit, reason: "定密"), as: .operator)
        }
        let account = try await archive.carryOut(SetAccount(named: "王敏", roles: [.customerService], open: true), as: .operator).id
        let reader = Actor.account(account)
        func sees(_ dossier: DossierID) async -> Bool { (try? await archive.ask(ShowDossier(dossier), as: reader)) != nil }
        #expect(await !sees(world.dossiers[0]))
        try await archive.carryOut(MergeDossiers(world.dossiers[0], into: world.dossiers[1], reason: "同一项目"), as: .operator)
        #expect(await !sees(world.dossiers[0]), "its title is not told now that nothing is in it")
        let elsewhere = try await archive.carryOut(OpenDossier(title: "另案", party: nil), as: .operator).id
        try await archive.carryOut(LinkDocuments([world.documents[0]], to: elsewhere, home: true), as: .operator)
        for document in world.documents {
            try await archive.carryOut(UnlinkDocument(document, from: world.dossiers[1], reason: "误归"), as: .operator)
        }
        #expect(await !sees(world.dossiers[1]))
    }

    @Test("documents of another deal go into a dossier of their own, which is of the same party and kind")
    func split() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, second) = (world.archive, world.dossiers[1])
        try await archive.carryOut(SetDossierTemplate(second, "quote_only"), as: .operator)
        let moved = [world.documents[0], world.documents[1]]
        let new = try await archive.carryOut(SplitDossier(second, moved, title: "三期", reason: "另立合同"), as: .operator)
        #expect(new.title == "三期" && new.party?.name == "青禾置业" && new.template?.code == "quote_only")
        #expect(try await world.members(of: new.id) == [world.documents[0]: false, world.documents[1]: true])
        #expect(try await world.members(of: second) == [world.documents[2]: true])
        #expect(await world.refusal(SplitDossier(second, [world.documents[0]], title: "四期", reason: "再拆")) == .stateWrong)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }
}
