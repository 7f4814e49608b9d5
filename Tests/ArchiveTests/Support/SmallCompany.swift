import Archive
import Disk
import Foundation
import Records
import SystemPackage
import Testing

/// An archive with one of everything, on which each use case's sample can be carried out: the identifiers of samples stand for its things.
struct SmallCompany {
    let scratch: Scratch
    let archive: LocalArchive
    let clock = TestClock()
    /// What the samples' identifiers stand for.
    private(set) var names: [String: String] = [:]
    /// Who does what needs a person.
    private(set) var person: Actor?

    var root: FilePath { scratch.folder.appending("storage") }

    init() async throws {
        scratch = try Scratch()
        archive = try scratch.archive(.init(clock: clock))
        let first = try await file("甲.txt", "空调维保合同", number: "HT-2026-0001", party: "青禾置业")
        let second = try await file("乙.txt", "补充协议", number: nil, party: nil)
        let dossier = try await archive.carryOut(OpenDossier(title: "青禾广场", party: "青禾置业"), as: .operator)
        names = [
            "\(DocumentID.sample)": "\(first)", "\(DocumentID.other)": "\(second)", "\(DossierID.sample)": "\(dossier.id)",
            "\(PartyID.sample)": "\(try #require(dossier.party?.id))",
        ]
    }

    @discardableResult
    func file(
        _ name: String, _ text: String, number: String? = nil, party: String? = nil,
        _ change: (inout MetadataWords) -> Void = { _ in }
    ) async throws -> DocumentID {
        var filing = Filing(try scratch.file(name, text), number: number, party: party, title: text)
        change(&filing.words)
        return try await archive.file(filing, by: .operator).document.id
    }

    var document: DocumentID { get throws { try DocumentID(try #require(names["\(DocumentID.sample)"])) } }
    var other: DocumentID { get throws { try DocumentID(try #require(names["\(DocumentID.other)"])) } }
    var dossier: DossierID { get throws { try DossierID(try #require(names["\(DossierID.sample)"])) } }

    /// An account with these roles, open.
    func account(_ name: String, _ roles: [Role]) async throws -> Actor {
        .account(try await archive.carryOut(SetAccount(named: name, roles: roles, open: true), as: .operator).id)
    }

    /// Who carries a use case out: the operator, or a person where one is needed.
    mutating func doer(of kind: UseCaseKind) async throws -> Actor {
        kind.operation.row.needsPerson ? try await everybody() : .operator
    }

    private mutating func everybody() async throws -> Actor {
        if let person { return person }
        // Whoever may do anything but be told apart from themselves.
        let made = try await account("李档", Role.allCases)
        try await archive.carryOut(SetAccount(named: "李档", department: "档案室"), as: .operator)
        person = made
        return made
    }

    /// Brings the archive to where a use case can be carried out.
    mutating func prepare(_ useCase: String) async throws {
        let (document, other, dossier) = (try document, try other, try dossier)
        if Self.disposing.contains(useCase) { return try await prepareDisposal(useCase) }
        if useCase.hasSuffix("Original") || ["ConsentToLoan", "TakeStock", "PrintOriginalLabels"].contains(useCase) {
            return try await prepareOriginal(useCase)
        }
        if Self.transmitting.contains(useCase) { return try await prepareTransmittal(useCase) }
        if Self.packing.contains(useCase) { return try await preparePack(useCase) }
        switch useCase {
        case "LiftRestriction", "OpenRestricted":
            try await archive.carryOut(RestrictDocument(document, reason: "目的已实现"), as: .operator)
        case "ReinstateDocument": try await archive.carryOut(WithdrawDocument(document, reason: "误归档"), as: .operator)
        case "UnlinkDocument", "LeadDossier": try await archive.carryOut(LinkDocuments([document], to: dossier, home: true), as: .operator)
        case "ReopenDossier": try await archive.carryOut(CloseDossier(dossier, on: "2026-01", reason: "质保期满"), as: .operator)
        case "UnrelateDocuments": try await archive.carryOut(RelateDocuments(document, .amends, to: other), as: .operator)
        case "MarkDossierItem": try await archive.carryOut(SetDossierTemplate(dossier, "新装工程"), as: .operator)
        case "AssignDossiers": _ = try await account("陈国清", [.salesAssistant])
        case "MergeDossiers":
            let other = try await archive.carryOut(OpenDossier(title: "青禾广场二期", party: nil), as: .operator)
            names["\(DossierID.other)"] = "\(other.id)"
        case "SplitDossier": try await archive.carryOut(LinkDocuments([document], to: dossier, home: true), as: .operator)
        case "CloseMatter": try await archive.carryOut(OpenMatter(.claim, on: document, note: "尾款"), as: .operator)
        case "LiftHold":
            let hold = try await archive.carryOut(PlaceHold(on: .document(other), reason: "诉讼", authority: "法务部"), as: .operator)
            names["\(HoldID.sample)"] = "\(hold.id)"
        case "GiveGrant": _ = try await account("陈国清", [.salesperson])
        case "EndGrant":
            _ = try await account("陈国清", [.salesperson])
            let grant = GiveGrant(to: "陈国清", .document(document), until: CivilDate(daysSince1970: 2_932_000), reason: "审计")
            try await archive.carryOut(grant, as: .operator)
        case "MergeParties", "PartParties":
            try await archive.carryOut(RegisterParty(named: "另一家公司"), as: .operator)
            guard useCase == "PartParties" else { break }
            try await archive.carryOut(MergeParties("另一家公司", into: "青禾置业", reason: "同一公司"), as: .operator)
        case "EditSite":
            let site = RegisterSite("青禾广场", of: "青禾置业", address: "五四路 18 号")
            names["\(SiteID.sample)"] = "\(try await archive.carryOut(site, as: .operator).id)"
        case "AcceptClock": clock.move(milliseconds: -3_600_000)
        default: break
        }
    }

    private static let transmitting: Set = [
        "SendTransmittal", "ReceiveTransmittal", "SettleTransmittal", "SetCarriage", "ShowTransmittal", "PrintTransmittal",
    ]

    /// Brings papers to where something can be said of them.
    private mutating func prepareTransmittal(_ useCase: String) async throws {
        let doer = try await everybody()
        let original = try #require(try await archive.carryOut(RegisterOriginals(try document, .paper, copies: 1), as: doer).first?.id)
        names["\(OriginalID.sample)"] = "\(original)"
        guard !["SendTransmittal", "ReceiveTransmittal"].contains(useCase) else { return }
        let sent = try await archive.carryOut(SendTransmittal(to: "青禾置业", [TransmittedThing(original: original)]), as: doer)
        names["\(TransmittalID.sample)"] = "\(sent.line.id)"
    }

    private static let packing: Set = ["FillPackItem", "IssuePack", "SignPack", "ShowPack"]

    /// Brings a pack to where a step can be taken; it is issued by somebody else than signs for it.
    private mutating func preparePack(_ useCase: String) async throws {
        let made = try await archive.carryOut(MakePack(try dossier, for: "客服"), as: .operator)
        names["\(PackID.sample)"] = "\(made.pack.id)"
        guard useCase == "IssuePack" || useCase == "SignPack" else { return }
        for item in made.checklist where item.state == .missing {
            try await archive.carryOut(FillPackItem(made.pack.id, item.code, .words, "见合同"), as: .operator)
        }
        guard useCase == "SignPack" else { return }
        try await archive.carryOut(IssuePack(made.pack.id), as: try await account("陈国清", [.salesAssistant]))
    }

    private static let disposing: Set = [
        "ProposeDisposal", "AppraiseDisposal", "EnterVacantPost", "SignDisposal", "ApproveDisposal", "SuperviseDisposal", "ConfirmDisposal",
        "CancelDisposal",
        "ShowDisposal", "DelegateDisposal", "EndDelegation", "SetDisposalDuties",
    ]

    /// Brings an original to where something can be done with it by whoever may do anything.
    private mutating func prepareOriginal(_ useCase: String) async throws {
        let (doer, assistant) = (try await everybody(), try await account("陈国清", [.salesAssistant]))
        let isGiven = ["ConfirmOriginal", "RefuseOriginal", "ConsentToLoan"].contains(useCase)
        let register = RegisterOriginals(try document, .paper, copies: 1)
        let original = try #require(try await archive.carryOut(register, as: isGiven ? assistant : doer).first?.id)
        names["\(OriginalID.sample)"] = "\(original)"
        names["\(CivilDate(daysSince1970: 2_932_000))"] = "2026-12-10"
        switch useCase {
        case "ConfirmOriginal", "RefuseOriginal": try await archive.carryOut(MoveOriginal(original, to: "李档"), as: assistant)
        case "ReturnOriginal": try await archive.carryOut(SendOriginal(original, to: "青禾置业"), as: doer)
        case "FindOriginal": try await archive.carryOut(MissOriginal(original, reason: "盘点未见"), as: doer)
        default: break
        }
    }

    /// Brings a disposal to where a step can be taken; what others must do, others do.
    private mutating func prepareDisposal(_ useCase: String) async throws {
        // The samples' day is today.
        names["\(CivilDate(daysSince1970: 20_000))"] = "2026-11-23"
        let document = try document
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
        for (name, value) in [("performed", "2010-05-20"), ("originalKeptByFinance", "false")] {
            try await archive.carryOut(RecordFact(name, value, of: document), as: .operator)
        }
        if useCase == "EnterVacantPost" {
            // Of accounting records two sign for the archive.
            try await archive.carryOut(ClassifyDocuments([document], as: "XS-CW-QT", reason: "会计资料"), as: .operator)
            try await archive.carryOut(RecordFact("accountingYear", "2010", of: document), as: .operator)
        }
        let proposer = try await account("陈国清", [.salesAssistant, .finance])
        let head = try await account("王总", [.head])
        if useCase == "EndDelegation" {
            let until = CivilDate(daysSince1970: 2_932_000)
            try await archive.carryOut(DelegateDisposal(to: "陈国清", until: until, reason: "出差"), as: head)
        }
        guard !["ProposeDisposal", "DelegateDisposal", "EndDelegation", "SetDisposalDuties"].contains(useCase) else { return }
        let today = clock.now().date(offset: 8 * 3600)
        let batch = try await archive.carryOut(ProposeDisposal(by: today, reason: "期满"), as: proposer).id
        names["\(BatchID.sample)"] = "\(batch)"
        guard ["SignDisposal", "ApproveDisposal", "SuperviseDisposal", "ConfirmDisposal"].contains(useCase) else { return }
        let archivist = try await account("赵档", [.archivist])
        let digest = try await archive.carryOut(AppraiseDisposal(batch, all: "destroy", opinion: "同意"), as: archivist).digest
        names["\(ContentDigest(.sha256, bytes: [UInt8](repeating: 7, count: 32)))"] = "\(digest)"
        guard useCase != "SignDisposal" else { return }
        try await archive.carryOut(SignDisposal(batch, digest: digest), as: archivist)
        guard useCase != "ApproveDisposal" else { return }
        try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: head)
        guard useCase == "ConfirmDisposal" else { return }
        let finance = try await account("赵财", [.finance])
        try await archive.carryOut(SetAccount(named: "赵财", department: "财务部"), as: .operator)
        for supervisor in [try await everybody(), finance] {
            try await archive.carryOut(SuperviseDisposal(batch, on: today), as: supervisor)
        }
        _ = try await archive.execute(batch, by: archivist)
    }

    /// A use case's sample about things of this archive. A scheme and a schedule of a line would lose what is in use, so they are the standard ones.
    func json(_ kind: UseCaseKind) throws -> Data {
        switch kind.name {
        case "LoadScheme": return try JSONEncoder().encode(LoadScheme(LocalArchive.standardScheme))
        case "LoadSchedule": return try JSONEncoder().encode(LoadSchedule(LocalArchive.standardSchedule))
        default:
            let text = names.reduce(String(decoding: try kind.sample(), as: UTF8.self)) { $0.replacing($1.key, with: $1.value) }
            return Data(text.utf8)
        }
    }

    /// Carries out a use case's sample.
    func perform(_ kind: UseCaseKind, as actor: Actor = .operator, key: String? = nil) async throws -> Data {
        try await kind.perform(try json(kind), archive, actor, key)
    }

    /// How many events there are.
    func events() async throws -> Int { try await archive.ask(ShowStatistics(), as: .operator).counts.events ?? -1 }
}

extension UseCaseKind {
    static let changes = UseCaseRegistry.all.filter(\.isChange)
    static let questions = UseCaseRegistry.all.filter { !$0.isChange }
}

/// The code with which work is refused; nil where it is done, or fails otherwise.
func refusal(_ work: () async throws -> Void) async -> ErrorCode? {
    do {
        try await work()
        return nil
    } catch { return (error as? ArchiveError)?.code }
}
