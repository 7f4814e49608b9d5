import GRDB
import Records

extension PartyRegistered: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO parties (id, name, name_key) VALUES (?, ?, ?)", [party.compact, name, matchingKey(name)])
    }
}
