import Catalogue
import Disk
import Journal
import Records
import Synchronization
import SystemPackage
import Testing

@testable import Archive

/// Rules of records management, each shown by what it says and at the door where everybody passes.
@Suite("Rules of records management", .timeLimit(.minutes(5)))
struct RuleTests {
    @Test("a list of documents that names none is refused, where nothing would be done and said to be done")
    func emptyLists() async throws {
        let company = try await SmallCompany()
        let (archive, before) = (company.archive, try await company.events())
        #expect(await refusal { try await archive.carryOut(ClassifyDocuments([], as: nil, reason: nil), as: .operator) } == .valueRefused)
        let dossier = try company.dossier
        #expect(await refusal { try await archive.carryOut(LinkDocuments([], to: dossier, home: false), as: .operator) } == .valueRefused)
        #expect(await refusal { _ = try await archive.verify([], by: .operator) } == .valueRefused)
        #expect(try await company.events() == before)
    }

    @Test("R-2: bytes come back exactly as they were received, also when everything derived of them is thrown away")
    func bytes() async throws {
        let company = try await SmallCompany()
        let text = "第一行\r\n\u{FEFF}第二行 \u{0}\n"
        let document = try await company.file("原样.txt", text) { $0.title = "原样" }
        for name in try Disk().list(company.root.appending("derived")) {
            try Disk().removeTree(company.root.appending("derived").appending(name))
        }
        let content = try await company.archive.open(ContentRequest(document: document), by: .operator)
        #expect(try content.bytes() == Array(text.utf8))
    }

    @Test("R-6: an edit states old and new, undoing it is a further event, and a version without a reason is refused")
    func changes() async throws {
        let company = try await SmallCompany()
        let document = try company.document
        for title in ["新名", "空调维保合同"] {
            var words = MetadataWords()
            words.title = title
            try await company.archive.carryOut(EditDocument(document, words: words, reason: "更正"), as: .operator)
        }
        let told = Mutex<[DocumentEdited]>([])
        try await company.archive.readLog(LogQuery(), by: .operator) { event in
            if let edit = try event.projected().payload?.event as? DocumentEdited { told.withLock { $0.append(edit) } }
        }
        let edits = told.withLock { $0 }
        #expect(edits.map(\.before.title) == ["空调维保合同", "新名"] && edits.map(\.after.title) == ["新名", "空调维保合同"])
        let file = IncomingFile(name: nil, role: .main, source: .path(try company.scratch.file("无因.txt", "换")))
        let refused = await refusal {
            _ = try await company.archive.makeVersion(NewVersion(of: document, files: [file], reason: " "), by: .operator)
        }
        #expect(refused == .valueRefused)
    }

    @Test("R-12: an amendment points to its contract, and a circle of amendments is refused")
    func amendments() async throws {
        let company = try await SmallCompany()
        let (contract, amendment) = (try company.document, try company.other)
        let further = try await company.file("丙.txt", "再次补充")
        try await company.archive.carryOut(RelateDocuments(amendment, .amends, to: contract), as: .operator)
        try await company.archive.carryOut(RelateDocuments(further, .amends, to: amendment), as: .operator)
        #expect(try await company.archive.ask(ListRelations(of: amendment), as: .operator).count == 2)
        let circle = await refusal {
            _ = try await company.archive.carryOut(RelateDocuments(contract, .amends, to: further), as: .operator)
        }
        #expect(circle == .stateWrong)
    }

    @Test("R-28: a class that is not in the scheme or is closed takes nothing; what has no class is listed as such")
    func classes() async throws {
        let company = try await SmallCompany()
        let document = try company.document
        let scheme = LocalArchive.standardScheme + "- {code: XS-JIU, parent: XS, chinese: 旧类, english: Old, closes: 2020-12-31}\n"
        #expect(try await company.archive.carryOut(LoadScheme(scheme), as: .operator).version == 2)
        for code in ["XS-WU", "XS-JIU"] {
            let refused = await refusal {
                _ = try await company.archive.carryOut(ClassifyDocuments([document], as: code, reason: nil), as: .operator)
            }
            #expect(refused == .valueRefused, "\(code)")
        }
        let before = try await company.archive.ask(ListDue(.unclassified), as: .operator).map(\.document)
        #expect(before.contains(document))
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
        #expect(try await !company.archive.ask(ListDue(.unclassified), as: .operator).map(\.document).contains(document))
    }

    @Test("R-29: a class inherits the rules of the one above, and may not be less confidential")
    func inheritance() async throws {
        let company = try await SmallCompany()
        let document = try company.document
        let below = LocalArchive.standardScheme + "- {code: XS-HT-YB-X, parent: XS-HT-YB, chinese: 小合同, english: Small}\n"
        try await company.archive.carryOut(LoadScheme(below), as: .operator)
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB-X", reason: nil), as: .operator)
        #expect(try await company.archive.ask(ShowRetention(of: document), as: .operator).steps.contains { $0.rule == "XS-HT-YB" })
        let looser = LocalArchive.standardScheme + "- {code: XS-KH-X, parent: XS-KH, chinese: 公开, english: Open, confidentiality: public}\n"
        #expect(await refusal { _ = try await company.archive.carryOut(LoadScheme(looser), as: .operator) } != nil)
    }

    @Test("R-29, R-34: a document's own rule lengthens, needs a reason, and is refused where it would not; a schedule keeps what is in use")
    func ownRule() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-BG-RY", reason: nil), as: .operator)
        let before = try await archive.ask(ShowRetention(of: document), as: .operator).due
        for (rule, code) in [("XS-BJ", ErrorCode.valueRefused), ("XS-WU", .valueRefused)] {
            #expect(await refusal { _ = try await archive.carryOut(SetOwnRule(rule, for: document, reason: "短"), as: .operator) } == code)
        }
        #expect(await refusal { _ = try await archive.carryOut(SetOwnRule("XS-HT-ZY", for: document, reason: " "), as: .operator) } != nil)
        #expect(try await archive.carryOut(SetOwnRule("XS-HT-ZY", for: document, reason: "集团要求"), as: .operator).due == "never")
        let lacking = LocalArchive.standardSchedule.split(separator: "\n").filter { !$0.contains("id: XS-HT-ZY") }.joined(separator: "\n")
        let scheme = LocalArchive.standardScheme.replacing(", rules: [XS-HT-ZY]", with: "")
        try await archive.carryOut(LoadScheme(scheme), as: .operator)
        #expect(await refusal { _ = try await archive.carryOut(LoadSchedule(lacking), as: .operator) } == .stateWrong)
        #expect(try await archive.carryOut(SetOwnRule(nil, for: document, reason: "不再要求"), as: .operator).due == before)
        try await archive.carryOut(LoadSchedule(lacking), as: .operator)
    }

    @Test("R-30: a review starts a repeated period anew")
    func repeatedReviews() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-ZL", reason: nil), as: .operator)
        let filed = try #require(CivilDate(try await archive.ask(ShowDocument(document), as: .operator).filedOn))
        let before = try await archive.ask(ShowRetention(of: document), as: .operator)
        #expect(before.keptTo == "\(filed.year + 3)\("\(filed)".dropFirst(4))")
        company.clock.move(milliseconds: 366 * 86_400_000)
        let reviewed = "\(filed.year + 1)\("\(filed)".dropFirst(4))"
        try await archive.carryOut(RecordFact("reviewed", reviewed, of: document), as: .operator)
        let after = try await archive.ask(ShowRetention(of: document), as: .operator)
        #expect(after.keptTo == "\(filed.year + 4)\("\(filed)".dropFirst(4))")
    }

    @Test("R-30: an ordinary contract waits for its end, and is then kept ten years from the year's end after the latest of its ends")
    func periods() async throws {
        let company = try await SmallCompany()
        let document = try company.document
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
        try await company.archive.carryOut(
            RecordFact("originalKeptByFinance", "false", of: document, evidence: nil, reason: nil), as: .operator)
        #expect(try await company.archive.ask(ShowRetention(of: document), as: .operator).waiting.contains("ended"))
        for (fact, day) in [("performed", "2013-05-20"), ("terminated", "2014-02-01")] {
            try await company.archive.carryOut(RecordFact(fact, day, of: document, evidence: nil, reason: nil), as: .operator)
        }
        #expect(try await company.archive.ask(ShowRetention(of: document), as: .operator).due == "2025-01-01")
    }

    @Test("R-36: a simulation says which due dates another schedule moves; only loading it, as a new version, moves them")
    func simulation() async throws {
        let company = try await SmallCompany()
        let document = try company.document
        try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-BJ", reason: nil), as: .operator)
        let before = try await company.archive.ask(ShowRetention(of: document), as: .operator).due
        let longer = LocalArchive.standardSchedule.replacing(
            "start: filed, from: day, period: 3y}", with: "start: filed, from: day, period: 5y}")
        #expect(longer != LocalArchive.standardSchedule)
        let moves = try await company.archive.ask(SimulateSchedule(longer), as: .operator)
        #expect(moves.map(\.document) == [document] && moves.first?.before == before && moves.first?.after != before)
        #expect(try await company.archive.ask(ShowRetention(of: document), as: .operator).due == before)
        #expect(try await company.archive.carryOut(LoadSchedule(longer), as: .operator).version == 2)
        #expect(try await company.archive.ask(ShowRetention(of: document), as: .operator).due == moves.first?.after)
    }

    @Test("R-39: while held, withdrawal is refused by whatever scope the hold has; editing, classifying, relating and facts are not")
    func held() async throws {
        let scopes: [(SmallCompany) throws -> PlaceHold.Scope] = [
            { .document(try $0.document) }, { _ in .party("青禾置业") }, { _ in .frozen("空调维保") }, { _ in .standing("编号:HT-2026-0001") },
        ]
        for scope in scopes {
            let company = try await SmallCompany()
            let document = try company.document
            let placed = PlaceHold(on: try scope(company), reason: "诉讼", authority: "法务部")
            _ = try await company.archive.carryOut(placed, as: .operator)
            let refused = await refusal {
                _ = try await company.archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: .operator)
            }
            #expect(refused == .blocked)
            var words = MetadataWords()
            words.note = "已核对"
            try await company.archive.carryOut(EditDocument(document, words: words, reason: "核对"), as: .operator)
            try await company.archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
            try await company.archive.carryOut(RelateDocuments(try company.other, .amends, to: document), as: .operator)
            try await company.archive.carryOut(
                RecordFact("performed", "2026-01-01", of: document, evidence: nil, reason: nil), as: .operator)
        }
    }

    @Test("R-4: a number of ours that is taken is refused as such, whoever the other party is; nothing can be allowed about it")
    func numberTaken() async throws {
        let company = try await SmallCompany()
        _ = try await company.archive.carryOut(
            SetNumbering(of: "contract", pattern: "HT-{year}-{seq:4}"), as: .operator)
        for party in ["青禾置业", "从未见过的客户", nil] {
            let code = await refusal {
                _ = try await company.file("\(party ?? "无").txt", "别的合同 \(party ?? "")", number: "HT-2026-0001", party: party)
            }
            #expect(code == .numberTaken, "\(party ?? "")")
        }
    }

    @Test("an account that is not there cannot be closed, and texts of a document that may not be known are not read again")
    func unknown() async throws {
        let company = try await SmallCompany()
        let archive = company.archive
        #expect(await refusal { _ = try await archive.carryOut(SetAccount(named: "王小", open: false), as: .operator) } == .accountUnknown)
        let secret = try await company.file("密.txt", "机密合同") { $0.confidentiality = "秘密" }
        let reader = try await company.account("王", [.informationSystems])
        for document in [secret, .sample] {
            #expect(await refusal { try await archive.extract([document], retry: true, by: reader) } == .documentUnknown)
        }
        try await archive.extract([try company.document], retry: true, by: reader)
    }

    @Test("law 2: whoever finds a 秘密 document of somebody else's deal, by a search or by a query for all of them, has that recorded")
    func found() async throws {
        let company = try await SmallCompany()
        _ = try await company.file("密.txt", "机密合同") { $0.confidentiality = "秘密" }
        let archivist = try await company.account("王", [.archivist])
        let before = try await company.events()
        _ = try await company.archive.ask(SearchDocuments(DocumentSearch(query: "机密合同")), as: archivist)
        #expect(try await company.archive.ask(FindDocuments("机密合同"), as: archivist).count == 1)
        #expect(try await company.events() == before + 2)
        _ = try await company.archive.ask(FindDocuments("补充协议"), as: archivist)
        #expect(try await company.events() == before + 2)
    }

    @Test("R-5, R-50: a fact that was recorded under a key is told again only of a document that may still be seen")
    func factOfHidden() async throws {
        let company = try await SmallCompany()
        let finance = try await company.account("李", [.finance])
        let fact = RecordFact("performed", "2026-01-01", of: try company.document)
        _ = try await company.archive.carryOut(fact, as: finance, key: "k")
        var words = MetadataWords()
        words.confidentiality = "秘密"
        try await company.archive.carryOut(EditDocument(try company.document, words: words, reason: "定密"), as: .operator)
        #expect(await refusal { _ = try await company.archive.carryOut(fact, as: finance, key: "k") } == .documentUnknown)
    }

    @Test("R-52: what was done and what was refused is in the journal with its actor, also the sending of a 秘密 document's bytes")
    func recorded() async throws {
        let company = try await SmallCompany()
        let secret = try await company.file("密.txt", "机密合同") { $0.confidentiality = "秘密" }
        let archivist = try await company.account("王", [.archivist])
        let clerk = try await company.account("李", [.customerService])
        _ = try await company.archive.open(ContentRequest(document: secret), by: archivist)
        _ = await refusal { _ = try await company.archive.carryOut(WithdrawDocument(try company.document, reason: "误"), as: clerk) }
        await company.archive.close()
        let told = Mutex<[String: String]>([:])
        try await company.archive.readLog(LogQuery(), by: .operator) { event in
            told.withLock { $0[event.header.type.name] = event.header.actor }
        }
        #expect(told.withLock { $0["content.sent/1"] } == archivist.description)
        #expect(told.withLock { $0["access.refused/2"] } == clerk.description)
    }

    @Test("R-50: nobody files a 秘密 paper, or makes one of it, that they could not see themselves", arguments: [nil, "李"])
    func hiding(_ handler: String?) async throws {
        let company = try await SmallCompany()
        let actor = try await company.account("陈", [.salesAssistant])
        var words = MetadataWords()
        (words.type, words.title, words.confidentiality, words.handler) = ("contract", "密", "秘密", handler)
        let path = try company.scratch.file("密.txt", "密")
        let filing = { (words: MetadataWords) in
            Filing(files: [IncomingFile(name: nil, role: .main, source: .path(path))], words: words, key: nil)
        }
        let refusal = await #expect(throws: ArchiveError.self) { try await company.archive.file(filing(words), by: actor) }
        #expect(refusal?.code == .valueRefused && refusal?.subject == "handler")
        let edit = await #expect(throws: ArchiveError.self) {
            var edited = MetadataWords()
            (edited.confidentiality, edited.handler) = ("秘密", handler)
            return try await company.archive.carryOut(EditDocument(try company.document, words: edited, reason: "密"), as: actor, key: nil)
        }
        #expect(edit?.code == .valueRefused)
        words.handler = "陈"
        #expect(try await company.archive.file(filing(words), by: actor).document.confidentiality == .secret)
    }
}
