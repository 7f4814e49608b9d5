import GRDB
import Records

extension DossierTemplatesLoaded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO dossier_templates VALUES (?, ?, ?)", [version, projection.event.sequence, try Projection.canonical(templates)])
    }
}

extension DossierTemplated: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE dossiers SET template = ? WHERE row = ?", [try Projection.canonical(template), try projection.row(of: dossier)])
    }
}

extension DossierItemMarked: Projectable {
    func project(_ projection: Projection) throws {
        let place = try projection.row(of: dossier)
        guard let mark else { return try projection.run("DELETE FROM dossier_marks WHERE dossier = ? AND item = ?", [place, item]) }
        try projection.run(
            "INSERT OR REPLACE INTO dossier_marks VALUES (?, ?, ?, ?, ?)",
            [place, item, mark.kind.rawValue, mark.by?.description, mark.reason])
    }
}

extension DossierAssigned: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE dossiers SET responsible = ? WHERE row = ?", [account?.compact, try projection.row(of: dossier)])
    }
}

extension DossierMerged: Projectable {
    func project(_ projection: Projection) throws {
        let (from, to) = (try projection.row(of: dossier), try projection.row(of: into))
        try projection.keepPast(of: from, nil)
        let shared = try Row.fetchAll(
            projection.db,
            sql: """
                SELECT f.document, f.home FROM dossier_documents f JOIN dossier_documents t ON t.document = f.document AND t.dossier = :to
                WHERE f.dossier = :from
                """, arguments: ["from": from, "to": to])
        for row in shared {
            let (document, isHome) = (row[0] as Int64, row[1] as Bool)
            try projection.run("DELETE FROM dossier_documents WHERE dossier = ? AND document = ?", [from, document])
            // At home in the one that it is in now, if it was at home in either.
            if isHome { try projection.run("UPDATE dossier_documents SET home = 1 WHERE dossier = ? AND document = ?", [to, document]) }
        }
        try projection.run("UPDATE dossier_documents SET dossier = ? WHERE dossier = ?", [to, from])
        // There is one pack for a receiver: the other's goes on, and this one stays as it is.
        try projection.run(
            """
            UPDATE packs SET dossier = :to WHERE dossier = :from AND receiver NOT IN (SELECT p.receiver FROM packs p WHERE p.dossier = :to)
            """, ["to": to, "from": from])
        try projection.run("UPDATE dossiers SET merged_into = ? WHERE row = ? OR merged_into = ?", [to, from, from])
        try projection.run("UPDATE dossiers SET leader = NULL, closed_on = ? WHERE row = ?", [projection.date.description, from])
        for dossier in [from, to] { try Projection.reckon(DueDependents.ofDossier(dossier, in: projection.db), in: projection.db) }
    }
}

extension Projection {
    /// Keeps that a document was at home in a dossier, or all that are were.
    func keepPast(of dossier: Int64, _ document: Int64?) throws {
        try run(
            """
            INSERT OR IGNORE INTO dossier_past SELECT dossier, document FROM dossier_documents
            WHERE dossier = :dossier AND home = 1 AND (:document IS NULL OR document = :document)
            """, ["dossier": dossier, "document": document])
    }

    /// Keeps where a document was at home, before it is somewhere else.
    func keepPastHomes(of document: Int64) throws {
        try run(
            "INSERT OR IGNORE INTO dossier_past SELECT dossier, document FROM dossier_documents WHERE document = ? AND home = 1", [document]
        )
    }
}
