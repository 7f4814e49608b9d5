import GRDB
public import Records

extension Reading {
    /// The day from which on nobody can know what was held, lifted or destroyed, because the archive was restored without its control register
    /// (未核对); nil for an archive of which all is known. Nothing may be disposed of while there is such a day.
    public func uncheckedSince() throws -> CivilDate? {
        guard let text: String = try row("SELECT MIN(unchecked_since) FROM restores")?[0] else { return nil }
        guard let day = CivilDate(text) else { throw CatalogueError.damagedValue("restores.unchecked_since") }
        return day
    }
}

extension CatalogueTransaction {
    /// Each restore: how many events the backup had, and the highest number that an event is known to have had before.
    public func restores() throws -> [(events: Int, highestKnown: Int)] {
        try Row.fetchAll(db, sql: "SELECT events, highest_known FROM restores ORDER BY event").map { ($0[0], $0[1]) }
    }
}
