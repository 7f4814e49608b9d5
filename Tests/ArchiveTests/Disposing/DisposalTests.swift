import Archive
import Disk
import Records
import SystemPackage
import Testing

@Suite("R-42, R-43: a disposal goes its way by people of their own duties", .timeLimit(.minutes(5)))
struct DisposalTests {
    @Test("from the proposal to the certificate, each step says who is next, and the papers are filed for ever")
    func whole() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (gone, kept) = (try await office.due(archive, "甲", "甲的内容"), try await office.due(archive, "乙", "乙的内容"))
        let proposed = try await office.propose(archive)
        #expect(proposed.state == .proposed && proposed.items.map(\.document) == [gone, kept])
        #expect(proposed.items.allSatisfy { $0.due == "2021-01-01" && $0.decision == nil })
        #expect(proposed.openAppraisers == [.archivist] && proposed.openPosts == [.archiveHandler] && proposed.supervisorsLacking == 2)
        let ready = try await office.goOn(archive, proposed.id, items: [.init(kept, "extend:20")])
        #expect(
            ready.state == .supervised && ready.acts.map(\.kind) == [.proposed, .appraised, .signed, .approved, .supervised, .supervised])
        let outcome = try await archive.execute(proposed.id, by: office.archivist)
        #expect(outcome.destroyed == [gone] && outcome.extended == [kept] && outcome.dropped.isEmpty && outcome.transfer.isEmpty)
        #expect(try await archive.ask(ShowRetention(of: kept), as: .operator).keptTo == "2046-11-23")
        let certified = try await archive.certify(proposed.id, in: nil, by: office.archivist)
        #expect(certified.state == .certified)
        for paper in [certified.list, certified.opinion, certified.certificate] {
            let retention = try await archive.ask(ShowRetention(of: try #require(paper)), as: .operator)
            #expect(retention.due == "never" && retention.recordClass == "XS-XH-XH")
        }
        let list = try await archive.ask(ShowDocument(try #require(certified.list)), as: .operator)
        #expect(list.versions[0].files.map { $0.record.name.text.split(separator: ".").last } == ["pdf", "xlsx", "csv"])
        let refused = await refusal { try await archive.certify(proposed.id, in: nil, by: office.archivist) }
        #expect(refused?.code == .stateWrong)
    }

    @Test("R-42: each deed needs a person, and duties that must be apart fall on different ones")
    func duties() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲的内容")
        let needed = await refusal {
            try await archive.carryOut(ProposeDisposal(by: office.today, reason: "期满"), as: .operator)
        }
        #expect(needed?.code == .personNeeded)
        let early = await refusal {
            try await archive.carryOut(ProposeDisposal(by: office.today.adding(days: 1), reason: "期满"), as: office.assistant)
        }
        #expect(early?.code == .valueRefused)
        let batch = try await archive.carryOut(ProposeDisposal(by: office.today, reason: "期满"), as: office.archivist)
        let again = await refusal { try await office.propose(archive) }
        #expect(again?.code == .stateWrong, "what stands in a batch is not proposed again")
        let order = await refusal { try await archive.carryOut(SignDisposal(batch.id, digest: batch.digest), as: office.archivist) }
        #expect(order?.code == .stateWrong)
        let digest = try await archive.carryOut(AppraiseDisposal(batch.id, all: "destroy", opinion: "同意"), as: office.archivist).digest
        let stale = await refusal { try await archive.carryOut(SignDisposal(batch.id, digest: batch.digest), as: office.archivist) }
        #expect(stale?.code == .versionStale)
        try await archive.carryOut(SignDisposal(batch.id, digest: digest), as: office.archivist)
        // Judged anew, everything signed before is about another list.
        let anew = try await archive.carryOut(AppraiseDisposal(batch.id, all: "extend:1", opinion: "再留一年"), as: office.archivist)
        #expect(anew.state == .appraised && anew.openPosts == [.archiveHandler])
        let unsigned = await refusal { try await archive.carryOut(ApproveDisposal(batch.id, digest: digest), as: office.head) }
        #expect(unsigned?.code == .stateWrong)
        let last = try await archive.carryOut(AppraiseDisposal(batch.id, all: "destroy", opinion: "同意"), as: office.archivist).digest
        try await archive.carryOut(SignDisposal(batch.id, digest: last), as: office.archivist)
        let signed = await refusal { try await archive.carryOut(SignDisposal(batch.id, digest: last), as: office.archivist) }
        #expect(signed?.code == .stateWrong)
        let own = await refusal { try await archive.carryOut(ApproveDisposal(batch.id, digest: last), as: office.archivist) }
        #expect(own?.code == .notAllowed, "an archivist is no head of the company")
        try await archive.carryOut(ApproveDisposal(batch.id, digest: last), as: office.head)
        let proposer = await refusal { try await archive.carryOut(SuperviseDisposal(batch.id, on: office.today), as: office.archivist) }
        #expect(proposer?.code == .stateWrong)
        let day = await refusal {
            try await archive.carryOut(SuperviseDisposal(batch.id, on: office.today.adding(days: -1)), as: office.watcher)
        }
        #expect(day?.code == .valueRefused)
        try await archive.carryOut(SuperviseDisposal(batch.id, on: office.today), as: office.watcher)
        let twice = await refusal { try await archive.carryOut(SuperviseDisposal(batch.id, on: office.today), as: office.watcher) }
        #expect(twice?.code == .stateWrong)
        let few = await refusal { try await archive.execute(batch.id, by: office.archivist) }
        #expect(few?.code == .stateWrong, "with too few persons nothing is destroyed")
        let before = await refusal { try await archive.certify(batch.id, in: nil, by: office.archivist) }
        #expect(before?.code == .stateWrong)
        #expect(try await archive.carryOut(CancelDisposal(batch.id, reason: "清册有误"), as: office.archivist).state == .cancelled)
        #expect(try await office.propose(archive).items.count == 1)
    }

    @Test("R-42: a delegate approves up to the day of the delegation, and not after it")
    func delegates() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲的内容")
        let batch = try await office.propose(archive).id
        let digest = try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: office.archivist).digest
        try await archive.carryOut(SignDisposal(batch, digest: digest), as: office.archivist)
        let before = await refusal { try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher) }
        #expect(before?.code == .notAllowed)
        try await archive.carryOut(SetAccount(named: "审计", roles: [.auditor], open: true), as: .operator)
        let unfit = DelegateDisposal(to: "审计", until: office.today, reason: "出差")
        #expect(await refusal { try await archive.carryOut(unfit, as: office.head) }?.code == .valueRefused, "who may never approve")
        let delegation = DelegateDisposal(to: "赵财", until: office.today, reason: "出差")
        let given = try await archive.carryOut(delegation, as: office.head)
        office.clock.move(milliseconds: 86_400_000)
        let late = await refusal { try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher) }
        #expect(late?.code == .notAllowed)
        let ended = await refusal { try await archive.carryOut(EndDelegation(given.number, reason: "已返回"), as: office.head) }
        #expect(ended?.code == .stateWrong)
        try await archive.carryOut(DelegateDisposal(to: "赵财", until: office.today, reason: "出差"), as: office.head)
        try await archive.carryOut(SetAccount(named: "王总", open: false), as: .operator)
        let left = await refusal { try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher) }
        #expect(left?.code == .notAllowed, "who gave it has left")
        #expect(try await archive.ask(ListDelegations(ended: false), as: office.archivist).isEmpty)
        try await archive.carryOut(SetAccount(named: "王总", open: true), as: .operator)
        let back = await refusal { try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher) }
        #expect(back?.code == .notAllowed, "what has ended does not begin again")
        try await archive.carryOut(DelegateDisposal(to: "赵财", until: office.today, reason: "出差"), as: office.head)
        #expect(try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: office.watcher).state == .approved)
        let supervises = await refusal { try await archive.carryOut(SuperviseDisposal(batch, on: office.today), as: office.watcher) }
        #expect(supervises?.code == .stateWrong, "who approved supervises nothing")
    }

    @Test("R-40, R-43: what is held, claimed or changed meanwhile drops out with its reason, and the rest goes on")
    func dropped() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let names = ["甲", "乙", "丙", "丁", "戊"]
        var documents: [DocumentID] = []
        for name in names { documents.append(try await office.due(archive, name, "\(name)的内容")) }
        let batch = try await office.ready(archive)
        try await archive.carryOut(PlaceHold(on: .document(documents[0]), reason: "诉讼", authority: "法务部"), as: .operator)
        try await archive.carryOut(OpenMatter(.claim, on: documents[1], note: "尾款"), as: .operator)
        let files = [IncomingFile(name: nil, role: .main, source: .path(try office.scratch.file("新.txt", "新版")))]
        _ = try await archive.makeVersion(NewVersion(of: documents[2], files: files, reason: "修订"), by: .operator)
        try await archive.carryOut(RecordFact("performed", "2025-01-01", of: documents[3], reason: "更正"), as: .operator)
        let outcome = try await archive.execute(batch.id, by: office.archivist)
        #expect(outcome.destroyed == [documents[4]])
        #expect(outcome.dropped.map(\.document) == Array(documents[..<4]))
        #expect(outcome.dropped.map(\.reason) == ["hold", "claim", "changed", "not_due"])
        #expect(try await office.found(archive) == Array(documents[..<4]))
        // Whoever may not see holds is told no more than that something blocks.
        let shown = try await archive.ask(ShowDisposal(batch.id), as: office.assistant)
        #expect(shown.items[..<3].map(\.dropped) == [[.blocked], [.blocked], [.changed]])
    }

    @Test("R-35: what is due and blocked is set aside when the list is drawn up, with its reason")
    func setAside() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (free, claimed) = (try await office.due(archive, "甲", "甲"), try await office.due(archive, "乙", "乙"))
        try await archive.carryOut(OpenMatter(.claim, on: claimed, note: "尾款"), as: .operator)
        let batch = try await archive.carryOut(ProposeDisposal(by: office.today, reason: "期满"), as: office.archivist)
        #expect(batch.items.map(\.document) == [free] && batch.setAside.map(\.document) == [claimed])
        #expect(batch.setAside.first?.dropped == [.claim])
    }

    @Test("R-50: who may not know of a document of the list is told that there is one, and does not sign or approve it")
    func withheld() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲")
        _ = try await office.due(archive, "密", "密") { $0.confidentiality = "secret" }
        let batch = try await archive.carryOut(ProposeDisposal(by: office.today, reason: "期满"), as: office.archivist)
        let seen = try await archive.ask(ShowDisposal(batch.id), as: office.watcher)
        #expect(seen.items.count == 1 && seen.withheld == 1 && batch.items.count == 2 && batch.withheld == 0)
    }

    @Test("R-42: accounting records are signed for by finance too, and a post that the company lacks is entered with the reason")
    func accounting() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let invoice = try await office.due(archive, "发票", "发票") { $0.class = "XS-CW-QT" }
        try await archive.carryOut(RecordFact("accountingYear", "2010", of: invoice), as: .operator)
        let batch = try await office.propose(archive, by: office.watcher)
        #expect(batch.openAppraisers == [.archivist, .finance])
        #expect(batch.openPosts == [.archiveHead, .archiveHandler, .financeHead, .financeHandler])
        for actor in [office.archivist, office.watcher] {
            try await archive.carryOut(AppraiseDisposal(batch.id, all: "destroy", opinion: "同意"), as: actor)
        }
        let others = await refusal {
            try await archive.carryOut(EnterVacantPost(batch.id, .financeHead, reason: "未设"), as: office.archivist)
        }
        #expect(others?.code == .notAllowed, "finance says what finance lacks")
        try await archive.carryOut(EnterVacantPost(batch.id, .archiveHead, reason: "未设"), as: office.archivist)
        try await archive.carryOut(EnterVacantPost(batch.id, .financeHead, reason: "未设"), as: office.watcher)
        for post in [DisposalPost.financeHead, .financeHandler] {
            let refused = await refusal {
                try await archive.carryOut(EnterVacantPost(batch.id, post, reason: "未设"), as: office.watcher)
            }
            #expect(refused?.code == .stateWrong, "\(post): entered already, or there is somebody to sign for it")
        }
        let digest = try await archive.ask(ShowDisposal(batch.id), as: office.archivist).digest
        try await archive.carryOut(SignDisposal(batch.id, digest: digest), as: office.archivist)
        #expect(try await archive.carryOut(SignDisposal(batch.id, digest: digest), as: office.watcher).state == .signed)
    }

    @Test("R-56: after a restore without the control register nothing is destroyed")
    func unchecked() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        _ = try await office.due(archive, "甲", "甲的内容")
        let batch = try await office.ready(archive)
        let backup = office.scratch.folder.appending("backup")
        _ = try await archive.backUp(to: backup, by: .operator)
        let (root, home) = (office.scratch.folder.appending("restored"), office.scratch.folder.appending("new-home"))
        let surroundings = DisposalOffice.surroundings(home, archive.identity, office.clock, Disk())
        _ = try await LocalArchive.restore(backup, to: root, surroundings: surroundings)
        let restored = try office.open(at: root, home: home)
        let refused = await refusal { try await restored.execute(batch.id, by: office.archivist) }
        #expect(refused?.code == .stateWrong)
        let proposal = await refusal { try await restored.carryOut(ProposeDisposal(by: office.today, reason: "期满"), as: office.assistant) }
        #expect(proposal?.code == .stateWrong)
        #expect(try await office.found(restored).count == 1)
    }
}
