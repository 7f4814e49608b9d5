/// A version of the classification scheme came into force.
public struct SchemeLoaded: Sendable, Hashable, Codable {
    public let version: Int
    public let classes: [ClassDefinition]

    public init(version: Int, classes: [ClassDefinition]) {
        self.version = version
        self.classes = classes
    }
}

/// A version of the retention schedule came into force.
public struct ScheduleLoaded: Sendable, Hashable, Codable {
    public let version: Int
    public let rules: [RuleDefinition]

    public init(version: Int, rules: [RuleDefinition]) {
        self.version = version
        self.rules = rules
    }
}

/// A document got a class, another one, or none.
public struct DocumentClassified: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let before: String?
    public let after: String?
    public let reason: String?

    public init(document: DocumentID, before: String?, after: String?, reason: String?) {
        self.document = document
        self.before = before
        self.after = after
        self.reason = reason
    }
}

/// A fact that rules ask for was recorded of a document, corrected, or taken back.
public struct FactRecorded: Sendable, Hashable, Codable {
    public let document: DocumentID
    /// `performed`, `framework`, `event:质保开始` …
    public let name: String
    /// A date known to the day, month or year, a year, or `true` or `false`; nil where the fact was taken back.
    public let value: String?
    /// What it was before; nil where it was not known.
    public let before: String?
    /// The document that shows it.
    public let evidence: DocumentID?
    public let reason: String?

    public init(document: DocumentID, name: String, value: String?, before: String?, evidence: DocumentID?, reason: String?) {
        self.document = document
        self.name = name
        self.value = value
        self.before = before
        self.evidence = evidence
        self.reason = reason
    }
}

/// Something that stops destruction was found open.
public struct MatterOpened: Sendable, Hashable, Codable {
    /// Its number in the archive, from 1.
    public let matter: Int
    public let document: DocumentID
    /// `claim`, `complaint`, `dispute`, `review`, `renewal` or `loan`.
    public let kind: String
    public let note: String

    public init(matter: Int, document: DocumentID, kind: String, note: String) {
        self.matter = matter
        self.document = document
        self.kind = kind
        self.note = note
    }
}

/// An open matter was settled.
public struct MatterSettled: Sendable, Hashable, Codable {
    public let matter: Int
    public let document: DocumentID
    public let reason: String

    public init(matter: Int, document: DocumentID, reason: String) {
        self.matter = matter
        self.document = document
        self.reason = reason
    }
}

/// What a hold covers.
public enum HoldScope: Sendable, Hashable, Codable {
    case document(DocumentID)
    case dossier(DossierID)
    case party(PartyID)
    /// A class with all below it.
    case recordClass(String)
    /// The documents that a query found on that day.
    case frozenQuery(String, [DocumentID])
    /// Whatever a query finds, also what is filed later.
    case standingQuery(String)

    /// What it names, for the event's header.
    var subjects: [String?] {
        switch self {
        case .document(let id): [id.compact]
        case .dossier(let id): [id.compact]
        case .party(let id): [id.compact]
        case .frozenQuery(_, let documents): documents.map(\.compact)
        case .recordClass, .standingQuery: []
        }
    }

    private enum Key: String, CodingKey { case kind, of, documents }
    private enum Kind: String, Codable { case document, dossier, party, `class`, frozen, standing }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func of<Value: Decodable>() throws -> Value { try container.decode(Value.self, forKey: .of) }
        self =
            switch try container.decode(Kind.self, forKey: .kind) {
            case .document: .document(try of())
            case .dossier: .dossier(try of())
            case .party: .party(try of())
            case .class: .recordClass(try of())
            case .frozen: .frozenQuery(try of(), try container.decode([DocumentID].self, forKey: .documents))
            case .standing: .standingQuery(try of())
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func put(_ kind: Kind, _ of: some Encodable) throws {
            try container.encode(kind, forKey: .kind)
            try container.encode(of, forKey: .of)
        }
        switch self {
        case .document(let id): try put(.document, id)
        case .dossier(let id): try put(.dossier, id)
        case .party(let id): try put(.party, id)
        case .recordClass(let code): try put(.class, code)
        case .frozenQuery(let query, let documents):
            try put(.frozen, query)
            try container.encode(documents, forKey: .documents)
        case .standingQuery(let query): try put(.standing, query)
        }
    }
}

/// Nothing in a scope may be destroyed, withdrawn or redacted from now on.
public struct HoldPlaced: Sendable, Hashable, Codable {
    public let hold: HoldID
    public let scope: HoldScope
    public let reason: String
    /// Who ordered it: a court, the legal department …
    public let authority: String

    public init(hold: HoldID, scope: HoldScope, reason: String, authority: String) {
        self.hold = hold
        self.scope = scope
        self.reason = reason
        self.authority = authority
    }
}

/// A hold was lifted.
public struct HoldLifted: Sendable, Hashable, Codable {
    public let hold: HoldID
    public let reason: String
    public let authority: String

    public init(hold: HoldID, reason: String, authority: String) {
        self.hold = hold
        self.reason = reason
        self.authority = authority
    }
}
