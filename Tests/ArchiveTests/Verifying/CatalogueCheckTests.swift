import Catalogue
import Disk
import Extraction
import FileStore
import GRDB
import Journal
import Records
import SystemPackage
import Testing
import Wording

@testable import Archive

@Suite("Verifying holds the catalogue and what was read against the journal (R-3)")
struct CatalogueCheckTests {
    private let scratch: Scratch
    private let archive: LocalArchive
    private let documents: [DocumentID]

    init() async throws {
        scratch = try Scratch()
        archive = try scratch.archive()
        var filed: [DocumentID] = []
        for index in 1...3 {
            let path = try scratch.file("\(index).txt", "第 \(index) 份")
            let document = try await archive.file(Filing(path, number: "HT-\(index)", party: "青禾", title: "合同\(index)"), by: .operator)
                .document
            for file in document.version(.first)?.files ?? [] {
                let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: "空调机组 第\(index)份")], maker: "muniment 1")
                try archive.keep(outcome, of: document.id, file.record.sha256.hex, in: scratch)
            }
            filed.append(document.id)
        }
        documents = filed
        try archive.writer.exclusively { try archive.derived.takeWaiting(into: $0) }
    }

    private func forge(_ sql: String) throws { try archive.writer.exclusively { try $0.database.write { try $0.execute(sql: sql) } } }

    private func derivedFile(_ document: DocumentID) throws -> FilePath {
        let folder = archive.derived.folder.appending(document.compact)
        return folder.appending(try #require(try Disk().list(folder).first).string)
    }

    @Test("and finds nothing in what it wrote itself, and leaves no second catalogue behind")
    func sound() async throws {
        let verification = try await archive.verify(by: .operator)
        #expect(verification.findings == [] && verification.catalogue == .compared)
        let left = try Disk().list(archive.place.catalogue).map(\.string).filter { $0.hasSuffix(".sqlite") }
        #expect(left == ["1.sqlite"])
    }

    @Test("R-6: names each event whose earlier state is not what the events before it say")
    func before() async throws {
        let document = documents[0]
        let metadata = try await archive.ask(ShowDocument(document), as: .operator).metadata
        var (other, later) = (metadata, metadata)
        other.title = "从来没有的题名"
        later.title = "后来的题名"
        try await archive.record(
            [
                DocumentEdited(document: document, before: metadata, after: later, reason: "改"),
                DocumentEdited(document: document, before: other, after: metadata, reason: "改"),
                DocumentClassified(document: document, before: "XS-HT-YB", after: nil, reason: nil),
                FactRecorded(document: document, name: "performed", value: "2025", before: "2024", evidence: nil, reason: nil),
            ], by: .operator)
        let findings = try await archive.verify(by: .operator).findings
        #expect(findings.map(\.code) == [.eventContradicts, .eventContradicts, .eventContradicts])
        #expect(findings.allSatisfy { $0.document == document && $0.place == "journal" })
    }

    @Test("R-6: each event that tells what was before it is held to it")
    func everyBefore() {
        for kind in EventRegistry.kinds {
            let members = Mirror(reflecting: kind.sample).children.compactMap(\.label)
            #expect(!members.contains("before") || kind.sample is any TellsBefore, "\(kind.type)")
        }
    }

    @Test("an event of a newer program, or one that is not what its type says, is called so wherever it is met", arguments: [true, false])
    func unreadableEvent(_ isNewer: Bool) async throws {
        let head = try archive.journal.head()
        let type = try #require(EventType(isNewer ? "document.burnt/1" : DocumentWithdrawn.type))
        _ = try archive.journal.append(
            [NewEvent(at: archive.clock.now(), actor: .operator, type: type, subjects: [], payload: Array(#"{"salt":"00"}"#.utf8))],
            after: head)
        let refusal = await #expect(throws: ArchiveError.self) { try await archive.rebuild(by: .operator) }
        #expect(refusal?.code == (isNewer ? .newerProgramNeeded : .journalDamaged))
        #expect(refusal?.message.text(.english).contains("\(head.sequence + 1)") == true)
    }

    @Test("names each row that was changed, added or taken away, with its document and columns, and never what it holds")
    func rows() async throws {
        try forge("UPDATE documents SET amount = 1, title = '假' WHERE row = 2")
        try forge("DELETE FROM files WHERE document = 3")
        try forge("INSERT INTO fields VALUES (1, '地点', '别处')")
        let findings = try await archive.verify(by: .operator).findings
        #expect(
            findings == [
                Finding(.rowDiffers, documents[1], "catalogue/documents", .value("row=2 title amount")),
                Finding(.rowUnexpected, documents[0], "catalogue/fields", .value("document=1 name=地点")),
                Finding(.rowMissing, documents[2], "catalogue/files", .value("document=3 version=1 position=0")),
            ])
    }

    @Test("names a text that was changed, and words that were put into the index without one")
    func texts() async throws {
        try forge("UPDATE search_texts SET body = '别的' WHERE document = 1")
        #expect(
            try await archive.verify(by: .operator).findings
                == [Finding(.rowDiffers, documents[0], "catalogue/search_texts", .value("document=1 body"))])
        _ = try await archive.rebuild(by: .operator)
        try forge("INSERT INTO search_words_0(rowid, title) VALUES (2, '伪造')")
        #expect(
            try await archive.verify(by: .operator).findings
                == [Finding(.rowUnexpected, documents[1], "catalogue/search_words_0", .value("document=2"))])
    }

    @Test("names what was changed of the index's own counts, by which hits are ranked, and a step of the catalogue that is not entered")
    func counts() async throws {
        try forge("DELETE FROM search_words_0_docsize WHERE id = 2")
        try forge("UPDATE search_signs_0_data SET block = X'0102' WHERE id = 1")
        try forge("DELETE FROM grdb_migrations WHERE identifier = 'catalogue016-loans'")
        #expect(
            try await archive.verify(by: .operator).findings == [
                Finding(.rowMissing, nil, "catalogue/grdb_migrations", .value("identifier=catalogue016-loans")),
                Finding(.rowMissing, documents[1], "catalogue/search_words_0_docsize", .value("id=2")),
                Finding(.rowDiffers, nil, "catalogue/search_signs_0_data", .value("id=1 block")),
            ])
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.verify(by: .operator).findings == [])
    }

    @Test("says that the catalogue cannot be read where an identifier in it is none")
    func identifier() async throws {
        try forge("UPDATE documents SET id = 'kaputt' WHERE row = 1")
        let verification = try await archive.verify(by: .operator)
        #expect(verification.findings.map(\.code) == [.catalogueUnreadable] && verification.catalogue == .damaged)
    }

    @Test(
        "says so too where what the index keeps of itself was changed",
        arguments: ["UPDATE search_words_0_config SET v = 3", "DELETE FROM search_signs_0_config"])
    func index(_ sql: String) async throws {
        try forge(sql)
        let reopened = try LocalArchive(root: archive.place.root, surroundings: .init(clock: TestClock()))
        let verification = try await reopened.verify(by: .operator)
        #expect(verification.findings.map(\.code) == [.catalogueUnreadable] && verification.catalogue == .damaged)
    }

    @Test("names words that are there and that no search is led to any more")
    func lookups() async throws {
        let many = (0..<20_000).map { "w\(100_000 + $0 * 7919 % 100_003)" }.joined(separator: " ")
        let document = try await archive.file(Filing(try scratch.file("多.txt", many), title: "多词"), by: .operator).document
        let file = try #require(document.version(.first)?.files.first)
        let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: many)], maker: "muniment 1")
        try archive.keep(outcome, of: document.id, file.record.sha256.hex, in: scratch)
        try archive.writer.exclusively { try archive.derived.takeWaiting(into: $0) }
        #expect(try await archive.verify(by: .operator).findings == [])
        try forge("UPDATE search_words_0_idx SET pgno = (SELECT MIN(pgno) FROM search_words_0_idx)")
        #expect(
            try await archive.verify(by: .operator).findings
                == [Finding(.rowMissing, document.id, "catalogue/search_words_0", .value("document=4"))])
    }

    @Test("names a text that differs in its bytes alone: a letter composed, and the same letter with its accent apart")
    func bytes() async throws {
        let (composed, apart) = ("caf\u{E9}", "cafe\u{301}")
        try forge("INSERT INTO fields VALUES (1, 'a', '\(composed)'), (1, 'b', '\(composed)')")
        let fresh = try archive.writer.exclusively { try $0.snapshot() }
        try forge("UPDATE fields SET value = '\(apart)' WHERE name = 'b'")
        let grown = try archive.writer.exclusively { try $0.snapshot() }
        let differences = try CatalogueComparison(of: grown, with: fresh).differences()
        #expect(differences.map(\.key) == ["document=1 name=b"] && differences.map(\.columns) == [["value"]])
    }

    @Test("names a trigger whatever it is called")
    func anyName() async throws {
        try forge("CREATE TRIGGER search_a_b AFTER INSERT ON fields BEGIN DELETE FROM fields; END")
        #expect(try await archive.verify(by: .operator).findings.map(\.detail) == [.value("name=search_a_b type=trigger")])
    }

    @Test("names a trigger, table or index that does not belong there")
    func schema() async throws {
        try forge("CREATE TRIGGER quiet AFTER INSERT ON fields BEGIN DELETE FROM fields; END")
        try forge("DROP INDEX documents_by_party")
        #expect(
            try await archive.verify(by: .operator).findings.map(\.code) == [.rowMissing, .rowUnexpected])
    }

    @Test("names more than a hundred rows of a table by their number")
    func many() async throws {
        for row in 0..<150 { try forge("INSERT INTO event_subjects VALUES ('X\(row)', 1)") }
        let findings = try await archive.verify(by: .operator).findings
        #expect(findings.count == 101 && findings.last?.detail == .moreRows(50))
    }

    @Test("a text changed in derived is named, is not believed by a rebuild, and its document is read again")
    func derived() async throws {
        let path = try derivedFile(documents[1])
        let text = String(decoding: try Disk().read(path, limit: 10_000), as: UTF8.self)
        let forged = scratch.folder.appending("forged")
        try Disk().createFile(forged).write(Array(text.replacing("空调", with: "锅炉").utf8), at: 0)
        try Disk().replace(path, by: forged)
        let verification = try await archive.verify(by: .operator)
        #expect(verification.findings.map(\.code) == [.derivedForged] && verification.findings.first?.document == documents[1])
        #expect(verification.toReadAgain == 1)
        #expect(try await archive.ask(ShowExtraction(), as: .operator).waiting == 1)
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.ask(SearchDocuments(DocumentSearch(query: "锅炉")), as: .operator).total == 0)
        #expect(try await archive.ask(ShowExtraction(), as: .operator).waiting == 1)
    }

    @Test("so is a text that was read of another content, and one of nothing that was filed")
    func misplaced() async throws {
        let copy = scratch.folder.appending("copy")
        try Disk().createFile(copy).write(try Disk().read(try derivedFile(documents[0]), limit: 10_000), at: 0)
        try Disk().replace(try derivedFile(documents[1]), by: copy)
        try Disk().createFolder(archive.derived.folder.appending("stranger"))
        try Disk().createFile(archive.derived.folder.appending("stranger/x.json")).write([], at: 0)
        #expect(
            try await archive.verify(by: .operator).findings.map(\.code) == [.derivedForged, .derivedUnknown])
    }

    @Test("what lies in derived and belongs to nothing that was filed is named once, and a rebuild puts it aside")
    func strangers() async throws {
        let folder = archive.derived.folder
        try Disk().createFolder(folder.appending("stranger"))
        let own = folder.appending(documents[0].compact)
        for path in [folder.appending("notes.txt"), folder.appending("stranger/x.json"), own.appending("y.json")] {
            try Disk().createFile(path).write(Array("我的".utf8), at: 0)
        }
        let findings = try await archive.verify(by: .operator).findings
        #expect(findings.map(\.code) == [.derivedUnknown, .derivedUnknown, .derivedUnknown])
        #expect(Set(findings.map(\.place)).isSuperset(of: ["derived/notes.txt", "derived/stranger/x.json"]))
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        let aside = folder.removingLastComponent().appending("not-ours")
        #expect(try Disk().list(aside).map(\.string).sorted() == ["derived-notes.txt-1", "derived-x.json-1", "derived-y.json-1"])
        #expect(try Disk().read(aside.appending("derived-notes.txt-1"), limit: 100) == Array("我的".utf8))
    }

    @Test("texts that are gone are no finding: they cost only time, and wait to be read again")
    func gone() async throws {
        try Disk().removeTree(archive.derived.folder.appending(documents[0].compact))
        let verification = try await archive.verify(by: .operator)
        #expect(verification.findings == [] && verification.toReadAgain == 1)
        #expect(try await archive.ask(ShowExtraction(), as: .operator).waiting == 1)
    }

    @Test("what an older program read, without a seal, counts as before")
    func unsealed() async throws {
        let path = try derivedFile(documents[0])
        let older = scratch.folder.appending("older")
        let form = #"{"format":1,"maker":"muniment 1","pieces":[{"text":"空调机组 第1份"}],"result":"text"}"#
        try Disk().createFile(older).write(Array(form.utf8), at: 0)
        try Disk().replace(path, by: older)
        #expect(try await archive.verify(by: .operator).findings == [])
    }

    @Test("a damaged journal is a finding of the comparison, beside those of the objects")
    func journal() async throws {
        let segment = archive.place.journal.appending("000001.jsonl")
        var bytes = try Disk().read(segment, limit: 1 << 20)
        bytes[bytes.count / 2] ^= 1
        let other = scratch.folder.appending("segment")
        try Disk().createFile(other).write(bytes, at: 0)
        try Disk().replace(segment, by: other)
        #expect(try await archive.verify(by: .operator).findings.map(\.code).contains(.journalUnreadable))
    }

    @Test("only some documents: their texts are checked, and the answer says that the catalogue was not")
    func chosen() async throws {
        try forge("UPDATE documents SET title = '假' WHERE row = 2")
        let verification = try await archive.verify([documents[1]], by: .operator)
        #expect(verification.catalogue == .notAsked && verification.findings == [])
    }
}
