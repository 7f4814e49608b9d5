/// One thing that happened: what an event's payload tells. The list of types is for ever; old ones are always read.
public enum Fact: Sendable, Hashable {
    case archiveCreated(ArchiveCreated)
    case documentFiled(DocumentFiled)
    case versionMade(VersionMade)
    case documentEdited(DocumentEdited)
    case documentWithdrawn(DocumentWithdrawal)
    case documentReinstated(DocumentWithdrawal)
    case partyRegistered(PartyRegistered)
    case dossierOpened(DossierOpened)
    case dossierLinked(DossierLinked)
    case dossierUnlinked(DossierUnlinked)
    case dossierClosed(DossierClosed)
    case dossierReopened(DossierClosed)
    case documentRelated(DocumentRelated)
    case documentUnrelated(DocumentRelated)
    case schemeLoaded(SchemeLoaded)
    case scheduleLoaded(ScheduleLoaded)
    case documentClassified(DocumentClassified)
    case factRecorded(FactRecorded)
    case matterOpened(MatterOpened)
    case matterSettled(MatterSettled)
    case holdPlaced(HoldPlaced)
    case holdLifted(HoldLifted)
    case numberingSet(NumberingSet)
    case numberReserved(NumberReserved)
    case numberExplained(NumberExplained)
    case clockAccepted(ClockAccepted)
    case accountSet(AccountSet)
    case passwordSet(PasswordSet)
    case tokenIssued(TokenChanged)
    case tokenRevoked(TokenChanged)
    case contentSent(ContentSent)
    case secretsFound(SecretsFound)
    case accessRefused(AccessRefused)
    case signInFailed(AccessRefused)
    case digestDiffered(DigestDiffered)
}

/// The names of facts in the journal, with their version.
public enum FactType: String, Sendable, CaseIterable {
    case archiveCreated = "archive.created/1"
    case documentFiled = "document.filed/1"
    case versionMade = "document.version-made/1"
    case documentEdited = "document.edited/1"
    case documentWithdrawn = "document.withdrawn/1"
    case documentReinstated = "document.reinstated/1"
    case partyRegistered = "party.registered/1"
    case dossierOpened = "dossier.opened/1"
    case dossierLinked = "dossier.linked/1"
    case dossierUnlinked = "dossier.unlinked/1"
    case dossierClosed = "dossier.closed/1"
    case dossierReopened = "dossier.reopened/1"
    case documentRelated = "document.related/1"
    case documentUnrelated = "document.unrelated/1"
    case schemeLoaded = "scheme.loaded/1"
    case scheduleLoaded = "schedule.loaded/1"
    case documentClassified = "document.classified/1"
    case factRecorded = "fact.recorded/1"
    case matterOpened = "matter.opened/1"
    case matterSettled = "matter.settled/1"
    case holdPlaced = "hold.placed/1"
    case holdLifted = "hold.lifted/1"
    case numberingSet = "numbering.set/1"
    case numberReserved = "number.reserved/1"
    case numberExplained = "number.explained/1"
    case clockAccepted = "clock.accepted/1"
    case accountSet = "account.set/1"
    case passwordSet = "password.set/1"
    case tokenIssued = "token.issued/1"
    case tokenRevoked = "token.revoked/1"
    case contentSent = "content.sent/1"
    case secretsFound = "secrets.found/1"
    case accessRefused = "access.refused/1"
    case signInFailed = "sign-in.failed/1"
    case digestDiffered = "digest.differed/1"
}

extension Fact {
    /// The fact's name in the journal.
    public var type: FactType { body.type }

    /// The identifiers of what it is about, for the event's header: opaque, never a name or number.
    public var subjects: [String] { body.subjects }

    /// The fact's payload part.
    var body: any FactBody {
        switch self {
        case .archiveCreated(let fact): Typed(.archiveCreated, fact, [])
        case .documentFiled(let fact): Typed(.documentFiled, fact, [fact.document.compact, fact.metadata.party?.compact])
        case .versionMade(let fact): Typed(.versionMade, fact, [fact.document.compact])
        case .documentEdited(let fact): Typed(.documentEdited, fact, [fact.document.compact])
        case .documentWithdrawn(let fact): Typed(.documentWithdrawn, fact, [fact.document.compact])
        case .documentReinstated(let fact): Typed(.documentReinstated, fact, [fact.document.compact])
        case .partyRegistered(let fact): Typed(.partyRegistered, fact, [fact.party.compact])
        case .dossierOpened(let fact): Typed(.dossierOpened, fact, [fact.dossier.compact, fact.party?.compact])
        case .dossierLinked(let fact): Typed(.dossierLinked, fact, [fact.dossier.compact, fact.document.compact])
        case .dossierUnlinked(let fact): Typed(.dossierUnlinked, fact, [fact.dossier.compact, fact.document.compact])
        case .dossierClosed(let fact): Typed(.dossierClosed, fact, [fact.dossier.compact])
        case .dossierReopened(let fact): Typed(.dossierReopened, fact, [fact.dossier.compact])
        case .documentRelated(let fact): Typed(.documentRelated, fact, [fact.document.compact, fact.other.compact])
        case .documentUnrelated(let fact): Typed(.documentUnrelated, fact, [fact.document.compact, fact.other.compact])
        case .schemeLoaded(let fact): Typed(.schemeLoaded, fact, [])
        case .scheduleLoaded(let fact): Typed(.scheduleLoaded, fact, [])
        case .documentClassified(let fact): Typed(.documentClassified, fact, [fact.document.compact])
        case .factRecorded(let fact): Typed(.factRecorded, fact, [fact.document.compact, fact.evidence?.compact])
        case .matterOpened(let fact): Typed(.matterOpened, fact, [fact.document.compact])
        case .matterSettled(let fact): Typed(.matterSettled, fact, [fact.document.compact])
        case .holdPlaced(let fact): Typed(.holdPlaced, fact, [fact.hold.compact] + fact.scope.subjects)
        case .holdLifted(let fact): Typed(.holdLifted, fact, [fact.hold.compact])
        case .numberingSet(let fact): Typed(.numberingSet, fact, [])
        case .numberReserved(let fact): Typed(.numberReserved, fact, [])
        case .numberExplained(let fact): Typed(.numberExplained, fact, [])
        case .clockAccepted(let fact): Typed(.clockAccepted, fact, [])
        case .accountSet(let fact): Typed(.accountSet, fact, [fact.account.compact])
        case .passwordSet(let fact): Typed(.passwordSet, fact, [fact.account.compact])
        case .tokenIssued(let fact): Typed(.tokenIssued, fact, [fact.account.compact])
        case .tokenRevoked(let fact): Typed(.tokenRevoked, fact, [fact.account.compact])
        case .contentSent(let fact): Typed(.contentSent, fact, [fact.document.compact])
        case .secretsFound(let fact): Typed(.secretsFound, fact, [])
        case .accessRefused(let fact): Typed(.accessRefused, fact, [])
        case .signInFailed(let fact): Typed(.signInFailed, fact, [])
        case .digestDiffered(let fact): Typed(.digestDiffered, fact, [fact.document.compact])
        }
    }
}

/// A fact's type, its codable part and what it is about.
protocol FactBody: Sendable {
    var type: FactType { get }
    var subjects: [String] { get }
    func encode(into container: inout KeyedEncodingContainer<Payload.Key>) throws
}

private struct Typed<Body: Codable & Sendable>: FactBody {
    let type: FactType
    let body: Body
    let subjects: [String]

    init(_ type: FactType, _ body: Body, _ subjects: [String?]) {
        self.type = type
        self.body = body
        self.subjects = subjects.compactMap { $0 }
    }

    func encode(into container: inout KeyedEncodingContainer<Payload.Key>) throws {
        try container.encode(body, forKey: .fact)
    }
}
