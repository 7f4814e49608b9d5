import Archive
import Journal
import Records
import SystemPackage
import Testing

@Suite("R-23, R-24: what is handed over is complete or says what is missing, and stays as it was issued", .timeLimit(.minutes(5)))
struct PackTests {
    @Test("an item is there by its documents or by words, does not apply with the reason, or comes by a day; words come from what is known")
    func standing() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        try await world.file("contract", "供货合同") { $0.fields = ["payment": "预付三成", "site": "五四路 18 号"] }
        let pack = try await world.make()
        let items = try await world.items(of: pack)
        #expect(items["contract"]?.state == .present && items["contract"]?.documents.map(\.title) == ["供货合同"])
        #expect(items["payment"]?.text == "预付三成" && items["site"]?.text == "五四路 18 号")
        #expect(items["promises"]?.state == .missing && items["drawings"]?.state == .missing)
        try await world.fill(pack, "特殊承诺", .words, "两年免费清洗")
        try await world.fill(pack, "drawings", .promised, "设计院未出图", by: CivilDate("2026-12-31"))
        try await world.fill(pack, "验收单", .notApplicable, "只供货")
        let filled = try await world.items(of: pack)
        #expect(filled["promises"]?.text == "两年免费清洗" && filled["promises"]?.state == .present)
        #expect(filled["drawings"]?.by == "2026-12-31" && filled["drawings"]?.text == "设计院未出图")
        #expect(filled["acceptance"]?.state == .notApplicable)
        try await world.fill(pack, "特殊承诺", nil, nil)
        #expect(try await world.items(of: pack)["promises"]?.state == .missing)
    }

    @Test("it is not issued while something is missing without a reason and a day, and the refusal names all of it")
    func gaps() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let pack = try await world.make()
        let refused = await world.refusal(IssuePack(pack), as: world.giver)
        #expect(refused?.code == .stateWrong && refused?.message.text(.chinese).contains("特殊承诺、风险与遗留问题") == true)
        try await world.answerAll(of: pack)
        #expect(try await world.archive.carryOut(IssuePack(pack), as: world.giver).edition == 1)
        // What was promised and did not come must be said anew.
        world.clock.move(milliseconds: 400 * 86_400_000)
        try await world.fill(pack, "特殊承诺", .words, "另有承诺")
        #expect(await world.refusal(IssuePack(pack), as: world.giver)?.message.text(.chinese).contains("图纸") == true)
    }

    @Test("an edition keeps its versions; a later one takes its place, and whoever opens the old one is told")
    func editions() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let contract = try await world.file("contract", "供货合同")
        let pack = try await world.issued()
        #expect(await world.refusal(IssuePack(pack), as: world.giver)?.code == .stateWrong, "nothing is new")
        try await world.newVersion(of: contract)
        let first = try await world.archive.ask(ShowPack(pack), as: world.receiver)
        let kept = first.checklist.first { $0.code == "contract" }?.documents.first
        #expect(kept?.version.value == 1 && kept?.newer?.value == 2 && first.supersededBy == nil)
        _ = try await world.archive.carryOut(IssuePack(pack, participants: "工程部"), as: world.giver)
        let old = try await world.archive.ask(ShowPack(pack, edition: 1), as: world.receiver)
        #expect(old.supersededBy == 2 && old.checklist.first { $0.code == "contract" }?.documents.first?.version.value == 1)
        let new = try await world.archive.ask(ShowPack(pack), as: world.receiver)
        #expect(new.edition == 2 && new.participants == "工程部" && new.pack.state == .issued)
        #expect(new.checklist.first { $0.code == "contract" }?.documents.first?.version.value == 2)
        #expect(await world.refusal(ShowPack(pack, edition: 3), as: world.receiver)?.code == .recordUnknown)
    }

    @Test("the receiver signs, or sends items back with a reason; nobody else does, none twice, and none for an edition that is old")
    func signing() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let pack = try await world.issued()
        let other = try await world.account("钱工", [.reviewer], "工程部")
        #expect(await world.refusal(SignPack(pack), as: other)?.code == .notAllowed)
        #expect(await world.refusal(SignPack(pack, edition: 2), as: world.receiver)?.code == .stateWrong)
        let unknown = SignPack(pack, rejecting: [PackRejection(item: "没有", reason: "x")])
        #expect(await world.refusal(unknown, as: world.receiver)?.code == .valueRefused)
        #expect(try await world.archive.ask(ListNext(), as: world.receiver).map(\.kind) == [.takeOver])
        let signed = try await world.archive.carryOut(
            SignPack(pack, edition: 1, rejecting: [PackRejection(item: "双方联系人", reason: "电话有误")]), as: world.receiver)
        #expect(signed.pack.state == .returned && signed.pack.signedBy == "周客")
        #expect(signed.checklist.first { $0.code == "contacts" }?.rejected == "电话有误")
        #expect(await world.refusal(SignPack(pack), as: world.receiver)?.code == .stateWrong)
        #expect(try await world.archive.ask(ListNext(), as: world.giver).contains { $0.kind == .reissue })
        try await world.fill(pack, "双方联系人", .words, "林工 0591-1")
        _ = try await world.archive.carryOut(IssuePack(pack), as: world.giver)
        #expect(try await world.archive.carryOut(SignPack(pack), as: world.receiver).pack.state == .signed)
        #expect(try await world.archive.ask(ListPacks(state: .signed), as: world.receiver).map(\.id) == [pack])
    }

    @Test("R-26: what the receiver has no right to see is left out, and it is said that something is")
    func withheld() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        try await world.file("contract", "供货合同")
        let secret = try await world.file("amendment", "价格补充协议") { $0.confidentiality = "secret" }
        let pack = try await world.issued()
        for actor in [world.receiver, world.giver, .operator] {
            let shown = try await world.archive.ask(ShowPack(pack), as: actor)
            #expect(shown.isWithheld && !shown.checklist.flatMap(\.documents).map(\.id).contains(secret))
        }
        let outsider = try await world.account("孙销", [.salesperson], nil)
        #expect(try await world.archive.ask(ShowPack(pack), as: outsider).isWithheld)
    }

    @Test("R-39: a new edition that leaves out what is held is refused")
    func held() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        try await world.file("contract", "供货合同")
        let drawing = try await world.file("drawing", "施工图")
        let pack = try await world.issued()
        let hold = try await world.archive.carryOut(PlaceHold(on: .document(drawing), reason: "诉讼", authority: "法务部"), as: .operator)
        try await world.archive.carryOut(UnlinkDocument(drawing, from: world.dossier, reason: "归错"), as: .operator)
        try await world.fill(pack, "图纸", .notApplicable, "无图纸")
        #expect(await world.refusal(IssuePack(pack), as: world.giver)?.code == .blocked)
        try await world.archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await world.archive.carryOut(IssuePack(pack), as: world.giver).edition == 2)
    }

    @Test(
        "R-45, R-49, R-50: words that are known from a contract are shown and not copied: they go when it goes, for whoever may not see it")
    func notCopied() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let contract = try await world.file("contract", "供货合同") { $0.fields = ["付款方式": "预付三成", "site": "五四路 18 号"] }
        // By which the receiver goes on knowing of the deal.
        try await world.file("survey", "踏勘记录")
        let pack = try await world.issued()
        func payment(_ actor: Actor) async throws -> String? {
            try await world.archive.ask(ShowPack(pack), as: actor).checklist.first { $0.code == "payment" }?.text
        }
        #expect(try await payment(world.receiver) == "预付三成")
        var query = LogQuery()
        query.type = "pack.issued"
        let issued = try await world.archive.logPage(query, after: 0, count: 10, by: .operator).compactMap(\.payloadBytes)
        #expect(issued.count == 1 && !issued.contains { String(decoding: $0, as: UTF8.self).contains("预付三成") })
        var words = MetadataWords()
        words.confidentiality = "secret"
        try await world.archive.carryOut(EditDocument(contract, words: words, reason: "改密级"), as: .operator)
        #expect(try await payment(world.receiver) == nil)
        #expect(try await payment(.operator) == "预付三成")
    }

    @Test("each edition says who issued it, who signed for it and what was sent back of it")
    func ofEachEdition() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let pack = try await world.issued()
        let rejected = PackRejection(item: "contacts", reason: "电话有误")
        _ = try await world.archive.carryOut(SignPack(pack, rejecting: [rejected]), as: world.receiver)
        let other = try await world.account("助二", [.salesAssistant], "销售部")
        try await world.fill(pack, "contacts", .words, "林工 0591-1")
        _ = try await world.archive.carryOut(IssuePack(pack), as: other)
        let (old, new) = (
            try await world.archive.ask(ShowPack(pack, edition: 1), as: .operator),
            try await world.archive.ask(ShowPack(pack), as: .operator)
        )
        #expect(old.pack.issuedBy == "陈国清" && old.pack.signedBy == "周客" && old.pack.state == .returned && old.pack.newest == 2)
        #expect(new.pack.issuedBy == "助二" && new.pack.signedBy == nil && new.pack.state == .issued)
        // Whoever answers for the deal is told of what comes back, too.
        try await world.archive.carryOut(AssignDossiers([world.dossier], to: "陈国清", reason: nil), as: .operator)
        _ = try await world.archive.carryOut(SignPack(pack, rejecting: [rejected]), as: world.receiver)
        #expect(try await world.archive.ask(ListNext(), as: world.giver).contains { $0.kind == .reissue })
    }

    @Test("of two dossiers that are merged and both have a pack for a receiver, one goes on")
    func merged() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let pack = try await world.issued()
        let other = try await world.archive.carryOut(OpenDossier(title: "二期", party: "青禾置业", template: "新装工程"), as: .operator).id
        let kept = try await world.archive.carryOut(MakePack(other, for: "客服"), as: world.giver).pack.id
        let moved = try await world.archive.carryOut(MakePack(world.dossier, for: "运维"), as: world.giver).pack.id
        try await world.archive.carryOut(MergeDossiers(world.dossier, into: other, reason: "同一项目"), as: .operator)
        var question = ListPacks()
        question.dossier = other
        #expect(Set(try await world.archive.ask(question, as: .operator).map(\.id)) == [kept, moved])
        #expect(await world.refusal(IssuePack(pack), as: world.giver)?.code == .stateWrong)
        #expect(try await world.archive.ask(ShowPack(pack), as: world.receiver).edition == 1)
    }

    @Test("of each dossier there is one pack for a receiver; a kind of deal without a checklist, and a closed dossier, have none")
    func one() async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let pack = try await world.make()
        let again = await world.refusal(MakePack(world.dossier, for: "customer service"), as: world.giver)
        #expect(again?.code == .stateWrong && again?.subject == "\(pack)")
        #expect(await world.refusal(MakePack(world.dossier, for: "法务"), as: world.giver)?.code == .valueRefused)
        let only = """
            - {code: customer_service, chinese: 客服, english: customer service, roles: [customer_service], checklists: [{templates: [maintenance], items: [{code: contract, chinese: 合同, english: contract, types: [contract]}]}]}
            """
        try await world.archive.carryOut(LoadReceivers(only), as: .operator)
        let other = try await world.archive.carryOut(OpenDossier(title: "另一个", party: nil, template: "新装工程"), as: .operator).id
        #expect(await world.refusal(MakePack(other, for: "客服"), as: world.giver)?.code == .stateWrong)
        try await world.archive.carryOut(CloseDossier(other, on: "2026-11", reason: "完成"), as: .operator)
        #expect(await world.refusal(MakePack(other, for: "客服"), as: world.giver)?.code == .stateWrong)
    }

    @Test(
        "receivers that cannot be are refused, by line",
        arguments: [
            ("[]", "1"), ("- {code: A, chinese: 甲, english: A, roles: [customer_service], checklists: []}", "code"),
            (
                "- {code: a, chinese: 甲, english: A, roles: [administrator], checklists: [{items: [{code: c, chinese: 乙, english: B, types: []}]}]}",
                "roles"
            ),
            (
                "- {code: a, chinese: 甲, english: A, roles: [reviewer], checklists: [{templates: [none], items: [{code: c, chinese: 乙, english: B, types: []}]}]}",
                "none"
            ),
            (
                "- {code: a, chinese: 甲, english: A, roles: [reviewer], checklists: [{items: [{code: c, chinese: 乙, english: B, types: [none]}]}]}",
                "none"
            ),
            (
                "- {code: a, chinese: 甲, english: A, roles: [reviewer], checklists: [{items: [{code: c, chinese: 乙, english: B, types: []}]}]}\n"
                    + "- {code: b, chinese: 甲, english: C, roles: [reviewer], checklists: [{items: [{code: c, chinese: 乙, english: B, types: []}]}]}",
                "甲"
            ),
            (
                "- {code: a, chinese: 甲, english: A, roles: [reviewer], checklists: [{items: [{code: c, chinese: 乙, english: B, types: []}]}, {items: [{code: c, chinese: 乙, english: B, types: []}]}]}",
                "two checklists"
            ),
        ])
    func receivers(_ yaml: String, _ says: String) async throws {
        let world = try await PackWorld()
        defer { withExtendedLifetime(world) {} }
        let refused = await world.refusal(LoadReceivers(yaml), as: .operator)
        #expect(
            refused?.code == .valueRefused && refused?.message.text(.english).contains(says) == true,
            "\(refused?.message.text(.english) ?? "")")
    }
}
