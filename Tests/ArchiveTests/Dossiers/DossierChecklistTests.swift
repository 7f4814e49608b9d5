import Archive
import Records
import SystemPackage
import Testing

@Suite("R-23: a dossier says what it should hold, what is there, and what is missing", .timeLimit(.minutes(5)))
struct DossierChecklistTests {
    /// An archive with a dossier of a new installation.
    private final class World: Sendable {
        let scratch: Scratch
        let archive: LocalArchive
        let clock = TestClock()
        let dossier: DossierID

        init() async throws {
            scratch = try Scratch()
            archive = try scratch.archive(.init(clock: clock))
            dossier = try await archive.carryOut(
                OpenDossier(title: "青禾广场空调安装", party: "青禾置业", template: "新装工程"), as: .operator
            ).id
        }

        @discardableResult
        func file(_ type: String, _ title: String, _ change: (inout MetadataWords) -> Void = { _ in }) async throws -> DocumentID {
            var filing = Filing(try scratch.file("\(title).txt", title), type: type, title: title)
            change(&filing.words)
            let document = try await archive.file(filing, by: .operator).document.id
            try await archive.carryOut(LinkDocuments([document], to: dossier, home: true), as: .operator)
            return document
        }

        func check(as actor: Actor = .operator) async throws -> [String: DossierItemView] {
            let check = try await archive.ask(CheckDossier(dossier), as: actor)
            return Dictionary(uniqueKeysWithValues: check.checklist.map { ($0.code, $0) })
        }

        func refusal(_ change: some Change) async -> ArchiveError? {
            do throws(ArchiveError) { _ = try await archive.carryOut(change, as: .operator) } catch { return error }
            return nil
        }
    }

    @Test("an item is there with its current version, not applicable with the reason, or missing with the day by which it comes")
    func standing() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let survey = try await world.file("survey", "现场踏勘")
        let files = [IncomingFile(name: nil, role: .main, source: .path(try world.scratch.file("新.txt", "补测")))]
        _ = try await world.archive.makeVersion(NewVersion(of: survey, files: files, reason: "补测"), by: .operator)
        try await world.archive.carryOut(
            MarkDossierItem(world.dossier, "客户需求分析报告", .notApplicable, reason: "甲方已有设计"), as: .operator)
        let day = try #require(CivilDate("2026-12-31"))
        let checked = try await world.archive.carryOut(
            MarkDossierItem(world.dossier, "drawings", .promised, by: day, reason: "设计院未出图"), as: .operator
        )
        let items = try await world.check()
        #expect(items["survey"]?.state == .present && items["survey"]?.documents.map(\.version.value) == [2])
        #expect(items["needs"]?.state == .notApplicable && items["needs"]?.reason == "甲方已有设计")
        #expect(items["drawings"]?.state == .missing && items["drawings"]?.by == "2026-12-31" && items["drawings"]?.isOverdue == false)
        #expect(items["proposal"]?.by == "2026-12-23", "thirty days from the opening")
        #expect(items["handover"]?.by == nil, "nothing is signed yet")
        #expect(checked.missing == 8 && checked.overdue == 0 && items.count == 10)
        // What came after all is there, whatever was said of it.
        try await world.file("drawing", "施工图")
        #expect(try await world.check()["drawings"]?.state == .present)
    }

    @Test("days count from the signing of the contract where the template says so; what is late is overdue")
    func days() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        try await world.file("contract", "供货合同") { $0.signed = "2026-11-01" }
        #expect(try await world.check()["handover"]?.by == "2026-11-16")
        #expect(try await world.check()["handover"]?.isOverdue == true)
        let waiting = try await world.archive.ask(ListNext(), as: .operator)
        #expect(waiting.first?.item?.code == "handover" && waiting.first?.isOverdue == true)
        #expect(waiting.map { $0.by ?? "9999" } == waiting.map { $0.by ?? "9999" }.sorted(), "by day, those without one last")
        // A renewal is a contract that renews, not any contract.
        try await world.archive.carryOut(SetDossierTemplate(world.dossier, "维保服务"), as: .operator)
        let checked = try await world.check()
        #expect(checked["renewal"]?.state == .missing && checked["contract"]?.state == .present)
        let next = try await world.file("contract", "续签合同")
        let first = try #require(try await world.check()["contract"]?.documents.first?.id)
        try await world.archive.carryOut(RelateDocuments(next, .renews, to: first), as: .operator)
        #expect(try await world.check()["renewal"]?.documents.map(\.id) == [next])
    }

    @Test("what makes no sense is refused, and changes nothing")
    func refused() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        try await world.file("survey", "现场踏勘")
        let (past, day) = (try #require(CivilDate("2026-11-22")), try #require(CivilDate("2026-12-31")))
        let before = try CatalogueDump.rows(of: world.scratch.folder.appending("storage"))
        for (change, code) in [
            (MarkDossierItem(world.dossier, "survey", .notApplicable, reason: "有"), ErrorCode.stateWrong),
            (MarkDossierItem(world.dossier, "验收单", .promised, reason: "未完"), .valueRefused),
            (MarkDossierItem(world.dossier, "验收单", .notApplicable, by: day, reason: "未完"), .valueRefused),
            (MarkDossierItem(world.dossier, "验收单", .promised, by: past, reason: "未完"), .valueRefused),
            (MarkDossierItem(world.dossier, "无此材料", .notApplicable, reason: "无"), .valueRefused),
            (MarkDossierItem(world.dossier, "验收单", .notApplicable, reason: " "), .valueRefused),
            (MarkDossierItem(world.dossier, "验收单", nil, reason: "无"), .stateWrong),
        ] { #expect(await world.refusal(change)?.code == code, "\(change)") }
        #expect(await world.refusal(SetDossierTemplate(world.dossier, "没有这种"))?.code == .valueRefused)
        #expect(await world.refusal(SetDossierTemplate(world.dossier, "新装工程"))?.code == .stateWrong)
        #expect(try CatalogueDump.rows(of: world.scratch.folder.appending("storage")) == before)
    }

    @Test("templates are the company's data; a dossier keeps the one that it was given")
    func templates() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let shown = try await world.archive.ask(ShowDossierTemplates(), as: .operator)
        #expect(shown.version == 0 && shown.templates.map(\.code) == ["installation", "maintenance", "retrofit", "quote_only"])
        let yaml = try DefinitionText.of(shown).replacing("chinese: 新装工程", with: "chinese: 安装")
        #expect(try await world.archive.carryOut(LoadDossierTemplates(yaml), as: .operator).version == 1)
        #expect(try await world.archive.ask(ShowDossier(world.dossier), as: .operator).template?.name.chinese == "新装工程")
        let item = "{code: a, stage: offer, chinese: 甲, english: a, types: [quote]}"
        for (items, reason) in [
            ("", "none"), ("\(item), \(item)", "twice"), ("\(item), \(item.replacing("code: a", with: "code: b"))", "one name twice"),
            ("{code: A, stage: offer, chinese: 甲, english: a, types: [quote]}", "a code"),
            ("{code: a, stage: never, chinese: 甲, english: a, types: [quote]}", "a stage"),
            ("{code: a, stage: offer, chinese: 甲, english: a, types: [nonsense]}", "a type"),
            ("{code: a, stage: offer, chinese: 甲, english: a, types: []}", "no type"),
            ("{code: a, stage: offer, chinese: 甲, english: a, types: [quote], days: -1}", "days"),
            ("{code: a, stage: offer, chinese: 甲, english: a, types: [quote], after: signed}", "no days"),
        ] {
            let text = "- {code: x, chinese: 甲, english: x, items: [\(items)]}\n"
            #expect(await world.refusal(LoadDossierTemplates(text))?.code == .valueRefused, "\(reason)")
        }
    }

    @Test("R-50: a document that somebody may not know of is missing for them, and nothing else tells of it")
    func hidden() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        try await world.file("survey", "踏勘")
        let account = try await world.archive.carryOut(SetAccount(named: "王敏", roles: [.customerService], open: true), as: .operator).id
        let before = try await world.archive.ask(CheckDossier(world.dossier), as: .account(account))
        try await world.file("proposal", "方案") { $0.confidentiality = "secret" }
        #expect(try await world.archive.ask(CheckDossier(world.dossier), as: .account(account)) == before)
        #expect(try await world.check()["proposal"]?.state == .present)
    }

    @Test("R-23: responsibility for a dossier is somebody's, and passes on with a reason; they are told what waits")
    func responsible() async throws {
        let world = try await World()
        defer { withExtendedLifetime(world) {} }
        let archive = world.archive
        var accounts: [AccountID] = []
        for name in ["陈国清", "王敏"] {
            accounts.append(try await archive.carryOut(SetAccount(named: name, roles: [.salesAssistant], open: true), as: .operator).id)
        }
        let given = try await archive.carryOut(AssignDossiers([world.dossier], to: "陈国清", reason: nil), as: .operator)
        #expect(given.map(\.responsible) == ["陈国清"])
        #expect(try await archive.ask(ListNext(), as: .account(accounts[0])).count == 10)
        #expect(try await archive.ask(ListNext(), as: .account(accounts[1])).isEmpty)
        #expect(await world.refusal(AssignDossiers([world.dossier], to: "王敏", reason: nil))?.code == .valueRefused, "why it passes on")
        #expect(await world.refusal(AssignDossiers([world.dossier], to: "陈国清", reason: "同上"))?.code == .stateWrong)
        try await archive.carryOut(SetAccount(named: "王敏", open: false), as: .operator)
        #expect(await world.refusal(AssignDossiers([world.dossier], to: "王敏", reason: "转售后"))?.code == .stateWrong)
        try await archive.carryOut(SetAccount(named: "何管", roles: [.administrator], open: true), as: .operator)
        #expect(await world.refusal(AssignDossiers([world.dossier], to: "何管", reason: "转"))?.code == .valueRefused, "who sees none of it")
        try await archive.carryOut(AssignDossiers([world.dossier], to: nil, reason: "离职"), as: .operator)
        #expect(try await archive.ask(ShowDossier(world.dossier), as: .operator).responsible == nil)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }
}
