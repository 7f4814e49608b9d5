import GRDB
public import Records

extension Reading {
    /// A site with the party that it counts as one of.
    private static let sites = """
        SELECT s.*, p.id AS party_id FROM sites s JOIN parties m ON m.row = s.party JOIN parties p ON p.row = m.root
        """

    /// The sites of a party, in the order in which they became known.
    public func sites(of party: PartyID) throws -> [SiteView] {
        try rows(Self.sites + " WHERE p.id = :id ORDER BY s.row", ["id": party.compact]).map(Self.site)
    }

    /// A site of a party that the viewer may know of.
    public func site(_ id: SiteID) throws -> SiteView? {
        try row(Self.sites + " WHERE s.id = :id AND \(Self.knowsParty("p"))", ["id": id.compact]).map(Self.site)
    }

    private static func site(_ row: Row) throws -> SiteView {
        SiteView(
            id: try SiteID(row["id"] as String), party: try PartyID(row["party_id"] as String), name: row["name"], address: row["address"],
            note: row["note"])
    }
}
