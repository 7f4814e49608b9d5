import GRDB
public import Records

extension Reading {
    /// The party known by this name, whoever asks: who names a party need not know of its documents.
    public func party(named name: String) throws -> PartyID? {
        try row("SELECT id FROM parties WHERE name_key = :key", ["key": matchingKey(name)]).map { try PartyID($0[0] as String) }
    }

    /// The party known by this name, where the viewer may know of it.
    public func listedParty(named name: String) throws -> PartyID? {
        try row("SELECT p.id FROM parties p WHERE p.name_key = :key AND \(Self.knowsParty("p"))", ["key": matchingKey(name)])
            .map { try PartyID($0[0] as String) }
    }

    /// A party by its identifier, whoever asks.
    public func party(_ id: PartyID) throws -> PartyView? {
        try row("SELECT id, name FROM parties WHERE id = :id", ["id": id.compact]).map { PartyView(id: id, name: $0["name"]) }
    }

    /// Whether there is a party of this identifier that the viewer may know of.
    public func knows(_ id: PartyID) throws -> Bool {
        try row("SELECT 1 FROM parties p WHERE p.id = :id AND \(Self.knowsParty("p"))", ["id": id.compact]) != nil
    }

    /// A party is known by its registration, a document or a dossier that may be known; one that lost its documents to another may have been
    /// there for 秘密 ones only, and one that restricted documents name is known to nobody by them (R-49).
    static func knowsParty(_ table: String) -> String {
        """
        (\(table).listed
            OR (:sees AND (:restricted OR NOT EXISTS (
                SELECT 1 FROM documents o WHERE o.party_row = \(table).row AND o.restricted AND NOT \(Viewer.knows("o")))))
            OR EXISTS (SELECT 1 FROM documents o WHERE o.party_row = \(table).row AND \(Viewer.knows("o")))
            OR EXISTS (SELECT 1 FROM dossiers e WHERE e.party_row = \(table).row AND \(knowsDossier("e"))))
        """
    }

    /// Parties by name; not one that is there only for documents that the viewer may not know of.
    public func parties() throws -> [PartyView] {
        try rows(
            """
            SELECT p.id, p.name FROM parties p
            WHERE \(Self.knowsParty("p"))
            ORDER BY p.name_key
            """
        ).map { PartyView(id: try PartyID($0["id"] as String), name: $0["name"]) }
    }
}
