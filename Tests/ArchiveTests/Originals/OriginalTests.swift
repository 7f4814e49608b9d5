import Archive
import Records
import Testing

@Suite("R-17 to R-22: paper originals are known one by one", .timeLimit(.minutes(5)))
struct OriginalTests {
    /// An archive with a contract, and people who keep its originals.
    private final class World: Sendable {
        let scratch: Scratch
        let archive: LocalArchive
        let clock = TestClock()
        let contract: DocumentID
        let assistant, finance, service: Actor

        init() async throws {
            scratch = try Scratch()
            let archive = try scratch.archive(.init(clock: clock))
            func account(_ name: String, _ role: Role) async throws -> Actor {
                .account(try await archive.carryOut(SetAccount(named: name, roles: [role], open: true), as: .operator).id)
            }
            assistant = try await account("陈国清", .salesAssistant)
            finance = try await account("赵财", .finance)
            service = try await account("王敏", .customerService)
            contract = try await archive.file(Filing(try scratch.file("合同.txt", "合同"), title: "供货合同"), by: .operator).document.id
            self.archive = archive
        }

        func register(_ copies: Int = 1) async throws -> [OriginalID] {
            try await archive.carryOut(RegisterOriginals(contract, .paper, copies: copies), as: assistant).map(\.id)
        }

        func listed(_ change: (inout ListOriginals) -> Void = { _ in }, as actor: Actor = .operator) async throws -> [OriginalID] {
            var question = ListOriginals()
            change(&question)
            return try await archive.ask(question, as: actor).map(\.id)
        }

        func refusal(_ change: some Change, as actor: Actor) async -> ErrorCode? {
            do throws(ArchiveError) { _ = try await archive.carryOut(change, as: actor) } catch { return error.code }
            return nil
        }
    }

    @Test("R-19, R-57: each copy of a version is registered, with whoever registers it; the operator, who is nobody, keeps none")
    func registered() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        #expect(await world.refusal(RegisterOriginals(world.contract, .paper, copies: 2), as: .operator) == .personNeeded)
        #expect(await world.refusal(RegisterOriginals(world.contract, .paper, copies: 2), as: world.service) == .notAllowed)
        let copies = try await world.archive.carryOut(
            RegisterOriginals(world.contract, .paper, copies: 4, note: "骑缝章"), as: world.assistant)
        #expect(
            copies.map(\.copy) == [1, 2, 3, 4] && copies.allSatisfy { $0.copies == 4 && $0.answerable == "陈国清" && $0.version.value == 1 })
        #expect(await world.refusal(RegisterOriginals(world.contract, .paper, copies: 1), as: world.assistant) == .stateWrong)
        #expect(await world.refusal(RegisterOriginals(world.contract, .paper, copies: 0), as: world.assistant) == .valueRefused)
        #expect(await world.refusal(RegisterOriginals(world.contract, .electronic, copies: 2), as: world.assistant) == .valueRefused)
        let file = try await world.archive.carryOut(RegisterOriginals(world.contract, .electronic, copies: 1), as: world.finance)
        let electronic = try #require(file.first?.id)
        #expect(await world.refusal(ShelveOriginal(electronic, at: "1柜"), as: world.finance) == .stateWrong, "R-57: nobody hands it on")
    }

    @Test("R-17: an original passes from hand to hand, on to a shelf, out on loan and back, and its history says so")
    func whole() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, original) = (world.archive, try #require(try await world.register().first))
        try await archive.carryOut(MoveOriginal(original, to: "赵财"), as: world.assistant)
        #expect(try await world.listed({ $0.unconfirmed = true }) == [original])
        func waiting(_ actor: Actor) async throws -> [WaitingLine.Kind] { try await archive.ask(ListNext(), as: actor).map(\.kind) }
        #expect(try await waiting(world.finance) == [.receive])
        #expect(try await waiting(world.assistant).isEmpty)
        #expect(await world.refusal(ConfirmOriginal(original), as: world.service) == .notAllowed, "it was given to another")
        try await archive.carryOut(ConfirmOriginal(original), as: world.finance)
        #expect(await world.refusal(ShelveOriginal(original, at: "1柜"), as: world.assistant) == .notAllowed, "another answers for it now")
        try await archive.carryOut(ShelveOriginal(original, at: "档案室 - 3柜-2层"), as: world.finance)
        #expect(try await world.listed { $0.place = "档案室-3柜" } == [original])
        #expect(try await world.listed { $0.place = "档案室-3" }.isEmpty)
        let until = try #require(CivilDate("2026-11-30"))
        try await archive.carryOut(LendOriginal(original, to: "王敏", until: until, reason: "客诉核对"), as: world.finance)
        #expect(await world.refusal(MoveOriginal(original, to: "陈国清"), as: world.finance) == .stateWrong, "it is on loan")
        #expect(await world.refusal(ReturnOriginal(original), as: world.assistant) == .notAllowed, "neither borrower nor lender")
        #expect(try await world.listed { $0.overdue = true }.isEmpty)
        world.clock.move(milliseconds: 8 * 86_400_000)
        #expect(try await world.listed { $0.overdue = true } == [original])
        #expect(try await waiting(world.service) == [.giveBack])
        #expect(try await waiting(world.finance) == [.chase])
        try await archive.carryOut(ReturnOriginal(original), as: world.service)
        try await archive.carryOut(ConfirmOriginal(original), as: world.finance)
        let shown = try await archive.ask(ShowOriginal(original), as: .operator)
        #expect(shown.original.state == .inHand && shown.original.answerable == "赵财" && shown.original.until == nil)
        #expect(shown.steps.map(\.step) == [nil, .move, .confirm, .shelve, .lend, .return, .confirm])
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("R-17, R-22: what is signed for outside is released with its receipt, and what is missing stays with whoever had it last")
    func outside() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, originals) = (world.archive, try await world.register(2))
        let receipt = try await archive.file(
            Filing(try world.scratch.file("签收.txt", "签收"), type: "receipt", title: "签收单"), by: .operator
        ).document.id
        try await archive.carryOut(SendOriginal(originals[0], to: "青禾置业", waybill: "SF1234567890123"), as: world.assistant)
        #expect(await world.refusal(ReleaseOriginal(originals[0], to: "青禾置业", proof: world.contract), as: world.assistant) == .valueRefused)
        let released = try await archive.carryOut(ReleaseOriginal(originals[0], to: "青禾置业", proof: receipt), as: world.assistant)
        #expect(released.state == .released && released.answerable == nil && released.with == "青禾置业")
        #expect(await world.refusal(MissOriginal(originals[0], reason: "未见"), as: world.assistant) == .stateWrong)
        let missing = try await archive.carryOut(MissOriginal(originals[1], reason: "盘点未见"), as: world.assistant)
        #expect(missing.state == .missing && missing.answerable == "陈国清")
        #expect(try await archive.carryOut(FindOriginal(originals[1], reason: "夹在另一盒中"), as: world.assistant).state == .inHand)
    }

    @Test("R-17: for somebody who has left, who keeps the archive or the accounts acts, under their own name")
    func left() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, original) = (world.archive, try #require(try await world.register().first))
        #expect(await world.refusal(MoveOriginal(original, to: "王敏"), as: world.finance) == .notAllowed)
        try await archive.carryOut(SetAccount(named: "陈国清", open: false), as: .operator)
        #expect(
            await world.refusal(MoveOriginal(original, to: "陈国清"), as: world.finance) == .valueRefused, "nobody gives it to who has left")
        #expect(await world.refusal(MoveOriginal(original, to: "赵财"), as: world.service) == .notAllowed)
        try await archive.carryOut(MoveOriginal(original, to: "王敏"), as: world.finance)
        // What nobody has confirmed is taken back; so is what its receiver may not know of any more.
        try await archive.carryOut(ReturnOriginal(original), as: world.finance)
        try await archive.carryOut(MoveOriginal(original, to: "王敏"), as: world.finance)
        try await archive.carryOut(ConfirmOriginal(original), as: world.service)
        #expect(try await archive.ask(ShowOriginal(original), as: .operator).steps.map(\.by) == ["陈国清", "赵财", "赵财", "赵财", "王敏"])
    }

    @Test("R-50: an original is known to whoever knows its document, and given to nobody else")
    func hidden() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let (archive, original) = (world.archive, try #require(try await world.register().first))
        var words = MetadataWords()
        (words.confidentiality, words.handler) = ("secret", "陈国清")
        try await archive.carryOut(EditDocument(world.contract, words: words, reason: "定密"), as: .operator)
        #expect(try await world.listed(as: world.service).isEmpty)
        let shown = await #expect(throws: ArchiveError.self) { try await archive.ask(ShowOriginal(original), as: world.service) }
        #expect(shown?.code == .recordUnknown)
        #expect(await world.refusal(MoveOriginal(original, to: "王敏"), as: world.assistant) == .valueRefused)
        #expect(try await world.listed({ $0.holder = "陈国清" }, as: world.assistant) == [original])
    }
}
