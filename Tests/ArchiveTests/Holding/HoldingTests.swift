import Disk
import Extraction
import Records
import SystemPackage
import Testing

@testable import Archive

///
@Suite("Holds", .timeLimit(.minutes(5)))
struct HoldingTests {
    private func place(_ scope: PlaceHold.Scope, _ company: SmallCompany) async throws -> HoldView {
        try await company.archive.carryOut(PlaceHold(on: scope, reason: "诉讼 2026-017", authority: "法务部"), as: .operator)
    }

    private func isHeld(_ document: DocumentID, _ company: SmallCompany) async throws -> Bool {
        do {
            try await company.archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: .operator)
            return false
        } catch  where error.code == .blocked { return true }
    }

    @Test("R-38: what a party's hold caught stays caught when the document gets another party")
    func party() async throws {
        let company = try await SmallCompany()
        _ = try await place(.party("青禾置业"), company)
        var words = MetadataWords()
        words.party = "华为"
        try await company.archive.carryOut(EditDocument(try company.document, words: words, reason: "笔误"), as: .operator)
        #expect(try await isHeld(try company.document, company))
        #expect(try await !isHeld(try company.other, company))
    }

    @Test("R-38: what a dossier's hold caught stays caught when it is taken out of the dossier; so does what is in a held party's dossier")
    func dossier() async throws {
        for byParty in [false, true] {
            let company = try await SmallCompany()
            let (document, dossier) = (try company.other, try company.dossier)
            try await company.archive.carryOut(LinkDocuments([document], to: dossier, home: true), as: .operator)
            _ = try await place(byParty ? .party("青禾置业") : .dossier(dossier), company)
            try await company.archive.carryOut(UnlinkDocument(document, from: dossier, reason: "误归"), as: .operator)
            #expect(try await isHeld(document, company))
        }
    }

    @Test("R-38: what a class's hold caught stays caught under another class, and when another scheme moves its class")
    func recordClass() async throws {
        let company = try await SmallCompany()
        let (document, other) = (try company.document, try company.other)
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
        try await company.archive.carryOut(ClassifyDocuments([other], as: "XS-HT-YB", reason: nil), as: .operator)
        _ = try await place(.recordClass("XS-HT"), company)
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-BJ", reason: "改类"), as: .operator)
        #expect(try await isHeld(document, company))
        let moved = LocalArchive.standardScheme.replacing("{code: XS-HT-YB, parent: XS-HT,", with: "{code: XS-HT-YB, parent: XS,")
        #expect(moved != LocalArchive.standardScheme)
        try await company.archive.carryOut(LoadScheme(moved), as: .operator)
        #expect(try await isHeld(other, company))
    }

    @Test("R-38, R-40: a standing hold on words covers what is not read yet, and keeps what it caught when a new version lacks the words")
    func words() async throws {
        let company = try await SmallCompany()
        _ = try await place(.standing("仲裁条款"), company)
        #expect(try await isHeld(try company.document, company), "its text is not read yet")
        let hold = try await place(.standing("补充协议"), company)
        let file = IncomingFile(name: nil, role: .main, source: .path(try company.scratch.file("新.txt", "别的文字")))
        _ = try await company.archive.makeVersion(NewVersion(of: try company.other, files: [file], reason: "换稿"), by: .operator)
        var edit = MetadataWords()
        edit.title = "别的标题"
        try await company.archive.carryOut(EditDocument(try company.other, words: edit, reason: "改名"), as: .operator)
        let blocked = try await company.archive.ask(ShowRetention(of: try company.other), as: .operator).blockedBy
        #expect(blocked == ["hold"])
        try await company.archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await isHeld(try company.other, company), "the other hold on words stands")
    }

    @Test(
        "R-38: a standing hold on words, or on their absence, keeps a document when a new version has been read, whether the old text was read or not",
        arguments: [true, false], ["仲裁条款", "编号:HT-2026-0001 -别的文字"])
    func newVersionRead(_ oldIsRead: Bool, _ query: String) async throws {
        let company = try await SmallCompany()
        let document = try company.document
        let hold = try await place(.standing(query), company)
        func read(_ text: String) async throws {
            let view = try await company.archive.ask(ShowDocument(document), as: .operator)
            let sha256 = try #require(view.version(view.version)?.files.first).record.sha256.hex
            let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: text)], maker: "muniment 1")
            try company.archive.keep(outcome, of: document, sha256, in: company.scratch)
            try company.archive.writer.exclusively { try company.archive.derived.takeWaiting(into: $0) }
        }
        if oldIsRead { try await read("第八条 仲裁条款") }
        let file = IncomingFile(name: nil, role: .main, source: .path(try company.scratch.file("新.txt", "别的文字")))
        _ = try await company.archive.makeVersion(NewVersion(of: document, files: [file], reason: "换稿"), by: .operator)
        try await read("别的文字")
        #expect(try await isHeld(document, company))
        try await company.archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        #expect(try await !isHeld(document, company))
    }

    @Test("R-38: a standing hold on a day that is told from today does not let go as time passes")
    func relativeDays() async throws {
        let company = try await SmallCompany()
        _ = try await place(.standing("归档:今天"), company)
        company.clock.move(milliseconds: 100 * 86_400_000)
        #expect(try await isHeld(try company.document, company))
    }

    @Test("R-38: a frozen hold reaches withdrawn documents; a held main document holds its attachments")
    func withdrawnAndAttached() async throws {
        let company = try await SmallCompany()
        try await company.archive.carryOut(WithdrawDocument(try company.document, reason: "误归档"), as: .operator)
        _ = try await place(.frozen("编号:HT-2026-0001"), company)
        try await company.archive.carryOut(ReinstateDocument(try company.document, reason: "查明"), as: .operator)
        #expect(try await isHeld(try company.document, company))
        try await company.archive.carryOut(RelateDocuments(try company.other, .attachedTo, to: try company.document), as: .operator)
        #expect(try await isHeld(try company.other, company))
        try await company.archive.carryOut(
            UnrelateDocuments(try company.other, .attachedTo, to: try company.document, reason: "误关联"), as: .operator)
        #expect(try await isHeld(try company.other, company), "caught once")
    }

    @Test(
        "a hold by a query that asks for nothing, or is not wholly understood, is refused: it would hold what nobody meant",
        arguments: ["", " \t", "*", "金额:>=十w", "客户:", "状态:不知"])
    func withoutQuery(_ query: String) async throws {
        let company = try await SmallCompany()
        for scope in [PlaceHold.Scope.frozen(query), .standing(query)] {
            let refusal = await #expect(throws: ArchiveError.self) { try await place(scope, company) }
            #expect(refusal?.code == .valueRefused && refusal?.subject == "scope.of")
        }
    }

    @Test("R-38: a frozen hold on words says how many files' texts it could not look into; refused, it says that too")
    func unread() async throws {
        let company = try await SmallCompany()
        let waiting = try await company.archive.ask(SearchDocuments(DocumentSearch(query: "空调维保")), as: .operator).incomplete?.waiting
        #expect(try #require(waiting) > 0)
        #expect(try await place(.frozen("空调维保"), company).incomplete?.waiting == waiting)
        #expect(try await place(.frozen("编号:HT-2026-0001"), company).incomplete == nil)
        let refusal = await #expect(throws: ArchiveError.self) { try await place(.frozen("海豚计划"), company) }
        let count = try #require(waiting)
        #expect(refusal?.message.phrase.english.contains("the texts of \(count) files are not read yet") == true)
    }

    @Test("R-38: a frozen hold on what nothing is found for is refused: it would hold nothing")
    func nothingFound() async throws {
        let company = try await SmallCompany()
        let refusal = await #expect(throws: ArchiveError.self) { try await place(.frozen("编号:HT-1999-0001"), company) }
        #expect(refusal?.code == .recordUnknown && refusal?.subject == "编号:HT-1999-0001")
        #expect(try await company.archive.ask(ListHolds(lifted: true), as: .operator).isEmpty)
    }

    @Test(
        "R-38, R-40: a standing hold on words covers what could not be read, and lets go what was read or has no text",
        arguments: [
            ("damaged", true), ("encrypted", true), ("too_large", true), ("corrupt", true), ("type_not_read", true),
            ("no_text_found", false),
        ])
    func unreadable(_ reason: String, _ holds: Bool) async throws {
        let company = try await SmallCompany()
        let document = try company.document
        _ = try await place(.standing("仲裁条款"), company)
        func read(_ outcome: ExtractionOutcome) async throws {
            let view = try await company.archive.ask(ShowDocument(document), as: .operator)
            let sha256 = try #require(view.version(view.version)?.files.first).record.sha256.hex
            try company.archive.keep(outcome, of: document, sha256, in: company.scratch)
            try company.archive.writer.exclusively { try company.archive.derived.takeWaiting(into: $0) }
        }
        try await read(ExtractionOutcome(result: holds ? .failed : .empty, reason: reason, maker: "muniment 1"))
        func blocked() async throws -> [String] { try await company.archive.ask(ShowRetention(of: document), as: .operator).blockedBy }
        #expect(try await blocked() == (holds ? ["hold"] : []))
        // What a rebuild makes of it is the same, also where nothing is known of any text.
        _ = try await company.archive.rebuild(by: .operator)
        #expect(try await blocked() == (holds ? ["hold"] : []))
        try Disk().removeTree(company.archive.derived.folder.appending(document.compact))
        _ = try await company.archive.rebuild(by: .operator)
        #expect(try await blocked() == ["hold"], "it waits again")
        try await read(ExtractionOutcome(result: .text, pieces: [.init(text: "别的文字")], maker: "muniment 1"))
        #expect(try await blocked().isEmpty, "it is read, and does not say it")
    }

    @Test("R-38: a frozen hold takes any number of documents")
    func large() async throws {
        let company = try await SmallCompany()
        let filings = try (0..<100).map { Filing(try company.scratch.file("\($0).txt", "批量 \($0)"), title: "批量文件") }
        for result in try await company.archive.fileTogether(filings, by: .operator) { _ = try result.get() }
        let hold = try await place(.frozen("批量文件"), company)
        #expect(hold.kind == .frozen)
        let documents = try await company.archive.ask(FindDocuments("批量文件"), as: .operator)
        #expect(documents.count == 100)
        #expect(try await isHeld(try #require(documents.last), company))
    }

    @Test("R-38: lifting one hold leaves the others; what is caught by none is free")
    func several() async throws {
        let company = try await SmallCompany()
        let first = try await place(.document(try company.document), company)
        let second = try await place(.party("青禾置业"), company)
        for hold in [first, second] {
            #expect(try await isHeld(try company.document, company))
            try await company.archive.carryOut(LiftHold(hold.id, reason: "结案", authority: "法务部"), as: .operator)
        }
        #expect(try await !isHeld(try company.document, company))
    }

    @Test("R-41: who may not see holds reads only that it is not permitted now")
    func hidden() async throws {
        let company = try await SmallCompany()
        _ = try await place(.document(try company.document), company)
        let assistant = try await company.account("助理", [.salesAssistant])
        let refusal = await #expect(throws: ArchiveError.self) {
            try await company.archive.carryOut(WithdrawDocument(try company.document, reason: "误归档"), as: assistant)
        }
        #expect(refusal?.code == .blocked)
        #expect(refusal?.message.text(.english) == "Not permitted now; ask the archivist")
        #expect(try await company.archive.ask(ShowRetention(of: try company.document), as: assistant).blockedBy == ["blocked"])
    }
}
