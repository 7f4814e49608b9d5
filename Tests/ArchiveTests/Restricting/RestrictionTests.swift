import Archive
import Disk
import Journal
import Records
import Testing

@Suite("R-49: a document whose processing is restricted is kept, and no more", .timeLimit(.minutes(5)))
struct RestrictionTests {
    /// The identifiers, titles and words of a restricted document may stand in no answer.
    @Test("every question is answered as if it were not there, for everybody, the operator too", arguments: UseCaseKind.questions)
    func questions(_ kind: UseCaseKind) async throws {
        guard kind.name != "ListRestricted" else { return }
        let company = try await SmallCompany()
        let hidden = try await company.file("个人.txt", "身份证复印件", number: "GR-2026-0001", party: "某自然人") { $0.class = "XS-BJ" }
        let auditor = try await company.account("审计", [.auditor, .archivist, .head, .salesAssistant, .finance])
        try await company.archive.carryOut(RestrictDocument(hidden, reason: "目的已实现"), as: .operator)
        for actor in [Actor.operator, auditor] {
            guard let answer = try? await company.perform(kind, as: actor) else { continue }
            let text = String(decoding: answer, as: UTF8.self)
            for word in ["\(hidden)", "身份证复印件", "GR-2026-0001", "某自然人"] { #expect(!text.contains(word), "\(kind.name): \(word)") }
        }
    }

    @Test(
        "a search, a count and what is due leave it out; whoever may open it is told how; with a reason it is open for the day, for them alone"
    )
    func opened() async throws {
        let company = try await SmallCompany()
        let archive = company.archive
        let hidden = try await company.file("个人.txt", "身份证复印件") { $0.class = "XS-BJ" }
        let (archivist, clerk) = (try await company.account("李档", [.archivist]), try await company.account("助理", [.salesAssistant]))
        let before = try await archive.ask(ShowStatistics(), as: archivist).counts.documents
        try await archive.carryOut(RestrictDocument(hidden, reason: "目的已实现"), as: archivist)
        let again = await refusal { try await archive.carryOut(RestrictDocument(hidden, reason: "再次"), as: archivist) }
        #expect(again?.code == .blocked)
        #expect(try await archive.ask(ShowStatistics(), as: archivist).counts.documents == before - 1)
        #expect(try await archive.ask(SearchDocuments(DocumentSearch(query: "类型:合同 身份证")), as: archivist).total == 0)
        #expect(try await archive.ask(ListDue(.all), as: archivist).allSatisfy { $0.document != hidden })
        let told = await refusal { try await archive.ask(ShowDocument(hidden), as: archivist) }
        let untold = await refusal { try await archive.ask(ShowDocument(hidden), as: clerk) }
        #expect(told?.code == .blocked && untold?.code == .documentUnknown)
        #expect(try await archive.ask(ListRestricted(), as: archivist).map(\.document) == [hidden])
        let unallowed = await refusal { try await archive.carryOut(OpenRestricted(hidden, reason: "想看"), as: clerk) }
        #expect(unallowed?.code == .notAllowed)
        let bare = await refusal { try await archive.carryOut(OpenRestricted(hidden, reason: " "), as: archivist) }
        #expect(bare?.code == .valueRefused)
        try await archive.carryOut(OpenRestricted(hidden, reason: "监管来函"), as: archivist)
        #expect(try await archive.ask(ShowDocument(hidden), as: archivist).title == "身份证复印件")
        #expect(try await archive.ask(SearchDocuments(DocumentSearch(query: "身份证")), as: archivist).total == 1)
        let other = await refusal { try await archive.ask(ShowDocument(hidden), as: .operator) }
        #expect(other?.code == .blocked, "opened for one, it is open for nobody else")
        company.clock.move(milliseconds: 86_400_000)
        let next = await refusal { try await archive.ask(ShowDocument(hidden), as: archivist) }
        #expect(next?.code == .blocked)
        try await archive.carryOut(LiftRestriction(hidden, reason: "重新取得同意"), as: archivist)
        #expect(try await archive.ask(ShowDocument(hidden), as: clerk).id == hidden)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("the journal says that something happened to it, and what was said only to whoever opened it; no proof shows it either")
    func log() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let hidden = try await office.due(archive, "个人", "身份证复印件") { $0.note = "身份证号" }
        let archivist = office.archivist
        let audit = try await archive.carryOut(
            SetAccount(named: "审计", roles: [.auditor], open: true, department: "审计部"), as: .operator)
        let auditor = Actor.account(audit.id)
        try await archive.carryOut(RestrictDocument(hidden, reason: "目的已实现"), as: archivist)
        func said(_ actor: Actor) async throws -> (events: [JournalEvent], words: Bool) {
            let events = try await archive.logPage(LogQuery(), after: 0, count: 10_000, by: actor).filter {
                $0.header.subjects.contains(hidden.compact)
            }
            return (events, events.contains { String(decoding: $0.payloadBytes ?? [], as: UTF8.self).contains("身份证号") })
        }
        for actor in [auditor, archivist, .operator] {
            let (events, words) = try await said(actor)
            #expect(events.count >= 2 && !words && events.allSatisfy { $0.payload == .withheld })
        }
        let filed = try #require(try await said(auditor).events.first).header.sequence
        let checkpoint = try await archive.signCheckpoint(by: .operator)
        let refused = await refusal { try await archive.proof(of: filed, in: checkpoint, by: auditor) }
        #expect(refused?.code == .blocked)
        try await archive.carryOut(OpenRestricted(hidden, reason: "监管来函"), as: archivist)
        #expect(try await said(archivist).words)
    }

    @Test("R-38: a hold by a standing query reaches it; R-46: destroyed, it is told of only to who may see what is secret")
    func heldAndDestroyed() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let held = try await office.due(archive, "诉讼标的合同", "甲")
        let gone = try await office.due(archive, "个人合同", "乙")
        for document in [held, gone] { try await archive.carryOut(RestrictDocument(document, reason: "目的已实现"), as: .operator) }
        try await archive.carryOut(PlaceHold(on: .standing("标题:诉讼标的"), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(try await office.destroyAll(archive, by: office.archivist2(archive)).destroyed == [gone])
        #expect(try await archive.ask(ListDestroyed(), as: office.archivist).map(\.document) == [gone])
        #expect(try await archive.ask(ListDestroyed(), as: office.assistant).isEmpty)
        #expect(await refusal { try await archive.ask(ShowDocument(gone), as: office.assistant) }?.code == .documentUnknown)
    }

    @Test("periods, holds and disposal go on with it")
    func goesOn() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let contract = try await office.due(archive, "个人合同", "个人信息")
        let handover = try await office.due(archive, "交底", "交底") { $0.class = "XS-JD" }
        try await archive.carryOut(RelateDocuments(handover, .belongsTo, to: contract), as: .operator)
        let hold = try await archive.carryOut(PlaceHold(on: .document(contract), reason: "诉讼", authority: "法务部"), as: .operator)
        try await archive.carryOut(RestrictDocument(contract, reason: "目的已实现"), as: .operator)
        #expect(try await archive.ask(ShowRetention(of: handover), as: .operator).keptTo == "2020-12-31")
        let blocked = try await office.propose(archive)
        #expect(blocked.items.map(\.document) == [handover] && blocked.setAside.map(\.document) == [contract])
        try await archive.carryOut(CancelDisposal(blocked.id, reason: "等解除冻结"), as: office.archivist)
        try await archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await office.destroyAll(archive).destroyed == [contract, handover])
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }
}
