import Catalogue
import Disk
import Extraction
import Foundation
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("R-49: what is redacted is gone, provably, and its document stays", .timeLimit(.minutes(10)))
struct RedactionTests {
    @Test("the redacted copy is there at once; after the approvals no byte of what it stands for is left under the root")
    func gone() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let secret = "身份证号 \(Canary.text)"
        let document = try await office.contract(archive, [("合同.txt", secret), ("附件.txt", "附件的内容")])
        let content = try #require(try await office.show(archive, document).versions.first?.mainFile?.record)
        let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: secret)], maker: "test 1")
        try archive.keep(outcome, of: document, content.sha256.hex, in: office.scratch)
        let reopened = try office.open()
        let found = try await reopened.ask(SearchDocuments(DocumentSearch(query: Canary.text)), as: .operator)
        #expect(found.total == 1)

        let redacted = try await office.redact(reopened, document)
        #expect(redacted.batch.state == .proposed && redacted.document.version.value == 2)
        let current = try #require(redacted.document.versions.last)
        #expect(current.kind == .redacted && current.files.map(\.record.name.text) == ["合同.txt", "附件.txt"])
        #expect(try await office.text(reopened, document, version: 1) == secret, "nothing is destroyed before the approvals")
        let traces = try Canary.traces(office.root)
        #expect(traces.contains { $0.hasPrefix("objects/") } && traces.contains { $0.hasPrefix("derived/") })

        _ = try await office.goOn(reopened, redacted.batch.id)
        let done = try await reopened.execute(redacted.batch.id, by: office.archivist)
        #expect(done.redacted == [document] && done.destroyed == [] && done.dropped == [])
        #expect(try Canary.traces(office.root) == [])
        #expect(try Canary.terms(office.root) == 0)
        let asked = await refusal { try await office.text(reopened, document, version: 1) }
        #expect(asked?.code == .destroyed, "\(String(describing: asked))")
        #expect(try await office.text(reopened, document, version: 1, "附件.txt") == "附件的内容")
        #expect(try await office.text(reopened, document, version: 2) == "脱敏后的内容")
        let view = try #require(try await office.show(reopened, document).versions.first?.mainFile?.redacted)
        #expect(view.batch == redacted.batch.id && view.content.sha256 == content.sha256)
        try await office.check(reopened)
    }

    @Test("wherever the document has the bytes they go; a copy of what is not current comes beside what is")
    func severalVersions() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", Canary.text)])
        try await office.version(archive, document, [("附件.txt", "附件")], keeping: true)
        try await office.version(archive, document, [("合同.txt", "签署稿")])
        let redacted = try await office.redact(archive, document, version: 2)
        #expect(redacted.document.versions.last?.files.map(\.record.name.text).sorted() == ["合同.txt", "合同（第2版脱敏）.txt"])
        #expect(redacted.batch.items.first?.redaction?.places.map { "\($0.version.value) \($0.name ?? "")" } == ["1 合同.txt", "2 合同.txt"])
        _ = try await office.goOn(archive, redacted.batch.id)
        _ = try await archive.execute(redacted.batch.id, by: office.archivist)
        #expect(try Canary.traces(office.root) == [])
        #expect(try await office.text(archive, document, version: 3) == "签署稿")
        for version in 1...2 {
            #expect(await refusal { try await office.text(archive, document, version: version) }?.code == .destroyed)
        }
        try await office.check(archive)
        // Another content of the same document, and then all of it.
        let again = try await office.redact(archive, document, version: 2, "附件.txt")
        _ = try await office.goOn(archive, again.batch.id)
        #expect(try await archive.execute(again.batch.id, by: office.archivist).redacted == [document])
        try await office.check(archive)
        try await office.makeDue(archive, document)
        #expect(try await office.destroyAll(archive).destroyed == [document])
        try await office.check(archive)
    }

    @Test("what was redacted is refused when it is filed again, and whoever staged a version meanwhile is told to read again")
    func later() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", Canary.text)])
        let batch = try await office.redact(archive, document).batch.id
        _ = try await office.goOn(archive, batch)
        let slow = NewVersion(
            of: document,
            files: [
                IncomingFile(
                    name: try FileName("新.txt"), role: .main,
                    source: .stream(once("新的内容") { _ = try? await archive.execute(batch, by: office.archivist) }))
            ], reason: "修订")
        #expect(await refusal { try await archive.makeVersion(slow, by: .operator) }?.code == .versionStale)
        // It waited in its staging folder with names of the bytes: the destruction goes on once it is gone.
        #expect(try await archive.execute(batch, by: office.archivist).redacted == [document])
        #expect(try Canary.traces(office.root) == [])
        let refused = await refusal { try await archive.file(Filing(try office.scratch.file("又.txt", Canary.text)), by: .operator) }
        #expect(refused?.code == .duplicate && refused?.duplicates.map(\.reason) == [.redacted])
        #expect(refused?.message.text(.chinese).contains("脱敏销毁，批次 \(batch)") == true, "\(String(describing: refused))")
        let brought: ArchiveError? = await refusal { try await office.version(archive, document, [("旧.txt", Canary.text)]) }
        #expect(brought?.code == .duplicate)
        try await office.check(archive)
    }

    @Test("R-38, R-35: nothing is redacted that is held, disputed or in a batch, nor bytes by themselves")
    func refused() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", "原来的内容"), ("副本.txt", "原来的内容"), ("附件.txt", "附件")])
        func code(_ name: String = "附件.txt", version: Int = 1, with text: String = "脱敏后") async -> ErrorCode? {
            await refusal { try await office.redact(archive, document, version: version, name, with: text) }?.code
        }
        #expect(await code("合同.txt") == .stateWrong, "the current version has it twice")
        #expect(await code(with: "附件") == .valueRefused)
        #expect(await code("没有.txt") == .fileUnknown)
        #expect(await code(version: 7) == .versionUnknown)
        let hold = try await archive.carryOut(PlaceHold(on: .document(document), reason: "诉讼", authority: "法务部"), as: .operator)
        #expect(await code() == .blocked)
        let (held, withdrawn) = (
            await refusal { try await office.redact(archive, document, "附件.txt", with: "脱敏后") },
            await refusal { try await archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: office.assistant) }
        )
        #expect(held?.message.text(.chinese) == withdrawn?.message.text(.chinese), "R-50: who may not see holds is told the same")
        try await archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await office.show(archive, document).version == .first, "nothing was changed")
        let batch = try await office.redact(archive, document, "附件.txt").batch.id
        #expect(await code("合同.txt", version: 1) == .stateWrong)
        let judged = await refusal {
            try await archive.carryOut(AppraiseDisposal(batch, all: "extend:5", opinion: "再留五年"), as: office.archivist)
        }
        #expect(judged?.code == .valueRefused)
        _ = try await office.goOn(archive, batch)
        _ = try await archive.carryOut(PlaceHold(on: .document(document), reason: "诉讼", authority: "法务部"), as: .operator)
        let outcome = try await archive.execute(batch, by: office.archivist)
        #expect(outcome.redacted == [] && outcome.dropped.map(\.reason) == ["hold"])
        #expect(try await archive.ask(ShowDisposal(batch), as: .operator).state == .cancelled)
        #expect(try await office.text(archive, document, version: 1, "附件.txt") == "附件")
    }

    @Test("R-38: a hold on words waits for the copy's text, and drops nothing in the meantime")
    func unreadCopy() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", "原来的内容")])
        try await office.read(archive, document, "原来的内容")
        let reopened = try office.open()
        _ = try await reopened.carryOut(PlaceHold(on: .standing("水泵"), reason: "诉讼", authority: "法务部"), as: .operator)
        let batch = try await office.redact(reopened, document).batch.id
        let early = await refusal { try await office.goOn(reopened, batch) }
        #expect(early?.code == .unsettled, "\(String(describing: early))")
        try await office.read(reopened, document, "脱敏后的内容")
        let read = try office.open()
        _ = try await office.goOn(read, batch)
        #expect(try await read.execute(batch, by: office.archivist).redacted == [document])
    }

    @Test("R-7: a document that was filed by mistake can be redacted too; the copy stands where the file stood")
    func withdrawn() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("一.txt", "一"), ("二.txt", Canary.text), ("三.txt", "三")])
        try await archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: .operator)
        let redacted = try await office.redact(archive, document, "二.txt", key: "k")
        #expect(
            redacted.document.withdrawn && redacted.document.versions.last?.files.map(\.record.name.text) == ["一.txt", "二.txt", "三.txt"])
        _ = try await office.goOn(archive, redacted.batch.id)
        #expect(try await archive.execute(redacted.batch.id, by: office.archivist).redacted == [document])
        #expect(try Canary.traces(office.root) == [])
        // The same request is answered as then, before and after (R-5).
        #expect(try await office.redact(archive, document, "二.txt", key: "k").batch.id == redacted.batch.id)
        #expect(await refusal { try await office.redact(archive, document, "二.txt") }?.code == .destroyed)
    }

    @Test("R-50: papers that name a document of a class that not everybody may read are 秘密")
    func closedClass() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let scheme =
            LocalArchive.standardScheme
            + "- {code: XS-MM, parent: XS, chinese: 密, english: Closed, rules: [XS-BG-RY], readers: [archivist]}\n"
        try await archive.carryOut(LoadScheme(scheme), as: .operator)
        let document = try await office.contract(archive, [("合同.txt", "同样的内容")])
        var twin = Filing(try office.scratch.file("孪生.txt", "同样的内容"), title: "封闭类题名")
        (twin.words.class, twin.allowDuplicate) = ("XS-MM", true)
        _ = try await archive.file(twin, by: .operator)
        let batch = try await office.redact(archive, document).batch.id
        _ = try await office.goOn(archive, batch)
        _ = try await archive.execute(batch, by: office.archivist)
        let papers = try await archive.certify(batch, in: nil, by: office.archivist)
        for paper in [papers.list, papers.opinion, papers.certificate].compactMap(\.self) {
            #expect(try await office.show(archive, paper).confidentiality == .secret)
        }
    }

    @Test("R-43: a content that another version brought back drops out")
    func broughtBack() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", "原来的内容")])
        let batch = try await office.redact(archive, document).batch.id
        _ = try await office.goOn(archive, batch)
        try await office.version(archive, document, [("旧.txt", "原来的内容")])
        #expect(try await archive.execute(batch, by: office.archivist).dropped.map(\.reason) == ["changed"])
        #expect(try await office.text(archive, document, version: 1) == "原来的内容")
    }

    @Test("R-47, R-56: the next backup has nothing of it, and one from before brings nothing back")
    func restored() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let document = try await office.contract(archive, [("合同.txt", "正文 \(Canary.text)")])
        let other = try await office.contract(archive, [("另一份.txt", "另一份")])
        let backup = office.scratch.folder.appending("backup")
        _ = try await archive.backUp(to: backup, by: .operator)
        let (early, late) = (office.scratch.folder.appending("early"), office.scratch.folder.appending("late"))
        try Disk().copyArchive(backup, to: early)
        let batch = try await office.redact(archive, document).batch.id
        _ = try await archive.backUp(to: backup, by: .operator)
        try Disk().copyArchive(backup, to: late)
        _ = try await office.goOn(archive, batch)
        _ = try await archive.execute(batch, by: office.archivist)
        _ = try await archive.backUp(to: backup, by: .operator)
        #expect(try Canary.traces(backup) == [] && !Canary.traces(early).isEmpty && !Canary.traces(late).isEmpty)
        let surroundings = DisposalOffice.surroundings(office.home, archive.identity, office.clock, Disk())
        for (name, from) in [("a", backup), ("b", late), ("c", early)] {
            let root = office.scratch.folder.appending("restored-\(name)")
            let restored = try await LocalArchive.restore(from, to: root, surroundings: surroundings)
            #expect(restored.redacted == (from == backup ? [] : [document]))
            #expect(try Canary.traces(root) == [], "\(name)")
            let open = try office.open(at: root)
            #expect(await refusal { try await office.text(open, document, version: 1) }?.code == .destroyed)
            #expect(try await office.text(open, other, version: 1) == "另一份")
            try await office.check(open, at: root)
        }
    }

    @Test("R-47, R-56: a restore repeats what was destroyed and redacted, whatever is held there until texts are read again")
    func restoredUnderHold() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (gone, stays) = (try await office.due(archive, "甲", "甲的内容"), try await office.contract(archive, [("合同.txt", Canary.text)]))
        for (document, text) in [(gone, "甲的内容"), (stays, Canary.text)] { try await office.read(archive, document, text) }
        let reopened = try office.open()
        for scope in [PlaceHold.Scope.standing("水泵"), .document(gone)] {
            _ = try await reopened.carryOut(PlaceHold(on: scope, reason: "诉讼", authority: "法务部"), as: .operator)
        }
        let backup = office.scratch.folder.appending("backup")
        _ = try await reopened.backUp(to: backup, by: .operator)
        let held = try #require(try await reopened.ask(ListHolds(lifted: false), as: .operator).first { $0.kind == .document })
        try await reopened.carryOut(LiftHold(held.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await office.destroyAll(reopened).destroyed == [gone])
        let batch = try await office.redact(reopened, stays).batch.id
        try await office.read(reopened, stays, "脱敏后的内容")
        let read = try office.open()
        _ = try await office.goOn(read, batch)
        #expect(try await read.execute(batch, by: office.archivist).redacted == [stays])
        let root = office.scratch.folder.appending("restored")
        let surroundings = DisposalOffice.surroundings(office.home, archive.identity, office.clock, Disk())
        let restored = try await LocalArchive.restore(backup, to: root, surroundings: surroundings)
        #expect(restored.destroyed == [gone] && restored.redacted == [stays] && restored.holdsLifted == [held.id])
        #expect(try Canary.traces(root) == [])
        try await office.check(try office.open(at: root), at: root)
    }

    /// Gives a text, and does something before its end.
    private func once(_ text: String, _ work: @escaping @Sendable () async -> Void) -> @Sendable () async throws -> [UInt8]? {
        let left = OneBlock(Array(text.utf8))
        return {
            if let block = left.take() { return block }
            await work()
            return nil
        }
    }
}

extension DisposalOffice {
    /// A contract with several files.
    func contract(_ archive: LocalArchive, _ files: [(name: String, text: String)]) async throws -> DocumentID {
        var filing = Filing(files: try incoming(files), words: MetadataWords())
        filing.words.type = "contract"
        filing.words.class = "XS-HT-YB"
        return try await archive.file(filing, by: .operator).document.id
    }

    func version(_ archive: LocalArchive, _ document: DocumentID, _ files: [(name: String, text: String)], keeping: Bool = false)
        async throws
    {
        var version = NewVersion(of: document, files: try incoming(files), reason: "修订")
        version.keepsOthers = keeping
        _ = try await archive.makeVersion(version, by: .operator)
    }

    private func incoming(_ files: [(name: String, text: String)]) throws -> [IncomingFile] {
        try files.enumerated().map { index, file in
            IncomingFile(
                name: try FileName(file.name), role: index == 0 ? .main : .attachment,
                source: .path(try scratch.file(UUID().uuidString, file.text)))
        }
    }

    /// Has the current version's main file read; the next opening takes it in.
    func read(_ archive: LocalArchive, _ document: DocumentID, _ text: String) async throws {
        let record = try #require(try await show(archive, document).versions.last?.mainFile?.record)
        let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: text)], maker: "test 1")
        try archive.keep(outcome, of: document, record.sha256.hex, in: scratch)
    }

    func show(_ archive: LocalArchive, _ document: DocumentID) async throws -> DocumentView {
        try await archive.ask(ShowDocument(document), as: .operator)
    }

    func text(_ archive: LocalArchive, _ document: DocumentID, version: Int, _ name: String = "合同.txt") async throws -> String {
        let main = try await show(archive, document).version(try #require(VersionNumber(version)))?.mainFile?.record.name
        let wanted = try name == "合同.txt" ? main : FileName(name)
        let request = ContentRequest(document: document, version: VersionNumber(version), name: wanted)
        return String(decoding: try await archive.open(request, by: .operator).bytes(), as: UTF8.self)
    }

    /// Proposes that a file's bytes are destroyed, and gives the redacted copy.
    func redact(
        _ archive: LocalArchive, _ document: DocumentID, version: Int = 1, _ name: String = "合同.txt", with text: String = "脱敏后的内容",
        key: String? = nil
    ) async throws -> Redacted {
        let copy = IncomingFile(name: nil, role: .main, source: .path(try scratch.file("脱敏-\(UUID().uuidString).txt", text)))
        let redaction = NewRedaction(
            of: try FileName(name), in: document, version: try #require(VersionNumber(version)), with: copy, reason: "个人信息",
            key: key)
        return try await archive.redact(redaction, by: assistant)
    }

    /// Objects, journal and catalogue are right, and a rebuild gives what grew.
    func check(_ archive: LocalArchive, at other: FilePath? = nil) async throws {
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
        #expect(try await archive.verifyLog(checkpoint: nil, keys: nil, by: .operator).isEmpty)
        let grown = try CatalogueDump.rows(of: other ?? root)
        _ = try await archive.rebuild(by: .operator)
        #expect(try Set(CatalogueDump.rows(of: other ?? root)).symmetricDifference(grown) == [])
    }
}
