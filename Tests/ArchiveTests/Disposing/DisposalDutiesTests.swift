import Archive
import Records
import Testing

@Suite("R-42, R-51: the company says who must do what, and whose papers are whose", .timeLimit(.minutes(5)))
struct DisposalDutiesTests {
    private static let two = SetDisposalDuties(
        .others, appraisers: [.archivist], posts: [.archiveHead, .archiveHandler], supervisors: [.finance, .informationSystems],
        reason: "公司制度")

    @Test("the head of the company sets who must do what; batches proposed before keep what held then")
    func set() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲的内容")
        let before = try await office.propose(archive)
        for actor in [Actor.operator, office.archivist, office.assistant] {
            #expect(await refusal { try await archive.carryOut(Self.two, as: actor) } != nil)
        }
        let set = try await archive.carryOut(Self.two, as: office.head)
        #expect(set.reason == "公司制度" && set.setOn == office.today.description)
        #expect(try await archive.ask(ShowDisposal(before.id), as: office.archivist).openPosts == [.archiveHandler])
        _ = try await office.due(archive, "乙", "乙的内容")
        let after = try await office.propose(archive)
        #expect(after.openPosts == [.archiveHead, .archiveHandler] && after.supervisorsLacking == 2)
        let digest = try await archive.carryOut(AppraiseDisposal(after.id, all: "destroy", opinion: "同意"), as: office.archivist).digest
        for actor in [office.archivist, try await office.archivist2(archive)] {
            try await archive.carryOut(SignDisposal(after.id, digest: digest), as: actor)
        }
        try await archive.carryOut(ApproveDisposal(after.id, digest: digest), as: office.head)
        let unfit = await refusal { try await archive.carryOut(SuperviseDisposal(after.id, on: office.today), as: office.archivist) }
        #expect(unfit?.code == .notAllowed)
        for actor in [office.watcher, office.otherWatcher] {
            try await archive.carryOut(SuperviseDisposal(after.id, on: office.today), as: actor)
        }
        #expect(try await archive.execute(after.id, by: office.archivist).destroyed.count == 1)
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.ask(ListDisposalDuties(), as: office.head).last == set)
    }

    @Test("less than must be is refused, and so is a duty that nobody of the role may do")
    func least() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        for (change, subject) in [
            (SetDisposalDuties(.accounting, appraisers: [.archivist], posts: [.archiveHandler], reason: "精简"), "appraisers"),
            (SetDisposalDuties(.others, appraisers: [.archivist], posts: [], reason: "精简"), "posts"),
            (SetDisposalDuties(.others, appraisers: [.archivist, .auditor], posts: [.archiveHandler], reason: "加审"), "appraisers"),
            (
                SetDisposalDuties(
                    .others, appraisers: [.archivist], posts: [.archiveHandler], supervisors: [.auditor, .finance], reason: "加审"),
                "supervisors"
            ),
        ] {
            let refused = await refusal { try await archive.carryOut(change, as: office.head) }
            #expect(refused?.code == .valueRefused && refused?.subject == subject)
        }
        #expect(try await archive.ask(ListDisposalDuties(), as: office.head).allSatisfy { $0.setOn == nil })
    }

    @Test("an accounting record stays one, whatever class it is put into, and only its owners take it out of its class")
    func reclassified() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let invoice = try await office.due(archive, "发票", "发票") { $0.class = "XS-CW-QT" }
        try await archive.carryOut(RecordFact("accountingYear", "2010", of: invoice), as: .operator)
        for code in [nil, "XS-HT-YB"] {
            let refused = await refusal {
                try await archive.carryOut(ClassifyDocuments([invoice], as: code, reason: "误归"), as: office.assistant)
            }
            #expect(refused?.code == .notAllowed)
        }
        var words = MetadataWords()
        words.class = "XS-HT-YB"
        let edited = await refusal { try await archive.carryOut(EditDocument(invoice, words: words, reason: "误归"), as: office.assistant) }
        #expect(edited?.code == .notAllowed)
        _ = try await archive.carryOut(ClassifyDocuments([invoice], as: "XS-HT-YB", reason: "误归"), as: office.archivist)
        let batch = try await office.propose(archive)
        #expect(batch.items.map(\.document) == [invoice] && batch.openAppraisers == [.archivist, .finance])
    }

    @Test("whoever proposes proposes the papers that their department answers for, and no others")
    func owners() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let invoice = try await office.due(archive, "对账单", "对账单") { $0.class = "XS-CW-QT" }
        try await archive.carryOut(RecordFact("accountingYear", "2010", of: invoice), as: .operator)
        let refused = await refusal { try await office.propose(archive) }
        #expect(refused?.code == .notAllowed, "nothing that is due is theirs")
        let redacted = await refusal { try await office.redact(archive, invoice, "对账单") }
        #expect(redacted?.code == .notAllowed, "nor do they propose that parts of it go")
        let contract = try await office.due(archive, "合同", "合同的内容")
        let elsewhere = await refusal {
            try await archive.carryOut(ProposeDisposal(by: office.today, reason: "期满", recordClass: "XS-BJ"), as: office.assistant)
        }
        #expect(elsewhere?.code == .stateWrong, "nothing is due in that class, whatever is in others")
        #expect(try await office.propose(archive, by: office.watcher).items.map(\.document) == [invoice])
        #expect(try await office.propose(archive).items.map(\.document) == [contract])
    }
}
