import Records

extension PlaceHold.Scope: Codable {
    private enum Key: String, CodingKey { case kind, of }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let kind = try container.decode(HoldScopeKind.self, forKey: .kind)
        self =
            switch kind {
            case .document: .document(try container.decode(DocumentID.self, forKey: .of))
            case .dossier: .dossier(try container.decode(DossierID.self, forKey: .of))
            case .party: .party(try container.decode(String.self, forKey: .of))
            case .class: .recordClass(try container.decode(String.self, forKey: .of))
            case .frozen: .frozen(try container.decode(String.self, forKey: .of))
            case .standing: .standing(try container.decode(String.self, forKey: .of))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let (kind, of): (HoldScopeKind, String) =
            switch self {
            case .document(let id): (.document, "\(id)")
            case .dossier(let id): (.dossier, "\(id)")
            case .party(let name): (.party, name)
            case .recordClass(let code): (.class, code)
            case .frozen(let query): (.frozen, query)
            case .standing(let query): (.standing, query)
            }
        try container.encode(kind, forKey: .kind)
        try container.encode(of, forKey: .of)
    }
}
