import Archive
import Disk
import Foundation
import Records
import SystemPackage
import Testing

/// R-50: the same archive with and without 秘密 documents gives whoever may not see them the same answers, byte for byte.
@Suite("R-50: What an account may not see is not there")
struct HiddenRecordsTests {
    @Test("each question is answered as if there were no 秘密 documents", arguments: UseCaseKind.questions)
    func questions(_ kind: UseCaseKind) async throws {
        let twins = try await Twins(sharing: kind)
        let (with, without) = (try await twins.answer(kind, hidden: true), try await twins.answer(kind, hidden: false))
        #expect(Twins.withoutRoom(with) == Twins.withoutRoom(without), "\(kind.name)")
    }

    @Test("each change is answered as if there were no 秘密 documents", arguments: UseCaseKind.changes)
    func changes(_ kind: UseCaseKind) async throws {
        let twins = try await Twins(sharing: kind)
        let (with, without) = (try await twins.answer(kind, hidden: true), try await twins.answer(kind, hidden: false))
        // What something hidden keeps from its disposal is kept, and no more is said of it.
        guard kind.name != "ProposeDisposal" else {
            #expect(with.hasPrefix("blocked Not permitted now; ask the archivist"), "\(kind.name): \(with)")
            return
        }
        // R-26: that something is left out of a pack is said, and no more.
        let (said, unsaid) = (#""isWithheld":true"#, #""isWithheld":false"#)
        #expect(with.contains(said) == (kind.name == "IssuePack") && !without.contains(said))
        #expect(Twins.plain(with).replacing(said, with: unsaid) == Twins.plain(without), "\(kind.name)")
    }

    @Test("a party known only from 秘密 documents can be registered as if it were new, and is in the list from then on")
    func party() async throws {
        let company = try await SmallCompany()
        _ = try await company.file("密.txt", "机密合同", party: "神秘客户") { $0.confidentiality = "秘密" }
        let assistant = try await company.account("助理", [.salesAssistant])
        #expect(try await !company.archive.ask(ListParties(), as: assistant).map(\.name).contains("神秘客户"))
        let made = try await company.archive.carryOut(RegisterParty(named: "神秘客户"), as: assistant)
        #expect(try await company.archive.ask(ListParties(), as: assistant).contains(made))
        let refusal = await #expect(throws: ArchiveError.self) {
            try await company.archive.carryOut(RegisterParty(named: "神秘客户"), as: assistant)
        }
        #expect(refusal?.code == .stateWrong)
    }

    @Test("the identifier of a party known only from 秘密 documents is nobody's, wherever a party is named")
    func partyByIdentifier() async throws {
        let company = try await SmallCompany()
        let secret = try await company.file("密.txt", "机密合同", party: "神秘客户") { $0.confidentiality = "秘密" }
        let party = try #require(try await company.archive.ask(ShowDocument(secret), as: .operator).party)
        let roles = Role.allCases.filter { ![.salesManager, .archivist, .auditor, .head].contains($0) }
        let (archive, actor, document) = (company.archive, try await company.account("全能", roles), try company.document)
        var words = MetadataWords()
        words.party = "\(party.id)"
        for work: () async throws -> Void in [
            { _ = try await archive.carryOut(OpenDossier(title: "收购", party: "\(party.id)"), as: actor) },
            { _ = try await archive.carryOut(RegisterParty(named: "\(party.id)"), as: actor) },
            { _ = try await archive.carryOut(EditDocument(document, words: words, reason: "补记"), as: actor) },
            { _ = try await archive.ask(ListDossiers(of: "\(party.id)"), as: actor) },
            { _ = try await archive.ask(ListDossiers(of: party.name), as: actor) },
        ] {
            let refusal = await #expect(throws: ArchiveError.self) { try await work() }
            #expect(refusal?.code == .recordUnknown)
        }
    }

    @Test("a party known only from a 秘密 document stays unknown when the document is given to another party")
    func lostParty() async throws {
        let company = try await SmallCompany()
        let secret = try await company.file("密.txt", "机密合同", party: "神秘客户") { $0.confidentiality = "秘密" }
        var words = MetadataWords()
        words.party = "青禾置业"
        try await company.archive.carryOut(EditDocument(secret, words: words, reason: "误记"), as: .operator)
        let assistant = try await company.account("助理", [.salesAssistant])
        #expect(try await !company.archive.ask(ListParties(), as: assistant).map(\.name).contains("神秘客户"))
        #expect(try await company.archive.ask(ListParties(), as: .operator).map(\.name).contains("神秘客户"))
    }

    @Test("a party that was registered stays in the list when it gets a 秘密 document")
    func stays() async throws {
        let company = try await SmallCompany()
        let assistant = try await company.account("助理", [.salesAssistant])
        let made = try await company.archive.carryOut(RegisterParty(named: "神秘客户"), as: assistant)
        _ = try await company.file("密.txt", "机密合同", party: "神秘客户") { $0.confidentiality = "秘密" }
        #expect(try await company.archive.ask(ListParties(), as: assistant).contains(made))
    }

    @Test("the number of a matter on a 秘密 document is drawn, and others count on as if there were none")
    func matterNumbers() async throws {
        let company = try await SmallCompany()
        let (archive, open) = (company.archive, try company.document)
        let secret = try await company.file("密.txt", "机密合同") { $0.confidentiality = "秘密" }
        let first = try await archive.carryOut(OpenMatter(.claim, on: open, note: "尾款"), as: .operator).number
        let hidden = try await archive.carryOut(OpenMatter(.dispute, on: secret, note: "仲裁"), as: .operator).number
        let next = try await archive.carryOut(OpenMatter(.claim, on: open, note: "质保金"), as: .operator).number
        #expect(next == first + 1 && hidden >= 1_000_000)
        #expect(try await archive.carryOut(CloseMatter(hidden, reason: "撤诉"), as: .operator).settledOn != nil)
    }

    @Test("R-50: who may know of holds is told what blocks a redaction, and of a matter on a 秘密 document no more than that something does")
    func hiddenMatter() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        let (document, secret) = (
            try await office.contract(archive, [("报价.txt", "报价")]), try await office.contract(archive, [("密.txt", "机密")])
        )
        var words = MetadataWords()
        words.confidentiality = "秘密"
        try await archive.carryOut(EditDocument(secret, words: words, reason: "定密"), as: .operator)
        let dossier = try await archive.carryOut(OpenDossier(title: "青禾广场", party: nil), as: .operator).id
        try await archive.carryOut(LinkDocuments([document, secret], to: dossier, home: true), as: .operator)
        let dispute = try await archive.carryOut(OpenMatter(.dispute, on: secret, note: "仲裁"), as: .operator).number
        func message() async -> String? {
            let words = WordsRedaction(of: "联系人王五", in: document, reason: "个人信息")
            let refused = await refusal { try await archive.redact(words, by: office.watcher) }
            return refused?.code == .blocked ? refused?.message.text(.english) : nil
        }
        let hidden = try #require(await message())
        #expect(!hidden.contains("dispute"), "\(hidden)")
        try await archive.carryOut(OpenMatter(.claim, on: document, note: "尾款"), as: .operator)
        #expect(await message() == hidden)
        try await archive.carryOut(CloseMatter(dispute, reason: "撤诉"), as: .operator)
        #expect(try #require(await message()).contains("claim"))
    }

    @Test("the handler of a 秘密 document sees it, and nobody else without the right")
    func handler() async throws {
        let company = try await SmallCompany()
        let secret = try await company.file("密.txt", "机密合同") {
            $0.confidentiality = "秘密"
            $0.handler = "陈国清"
        }
        let (own, other) = (try await company.account("陈国清", [.salesperson]), try await company.account("李", [.salesperson]))
        #expect(try await company.archive.ask(ShowDocument(secret), as: own).id == secret)
        let refusal = await #expect(throws: ArchiveError.self) { try await company.archive.ask(ShowDocument(secret), as: other) }
        #expect(refusal?.code == .documentUnknown)
    }
}

/// Two archives that differ by 秘密 documents only: one is a copy of the other, to which they were added.
private struct Twins {
    private let company: SmallCompany
    private let archives: [Bool: LocalArchive]
    private let actor: Actor

    init(sharing kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        try await company.prepare(kind.name == "AcceptClock" ? "" : kind.name)
        _ = try await company.archive.carryOut(RegisterParty(named: "空白客户"), as: .operator)
        // Every right but that of seeing what is 秘密.
        let roles = Role.allCases.filter { ![.salesManager, .archivist, .auditor, .head].contains($0) }
        actor = try await company.account("全能", roles)
        let copy = company.scratch.folder.appending("twin")
        try FileManager.default.copyItem(atPath: company.root.string, toPath: copy.string)
        try await Self.addSecrets(to: company)
        self.company = company
        archives = [true: company.archive, false: try LocalArchive(root: copy, surroundings: .init(clock: company.clock))]
    }

    private static func addSecrets(to company: SmallCompany) async throws {
        let (archive, document, dossier) = (company.archive, try company.document, try company.dossier)
        let secrets = try await [
            company.file("密一.txt", "空调机密合同", party: "青禾置业") { $0.confidentiality = "秘密" },
            company.file("密二.txt", "空调机密附件", party: "神秘客户") {
                $0.confidentiality = "秘密"
                $0.type = "quote"
                $0.class = "XS-BJ"
            },
        ]
        try await archive.carryOut(ClassifyDocuments([secrets[0]], as: "XS-HT-ZY", reason: nil), as: .operator)
        // Where the dossier is closed already, nothing is put into it.
        if try await archive.ask(ShowDossier(dossier), as: .operator).closedOn == nil {
            try await archive.carryOut(LinkDocuments(secrets, to: dossier, home: false), as: .operator)
        }
        // Where the document is destroyed or restricted already, nothing is related to it.
        let documents = try await archive.ask(ListDocuments(withdrawn: true), as: .operator)
        if documents.contains(document) {
            try await archive.carryOut(RelateDocuments(document, .attachedTo, to: secrets[0]), as: .operator)
            try await archive.carryOut(RelateDocuments(secrets[1], .amends, to: document), as: .operator)
        }
        try await archive.carryOut(RecordFact("framework", "true", of: secrets[0]), as: .operator)
        try await archive.carryOut(OpenMatter(.dispute, on: secrets[0], note: "仲裁"), as: .operator)
        let hidden = try await archive.carryOut(OpenDossier(title: "收购", party: "神秘客户"), as: .operator)
        try await archive.carryOut(LinkDocuments([secrets[1]], to: hidden.id, home: true), as: .operator)
        for scope in [PlaceHold.Scope.document(secrets[1]), .party("神秘客户"), .dossier(hidden.id), .frozen("机密附件")] {
            try await archive.carryOut(PlaceHold(on: scope, reason: "调查", authority: "总裁"), as: .operator)
        }
    }

    /// The answer, or the refusal.
    func answer(_ kind: UseCaseKind, hidden: Bool) async throws -> String {
        guard let archive = archives[hidden] else { return "" }
        do {
            return String(decoding: try await kind.perform(try company.json(kind), archive, actor, nil), as: UTF8.self)
        } catch let error as ArchiveError {
            return "\(error.code) \(error.message.text(.english)) \(error.subject ?? "")"
        }
    }

    /// Without what is free on the disk, which no archive decides.
    static func withoutRoom(_ answer: String) -> String { answer.replacing(/"free(Bytes|Inodes)":\d+/, with: "ROOM") }

    /// Without what is drawn by chance or counts all events: identifiers of what a change made, and the number of its event.
    static func plain(_ answer: String) -> String {
        answer.replacing(/"[A-Z](-[0-9A-Z]{4}){3}"/, with: "ID").replacing(/"changedBy":\d+/, with: "SEQUENCE")
            .replacing(/"wrong(From|Through)":\d+/, with: "EVENT")
    }
}
