import GRDB
public import Records

extension Reading {
    /// What is registered at a place and within it, on the shelf, whoever may know of it.
    public func shelved(at place: String) throws -> [OriginalID] {
        try rows(
            """
            SELECT o.id FROM originals o WHERE o.state = 'shelved' AND \(OriginalFilter.within) ORDER BY o.row
            """, ["place": place]
        ).map { try OriginalID($0[0] as String) }
    }

    public func nextStocktake() throws -> Int { try count("SELECT MAX(number) FROM stocktakes") + 1 }

    public func stocktake(_ number: Int) throws -> StocktakeView? {
        try row(Self.stocktakes + " WHERE s.number = :number", ["number": number]).map(stocktake)
    }

    /// Stock-takes, the newest first, with the differences that the viewer may know of.
    ///
    /// - Parameter place: Those of this place alone; of all without it.
    public func stocktakes(of place: String?) throws -> [StocktakeView] {
        try rows(Self.stocktakes + " WHERE :place IS NULL OR s.place = :place ORDER BY s.number DESC", ["place": place]).map(stocktake)
    }

    private static let stocktakes = "SELECT s.*, a.name FROM stocktakes s LEFT JOIN accounts a ON a.id = s.actor"

    private func stocktake(_ row: Row) throws -> StocktakeView {
        StocktakeView(
            number: row["number"], place: row["place"], on: row["taken_on"], by: row["name"] ?? row["actor"], right: row["seen"],
            differences: try differences(of: row["number"]))
    }

    private func differences(of stocktake: Int) throws -> [StocktakeView.Difference] {
        try rows(
            """
            SELECT o.id, f.kind, EXISTS (
                SELECT 1 FROM custody_steps s WHERE s.original = o.row AND s.sequence > t.sequence) AS settled
            FROM stocktake_differences f JOIN originals o ON o.row = f.original JOIN stocktakes t ON t.number = f.stocktake WHERE f.stocktake = :stocktake ORDER BY o.row
            """, ["stocktake": stocktake]
        ).compactMap { row in
            guard let original = try original(try OriginalID(row["id"] as String)) else { return nil }
            guard let kind = StocktakeFinding(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("stocktake_differences") }
            return StocktakeView.Difference(kind: kind, original: original, isSettled: row["settled"])
        }
    }
}
