import GRDB
import Records

extension Projection {
    static func open(_ fact: DossierOpened, on date: CivilDate, of event: ProjectedEvent, in db: Database) throws {
        let party = try fact.party.map { try partyRow($0, event, in: db) }
        try db.execute(
            sql: "INSERT INTO dossiers (id, title, party_row, opened_on) VALUES (?, ?, ?, ?)",
            arguments: [fact.dossier.compact, fact.title, party, date.description])
    }

    static func link(_ fact: DossierLinked, of event: ProjectedEvent, in db: Database) throws {
        let (dossier, document) = (try dossierRow(fact.dossier, event, in: db), try documentRow(fact.document, event, in: db))
        if fact.home { try db.execute(sql: "UPDATE dossier_documents SET home = 0 WHERE document = ?", arguments: [document]) }
        try db.execute(
            sql: """
                INSERT INTO dossier_documents VALUES (?, ?, ?, ?)
                ON CONFLICT (dossier, document) DO UPDATE SET home = excluded.home
                """, arguments: [dossier, document, event.sequence, fact.home])
        try reckon(DueDependents.ofDossier(dossier, in: db), in: db)
    }

    static func unlink(_ fact: DossierUnlinked, of event: ProjectedEvent, in db: Database) throws {
        let (dossier, document) = (try dossierRow(fact.dossier, event, in: db), try documentRow(fact.document, event, in: db))
        let dependents = try DueDependents.ofDossier(dossier, in: db)
        try db.execute(sql: "DELETE FROM dossier_documents WHERE dossier = ? AND document = ?", arguments: [dossier, document])
        try reckon(dependents, in: db)
    }

    static func close(_ fact: DossierClosed, of event: ProjectedEvent, in db: Database) throws {
        let dossier = try dossierRow(fact.dossier, event, in: db)
        try db.execute(sql: "UPDATE dossiers SET closed_on = ? WHERE row = ?", arguments: [fact.on?.description, dossier])
        try reckon(DueDependents.ofDossier(dossier, in: db), in: db)
    }

    static func relate(_ fact: DocumentRelated, _ related: Bool, of event: ProjectedEvent, in db: Database) throws {
        let (document, other) = (try documentRow(fact.document, event, in: db), try documentRow(fact.other, event, in: db))
        let sql =
            related
            ? "INSERT OR IGNORE INTO relations VALUES (?, ?, ?)" : "DELETE FROM relations WHERE document = ? AND relation = ? AND other = ?"
        try db.execute(sql: sql, arguments: [document, fact.relation.rawValue, other])
        try reckon(DueDependents.ofDocument(document, in: db), in: db)
    }

    private static func dossierRow(_ id: DossierID, _ event: ProjectedEvent, in db: Database) throws -> Int64 {
        let row = try Int64.fetchOne(db, sql: "SELECT row FROM dossiers WHERE id = ?", arguments: [id.compact])
        guard let row else { throw CatalogueError.unknownSubject(id.compact, sequence: event.sequence) }
        return row
    }
}
