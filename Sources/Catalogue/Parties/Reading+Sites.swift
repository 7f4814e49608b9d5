import GRDB
public import Records

extension Reading {
    /// The sites of a party, in the order in which they became known.
    public func sites(of party: PartyID) throws -> [SiteView] {
        try rows(
            "SELECT s.*, p.id AS party_id FROM sites s JOIN parties p ON p.row = s.party WHERE p.id = :id ORDER BY s.row",
            ["id": party.compact]
        )
        .map(Self.site)
    }

    /// A site of a party that the viewer may know of.
    public func site(_ id: SiteID) throws -> SiteView? {
        try row(
            "SELECT s.*, p.id AS party_id FROM sites s JOIN parties p ON p.row = s.party WHERE s.id = :id AND \(Self.knowsParty("p"))",
            ["id": id.compact]
        ).map(Self.site)
    }

    private static func site(_ row: Row) throws -> SiteView {
        SiteView(
            id: try SiteID(row["id"] as String), party: try PartyID(row["party_id"] as String), name: row["name"], address: row["address"],
            note: row["note"])
    }
}
