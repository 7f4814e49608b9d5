import GRDB
public import Records
public import Retention

extension Reading {
    /// Most documents of one kind that are looked at, the newest: what people do now counts, and cost does not grow with the archive.
    private static let most = 500
    /// Most documents with like titles.
    private static let alike = 50

    /// In which classes the documents are that have the type, the party or most words of the title of one (R-28).
    public func classEvidence(for document: DocumentID) throws -> [ClassEvidence] {
        guard let row = try documentRow(document), let view = try self.document(document) else { return [] }
        var evidence = [
            ClassEvidence(kind: .type, value: view.type.code, counts: try classes("d.type = :value", view.type.code, besides: row))
        ]
        if let party = view.party {
            let shared = "d.party_row = (SELECT row FROM parties WHERE id = :value)"
            evidence.append(ClassEvidence(kind: .party, value: party.name, counts: try classes(shared, party.id.compact, besides: row)))
        }
        let alike = try rows(alike: Self.words(of: view.title), limit: Self.alike).filter { $0 != row }
        let counts = try classes("d.row IN (SELECT value FROM json_each(:value))", Projection.canonical(alike), besides: row)
        evidence.append(ClassEvidence(kind: .words, value: view.title, counts: counts))
        return evidence
    }

    /// A title in pieces, so that a search takes those that hold most of them: words as they are, runs of signs in pairs.
    private static func words(of title: String) -> String {
        title.split { !$0.isLetter && !$0.isNumber }.map { word in
            guard let first = word.unicodeScalars.first, CharacterClass.isSign(first.value) else { return String(word) }
            let signs = Array(word)
            return stride(from: 0, to: signs.count, by: 2).map { String(signs[$0..<min($0 + 2, signs.count)]) }.joined(separator: " ")
        }.joined(separator: " ")
    }

    private func classes(_ condition: String, _ value: String, besides row: Int64) throws -> [String: Int] {
        let counts = try rows(
            """
            SELECT class, COUNT(*) FROM (
                SELECT d.class FROM documents d WHERE \(condition) AND d.class IS NOT NULL AND d.withdrawn = 0 AND d.row <> :row
                    AND \(Viewer.knows("d")) ORDER BY d.row DESC LIMIT \(Self.most))
            GROUP BY class
            """, ["value": value, "row": row])
        return Dictionary(uniqueKeysWithValues: counts.map { ($0[0] as String, $0[1] as Int) })
    }
}
