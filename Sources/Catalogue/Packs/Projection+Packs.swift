import GRDB
import Records

extension ReceiversLoaded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO receivers VALUES (?, ?, ?)", [version, projection.event.sequence, try Projection.canonical(receivers)])
    }
}

extension PackMade: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO packs (id, dossier, receiver, described) VALUES (?, ?, ?, ?)",
            [pack.compact, try projection.row(of: dossier), receiver.code, try Projection.canonical(receiver)])
    }
}

extension PackItemSaid: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: pack)
        guard let mark else { return try projection.run("DELETE FROM pack_marks WHERE pack = ? AND item = ?", [row, item]) }
        try projection.run("INSERT OR REPLACE INTO pack_marks VALUES (?, ?, ?)", [row, item, try Projection.canonical(mark)])
    }
}

extension PackIssued: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: pack)
        let marks = items.reduce(into: [String: PackMark]()) { $0[$1.code] = $1.mark }
        try projection.run(
            """
            INSERT INTO pack_editions (pack, number, issued_on, issued_by, participants, marks, withheld) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row, edition, projection.date.description, projection.event.actor, participants, try Projection.canonical(marks),
                !withheld.isEmpty,
            ])
        let packed = items.flatMap { item in item.documents.map { (item.code, $0) } }
        for (position, (code, document)) in packed.enumerated() {
            try projection.run(
                "INSERT INTO pack_documents VALUES (?, ?, ?, ?, ?, ?)",
                [row, edition, position, code, try projection.row(of: document.document), document.version.value])
        }
        try projection.run("UPDATE packs SET edition = ? WHERE row = ?", [edition, row])
    }
}

extension PackSigned: Projectable {
    func project(_ projection: Projection) throws {
        let reasons = rejections.reduce(into: [String: String]()) { $0[$1.item] = $1.reason }
        try projection.run(
            "UPDATE pack_editions SET signed_on = ?, signed_by = ?, rejections = ? WHERE pack = ? AND number = ?",
            [projection.date.description, by.compact, try Projection.canonical(reasons), try projection.row(of: pack), edition])
    }
}

extension PackExported: Projectable {
    func project(_ projection: Projection) throws {
        for document in documents {
            try projection.run(
                "INSERT OR IGNORE INTO pack_exports VALUES (?, ?, ?)", [try projection.row(of: document), projection.event.sequence, to])
        }
    }
}
