import GRDB
import Records

extension PartyListed: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE parties SET listed = 1 WHERE id = ?", [party.compact])
    }
}

extension PartyRegistered: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO parties (id, name, name_key) VALUES (?, ?, ?)", [party.compact, name, matchingKey(name)])
    }
}
