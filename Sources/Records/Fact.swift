/// One thing that happened: what an event's payload tells. The list of types is for ever; old ones are always read.
public enum Fact: Sendable, Hashable {
    case archiveCreated(ArchiveCreated)
    case documentFiled(DocumentFiled)
    case versionMade(VersionMade)
    case documentEdited(DocumentEdited)
    case documentWithdrawn(DocumentWithdrawal)
    case documentReinstated(DocumentWithdrawal)
    case partyRegistered(PartyRegistered)
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
