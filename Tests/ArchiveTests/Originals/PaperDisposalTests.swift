import Archive
import Records
import Testing

@Suite("R-21, R-45: paper and the disposal of its document", .timeLimit(.minutes(5)))
struct PaperDisposalTests {
    @Test("R-21, R-35: an original that is out blocks the destruction of its document, and of no other")
    func loan() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (lent, other) = (try await office.due(archive, "甲", "甲"), try await office.due(archive, "乙", "乙"))
        let original = try #require(try await archive.carryOut(RegisterOriginals(lent, .paper, copies: 1), as: office.assistant).first?.id)
        try await archive.carryOut(LendOriginal(original, to: "赵财", until: office.today, reason: "核对"), as: office.assistant)
        #expect(try await archive.ask(ShowRetention(of: lent), as: .operator).blockedBy == ["loan"])
        let proposed = try await office.propose(archive).id
        let batch = try await archive.ask(ShowDisposal(proposed), as: office.archivist)
        #expect(batch.items.map(\.document) == [other] && batch.setAside.map(\.dropped) == [[.loan]])
        try await archive.carryOut(ReturnOriginal(original), as: office.assistant)
        #expect(try await archive.ask(ShowRetention(of: lent), as: .operator).blockedBy.isEmpty)
    }

    @Test("R-45: the supervisors count the paper that is registered; once each has, the certificate makes it destroyed")
    func counted() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let originals = try await archive.carryOut(RegisterOriginals(document, .paper, copies: 3), as: office.assistant).map(\.id)
        try await archive.carryOut(MissOriginal(originals[2], reason: "盘点未见"), as: office.assistant)
        let batch = try await office.ready(archive)
        _ = try await archive.execute(batch.id, by: office.archivist)
        let wrong = await refusal { try await archive.carryOut(ConfirmDisposal(batch.id, on: office.today, paper: 3), as: office.watcher) }
        #expect(wrong?.code == .valueRefused, "one of them is missing")
        for watcher in [office.watcher, office.otherWatcher] {
            try await archive.carryOut(ConfirmDisposal(batch.id, on: office.today, paper: 2), as: watcher)
        }
        #expect(try await archive.ask(ListOriginals(), as: .operator).map(\.state) == [.inHand, .inHand, .missing])
        _ = try await archive.certify(batch.id, in: nil, by: office.archivist)
        let after = try await archive.ask(ListOriginals(), as: .operator)
        #expect(after.map(\.state) == [.destroyed, .destroyed, .missing] && after.map(\.answerable) == [nil, nil, "陈国清"])
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("R-45: what is registered is counted by each supervisor before the certificate, and stays where it is until then")
    func uncounted() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let original = try #require(
            try await archive.carryOut(RegisterOriginals(document, .paper, copies: 1), as: office.assistant).first?.id)
        let batch = try await office.ready(archive)
        _ = try await archive.execute(batch.id, by: office.archivist)
        let lent = await refusal { try await archive.carryOut(MoveOriginal(original, to: "李档"), as: office.assistant) }
        #expect(lent?.code == .stateWrong)
        let without = await refusal { try await archive.carryOut(ConfirmDisposal(batch.id, on: office.today), as: office.watcher) }
        #expect(without?.code == .valueRefused)
        try await archive.carryOut(ConfirmDisposal(batch.id, on: office.today, paper: 1), as: office.watcher)
        #expect(await refusal { try await archive.certify(batch.id, in: nil, by: office.archivist) }?.code == .stateWrong)
        let lost = MissOriginal(original, reason: "找不到")
        #expect(await refusal { try await archive.carryOut(lost, as: office.assistant) }?.code == .stateWrong, "it was counted")
        try await archive.carryOut(ConfirmDisposal(batch.id, on: office.today, paper: 1), as: office.otherWatcher)
        _ = try await archive.certify(batch.id, in: nil, by: office.archivist)
        var ofDocument = ListOriginals()
        ofDocument.document = document
        #expect(try await archive.ask(ofDocument, as: .operator).map(\.state) == [.destroyed])
    }
}
