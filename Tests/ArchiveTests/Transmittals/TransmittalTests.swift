import Archive
import Records
import Testing

@Suite("R-22: what goes out and comes in is known to the copy, and what became of it", .timeLimit(.minutes(5)))
struct TransmittalTests {
    @Test("originals and copies go out together; signed for with the receipt the originals that stay are released")
    func signed() async throws {
        let world = try await World()
        let sent = try await world.send(to: "青禾置业", waybill: "sf 1234567890123")
        #expect(sent.line.carrier == .sf && sent.line.waybill?.number == "SF1234567890123" && sent.line.state == .sent)
        #expect(sent.items.map(\.form) == [.original, .copy] && sent.items.map(\.copies) == [1, 3])
        #expect(try await world.state() == .sentToStay)
        #expect(try await world.waiting() == [.sent])
        let settle = SettleTransmittal(sent.line.id, .signed, signer: "林工")
        #expect(await world.refused(settle) == .valueRefused, "the original stays: that needs the receipt")
        let itself = SettleTransmittal(sent.line.id, .signed, signer: "林工", proof: world.contract)
        #expect(await world.refused(itself) == .valueRefused, "a contract is not its own receipt")
        #expect(try await world.state() == .sentToStay, "nothing of what was refused happened")
        let done = try await world.archive.carryOut(
            SettleTransmittal(sent.line.id, .signed, signer: "林工", proof: world.receipt), as: world.assistant)
        #expect(done.line.state == .signed && done.line.proof == world.receipt && done.line.signer == "林工")
        #expect(try await world.state() == .released)
        #expect(try await world.waiting() == [])
        #expect(await world.refused(settle) == .stateWrong, "what became of it is known")
        #expect(try await world.archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("what comes back is with its sender again; what is lost is missing; what was to come back is still out once it is signed for")
    func outcomes() async throws {
        for (outcome, until, state) in [
            (TransmittalSettled.Outcome.returned, nil, CustodyState.inHand), (.lost, nil, .missing), (.signed, 5, .sent),
        ] {
            let world = try await World()
            let until = until.map { world.today.adding(days: $0) }
            if let until {
                let consent = ConsentToLoan(world.original, to: "青禾置业", outside: true, until: until)
                #expect(
                    await world.refused(SendTransmittal(to: "青禾置业", [TransmittedThing(original: world.original)], until: until))
                        == .stateWrong)
                try await world.archive.carryOut(consent, as: world.head)
            }
            let sent = try await world.send(to: "青禾置业", until: until)
            let needing = SettleTransmittal(sent.line.id, outcome)
            #expect(await world.refused(needing) == .valueRefused, "who signed, or why, is to be said")
            let settle = SettleTransmittal(
                sent.line.id, outcome, signer: outcome == .signed ? "林工" : nil, reason: outcome == .signed ? nil : "地址有误")
            try await world.archive.carryOut(settle, as: world.assistant)
            #expect(try await world.state() == state)
        }
    }

    @Test(
        "whom it goes to is called as it was said, so that a consent to it counts; a party of that name is meant, and can be meant by its identifier"
    )
    func correspondent() async throws {
        let world = try await World()
        let party = try #require(try await world.archive.ask(ListParties("青禾置业"), as: world.assistant).first)
        var naming = EditParty("\(party.id)", reason: "简称")
        naming.names = [PartyName("青禾", .short)]
        try await world.archive.carryOut(naming, as: .operator)
        let until = world.today.adding(days: 5)
        try await world.archive.carryOut(ConsentToLoan(world.original, to: "青禾", outside: true, until: until), as: world.head)
        let sent = try await world.send(to: "青禾", until: until)
        #expect(sent.line.name == "青禾" && sent.line.party?.id == party.id)
        try await world.archive.carryOut(SettleTransmittal(sent.line.id, .returned, reason: "地址有误"), as: world.assistant)
        #expect(try await world.send(to: "\(party.id)").line.name == "青禾置业")
    }

    @Test("an original that was dealt with by itself meanwhile is left as it is")
    func meanwhile() async throws {
        let world = try await World()
        let sent = try await world.send(to: "青禾置业")
        try await world.archive.carryOut(ReturnOriginal(world.original), as: world.assistant)
        try await world.archive.carryOut(ShelveOriginal(world.original, at: "1柜"), as: world.assistant)
        let settle = SettleTransmittal(sent.line.id, .signed, signer: "林工")
        #expect(await world.refused(settle) == .stateWrong, "it is with us")
        let told = SettleTransmittal(sent.line.id, .signed, signer: "林工", reason: "原件当场带回，复印件签收")
        try await world.archive.carryOut(told, as: world.assistant)
        #expect(try await world.state() == .shelved)
    }

    @Test("what was released did not come back; a receipt is neither withdrawn nor what was sent; what is withdrawn goes nowhere")
    func contradictions() async throws {
        let world = try await World()
        let sent = try await world.send(to: "青禾置业").line.id
        let receipt = try await world.file("另.txt", "另一签收单") { _ in }
        try await world.archive.carryOut(WithdrawDocument(receipt, reason: "误"), as: world.assistant)
        #expect(await world.refused(SettleTransmittal(sent, .signed, signer: "林工", proof: receipt)) == .stateWrong)
        #expect(await world.refused(ReleaseOriginal(world.original, to: "青禾置业", proof: receipt)) == .stateWrong)
        #expect(await world.refused(SendTransmittal(to: "青禾置业", [TransmittedThing(receipt)])) == .stateWrong)
        try await world.archive.carryOut(ReleaseOriginal(world.original, to: "青禾置业", proof: world.receipt), as: world.assistant)
        #expect(await world.refused(SettleTransmittal(sent, .returned, reason: "地址有误")) == .stateWrong)
        try await world.archive.carryOut(SettleTransmittal(sent, .signed, signer: "林工"), as: world.assistant)
    }

    @Test("either all that is named goes, or nothing")
    func whole() async throws {
        let world = try await World()
        let (one, other) = (TransmittedThing(original: world.original), TransmittedThing(.other))
        for (things, code) in [
            ([one, other], ErrorCode.documentUnknown), ([one, one], .valueRefused), ([], .valueRefused),
            ([TransmittedThing(world.contract, version: VersionNumber(7))], .versionUnknown),
            ([TransmittedThing(world.contract, copies: 0)], .valueRefused),
            ([TransmittedThing(world.contract, copies: 100)], .valueRefused),
            ([TransmittedThing(world.contract, as: .original)], .valueRefused),
            ([TransmittedThing(world.contract, as: .file, copies: 2)], .valueRefused),
            (Array(repeating: TransmittedThing(world.contract), count: 51), .valueRefused),
        ] { #expect(await world.refused(SendTransmittal(to: "青禾置业", things)) == code) }
        let nothingBack = SendTransmittal(to: "青禾置业", [TransmittedThing(world.contract)], until: world.today)
        #expect(await world.refused(nothingBack) == .valueRefused)
        #expect(await world.refused(SendTransmittal(to: "青禾置业", [one], waybill: "EA123456784CN")) == .valueRefused)
        #expect(await world.refused(SendTransmittal(to: "青禾置业", [one]), as: world.finance) == .notAllowed, "another answers for it")
        #expect(try await world.archive.ask(ListTransmittals(), as: .operator).isEmpty)
        #expect(try await world.state() == .inHand)
    }

    @Test("a waybill finds the papers, however it is written; so do correspondent, number and title")
    func found() async throws {
        let world = try await World()
        let sent = try await world.send(to: "青禾置业", waybill: "SF1234567890123").line.id
        func list(_ change: (inout ListTransmittals) -> Void) async throws -> [TransmittalID] {
            var question = ListTransmittals()
            change(&question)
            return try await world.archive.ask(question, as: world.finance).map(\.id)
        }
        for words in ["sf1234 567890123", "SF1234-567-890-123", "7890-123", "青禾", "供货", "ht-1"] {
            #expect(try await list { $0.words = words } == [sent], "\(words)")
        }
        #expect(try await list { $0.waybill = "ＳＦ1234567890123" } == [sent])
        #expect(try await list { $0.document = world.contract } == [sent])
        #expect(try await list { $0.direction = .in }.isEmpty)
        #expect(try await list { $0.words = "没有" }.isEmpty)
        var originals = ListOriginals()
        originals.waybill = "SF1234567890123"
        #expect(try await world.archive.ask(originals, as: world.finance).map(\.id) == [world.original])
        let later = try await world.archive.carryOut(SetCarriage(of: sent, waybill: "YT1234567890123"), as: world.assistant)
        #expect(later.line.carrier == .yto)
        #expect(try await list { $0.words = "SF1234567890123" }.isEmpty)
        #expect(await world.refused(SetCarriage(of: sent, waybill: "YT1234567890123")) == .stateWrong)
        for waybill in ["yt-1234567890123", "sf 1234 567890123"] {
            originals.waybill = waybill
            #expect(try await world.archive.ask(originals, as: world.finance).map(\.id) == [world.original], "\(waybill)")
        }
    }

    @Test("what came in: what was sent out is back; a new original is with whoever enters it; what is here did not come")
    func received() async throws {
        let world = try await World()
        let coming = ReceiveTransmittal(from: "青禾置业", [TransmittedThing(original: world.original)])
        #expect(try await world.archive.carryOut(coming, as: world.assistant).line.state == .received)
        #expect(await world.refused(coming, as: world.finance) == .stateWrong, "it is in another's hand")
        _ = try await world.send(to: "青禾置业")
        try await world.archive.carryOut(coming, as: world.assistant)
        #expect(try await world.state() == .inHand)
        try await world.archive.carryOut(ShelveOriginal(world.original, at: "1柜"), as: world.assistant)
        #expect(await world.refused(coming) == .stateWrong)
        let line = try #require(try await world.archive.ask(ListTransmittals(state: .received), as: .operator).first)
        #expect(await world.refused(SettleTransmittal(line.id, .signed, signer: "林工")) == .stateWrong)
    }

    @Test("R-17: an original that went to one comes back from them alone, in any of their names, until its return is entered")
    func fromAnother() async throws {
        let world = try await World()
        let sent = try await world.send(to: "青禾置业")
        let coming = ReceiveTransmittal(from: "海天酒店", [TransmittedThing(original: world.original)])
        #expect(await world.refused(coming) == .stateWrong)
        #expect(try await world.state() == .sentToStay)
        #expect(try await world.archive.ask(ListTransmittals(state: .received), as: .operator).isEmpty)
        try await world.archive.carryOut(ReturnOriginal(world.original), as: world.assistant)
        try await world.archive.carryOut(coming, as: world.assistant)
        #expect(try await world.state() == .inHand)
        _ = try await world.send(to: "\(try #require(sent.line.party).id)")
        try await world.archive.carryOut(
            ReceiveTransmittal(from: " 青禾 置业", [TransmittedThing(original: world.original)]), as: world.assistant)
        #expect(try await world.state() == .inHand)
    }

    @Test("a carrier is not what the letters of the waybill contradict; bare digits are anybody's")
    func carrier() async throws {
        let world = try await World()
        let things = [TransmittedThing(world.contract)]
        #expect(await world.refused(SendTransmittal(to: "青禾置业", things, waybill: "SF1234567890123", by: .yto)) == .valueRefused)
        let sent = try await world.archive.carryOut(
            SendTransmittal(to: "青禾置业", things, waybill: "73123456789012", by: .other), as: world.assistant)
        #expect(sent.line.carrier == .other)
        #expect(await world.refused(SetCarriage(of: sent.line.id, waybill: "JD12345678901", by: .sf)) == .valueRefused)
        try await world.archive.carryOut(SetCarriage(of: sent.line.id, waybill: "SF1234567890123"), as: world.assistant)
        #expect(await world.refused(SetCarriage(of: sent.line.id, by: .jd)) == .valueRefused, "of the number that is there")
    }

    @Test("R-50: it is known to whoever may know of all that is in it")
    func hidden() async throws {
        let world = try await World()
        let secret = try await world.file("密.txt", "机密") { $0.confidentiality = "秘密" }
        let things = [TransmittedThing(world.contract), TransmittedThing(secret)]
        let sent = try await world.archive.carryOut(SendTransmittal(to: "青禾置业", things), as: world.head)
        #expect(await world.refused(ShowTransmittal(sent.line.id), as: world.assistant) == .recordUnknown)
        #expect(try await world.archive.ask(ListTransmittals(), as: world.assistant).isEmpty)
        #expect(try await world.archive.ask(ListTransmittals(), as: world.head).count == 1)
    }

    @Test("things are read as people write them", arguments: ["X-7K3M-9QXT-2VHT", "", "合同", "D-0000-0000-0000"])
    func things(_ refused: String) throws {
        let id = DocumentID.sample
        #expect(try TransmittedThing(words: " \(id)@2 × 3 ") == TransmittedThing(id, version: VersionNumber(2), copies: 3))
        #expect(try TransmittedThing(words: "\(id)".lowercased()) == TransmittedThing(id))
        #expect(try TransmittedThing(words: "\(id)x12") == TransmittedThing(id, copies: 12))
        #expect(try TransmittedThing(words: OriginalID.sample.compact) == TransmittedThing(original: .sample))
        #expect(throws: ArchiveError.self) { try TransmittedThing(words: refused) }
        #expect(throws: ArchiveError.self) { try TransmittedThing(words: "\(id)@0") }
    }

    /// A contract of which one original is in somebody's hand, and a receipt.
    private struct World {
        let company: SmallCompany
        let contract: DocumentID
        let receipt: DocumentID
        let original: OriginalID
        let assistant: Actor
        let finance: Actor
        let head: Actor

        init() async throws {
            company = try await SmallCompany()
            contract = try await company.file("合同.txt", "供货合同", number: "HT-1", party: "青禾置业")
            receipt = try await company.file("签收.txt", "签收单")
            assistant = try await company.account("陈国清", [.salesAssistant])
            finance = try await company.account("赵财", [.finance])
            head = try await company.account("王总", [.head])
            original = try #require(
                try await company.archive.carryOut(RegisterOriginals(contract, .paper, copies: 1), as: assistant).first?.id)
        }

        var archive: LocalArchive { company.archive }
        var today: CivilDate { company.clock.now().date(offset: 8 * 3600) }

        func file(_ name: String, _ text: String, _ change: (inout MetadataWords) -> Void) async throws -> DocumentID {
            try await company.file(name, text, number: nil, party: nil, change)
        }

        func send(to name: String, waybill: String? = nil, until: CivilDate? = nil) async throws -> TransmittalView {
            let things = [TransmittedThing(original: original), TransmittedThing(contract, copies: 3)]
            return try await archive.carryOut(SendTransmittal(to: name, things, waybill: waybill, until: until), as: assistant)
        }

        func state() async throws -> CustodyState { try await archive.ask(ShowOriginal(original), as: .operator).original.state }

        func waiting() async throws -> [WaitingLine.Kind] { try await archive.ask(ListNext(), as: assistant).map(\.kind) }

        func refused(_ change: some Change, as actor: Actor? = nil) async -> ErrorCode? {
            await refusal { _ = try await archive.carryOut(change, as: actor ?? assistant) }
        }

        func refused(_ question: some Question, as actor: Actor) async -> ErrorCode? {
            await refusal { _ = try await archive.ask(question, as: actor) }
        }
    }
}
