import GRDB
import Records

extension PartyListed: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE parties SET listed = 1 WHERE id = ?", [party.compact])
    }
}

extension PartyRegistered: Projectable {
    func project(_ projection: Projection) throws {
        let record = PartyRecord(name: name)
        try projection.run(
            "INSERT INTO parties (id, name, name_key, record) VALUES (?, ?, ?, ?)",
            [party.compact, name, matchingKey(name), try Projection.canonical(record)])
        let row = projection.db.lastInsertedRowID
        try projection.run("UPDATE parties SET root = row WHERE row = ?", [row])
        try projection.put(record, of: row)
    }
}

extension PartyEdited: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: party)
        try projection.run(
            "UPDATE parties SET name = ?, name_key = ?, record = ? WHERE row = ?",
            [after.name, matchingKey(after.name), try Projection.canonical(after), row])
        try projection.put(after, of: row)
        guard after.name != before.name || after.otherNames != before.otherNames else { return }
        try projection.showNames(ofParty: projection.root(of: row))
    }
}

extension SiteRegistered: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO sites (id, party, name, address, note) VALUES (?, ?, ?, ?, ?)",
            [site.compact, try projection.row(of: party), record.name, record.address, record.note])
    }
}

extension SiteEdited: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE sites SET name = ?, address = ?, note = ? WHERE id = ?", [after.name, after.address, after.note, site.compact])
    }
}

extension Projection {
    /// By what a party is found: names, codes, telephones.
    fileprivate func put(_ record: PartyRecord, of row: Int64) throws {
        for table in ["party_names", "party_codes", "party_phones"] { try run("DELETE FROM \(table) WHERE party = ?", [row]) }
        let names = [(record.name, "name")] + record.otherNames.map { ($0.name, $0.kind.rawValue) }
        for (name, kind) in names {
            let key = PartyNameKey(of: name)
            try run(
                "INSERT OR IGNORE INTO party_names VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    row, matchingKey(name), name, kind, key.alike, key.core,
                    Initials.table.readings(of: name).joined(separator: " "),
                ])
        }
        for code in record.codes { try run("INSERT INTO party_codes VALUES (?, ?, ?)", [code.kind.rawValue, code.code, row]) }
        for phone in Set(record.contacts.compactMap { $0.phone?.filter(\.isNumber) }).sorted() where !phone.isEmpty {
            try run("INSERT INTO party_phones VALUES (?, ?)", [row, phone])
        }
    }
}
