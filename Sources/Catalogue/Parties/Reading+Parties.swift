import GRDB
public import Records

extension Reading {
    /// The party known by this name, whoever asks: who names a party need not know of its documents.
    public func party(named name: String) throws -> PartyID? {
        try row("SELECT id FROM parties WHERE name_key = :key", ["key": matchingKey(name)]).map { try PartyID($0[0] as String) }
    }

    /// Whether there is a party of this identifier.
    public func knows(_ id: PartyID) throws -> Bool { try count("SELECT COUNT(*) FROM parties WHERE id = :id", ["id": id.compact]) > 0 }

    /// Parties by name; not one that is there only for documents that the viewer may not know of.
    public func parties() throws -> [PartyView] {
        try rows(
            """
            SELECT p.id, p.name FROM parties p
            WHERE :sees OR EXISTS (SELECT 1 FROM documents d WHERE d.party_row = p.row AND \(Viewer.knows("d")))
                OR NOT EXISTS (SELECT 1 FROM documents d WHERE d.party_row = p.row)
                OR EXISTS (SELECT 1 FROM dossiers c WHERE c.party_row = p.row AND \(Self.knowsDossier("c")))
            ORDER BY p.name_key
            """
        ).map { PartyView(id: try PartyID($0["id"] as String), name: $0["name"]) }
    }
}
