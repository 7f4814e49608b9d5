import Archive
import Catalogue
import Crypto
import Disk
import Extraction
import Foundation
import Records
import SystemPackage
import Testing

@Suite("R-45 to R-47: what is destroyed is gone, provably, and stays so", .timeLimit(.minutes(10)))
struct DestructionTests {
    @Test("no byte of the content is left under the root: not in objects, texts, index, journal, catalogue or its log; the tombstone is")
    func gone() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (secret, other) = ("正文 \(Canary.text) 完", "别的内容 风机盘管")
        let kept = try await office.due(archive, "留", other) { $0.class = "XS-BJ" }
        let document = try await office.due(archive, "甲", secret, number: "HT-2010-0007") {
            $0.note = "备注\(Canary.text)"
            $0.fields = ["地址": Canary.text]
        }
        let view = try await archive.ask(ShowDocument(document), as: .operator)
        let sha256 = try #require(view.versions.first?.mainFile?.record.sha256.hex)
        let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: secret)], maker: "test 1")
        try archive.keep(outcome, of: document, sha256, in: office.scratch)
        var words = MetadataWords()
        words.note = "改后\(Canary.text)"
        try await archive.carryOut(EditDocument(document, words: words, reason: "理由\(Canary.text)"), as: .operator)
        let reopened = try office.open()
        let found = try await reopened.ask(SearchDocuments(DocumentSearch(query: Canary.text)), as: .operator)
        #expect(found.total == 1)
        let before = try Canary.traces(office.root)
        #expect(before.contains { $0.hasPrefix("objects/") } && before.contains { $0.hasPrefix("derived/") })
        #expect(try Canary.terms(office.root) > 0)
        #expect(before.contains { $0.hasPrefix("journal/") } && before.contains { $0.hasPrefix("catalogue/") })
        #expect(try await office.destroyAll(reopened).destroyed == [document])
        #expect(try Canary.traces(office.root) == [])
        #expect(try Canary.terms(office.root) == 0)
        #expect(try await reopened.ask(SearchDocuments(DocumentSearch(query: Canary.text)), as: .operator).total == 0)
        #expect(try await office.found(reopened) == [kept])
        let tombstones = try await reopened.ask(ListDestroyed("HT-2010"), as: .operator)
        #expect(tombstones.map(\.document) == [document] && tombstones[0].erased && tombstones[0].title == "甲")
        #expect(tombstones[0].versions.first?.files.first?.sha256.hex == sha256)
    }

    @Test("R-46: asked for, a destroyed document is answered as destroyed to whoever could have seen it, and as unknown to others")
    func asked() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "密", "密的内容") { $0.confidentiality = "secret" }
        try await office.destroyAll(archive, by: office.archivist)
        let known = await refusal { try await archive.ask(ShowDocument(document), as: office.archivist) }
        #expect(known?.code == .destroyed && known?.message.phrase.chinese.contains("已于 2026-11-23 销毁") == true)
        let hidden = await refusal { try await archive.ask(ShowDocument(document), as: office.watcher) }
        #expect(hidden?.code == .documentUnknown)
        let bytes = await refusal { try await archive.open(ContentRequest(document: document), by: office.archivist) }
        #expect(bytes?.code == .destroyed)
        let withdrawn = await refusal { try await archive.carryOut(WithdrawDocument(document, reason: "x"), as: .operator) }
        let held = await refusal {
            try await archive.carryOut(PlaceHold(on: .document(document), reason: "x", authority: "y"), as: .operator)
        }
        let said = await refusal { try await archive.carryOut(RecordFact("performed", "2020", of: document), as: .operator) }
        #expect([withdrawn, held, said].map { $0?.code } == [.destroyed, .destroyed, .destroyed])
        #expect(try await archive.ask(ListDestroyed(), as: office.watcher).isEmpty)
    }

    @Test("R-46: where its rule says so only the digest of the title stays, on the papers too; who knows the title finds it")
    func digests() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let rule = "start: ended, from: year-end, period: 10y"
        let schedule = LocalArchive.standardSchedule.replacing("\(rule)}", with: "\(rule), keepsTitle: false}")
        try await archive.carryOut(LoadSchedule(schedule), as: .operator)
        let title = "张\(Canary.text) 身份证复印件"
        let document = try await office.due(archive, title, "甲", number: "HT-2010-0007")
        let batch = try await office.ready(archive)
        #expect(batch.items.map(\.title) == [title])
        _ = try await archive.execute(batch.id, by: office.archivist)
        let digest = "SHA-256 " + SHA256.hash(data: Array(title.utf8)).map { String(format: "%02x", $0) }.joined()
        let certified = try await archive.certify(batch.id, in: nil, by: office.archivist)
        #expect(certified.items.map(\.title) == [digest])
        #expect(try Canary.traces(office.root) == [])
        for words in [title, "HT-2010", digest] {
            #expect(try await archive.ask(ListDestroyed(words), as: .operator).map(\.document) == [document], "\(words)")
        }
        #expect(try await archive.ask(ListDestroyed("张"), as: .operator).isEmpty)
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.ask(ListDestroyed(), as: .operator).map(\.title) == [digest])
    }

    @Test("a text of it that lay strangely in the folder of texts, and was put aside, is gone too, under whatever name")
    func strangers() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲")
        let derived = office.root.appending("derived")
        let own = derived.appending(document.compact)
        for folder in [own, own.appending("sub")] where try Disk().status(folder) == nil { try Disk().createFolder(folder) }
        for path in [derived.appending("copy.json"), own.appending("other.json"), own.appending("sub/text.txt")] {
            try Disk().createFile(path).write(Array(Canary.text.utf8), at: 0)
        }
        _ = try await archive.rebuild(by: .operator)
        #expect(try Canary.traces(office.root).allSatisfy { $0.hasPrefix("not-ours/") } && Canary.traces(office.root).count == 3)
        try await office.destroyAll(archive)
        #expect(try Canary.traces(office.root) == [])
    }

    @Test("R-5: the key with which it was filed stays in use, and answers that it was destroyed; a rebuild knows that too")
    func key() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var filing = Filing(try office.scratch.file("甲.txt", "甲的内容"), title: "甲")
        filing.words.class = "XS-HT-YB"
        filing.key = "k"
        let document = try await archive.file(filing, by: .operator).document.id
        try await office.makeDue(archive, document)
        try await office.destroyAll(archive)
        var other = Filing(try office.scratch.file("乙.txt", "乙的内容"), title: "乙")
        other.key = "k"
        let (same, another) = (filing, other)
        for _ in 0..<2 {
            let repeated = await refusal { try await archive.file(same, by: .operator) }
            let reused = await refusal { try await archive.file(another, by: .operator) }
            #expect([repeated, reused].map { $0?.code } == [.destroyed, .destroyed])
            _ = try await archive.rebuild(by: .operator)
        }
    }

    @Test("R-54: a checkpoint from before the destruction gives no evidence of what it emptied")
    func olderCheckpoint() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲的内容")
        let older = try await archive.signCheckpoint(by: .operator)
        try await office.destroyAll(archive)
        let refused = await refusal { try await archive.evidence(of: document, in: older, since: nil, by: .operator) }
        #expect(refused?.code == .valueRefused)
        #expect(try await archive.evidence(of: document, in: nil, since: older, by: .operator).events.count == 3)
    }

    @Test("R-47: a rebuild and the checks agree with what grew; our own number stays taken, and the same bytes are refused")
    func stays() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let first = try await office.due(archive, "先", "先的内容")
        let document = try await office.due(archive, "甲", "甲的内容", number: "HT-2010-0007")
        let later = try await office.due(archive, "后", "后的内容") { $0.class = "XS-BJ" }
        try await archive.carryOut(RelateDocuments(later, .belongsTo, to: document), as: .operator)
        try await office.destroyAll(archive)
        let grown = try CatalogueDump.rows(of: office.root)
        _ = try await archive.rebuild(by: .operator)
        let fresh = try CatalogueDump.rows(of: office.root)
        #expect(Set(fresh).symmetricDifference(grown) == [])
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        #expect(try await archive.verifyLog(checkpoint: nil, keys: nil, by: .operator).isEmpty)
        #expect(try await office.found(archive) == [later])
        let again = await refusal { try await archive.file(Filing(try office.scratch.file("又.txt", "甲的内容")), by: .operator) }
        #expect(again?.code == .duplicate && again?.duplicates.map(\.reason) == [.destroyed] && again?.duplicates.first?.id == document)
        let version = NewVersion(
            of: later, files: [IncomingFile(name: nil, role: .main, source: .path(try office.scratch.file("再.txt", "甲的内容")))], reason: "又来")
        #expect(await refusal { try await archive.makeVersion(version, by: .operator) }?.code == .duplicate)
        let number = await refusal {
            try await archive.file(Filing(try office.scratch.file("别.txt", "别的"), number: "HT-2010-0007"), by: .operator)
        }
        #expect(number?.code == .numberTaken || number?.code == .duplicate, "\(String(describing: number))")
        #expect(first != document)
    }

    @Test("R-34, R-48: what was kept with a destroyed contract is still kept as long as that was, and what is to be passed on stays")
    func followers() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let contract = try await office.due(archive, "合同", "合同的内容")
        let handover = try await office.due(archive, "交底", "交底的内容") { $0.class = "XS-JD" }
        try await archive.carryOut(RelateDocuments(handover, .belongsTo, to: contract), as: .operator)
        let before = try await archive.ask(ShowRetention(of: handover), as: .operator)
        #expect(before.keptTo == "2020-12-31")
        let batch = try await office.ready(archive, items: [.init(handover, "transfer")])
        #expect(try await archive.execute(batch.id, by: office.archivist).transfer == [handover])
        #expect(try await archive.ask(ShowRetention(of: handover), as: .operator).keptTo == "2020-12-31")
    }

    @Test("R-47, R-56: a backup from before does not bring it back: the register is applied, and purged as the first time")
    func restored() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "正文 \(Canary.text)", number: "HT-2010-0007")
        let batch = try await office.ready(archive)
        let backup = office.scratch.folder.appending("backup")
        _ = try await archive.backUp(to: backup, by: .operator)
        #expect(try !Canary.traces(backup).isEmpty)
        let old = office.scratch.folder.appending("old-backup")
        try Disk().copyArchive(backup, to: old)
        _ = try await archive.execute(batch.id, by: office.archivist)
        // The next run leaves nothing of it in the backup; one from before still has it.
        _ = try await archive.backUp(to: backup, by: .operator)
        #expect(try Canary.traces(backup) == [] && !Canary.traces(old).isEmpty)
        let root = office.scratch.folder.appending("restored")
        let surroundings = DisposalOffice.surroundings(office.home, archive.identity, office.clock, Disk())
        let restored = try await LocalArchive.restore(old, to: root, surroundings: surroundings)
        #expect(restored.destroyed == [document])
        #expect(try Canary.traces(root) == [])
        let open = try office.open(at: root)
        #expect(await refusal { try await open.ask(ShowDocument(document), as: .operator) }?.code == .destroyed)
        #expect(try await open.verify(by: .operator).findings.isEmpty)
        #expect(try await open.verifyLog(checkpoint: nil, keys: nil, by: .operator).isEmpty)
        let grown = try CatalogueDump.rows(of: root)
        _ = try await open.rebuild(by: .operator)
        #expect(try Set(CatalogueDump.rows(of: root)).symmetricDifference(grown) == [])
    }

    @Test("R-39: a batch that was given a hold meanwhile destroys nothing of it, and what is stated directly is refused")
    func held() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.due(archive, "甲", "甲的内容")
        let batch = try await office.ready(archive)
        let hold = try await archive.carryOut(PlaceHold(on: .standing("甲"), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(try await archive.execute(batch.id, by: office.archivist).destroyed == [])
        #expect(try await office.found(archive) == [document])
        try await archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await office.destroyAll(archive).destroyed == [document])
    }
}
