import GRDB
public import Records

extension Reading {
    /// The party that goes by this name, or into which that one was merged, whoever asks: who names a party need not know of its documents.
    public func party(named name: String) throws -> PartyID? {
        try row("SELECT p.id FROM parties m JOIN parties p ON p.row = m.root WHERE m.name_key = :key", ["key": matchingKey(name)])
            .map { try PartyID($0[0] as String) }
    }

    /// The party that goes by this name, where the viewer may know of it.
    public func listedParty(named name: String) throws -> PartyID? { try partyItself(named: name).flatMap(root) }

    /// The parties that a name may mean in another way of writing (有限责任公司 for 有限公司, brackets), of those that the viewer may know of: those
    /// that go by it, else those of which it is a further name.
    public func parties(alike name: String) throws -> [PartyID] {
        let alike = PartyNameKey(of: name).alike
        for kind in ["= 'name'", "<> 'name'"] {
            let found = try rows(
                """
                SELECT p.id FROM party_names n JOIN parties m ON m.row = n.party JOIN parties p ON p.row = m.root
                WHERE n.alike = :alike AND n.kind \(kind) AND \(Self.knowsParty("p")) GROUP BY p.row ORDER BY p.row
                """, ["alike": alike])
            if !found.isEmpty { return try found.map { try PartyID($0[0] as String) } }
        }
        return []
    }

    /// A party by its identifier, whoever asks.
    public func party(_ id: PartyID) throws -> PartyView? {
        try row("SELECT id, name FROM parties WHERE id = :id", ["id": id.compact]).map { PartyView(id: id, name: $0["name"]) }
    }

    /// The party that one counts as, itself unless it was merged, where the viewer may know of it.
    public func root(of id: PartyID) throws -> PartyID? {
        try row(
            "SELECT p.id FROM parties m JOIN parties p ON p.row = m.root WHERE m.id = :id AND \(Self.knowsParty("p"))", ["id": id.compact]
        ).map { try PartyID($0[0] as String) }
    }

    /// Into which party one was merged itself; nil for one of its own.
    public func mergedInto(_ id: PartyID) throws -> PartyID? {
        try row("SELECT i.id FROM parties p JOIN parties i ON i.row = p.merged_into WHERE p.id = :id", ["id": id.compact])
            .map { try PartyID($0[0] as String) }
    }

    /// The party that goes by this name itself, merged or not, whoever asks.
    public func partyItself(named name: String) throws -> PartyID? {
        try row("SELECT id FROM parties WHERE name_key = :key", ["key": matchingKey(name)]).map { try PartyID($0[0] as String) }
    }

    /// What counts as a party besides itself, in the order in which they became known.
    public func merged(into id: PartyID) throws -> [MergedParty] {
        try rows(
            "SELECT m.id, m.record FROM parties p JOIN parties m ON m.root = p.row AND m.row <> p.row WHERE p.id = :id ORDER BY m.row",
            ["id": id.compact]
        ).map { MergedParty(id: try PartyID($0["id"] as String), record: try Self.record($0["record"])) }
    }

    /// Whether nothing is hidden in knowing of a party: it was named for its own sake, a paper that is open to all is of it, or none at all.
    public func isOpen(_ id: PartyID) throws -> Bool {
        try row(
            """
            SELECT 1 FROM parties p WHERE p.id = :id AND (p.listed OR EXISTS (
                SELECT 1 FROM documents o LEFT JOIN classes c ON c.code = o.class
                WHERE o.party_row = p.row AND o.confidentiality <> 'secret' AND o.restricted = 0 AND o.destroyed = 0 AND c.readers IS NULL)
                OR NOT EXISTS (SELECT 1 FROM documents o WHERE o.party_row = p.row AND o.destroyed = 0))
            """, ["id": id.compact]) != nil
    }

    /// A party is known by its registration, a document or a dossier that may be known; one that lost its documents to another may have been
    /// there for 秘密 ones only, and one that restricted documents name is known to nobody by them (R-49).
    static func knowsParty(_ table: String) -> String {
        """
        (EXISTS (SELECT 1 FROM parties l WHERE l.root = \(table).row AND l.listed)
            OR (:sees AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.party_row = \(table).row AND o.destroyed = 0 AND NOT \(Viewer.knows("o"))))
            OR EXISTS (SELECT 1 FROM documents o WHERE o.party_row = \(table).row AND \(Viewer.knows("o")))
            OR EXISTS (SELECT 1 FROM dossiers e WHERE e.party_row = \(table).row AND \(knowsDossier("e"))))
        """
    }

    /// Parties by name; not one that is there only for documents that the viewer may not know of.
    ///
    /// - Parameter words: Only those with a name that has them, in any way of writing or by the initials of its syllables (青禾: QH), or with
    ///   this code.
    public func parties(_ words: String? = nil) throws -> [PartyView] {
        let initials = words.map { matchingKey($0) }.flatMap { $0.utf8.allSatisfy { (65...90).contains($0) } ? $0 : nil }
        return try rows(
            """
            SELECT p.id, p.name FROM parties p
            WHERE p.root = p.row AND \(Self.knowsParty("p")) AND (:words IS NULL
                OR EXISTS (SELECT 1 FROM party_names n JOIN parties m ON m.row = n.party WHERE m.root = p.row AND (
                    instr(n.alike, :alike) > 0 OR instr(n.name_key, :words) > 0 OR instr(n.initials, :initials) > 0))
                OR EXISTS (SELECT 1 FROM party_codes c JOIN parties m ON m.row = c.party WHERE m.root = p.row AND c.code = :words))
            ORDER BY p.name_key
            """,
            ["words": words.map { matchingKey($0) }, "alike": words.map { PartyNameKey(of: $0).alike }, "initials": initials]
        ).map { PartyView(id: try PartyID($0["id"] as String), name: $0["name"]) }
    }

    /// What is known of a party, whoever asks.
    public func record(of party: PartyID) throws -> PartyRecord? {
        try row("SELECT record FROM parties WHERE id = :id", ["id": party.compact]).map { try Self.record($0[0]) }
    }

    private static func record(_ text: String) throws -> PartyRecord { try decoded(text, "parties.record") }

    /// The party that has a code itself, merged or not, whoever asks.
    public func party(with code: PartyCode) throws -> PartyID? {
        try row(
            "SELECT p.id FROM party_codes c JOIN parties p ON p.row = c.party WHERE c.kind = :kind AND c.code = :code",
            ["kind": code.kind.rawValue, "code": code.code]
        ).map { try PartyID($0[0] as String) }
    }

    /// Parties that may be the same as one, with what speaks for it, those with the strongest ground first; as far as the viewer may know of them.
    public func partiesLike(_ party: PartyID) throws -> [PartyLikeness] {
        var grounds: [PartyID: Set<PartyLikenessGround>] = [:]
        var names: [PartyID: String] = [:]
        for (ground, condition) in Self.likeness {
            let found = try rows(
                """
                SELECT DISTINCT p.id, p.name FROM parties o JOIN parties p ON p.row <> o.row
                WHERE o.id = :id AND p.root = p.row AND p.root <> o.root AND \(condition) AND \(Self.knowsParty("p"))
                """, ["id": party.compact])
            for row in found {
                let other = try PartyID(row["id"] as String)
                grounds[other, default: []].insert(ground)
                names[other] = row["name"]
            }
        }
        return grounds.map { other, grounds in
            PartyLikeness(
                party: PartyView(id: other, name: names[other] ?? ""), grounds: PartyLikenessGround.allCases.filter(grounds.contains))
        }.sorted { ($0.grounds[0].rank, $0.party.name) < ($1.grounds[0].rank, $1.party.name) }
    }

    /// When `o` and `p` may be the same.
    private static let likeness: [(PartyLikenessGround, String)] = [
        (.name, shares("party_names", "alike")), (.core, shares("party_names", "core")), (.phone, shares("party_phones", "phone")),
        (
            // One is a part of the other: 青禾 and 青禾置业. Of a single sign that says nothing.
            .part,
            """
            EXISTS (SELECT 1 FROM party_names a JOIN parties m ON m.row = a.party, party_names b JOIN parties q ON q.row = b.party
                WHERE m.root = o.row AND q.root = p.row AND a.core <> b.core
                AND (length(a.core) > 1 AND instr(b.core, a.core) > 0 OR length(b.core) > 1 AND instr(a.core, b.core) > 0))
            """
        ),
    ]

    private static func shares(_ table: String, _ column: String) -> String {
        """
        p.row IN (SELECT q.root FROM \(table) a JOIN parties m ON m.row = a.party JOIN \(table) b ON b.\(column) = a.\(column)
            JOIN parties q ON q.row = b.party WHERE m.root = o.row)
        """
    }
}
