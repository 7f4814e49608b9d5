import GRDB
import Records

extension ArchiveCreated: Projectable {
    func project(_ projection: Projection) throws {
        for (key, value) in [("identity", identity), ("zone", zone)] {
            try projection.run("INSERT INTO archive VALUES (?, ?)", [key, value])
        }
        for (type, pattern) in numbering.sorted(by: { $0.key < $1.key }) {
            guard let type = DocumentType(type) else { continue }
            try projection.setNumbering(type, pattern)
        }
    }
}

extension ArchiveRestored: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO restores VALUES (?, ?, ?, ?)",
            [projection.event.sequence, events, highestKnown, register == nil ? backedUpOn.description : nil])
    }
}

extension ClockAccepted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO wrong_times VALUES (?, ?)", [wrongFrom, wrongThrough])
    }
}

extension DigestDiffered: ProjectedToNothing {}
extension SecretsFound: ProjectedToNothing {}
