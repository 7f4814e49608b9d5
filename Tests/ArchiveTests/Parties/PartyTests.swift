import Extraction
import Journal
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("Parties are found by every name, and what is known of them is kept with its history", .timeLimit(.minutes(5)))
struct PartyTests {
    private static let name = "青禾置业有限公司"

    private func world() async throws -> (scratch: Scratch, archive: LocalArchive, document: DocumentID) {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let filed = try await archive.file(Filing(try scratch.file("a.txt", "多联机供货"), party: Self.name, title: "供货合同"), by: .operator)
        return (scratch, archive, filed.document.id)
    }

    private func edit(_ archive: LocalArchive, _ party: String = name, _ change: (inout EditParty) -> Void) async throws -> PartyDetails {
        var edit = EditParty(party, reason: "核对营业执照")
        change(&edit)
        return try await archive.carryOut(edit, as: .operator)
    }

    @Test("a new name leaves the old one as a former name, and the documents are found by both")
    func renamed() async throws {
        let (scratch, archive, document) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        let party = try await edit(archive) {
            $0.name = "青禾商业管理有限公司"
            $0.names = [PartyName("青禾", .short)]
        }
        #expect(party.record.otherNames == [PartyName("青禾", .short), PartyName(Self.name, .former)])
        for words in ["青禾商业", "青禾置业", "客户:青禾"] {
            #expect(
                try await archive.ask(SearchDocuments(DocumentSearch(query: words)), as: .operator).hits.map(\.id) == [document], "\(words)"
            )
        }
        for words in [Self.name, "青禾置业有限责任公司", "青禾", "青禾商业管理有限公司", "\(party.id)"] {
            #expect(try await archive.ask(ShowParty(words), as: .operator).id == party.id, "\(words)")
        }
        for words in ["QHSY", "qhzy", "青禾 置业", "商业管理"] {
            #expect(try await archive.ask(ListParties(words), as: .operator).map(\.id) == [party.id], "\(words)")
        }
        #expect(try await archive.ask(ListParties("没有"), as: .operator).isEmpty)
        let grown = try CatalogueDump.rows(of: scratch.folder.appending("storage"))
        _ = try await archive.rebuild(by: .operator)
        #expect(try CatalogueDump.rows(of: scratch.folder.appending("storage")) == grown)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("what is filed under a further name, or another way of writing, is the same party's")
    func filedUnder() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        let party = try await edit(archive) { $0.names = [PartyName("青禾", .short)] }.id
        for (file, name) in [("b.txt", "青禾"), ("c.txt", "青禾置业有限责任公司"), ("d.txt", "青禾置业 有限公司")] {
            let filed = try await archive.file(Filing(try scratch.file(file, file), party: name), by: .operator)
            #expect(filed.document.party?.id == party, "\(name)")
        }
        #expect(try await archive.ask(ListParties(), as: .operator).count == 1)
    }

    @Test("a short name that two have is refused, naming both")
    func several() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        _ = try await archive.carryOut(RegisterParty(named: "青禾商业管理有限公司"), as: .operator)
        for name in [Self.name, "青禾商业管理有限公司"] { _ = try await edit(archive, name) { $0.names = [PartyName("青禾", .short)] } }
        let refused = await refusal {
            try await archive.file(Filing(try scratch.file("b.txt", "又一份"), party: "青禾"), by: .operator)
        }
        #expect(refused?.code == .valueRefused && refused?.message.phrase.chinese.contains("青禾商业管理有限公司") == true)
    }

    @Test("R-8: a code with a wrong check character is refused with the right one, and a code is one party's alone")
    func codes() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        let wrong = await refusal {
            try await edit(archive) { $0.codes = [.init(kind: .credit, code: "91350100M000100Y4Z")] }
        }
        #expect(wrong?.code == .valueRefused && wrong?.subject == "codes")
        let right = try await edit(archive) { $0.codes = [.init(kind: .credit, code: "91350100m000100y43")] }
        #expect(right.record.codes.map(\.code) == ["91350100M000100Y43"])
        #expect(try await archive.ask(ListParties("91350100M000100Y43"), as: .operator).map(\.id) == [right.id])
        _ = try await archive.carryOut(RegisterParty(named: "另一家"), as: .operator)
        let taken = await refusal {
            try await edit(archive, "另一家") { $0.codes = [.init(kind: .credit, code: "91350100M000100Y43")] }
        }
        #expect(taken?.code == .stateWrong)
        let none = try await edit(archive) {
            $0.removed = .init()
            $0.removed?.codes = [.credit]
        }
        #expect(none.record.codes.isEmpty)
        let noSuch = await refusal {
            try await edit(archive) {
                $0.removed = .init()
                $0.removed?.codes = [.credit]
            }
        }
        #expect(noSuch?.code == .valueRefused)
    }

    @Test("contacts, grade and credit limit are kept as they are now, and each state in the journal (R-6)")
    func kept() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        _ = try await edit(archive) {
            $0.contacts = [PartyContact(name: "林工", post: "工程部", phone: "0591-87654321")]
            ($0.grade, $0.creditLimit) = ("A", "100万")
        }
        let party = try await edit(archive) {
            $0.contacts = [PartyContact(name: "林工", phone: "13800001111"), PartyContact(name: "王会计")]
            ($0.grade, $0.creditLimit) = ("B", "50万元")
        }
        #expect(party.record.contacts.map(\.name) == ["林工", "王会计"] && party.record.contacts[0].post == nil)
        #expect(party.record.grade == "B" && party.record.creditLimit == Amount(hundredths: 50_000_000))
        let again = await refusal { try await edit(archive) { $0.grade = "B" } }
        #expect(again?.code == .stateWrong, "nothing changes")
        for limit in ["若干", "-5"] {
            #expect(await refusal { try await edit(archive) { $0.creditLimit = limit } }?.subject == "creditLimit")
        }
        let events = try await archive.logPage(LogQuery(), after: 0, count: 100, by: .operator)
        #expect(events.filter { $0.header.type.name == "party.edited/1" }.count == 2)
    }

    @Test("sites belong to a party, once by each name")
    func sites() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        let site = try await archive.carryOut(RegisterSite("青禾广场", of: "青禾置业有限责任公司", address: "五四路 18 号"), as: .operator)
        let twice = await refusal { try await archive.carryOut(RegisterSite("青禾 广场", of: Self.name), as: .operator) }
        #expect(twice?.code == .stateWrong)
        _ = try await archive.carryOut(EditSite(site.id, note: "北门上楼", reason: "踏勘"), as: .operator)
        let shown = try await archive.ask(ShowParty(Self.name), as: .operator)
        #expect(shown.sites.map(\.note) == ["北门上楼"] && shown.sites[0].address == "五四路 18 号")
    }

    @Test("parties that may be the same are shown with what speaks for it, the strongest first")
    func alike() async throws {
        let (scratch, archive, _) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        for name in ["青禾置业集团", "青禾", "毫不相干有限公司", "同号公司"] {
            _ = try await archive.carryOut(RegisterParty(named: name), as: .operator)
        }
        _ = try await edit(archive) { $0.contacts = [PartyContact(name: "林工", phone: "0591-87654321")] }
        _ = try await edit(archive, "同号公司") { $0.contacts = [PartyContact(name: "林", phone: "059187654321")] }
        let alike = try await archive.ask(ShowParty(Self.name), as: .operator).mayBeSame
        #expect(alike.map(\.party.name) == ["青禾置业集团", "同号公司", "青禾"])
        #expect(alike.map(\.grounds) == [[.core], [.phone], [.part]])
    }

    @Test("R-38: a document held by a party's name stays held when that name is taken away")
    func held() async throws {
        let (scratch, archive, document) = try await world()
        defer { withExtendedLifetime(scratch) {} }
        _ = try await edit(archive) { $0.names = [PartyName("旧名称误写", .former)] }
        let sha256 = try #require(try await archive.ask(ShowDocument(document), as: .operator).versions.last?.files.first).record.sha256.hex
        // What is not read yet is held by any words.
        try archive.keep(
            ExtractionOutcome(result: .text, pieces: [.init(text: "多联机供货")], maker: "muniment 1"), of: document, sha256, in: scratch)
        try archive.writer.exclusively { try archive.derived.takeWaiting(into: $0) }
        _ = try await archive.carryOut(PlaceHold(on: .standing("旧名称误写"), reason: "诉讼", authority: "法务部"), as: .operator)
        _ = try await edit(archive) {
            $0.removed = .init()
            $0.removed?.names = ["旧名称误写"]
        }
        #expect(await refusal { try await archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: .operator) }?.code == .blocked)
    }
}
