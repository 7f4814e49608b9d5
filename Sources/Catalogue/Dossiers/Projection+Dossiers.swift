import GRDB
import Records

extension DossierOpened: Projectable {
    func project(_ projection: Projection) throws {
        let party = try party.map { try projection.row(of: $0) }
        try projection.run(
            "INSERT INTO dossiers (id, title, named_party, party_row, opened_on) VALUES (?, ?, ?, ?, ?)",
            [dossier.compact, title, party, try party.map(projection.root), projection.date.description])
    }
}

extension DossierLinked: Projectable {
    func project(_ projection: Projection) throws {
        let (place, member) = (try projection.row(of: dossier), try projection.row(of: document))
        try projection.keepPastHomes(of: member)
        if home { try projection.run("UPDATE dossier_documents SET home = 0 WHERE document = ?", [member]) }
        try projection.run(
            """
            INSERT INTO dossier_documents VALUES (?, ?, ?, ?)
            ON CONFLICT (dossier, document) DO UPDATE SET home = excluded.home
            """, [place, member, projection.event.sequence, home])
        try Projection.reckon(DueDependents.ofMember(member, in: place, in: projection.db), in: projection.db)
    }
}

extension DossierUnlinked: Projectable {
    func project(_ projection: Projection) throws {
        let (place, member) = (try projection.row(of: dossier), try projection.row(of: document))
        let dependents = try DueDependents.ofMember(member, in: place, in: projection.db)
        try projection.keepPast(of: place, member)
        try projection.run("DELETE FROM dossier_documents WHERE dossier = ? AND document = ?", [place, member])
        try projection.run("UPDATE dossiers SET leader = NULL WHERE row = ? AND leader = ?", [place, member])
        try Projection.reckon(dependents, in: projection.db)
    }
}

extension DossierLed: Projectable {
    func project(_ projection: Projection) throws {
        let place = try projection.row(of: dossier)
        try projection.run("UPDATE dossiers SET leader = ? WHERE row = ?", [try contract.map { try projection.row(of: $0) }, place])
        try Projection.reckon(DueDependents.ofDossier(place, in: projection.db), in: projection.db)
    }
}

extension DossierClosed: Projectable {
    func project(_ projection: Projection) throws { try projection.close(dossier, on: on) }
}

extension DossierReopened: Projectable {
    func project(_ projection: Projection) throws { try projection.close(dossier, on: nil) }
}

extension DocumentRelated: Projectable {
    func project(_ projection: Projection) throws {
        let (from, to) = (try projection.row(of: document), try projection.row(of: other))
        try projection.run("INSERT OR IGNORE INTO relations VALUES (?, ?, ?)", [from, relation.rawValue, to])
        try Projection.reckon(DueDependents.ofDocument(from, in: projection.db), in: projection.db)
    }
}

extension DocumentUnrelated: Projectable {
    func project(_ projection: Projection) throws {
        let (from, to) = (try projection.row(of: document), try projection.row(of: other))
        try projection.run("DELETE FROM relations WHERE document = ? AND relation = ? AND other = ?", [from, relation.rawValue, to])
        try Projection.reckon(DueDependents.ofDocument(from, in: projection.db), in: projection.db)
    }
}

extension Projection {
    fileprivate func close(_ dossier: DossierID, on day: RoughDate?) throws {
        let place = try row(of: dossier)
        try run("UPDATE dossiers SET closed_on = ? WHERE row = ?", [day?.description, place])
        try Projection.reckon(DueDependents.ofDossier(place, in: db), in: db)
    }
}
