import Archive
import Records
import SystemPackage
import Testing

@Suite("Parties that are one are merged, and taken apart again", .timeLimit(.minutes(5)))
struct MergedPartyTests {
    private static let (full, short) = ("青禾置业有限公司", "青禾（简称）")

    /// An archive in which one customer was filed under two names.
    private final class World: Sendable {
        let scratch: Scratch
        let archive: LocalArchive
        let one: DocumentID
        let other: DocumentID

        init() async throws {
            scratch = try Scratch()
            archive = try scratch.archive()
            one = try await archive.file(Filing(try scratch.file("a.txt", "甲"), party: full, title: "甲"), by: .operator).document.id
            other = try await archive.file(Filing(try scratch.file("b.txt", "乙"), party: short, title: "乙"), by: .operator).document.id
        }

        func merge() async throws -> PartyDetails {
            try await archive.carryOut(MergeParties(short, into: full, reason: "同一公司"), as: .operator)
        }

        func part() async throws -> PartyDetails { try await archive.carryOut(PartParties(short, reason: "误合并"), as: .operator) }

        func found(_ words: String) async throws -> Set<DocumentID> {
            Set(try await archive.ask(SearchDocuments(DocumentSearch(query: words)), as: .operator).hits.map(\.id))
        }

        func parties(of documents: [DocumentID]) async throws -> [String?] {
            var names: [String?] = []
            for document in documents { names.append(try await archive.ask(ShowDocument(document), as: .operator).party?.name) }
            return names
        }

        /// Which of the two are held.
        func held() async throws -> [DocumentID] {
            var held: [DocumentID] = []
            for document in [one, other] where try await archive.ask(ShowRetention(of: document), as: .operator).blockedBy.contains("hold")
            {
                held.append(document)
            }
            return held
        }

        func rows() throws -> [String] { try CatalogueDump.rows(of: scratch.folder.appending("storage")) }

        /// Till the end of a test: its folder goes with it.
        func end() {}
    }

    @Test("documents and dossiers count as one party's, are found by both names, and go back with the name they were filed under")
    func whole() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        let dossier = try await archive.carryOut(OpenDossier(title: "青禾广场", party: Self.short), as: .operator).id
        let merged = try await world.merge()
        #expect(merged.merged.map(\.record.name) == [Self.short] && merged.dossiers.map(\.id) == [dossier])
        #expect(Set(merged.documents.map(\.id)) == [world.one, world.other])
        for words in [Self.full, "简称", "客户:\(merged.id)"] {
            #expect(try await world.found(words) == [world.one, world.other], "\(words)")
        }
        #expect(try await world.parties(of: [world.other]) == [Self.full])
        #expect(try await archive.ask(ListParties(), as: .operator).map(\.name) == [Self.full])
        #expect(try await archive.ask(ShowParty(Self.short), as: .operator).id == merged.id)
        // What is filed and edited while they are one.
        let later = try await archive.file(Filing(try world.scratch.file("c.txt", "丙"), party: Self.short), by: .operator).document
        #expect(later.party?.id == merged.id)
        var words = MetadataWords()
        words.title = "乙（修订）"
        _ = try await archive.carryOut(EditDocument(world.other, words: words, reason: "改名"), as: .operator)
        let grown = try world.rows()
        _ = try await archive.rebuild(by: .operator)
        #expect(try world.rows() == grown)
        let parted = try await world.part()
        #expect(parted.documents.map(\.id) == [world.other] && parted.dossiers.map(\.id) == [dossier])
        #expect(try await world.parties(of: [world.one, later.id, world.other]) == [Self.full, Self.full, Self.short])
        #expect(try await world.found("简称") == [world.other])
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("chains come apart in any order")
    func chains() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        _ = try await archive.carryOut(RegisterParty(named: "青禾集团"), as: .operator)
        _ = try await world.merge()
        let top = try await archive.carryOut(MergeParties(Self.full, into: "青禾集团", reason: "集团"), as: .operator)
        #expect(Set(top.merged.map(\.record.name)) == [Self.full, Self.short] && top.documents.count == 2)
        _ = try await archive.carryOut(PartParties(Self.full, reason: "另立"), as: .operator)
        #expect(try await world.parties(of: [world.one, world.other]) == [Self.full, Self.full])
        _ = try await world.part()
        #expect(try await world.parties(of: [world.other]) == [Self.short])
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("a party is not merged with itself, nor twice, nor back into what it counts as; and parted only where it was merged")
    func refused() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        func code(_ change: MergeParties) async -> ErrorCode? { await refusal { try await archive.carryOut(change, as: .operator) }?.code }
        #expect(await code(MergeParties(Self.full, into: Self.full, reason: "同一")) == .valueRefused)
        #expect(await refusal { try await world.part() }?.code == .stateWrong)
        _ = try await world.merge()
        _ = try await archive.carryOut(RegisterParty(named: "第三家"), as: .operator)
        #expect(await code(MergeParties(Self.short, into: "第三家", reason: "同一")) == .stateWrong)
        #expect(await code(MergeParties(Self.full, into: Self.short, reason: "同一")) == .valueRefused)
        #expect(await code(MergeParties(Self.full, into: "没有", reason: "同一")) == .recordUnknown)
        var edit = EditParty(Self.full, reason: "更名")
        edit.name = Self.short
        #expect(await refusal { try await archive.carryOut(edit, as: .operator) }?.code == .stateWrong)
    }

    @Test("R-50: a party of which only 秘密 papers tell is merged only once it was registered for everybody")
    func hidden() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        var filing = Filing(try world.scratch.file("s.txt", "密"), party: "隐名客户", title: "密")
        filing.words.confidentiality = "secret"
        _ = try await archive.file(filing, by: .operator)
        for change in [MergeParties("隐名客户", into: Self.full, reason: "同一"), MergeParties(Self.full, into: "隐名客户", reason: "同一")] {
            #expect(await refusal { try await archive.carryOut(change, as: .operator) }?.code == .stateWrong)
        }
    }

    @Test("a name or a code of what was merged is taken, also for the party that it counts as")
    func taken() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        func edit(_ party: String, _ change: (inout EditParty) -> Void) async throws {
            var edit = EditParty(party, reason: "核对")
            change(&edit)
            _ = try await archive.carryOut(edit, as: .operator)
        }
        let code = EditParty.Code(kind: .credit, code: "91350100M000100Y43")
        try await edit(Self.short) { $0.codes = [code] }
        let merged = try await world.merge()
        #expect(merged.merged.map(\.record.codes.first?.code) == [code.code])
        #expect(await refusal { try await edit(Self.full) { $0.codes = [code] } }?.code == .stateWrong)
        _ = try await archive.carryOut(RegisterParty(named: "榕城物业有限公司"), as: .operator)
        #expect(await refusal { try await edit(Self.full) { $0.name = "榕城物业有限责任公司" } }?.code == .stateWrong)
    }

    @Test("R-38: a hold on either covers both, and keeps what it caught when they are parted")
    func held() async throws {
        let world = try await World()
        defer { world.end() }
        let archive = world.archive
        func place(_ party: String) async throws -> HoldID {
            try await archive.carryOut(PlaceHold(on: .party(party), reason: "诉讼", authority: "法务部"), as: .operator).id
        }
        let before = try await place(Self.short)
        #expect(try await world.held() == [world.other])
        _ = try await world.merge()
        #expect(try await world.held() == [world.one, world.other])
        let during = try await place(Self.full)
        _ = try await world.part()
        #expect(try await world.held() == [world.one, world.other])
        try await archive.carryOut(LiftHold(before, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await world.held().contains(world.other), "caught while they were one")
        try await archive.carryOut(LiftHold(during, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await world.held().isEmpty)
    }
}
