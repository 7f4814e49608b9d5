import GRDB
import Records

extension PartyMerged: Projectable {
    func project(_ projection: Projection) throws {
        let (row, target) = (try projection.row(of: party), try projection.row(of: into))
        try projection.run("UPDATE parties SET merged_into = ? WHERE row = ?", [target, row])
        try projection.putBelow(row, root: projection.root(of: target))
    }
}

extension PartyParted: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: party)
        try projection.run("UPDATE parties SET merged_into = NULL WHERE row = ?", [row])
        try projection.putBelow(row, root: row)
    }
}

extension Projection {
    /// The party that one counts as.
    func root(of party: Int64) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT root FROM parties WHERE row = ?"), arguments: [party]) ?? party
    }

    /// A party and all that were merged into it count as another from now on, with their documents and dossiers.
    fileprivate func putBelow(_ party: Int64, root: Int64) throws {
        let before = try self.root(of: party)
        let merged = """
            WITH RECURSIVE merged(row) AS (
                SELECT CAST(:party AS INTEGER) UNION SELECT p.row FROM parties p JOIN merged m ON p.merged_into = m.row)
            """
        let arguments: StatementArguments = ["party": party, "root": root]
        try run("\(merged) UPDATE parties SET root = :root WHERE row IN (SELECT row FROM merged)", arguments)
        try run("\(merged) UPDATE dossiers SET party_row = :root WHERE named_party IN (SELECT row FROM merged)", arguments)
        try run("\(merged) UPDATE documents SET party_row = :root WHERE named_party IN (SELECT row FROM merged)", arguments)
        // Those of the one have names more now, or those of the other fewer.
        for party in Set([before, root]).sorted() { try showNames(ofParty: party) }
    }

    /// Its documents are found by each of its names, and are others than they were for whoever keeps what was shown.
    func showNames(ofParty party: Int64) throws {
        try run("UPDATE documents SET changed_sequence = ? WHERE party_row = ?", [event.sequence, party])
        for document in try Int64.fetchAll(db, sql: "SELECT row FROM documents WHERE party_row = ? AND destroyed = 0", arguments: [party]) {
            try Projection.index(document, in: db)
        }
    }
}
