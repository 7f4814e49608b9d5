import Archive
import Disk
import FileStore
import Records
import SystemPackage
import Testing

@Suite("R-41 to R-44, R-48: what was approved is what the list said, and what the papers say", .timeLimit(.minutes(5)))
struct DisposalListTests {
    @Test("R-43: what the list says of a document is what was approved: one that is called otherwise since drops out")
    func renamed() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (renamed, secret, same) = (
            try await office.due(archive, "甲", "甲", number: "HT-2009-1"), try await office.due(archive, "乙", "乙"),
            try await office.due(archive, "丙", "丙")
        )
        let batch = try await office.ready(archive)
        var words = MetadataWords()
        words.title = "伪装"
        try await archive.carryOut(EditDocument(renamed, words: words, reason: "更正"), as: .operator)
        words = MetadataWords()
        words.confidentiality = "secret"
        try await archive.carryOut(EditDocument(secret, words: words, reason: "更正"), as: .operator)
        let outcome = try await archive.execute(batch.id, by: office.archivist)
        #expect(outcome.destroyed == [same] && outcome.dropped.map(\.reason) == ["changed", "changed"])
    }

    @Test("R-43: a list of which every document dropped out is given up, and says why")
    func allDropped() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let batch = try await office.propose(archive).id
        try await archive.carryOut(RecordFact("performed", "2025-01-01", of: document, reason: "更正"), as: .operator)
        let given = try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist)
        #expect(given.state == .cancelled && given.items.map(\.dropped) == [[.notDue]])
        #expect(given.cancelledReason == "清册中的文件已全部移出")
    }

    @Test("R-42: a list that was judged with other words must be signed anew, also where the old words come back")
    func opinions() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲")
        let batch = try await office.propose(archive).id
        func judge(_ decision: String, _ opinion: String) async throws -> BatchView {
            try await archive.carryOut(AppraiseDisposal(batch, all: decision, opinion: opinion), as: office.archivist)
        }
        let first = try await judge("destroy", "同意")
        #expect(try await archive.carryOut(SignDisposal(batch, digest: first.digest), as: office.archivist).state == .signed)
        let objected = try await judge("destroy", "反对：仍涉诉")
        #expect(objected.state == .appraised && objected.openPosts == [.archiveHandler])
        _ = try await judge("keep", "永久")
        let again = try await judge("destroy", "同意")
        #expect(again.state == .appraised && again.digest != first.digest)
        #expect(again.acts.filter { $0.kind == .appraised }.map(\.isCurrent) == [false, false, false, true])
    }

    @Test("R-42: what is kept some years longer is kept so long from the decision on")
    func extended() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        _ = try await office.due(archive, "乙", "乙")
        let batch = try await office.ready(archive, items: [.init(document, "extend:5")])
        _ = try await archive.execute(batch.id, by: office.archivist)
        #expect(try await archive.ask(ShowRetention(of: document), as: .operator).keptTo == "2031-11-23")
        let again = await refusal { try await office.propose(archive) }
        #expect(again?.code == .stateWrong)
    }

    @Test("R-48: what is to be passed on stays, and is set aside, as long as there is no receipt")
    func passedOn() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        _ = try await office.due(archive, "丙", "丙")
        let batch = try await office.ready(archive, items: [.init(document, "transfer")])
        #expect(try await archive.execute(batch.id, by: office.archivist).transfer == [document])
        let other = try await office.due(archive, "乙", "乙")
        let next = try await office.propose(archive)
        #expect(next.items.map(\.document) == [other] && next.setAside.map(\.dropped) == [[.transfer]])
    }

    @Test("R-43: a batch of which nothing is left when it is carried out, or supervised, is given up, and nothing is certified")
    func nothingLeft() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let ready = try await office.ready(archive).id
        let hold = try await archive.carryOut(PlaceHold(on: .document(document), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(try await archive.execute(ready, by: office.archivist).dropped.map(\.reason) == ["hold"])
        #expect(try await archive.ask(ShowDisposal(ready), as: office.archivist).state == .cancelled)
        #expect(await refusal { try await archive.certify(ready, in: nil, by: office.archivist) }?.code == .stateWrong)
        try await archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        let batch = try await office.propose(archive).id
        let digest = try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist).digest
        try await archive.carryOut(SignDisposal(batch, digest: digest), as: office.archivist)
        try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.head)
        try await archive.carryOut(PlaceHold(on: .document(document), reason: "诉讼", authority: "法务部"), as: .operator)
        let seen = try await archive.carryOut(SuperviseDisposal(batch, on: office.today), as: office.otherWatcher)
        #expect(seen.state == .cancelled && seen.items.map(\.dropped) == [[.blocked]], "whoever may not see holds reads no more")
    }

    @Test("R-50: papers that name something secret are secret, also where it stays")
    func secretPapers() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let kept = try await office.due(archive, "密", "密") { $0.confidentiality = "secret" }
        let gone = try await office.due(archive, "甲", "甲")
        let batch = try await office.ready(archive, by: office.archivist2(archive), items: [.init(kept, "keep")])
        #expect(try await archive.execute(batch.id, by: office.archivist).destroyed == [gone])
        let certified = try await archive.certify(batch.id, in: nil, by: office.archivist)
        for paper in [certified.list, certified.opinion, certified.certificate] {
            #expect(try await archive.ask(ShowDocument(try #require(paper)), as: .operator).confidentiality == .secret)
        }
    }

    @Test("R-44: what dropped out of a list, and was destroyed by another batch later, is none of what this one destroyed")
    func droppedAndDestroyedLater() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (one, other) = (try await office.due(archive, "甲", "甲"), try await office.due(archive, "乙", "乙"))
        let first = try await office.ready(archive).id
        let hold = PlaceHold(on: .document(other), reason: "诉讼", authority: "法务部")
        let placed = try await archive.carryOut(hold, as: .operator).id
        #expect(try await archive.execute(first, by: office.archivist).destroyed == [one])
        try await archive.carryOut(LiftHold(placed, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await office.destroyAll(archive).destroyed == [other])
        let shown = try await archive.certify(first, in: nil, by: office.archivist).items
        #expect(shown.filter { $0.destroyedOn != nil }.map(\.document) == [one])
        #expect(shown.first { $0.document == other }?.dropped == [.hold])
    }

    @Test(
        "R-42: a post that was entered as lacking, and for which there is somebody by then, is no longer lacking when the list is approved")
    func postFilled() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let invoice = try await office.due(archive, "发票", "发票") { $0.class = "XS-CW-QT" }
        try await archive.carryOut(RecordFact("accountingYear", "2010", of: invoice), as: .operator)
        let batch = try await office.propose(archive, by: office.watcher).id
        let digest = try await appraise(batch, archive, office)
        try await archive.carryOut(EnterVacantPost(batch, .archiveHead, reason: "未设"), as: office.archivist)
        try await archive.carryOut(EnterVacantPost(batch, .financeHead, reason: "未设"), as: office.watcher)
        for actor in [office.archivist, office.watcher] { try await archive.carryOut(SignDisposal(batch, digest: digest), as: actor) }
        _ = try await office.archivist2(archive)
        #expect(await refusal { try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.head) }?.code == .stateWrong)
        _ = try await appraise(batch, archive, office)
        #expect(try await archive.ask(ShowDisposal(batch), as: office.archivist).openPosts == DisposalDuties.accounting.posts)
    }

    private func appraise(_ batch: BatchID, _ archive: LocalArchive, _ office: DisposalOffice) async throws -> ContentDigest {
        try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist)
        return try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.watcher).digest
    }

    @Test("R-42: a word on one document is no judgement of the whole list")
    func partlyJudged() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var invoices: [DocumentID] = []
        for title in ["发票一", "发票二"] {
            let invoice = try await office.due(archive, title, title) { $0.class = "XS-CW-QT" }
            try await archive.carryOut(RecordFact("accountingYear", "2010", of: invoice), as: .operator)
            invoices.append(invoice)
        }
        let batch = try await office.propose(archive, by: office.watcher).id
        try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist)
        for (document, open) in zip(invoices, [[Role.finance], []]) {
            let judged = AppraiseDisposal(batch, items: [.init(document, "destroy")], opinion: "同意")
            #expect(try await archive.carryOut(judged, as: office.watcher).openAppraisers == open)
        }
        let shown = try await archive.ask(ShowDisposal(batch), as: office.archivist)
        #expect(shown.state == .appraised && shown.acts.filter { $0.kind == .appraised }.allSatisfy(\.isCurrent))
    }

    @Test("R-42: two decisions about one document are refused")
    func judgedTwice() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let batch = try await office.propose(archive).id
        let judged = AppraiseDisposal(batch, items: [.init(document, "extend:5"), .init(document, "destroy")], opinion: "同意")
        #expect(await refusal { try await archive.carryOut(judged, as: office.archivist) }?.code == .valueRefused)
    }

    @Test("R-41: the papers of a disposal, which many may read, do not say what blocks; R-44: they say who acted in whose stead")
    func papers() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (held, gone) = (try await office.due(archive, "甲", "甲"), try await office.due(archive, "乙", "乙") { $0.signed = "2009-03-05" })
        let batch = try await office.propose(archive).id
        let digest = try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist).digest
        try await archive.carryOut(SignDisposal(batch, digest: digest), as: office.archivist)
        try await archive.carryOut(DelegateDisposal(to: "赵财", until: office.today, reason: "出差"), as: office.head)
        let approved = try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher)
        #expect(approved.acts.last?.delegator == "王总")
        for (name, department) in [("钱甲", "甲部"), ("钱乙", "乙部")] {
            let supervisor = try await archive.carryOut(
                SetAccount(named: name, roles: [.informationSystems], open: true, department: department), as: .operator)
            try await archive.carryOut(SuperviseDisposal(batch, on: office.today), as: .account(supervisor.id))
        }
        try await archive.carryOut(PlaceHold(on: .document(held), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(try await archive.execute(batch, by: office.archivist).destroyed == [gone])
        #expect(
            await refusal { try await archive.carryOut(ConfirmDisposal(batch, on: office.today), as: office.watcher) }?.code == .notAllowed)
        let account = try await archive.ask(ListAccounts(), as: .operator).first { $0.name == "钱甲" }
        let seen = ConfirmDisposal(batch, on: office.today, paper: 2)
        let confirmed = try await archive.carryOut(seen, as: .account(try #require(account).id))
        #expect(confirmed.acts.last?.kind == .confirmed && confirmed.acts.last?.counted == 2)
        let certified = try await archive.certify(batch, in: nil, by: office.archivist)
        let list = try await archive.ask(ShowDocument(try #require(certified.list)), as: .operator)
        let name = try #require(list.versions.last?.files.map(\.record.name).first { $0.text.hasSuffix("csv") })
        let content = try await archive.open(ContentRequest(document: list.id, version: nil, name: name), by: .operator)
        let table = String(decoding: try Disk().read(content.stored.file.path, limit: 1 << 20), as: UTF8.self)
        #expect(table.contains("保管 10 年") && table.contains(",2009,") && table.contains("17 年") && !table.contains("冻结"))
        #expect(table.contains("不允许") || table.contains("档案员"))
    }
}
