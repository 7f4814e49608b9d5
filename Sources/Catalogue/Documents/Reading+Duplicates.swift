import GRDB
public import Records

extension Reading {
    /// Documents that hold one of these contents in their current version, or held it when they or it were destroyed, or bear the same number of
    /// the same party (R-5).
    ///
    /// All are found, whoever asks; of what the viewer may not know it says only that there is something (R-50).
    public func duplicates(holding contents: [ContentDigest], number: String?, party: PartyID?) throws -> [Duplicate] {
        var found: [(Duplicate.Reason, Row)] = []
        for digest in Set(contents.map(\.hex)).sorted() {
            found += try matching(
                "(d.row, d.version) IN (SELECT f.document, f.version FROM files f WHERE f.sha256 = :digest)", ["digest": digest]
            ).map { (.bytes, $0) }
            found += try matching("d.row IN (SELECT c.document FROM destroyed_contents c WHERE c.sha256 = :digest)", ["digest": digest]).map
            {
                (.destroyed, $0)
            }
            found += try matching(
                "d.destroyed = 0 AND d.row IN (SELECT r.document FROM redactions r WHERE r.sha256 = :digest)", ["digest": digest]
            ).map { (.redacted, $0) }
        }
        if let number {
            found += try matching(
                "d.number_key = :number AND d.party_row IS (SELECT row FROM parties WHERE id = :party)",
                ["number": matchingKey(number), "party": party?.compact]
            ).map { ($0["destroyed"] ? .destroyed : .number, $0) }
        }
        var shown: Set<Duplicate> = []
        return try found.compactMap { reason, row in
            let duplicate =
                row["known"]
                ? Duplicate(
                    reason: reason, id: try DocumentID(row["id"] as String), title: row["title"], number: row["number"],
                    withdrawn: row["withdrawn"])
                : Duplicate(reason: reason == .number ? .number : .bytes)
            return shown.insert(duplicate).inserted ? duplicate : nil
        }
    }

    /// The documents that the viewer may know of and that have one of these contents in any version: SHA-256 in hexadecimal digits.
    public func holders(of contents: [String]) throws -> [DocumentView] {
        var found: Set<DocumentID> = []
        for digest in Set(contents) {
            found.formUnion(
                try rows(
                    """
                    SELECT DISTINCT d.id FROM files f JOIN documents d ON d.row = f.document
                    WHERE f.sha256 = :digest AND f.size > 0 AND d.destroyed = 0 AND \(Viewer.knows("d"))
                    """, ["digest": digest]
                ).map { try DocumentID($0[0] as String) })
        }
        return try found.sorted().compactMap { try document($0) }
    }

    /// All of them: each but the first was filed because somebody said that it is meant.
    private func matching(_ condition: String, _ arguments: StatementArguments) throws -> [Row] {
        try rows(
            "SELECT d.id, d.title, d.number, d.withdrawn > d.destroyed AS withdrawn, d.destroyed, \(Viewer.knows("d")) AS known FROM documents d WHERE \(condition) ORDER BY d.row",
            arguments)
    }
}
