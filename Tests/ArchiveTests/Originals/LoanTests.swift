import Archive
import Records
import Testing

@Suite("R-21, R-60: loans of originals need the consent that the rule of their class asks for", .timeLimit(.minutes(5)))
struct LoanTests {
    @Test("within the days of the rule anybody of us borrows; to somebody outside it needs another person's consent")
    func consent() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let contract = try await archive.file(Filing(try office.scratch.file("合同.txt", "合同"), title: "合同"), by: .operator).document.id
        let original = try #require(
            try await archive.carryOut(RegisterOriginals(contract, .paper, copies: 1), as: office.assistant).first?.id)
        func lend(_ name: String, outside: Bool = false, days: Int) async -> ArchiveError? {
            let loan = LendOriginal(original, to: name, outside: outside, until: office.today.adding(days: days), reason: "核对")
            return await refusal { try await archive.carryOut(loan, as: office.assistant) }
        }
        #expect(await lend("赵财", days: 31)?.code == .valueRefused)
        #expect(await lend("律师事务所", outside: true, days: 5)?.code == .stateWrong)
        let until = office.today.adding(days: 5)
        let own = await refusal {
            try await archive.carryOut(ConsentToLoan(original, to: "律师事务所", outside: true, until: until), as: office.assistant)
        }
        #expect(own?.code == .notAllowed)
        try await archive.carryOut(ConsentToLoan(original, to: "律师事务所", outside: true, until: until), as: office.head)
        #expect(await lend("律师事务所", outside: true, days: 6)?.code == .stateWrong, "longer than was consented to")
        #expect(await lend("另一家", outside: true, days: 5)?.code == .stateWrong, "another borrower")
        #expect(await lend("律师事务所", outside: true, days: 5) == nil)
        #expect(try await archive.ask(ShowOriginal(original), as: .operator).consents.map(\.by) == ["王总"])
        try await archive.carryOut(ReturnOriginal(original), as: office.assistant)
        #expect(await lend("律师事务所", outside: true, days: 5)?.code == .stateWrong, "a consent is to one loan")
        let sent = SendOriginal(original, to: "律师事务所", until: until)
        #expect(await refusal { try await archive.carryOut(sent, as: office.assistant) }?.code == .stateWrong, "sent out it is lent")
        #expect(await refusal { try await archive.carryOut(SendOriginal(original, to: "青禾置业"), as: office.assistant) } == nil)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("R-60: accounting records leave the house with the head's consent, and with nobody else's")
    func accounting() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var filing = Filing(try office.scratch.file("发票.txt", "发票"), type: "invoice", title: "发票")
        filing.words.class = "XS-CW-QT"
        let invoice = try await archive.file(filing, by: .operator).document.id
        let original = try #require(try await archive.carryOut(RegisterOriginals(invoice, .paper, copies: 1), as: office.watcher).first?.id)
        let until = office.today.adding(days: 5)
        let loan = LendOriginal(original, to: "税务局", outside: true, until: until, reason: "查账")
        for consenting in [office.archivist, office.watcher] {
            let consent = ConsentToLoan(original, to: "税务局", outside: true, until: until)
            #expect(await refusal { try await archive.carryOut(consent, as: consenting) }?.code == .notAllowed)
        }
        for leaving in [loan as any Change, SendOriginal(original, to: "税务局"), SendOriginal(original, to: "税务局", until: until)] {
            #expect(await refusal { _ = try await archive.carryOut(leaving, as: office.watcher) }?.code == .stateWrong, "\(leaving)")
        }
        try await archive.carryOut(ConsentToLoan(original, to: "税务局", outside: true, until: until), as: office.head)
        let staying = await refusal { try await archive.carryOut(SendOriginal(original, to: "税务局"), as: office.watcher) }
        #expect(staying?.code == .stateWrong, "a consent up to a day is none for ever")
        #expect(try await archive.carryOut(loan, as: office.watcher).state == .onLoan)
        try await archive.carryOut(ReturnOriginal(original), as: office.watcher)
        try await archive.carryOut(ConsentToLoan(original, to: "税务局", outside: true, until: nil), as: office.head)
        try await archive.carryOut(SendOriginal(original, to: "税务局"), as: office.watcher)
        let other = ReleaseOriginal(
            original, to: "别家公司",
            proof: try await archive.file(
                Filing(try office.scratch.file("签收.txt", "签收"), type: "receipt", title: "签收单"), by: .operator
            ).document.id)
        #expect(await refusal { try await archive.carryOut(other, as: office.watcher) }?.code == .valueRefused, "it was sent to another")
    }

    @Test("R-60: so does a contract of which finance said that it is one of its records, whatever its class and the rules say")
    func keptByFinance() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        try await archive.carryOut(SetLoanRules("- {days: 30}\n", reason: "制度"), as: office.head)
        let contract = try await office.due(archive, "甲", "甲")
        let original = try #require(
            try await archive.carryOut(RegisterOriginals(contract, .paper, copies: 1), as: office.watcher).first?.id)
        try await archive.carryOut(RecordFact("voucher", "true", of: contract), as: .operator)
        let loan = LendOriginal(original, to: "律师事务所", outside: true, until: office.today, reason: "举证")
        #expect(await refusal { try await archive.carryOut(loan, as: office.watcher) }?.code == .stateWrong)
    }

    @Test("the rules are the company's data, set by the head, with a reason")
    func rules() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let standing = try await archive.ask(ListLoanRules(), as: .operator)
        #expect(standing.map(\.class) == ["XS-CW", nil])
        for (yaml, why) in [
            ("- {days: 0}\n", "no days"), ("- {days: 5}\n- {days: 6}\n", "two for one class"), ("[]", "none"),
            ("- {days: 5, consent: [salesperson]}\n", "a role that may not consent"), ("- {days: 5, outside: []}\n", "nobody"),
        ] {
            let refused = await refusal { try await archive.carryOut(SetLoanRules(yaml, reason: "制度"), as: office.head) }
            #expect(refused?.code == .valueRefused, "\(why)")
        }
        let unknown = SetLoanRules("- {class: NO-CLASS, days: 5}\n", reason: "制度")
        #expect(await refusal { try await archive.carryOut(unknown, as: office.head) }?.code == .recordUnknown)
        let set = SetLoanRules("- {class: XS, days: 7, consent: [archivist]}\n", reason: "制度")
        #expect(await refusal { try await archive.carryOut(set, as: office.archivist) }?.code == .notAllowed)
        #expect(try await archive.carryOut(set, as: office.head).map(\.days) == [7])
        #expect(try await DefinitionText.of(archive.ask(ListLoanRules(), as: .operator)).contains("class: XS"))
    }
}
