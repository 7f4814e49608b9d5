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
    ///
    /// A query may find more documents than a header holds: they stand in the payload only.
    var subjects: [String] {
        switch self {
        case .document(let id): [id.compact]
        case .dossier(let id): [id.compact]
        case .party(let id): [id.compact]
        case .recordClass, .frozenQuery, .standingQuery: []
        }
    }

    private enum Key: String, CodingKey { case kind, of, documents }
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func of<Value: Decodable>() throws -> Value { try container.decode(Value.self, forKey: .of) }
        self =
            switch try container.decode(HoldScopeKind.self, forKey: .kind) {
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
        func put(_ kind: HoldScopeKind, _ of: some Encodable) throws {
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
