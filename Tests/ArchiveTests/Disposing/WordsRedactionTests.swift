import Catalogue
import Disk
import FileStore
import Foundation
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite(
    "R-49, R-53: words are erased from what is said of a document; chain and tree still verify, a rebuild gives the same",
    .timeLimit(.minutes(10)))
struct WordsRedactionTests {
    @Test("nothing of them is left in journal, object, catalogue and index, and everything else reads as it did")
    func gone() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        let other = try await office.contract(archive, [("另一份.txt", "另一份")])
        let before = try await archive.signCheckpoint(by: .operator)
        let traces = try Canary.traces(office.root)
        for folder in ["objects/", "journal/", "catalogue/"] { #expect(traces.contains { $0.hasPrefix(folder) }, "\(folder)") }
        #expect(try Canary.terms(office.root) > 0)

        let batch = try await office.redactWords(archive, document)
        #expect(try #require(batch.items.first?.redaction).events.count >= 8)
        #expect(batch.items.first?.redaction?.content == nil)
        #expect(try await office.show(archive, document).title.contains(Canary.text), "nothing is gone before the approvals")
        _ = try await office.goOn(archive, batch.id)
        #expect(try await archive.execute(batch.id, by: office.archivist).redacted == [document])

        #expect(try Canary.traces(office.root) == [])
        #expect(try Canary.terms(office.root) == 0)
        let view = try await office.show(archive, document)
        #expect(view.title == "〔已脱敏〕的合同" && view.note == "电话〔已脱敏〕" && view.fields == ["身份证": "〔已脱敏〕"])
        #expect(view.versions.map(\.reason) == [nil, "换页〔已脱敏〕"])
        #expect(try await office.text(archive, document, version: 2) == "第二版")
        #expect(try await office.text(archive, other, version: 1) == "另一份")
        let found = try await archive.ask(SearchDocuments(DocumentSearch(query: "已脱敏")), as: .operator)
        #expect(found.hits.map(\.id) == [document])
        try await office.check(archive)
        #expect(try await archive.verifyLog(checkpoint: before, keys: nil, by: .operator).isEmpty)
        // The key under which it was filed stays in use, and nobody can try by it what was asked (R-5).
        var again = Filing(try office.scratch.file("再来.txt", "第一版"), title: "\(Canary.text)的合同", key: "k")
        again.files = try office.firstFiles("第一版")
        again.words = office.firstWords
        let repeated = again
        #expect(await refusal { try await archive.file(repeated, by: .operator) }?.code == .keyReused)
        #expect(try await archive.evidence(of: document, in: nil, since: before, by: .operator).events.count >= 3)
        let refused = await refusal { try await archive.evidence(of: document, in: before, since: nil, by: .operator) }
        #expect(refused?.code == .valueRefused, "a checkpoint from before says nothing of what was emptied")
    }

    @Test("what can be said otherwise only by taking the document apart is refused by its place, and the words stand nowhere afterwards")
    func refused() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("张三-13800001111.txt", "内容")])
        func said(_ words: String, reason: String = "个人信息") async -> ArchiveError? {
            await refusal { try await archive.redact(WordsRedaction(of: words, in: document, reason: reason), by: office.assistant) }
        }
        let size = try await archive.logPage(LogQuery(), after: 0, count: 1000, by: .operator).count
        #expect(await said("13800001111")?.code == .valueRefused)
        #expect(await said("没有的字词")?.code == .valueRefused)
        for words in ["三", "--", "  ", "三。", "敏〕 甲", "甲 〔已"] { #expect(await said(words)?.code == .valueRefused, "\(words)") }
        #expect(await said("内部", reason: "内部规定")?.code == .valueRefused)
        #expect(await said("contract")?.code == .valueRefused, "what programs go by")
        #expect(await said(document.compact)?.code == .valueRefused)
        #expect(try await archive.logPage(LogQuery(), after: 0, count: 1000, by: .operator).count == size, "nothing is recorded of it")
    }

    @Test("other words of the same texts can go later, also where an earlier redaction says what stays")
    func twice() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var filing = Filing(files: try office.firstFiles("内容"), words: office.firstWords)
        filing.words.note = "电话\(Canary.text)，身份证 110101"
        filing.words.title = "合同 110101"
        let document = try await archive.file(filing, by: .operator).document.id
        for words in [Canary.text, "110101"] {
            let batch = try await archive.redact(WordsRedaction(of: words, in: document, reason: "个人信息"), by: office.assistant)
            _ = try await office.goOn(archive, batch.id)
            #expect(try await archive.execute(batch.id, by: office.archivist).redacted == [document])
            try await office.check(archive)
        }
        let view = try await office.show(archive, document)
        #expect(view.title == "合同 〔已脱敏〕" && view.note == "电话〔已脱敏〕，身份证 〔已脱敏〕")
        #expect(try Canary.traces(office.root) == [])
        let left = try BackupWorld.files(below: office.root).filter { Data($0.value).range(of: Data("110101".utf8)) != nil }.keys
        #expect(left.sorted() == [])
    }

    @Test(
        "however often and in whatever form: each redaction takes over what earlier ones say, and a restore from any time in between holds")
    func often() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var filing = Filing(files: try office.firstFiles("内容"), words: office.firstWords)
        (filing.words.title, filing.words.note, filing.words.fields) = ("甲甲甲 乙乙乙 丙丙丙 １１０１０１", nil, nil)
        let document = try await archive.file(filing, by: .operator).document.id
        var words = MetadataWords()
        words.note = "丁丁丁"
        try await archive.carryOut(EditDocument(document, words: words, reason: "甲甲甲"), as: .operator)
        var backups: [FilePath] = []
        for gone in ["甲甲甲", "乙乙乙", "110101", "丁丁丁"] {
            let backup = office.scratch.folder.appending("backup-\(backups.count)")
            _ = try await archive.backUp(to: backup, by: .operator)
            backups.append(backup)
            let batch = try await archive.redact(WordsRedaction(of: gone, in: document, reason: "个人信息"), by: office.assistant)
            _ = try await office.goOn(archive, batch.id)
            #expect(try await archive.execute(batch.id, by: office.archivist).redacted == [document])
            try await office.check(archive)
            _ = try await archive.evidence(of: document, in: nil, since: nil, by: .operator)
        }
        #expect(try await office.show(archive, document).title == "〔已脱敏〕 〔已脱敏〕 丙丙丙 〔已脱敏〕")
        let journal = try BackupWorld.files(below: office.root.appending("journal")).values.reduce(0) { $0 + $1.count }
        #expect(journal < 100_000, "each adds what stays once")
        for (index, backup) in backups.enumerated() {
            let (root, home) = (office.scratch.folder.appending("restored-\(index)"), office.scratch.folder.appending("home-\(index)"))
            try Disk().copyArchive(office.home, to: home)
            let surroundings = DisposalOffice.surroundings(home, archive.identity, office.clock, Disk())
            _ = try await LocalArchive.restore(backup, to: root, surroundings: surroundings)
            let open = try office.open(at: root, home: home)
            #expect(try await office.show(open, document).title == "〔已脱敏〕 〔已脱敏〕 丙丙丙 〔已脱敏〕", "\(index)")
            try await office.check(open, at: root)
            let left = try BackupWorld.files(below: root).filter { file in
                ["甲甲甲", "乙乙乙", "丁丁丁", "１１０１０１"].contains { Data(file.value).range(of: Data($0.utf8)) != nil }
            }
            #expect(left.keys.sorted() == [], "\(index)")
        }
    }

    @Test("R-47: an event or version that has the number of a redacted one since a restore is another one, and stays")
    func numbersAgain() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        let other = try await office.contract(archive, [("另一份.txt", "另一份")])
        let early = office.scratch.folder.appending("early")
        _ = try await archive.backUp(to: early, by: .operator)
        func note(_ text: String) -> MetadataWords {
            var words = MetadataWords()
            words.note = text
            return words
        }
        func version(_ archive: LocalArchive, _ reason: String) async throws {
            _ = try await archive.makeVersion(
                NewVersion(of: document, files: try office.firstFiles("第三版"), reason: reason), by: .operator)
        }
        for number in 1...3 {
            let words = note("\(number) \(Canary.text)")
            try await archive.carryOut(EditDocument(document, words: words, reason: "补 \(Canary.text)"), as: .operator)
        }
        try await version(archive, "三 \(Canary.text)")
        let late = office.scratch.folder.appending("late")
        _ = try await archive.backUp(to: late, by: .operator)
        let batch = try await office.redactWords(archive, document)
        _ = try await office.goOn(archive, batch.id)
        _ = try await archive.execute(batch.id, by: office.archivist)

        func restored(_ backup: FilePath, _ name: String) async throws -> LocalArchive {
            let root = office.scratch.folder.appending(name)
            let surroundings = DisposalOffice.surroundings(office.home, archive.identity, office.clock, Disk())
            _ = try await LocalArchive.restore(backup, to: root, surroundings: surroundings)
            #expect(try Canary.traces(root) == [], "\(name)")
            return try office.open(at: root)
        }
        let second = try await restored(early, "second")
        office.clock.move(milliseconds: 1000)
        let size = try await second.logPage(LogQuery(), after: 0, count: 1000, by: .operator).count
        for (number, about) in [other, document, document, other].enumerated() {
            try await second.carryOut(EditDocument(about, words: note("新备注 \(number)"), reason: "新"), as: .operator)
        }
        try await version(second, "全新理由")
        #expect(size < (try #require(batch.items.first?.redaction).events.max() ?? 0), "numbers come again")
        let next = office.scratch.folder.appending("next")
        _ = try await second.backUp(to: next, by: .operator)
        let third = try await restored(next, "third")
        for archive in [second, third] {
            #expect(try await office.show(archive, document).note == "新备注 2")
            #expect(try await office.show(archive, other).note == "新备注 3")
            #expect(try await office.show(archive, document).versions.last?.reason == "全新理由")
        }
        try await office.check(third, at: office.scratch.folder.appending("third"))
        let inventory = try FileStore(root: office.scratch.folder.appending("third").appending("objects"), disk: Disk()).inventory(
            of: document)
        #expect(inventory.versions.map(\.message).last == "全新理由")
        // The timeline that was given up is still known.
        let fourth = try await restored(late, "fourth")
        #expect(try await office.show(fourth, document).note == "3 〔已脱敏〕")
        try await office.check(fourth, at: office.scratch.folder.appending("fourth"))
    }

    @Test("nothing is said of a document while its words are being removed: the catalogue would write them back")
    func between() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        let batch = try await office.redactWords(archive, document)
        _ = try await office.goOn(archive, batch.id)
        try await archive.begin(batch.id, by: office.archivist)
        var words = MetadataWords()
        words.handler = "张三"
        let edit = EditDocument(document, words: words, reason: "补记")
        #expect(await refusal { try await archive.carryOut(edit, as: .operator) }?.code == .unsettled)
        _ = try await archive.execute(batch.id, by: office.archivist)
        try await archive.carryOut(edit, as: .operator)
        #expect(try Canary.traces(office.root) == [])
        try await office.check(archive)
    }

    @Test("R-50: whoever may not know of holds learns nothing of them by asking for words")
    func holds() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        _ = try await archive.carryOut(PlaceHold(on: .document(document), reason: "机密冻因", authority: "法务部"), as: .operator)
        var answers: Set<String> = []
        for words in [Canary.text, "机密冻因", "没有的字词"] {
            let redaction = WordsRedaction(of: words, in: document, reason: "个人信息")
            let refused = await refusal { try await archive.redact(redaction, by: office.assistant) }
            answers.insert("\(refused?.code.rawValue ?? "") \(refused?.message.text(.chinese) ?? "")")
        }
        #expect(answers.count == 1 && answers.first?.hasPrefix(ErrorCode.blocked.rawValue) == true, "\(answers)")
    }

    @Test("R-43: what was said of the document since may have them too: then it drops out; a hold keeps it")
    func changed() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        let batch = try await office.redactWords(archive, document)
        _ = try await office.goOn(archive, batch.id)
        var words = MetadataWords()
        words.note = "又写了\(Canary.text)"
        try await archive.carryOut(EditDocument(document, words: words, reason: "补记"), as: .operator)
        #expect(try await archive.execute(batch.id, by: office.archivist).dropped.map(\.reason) == ["changed"])
        let next = try await office.redactWords(archive, document)
        _ = try await office.goOn(archive, next.id)
        _ = try await archive.carryOut(PlaceHold(on: .document(document), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(try await archive.execute(next.id, by: office.archivist).dropped.map(\.reason) == ["hold"])
        #expect(!(try Canary.traces(office.root)).isEmpty)
    }

    @Test("R-47, R-56: no restore brings them back; destroyed afterwards, the document leaves nothing that a rebuild lacks")
    func later() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.spokenOf(archive)
        let backup = office.scratch.folder.appending("backup")
        _ = try await archive.backUp(to: backup, by: .operator)
        let early = office.scratch.folder.appending("early")
        try Disk().copyArchive(backup, to: early)
        let batch = try await office.redactWords(archive, document)
        _ = try await office.goOn(archive, batch.id)
        _ = try await archive.execute(batch.id, by: office.archivist)
        _ = try await archive.backUp(to: backup, by: .operator)
        #expect(try Canary.traces(backup) == [] && !Canary.traces(early).isEmpty)
        for (name, from) in [("a", backup), ("b", early)] {
            let (root, home) = (office.scratch.folder.appending("restored-\(name)"), office.scratch.folder.appending("home-\(name)"))
            try Disk().copyArchive(office.home, to: home)
            let surroundings = DisposalOffice.surroundings(home, archive.identity, office.clock, Disk())
            let restored = try await LocalArchive.restore(from, to: root, surroundings: surroundings)
            #expect(restored.redacted == (from == backup ? [] : [document]))
            #expect(try Canary.traces(root) == [], "\(name)")
            let open = try office.open(at: root, home: home)
            #expect(try await office.show(open, document).title == "〔已脱敏〕的合同")
            try await office.check(open, at: root)
        }
        try await office.makeDue(archive, document)
        #expect(try await office.destroyAll(archive).destroyed == [document])
        try await office.check(archive)
    }
}

extension DisposalOffice {
    var firstWords: MetadataWords {
        var words = MetadataWords()
        (words.type, words.class, words.title) = ("contract", "XS-HT-YB", "\(Canary.text)的合同")
        words.note = "电话\(Canary.text)"
        words.fields = ["身份证": Canary.text]
        return words
    }

    func firstFiles(_ text: String) throws -> [IncomingFile] {
        [IncomingFile(name: try FileName("合同.txt"), role: .main, source: .path(try scratch.file(UUID().uuidString, text)))]
    }

    /// A contract of which the canary is said wherever people's own words stand.
    func spokenOf(_ archive: LocalArchive) async throws -> DocumentID {
        let document = try await archive.file(Filing(files: try firstFiles("第一版"), words: firstWords, key: "k"), by: .operator).document.id
        _ = try await archive.makeVersion(NewVersion(of: document, files: try firstFiles("第二版"), reason: "换页\(Canary.text)"), by: .operator)
        var words = MetadataWords()
        words.note = "改过\(Canary.text)"
        try await archive.carryOut(EditDocument(document, words: words, reason: "理由\(Canary.text)"), as: .operator)
        words.note = "电话\(Canary.text)"
        try await archive.carryOut(EditDocument(document, words: words, reason: "改回"), as: .operator)
        try await archive.carryOut(WithdrawDocument(document, reason: "误归\(Canary.text)"), as: .operator)
        try await archive.carryOut(ReinstateDocument(document, reason: "查明\(Canary.text)"), as: .operator)
        let matter = try await archive.carryOut(OpenMatter(.claim, on: document, note: "欠款人\(Canary.text)"), as: .operator)
        try await archive.carryOut(CloseMatter(matter.number, reason: "已付\(Canary.text)"), as: .operator)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-HT-ZY", reason: "因\(Canary.text)"), as: .operator)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: "改回"), as: .operator)
        return document
    }

    func redactWords(_ archive: LocalArchive, _ document: DocumentID) async throws -> BatchView {
        try await archive.redact(WordsRedaction(of: Canary.text, in: document, reason: "个人信息"), by: assistant)
    }
}
