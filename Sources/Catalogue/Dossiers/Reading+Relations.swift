import GRDB
public import Records

extension Reading {
    /// How a document stands to others, and others to it, as far as the viewer may know of them.
    public func relations(of document: DocumentID) throws -> [RelationView] {
        try rows(
            """
            SELECT a.id, r.relation, b.id FROM relations r JOIN documents a ON a.row = r.document JOIN documents b ON b.row = r.other
            WHERE (r.document = (SELECT row FROM documents WHERE id = :id) OR r.other = (SELECT row FROM documents WHERE id = :id))
                AND \(Viewer.knows("a")) AND \(Viewer.knows("b")) ORDER BY a.row, r.relation, b.row
            """, ["id": document.compact]
        ).map { row in
            guard let relation = Relation(rawValue: row[1]) else { throw CatalogueError.damagedValue("relation") }
            return RelationView(document: try DocumentID(row[0] as String), relation: relation, other: try DocumentID(row[2] as String))
        }
    }

    /// Whether a chain of these relations leads from a document to another: then the way back would close a circle (R-12).
    public func leads(_ relations: Set<Relation>, from document: DocumentID, to other: DocumentID) throws -> Bool {
        try count(
            """
            WITH RECURSIVE reached(row) AS (
                SELECT row FROM documents WHERE id = :from
                UNION SELECT r.other FROM relations r JOIN reached ON reached.row = r.document
                WHERE r.relation IN (SELECT value FROM json_each(:relations)))
            SELECT EXISTS (SELECT 1 FROM reached JOIN documents d ON d.row = reached.row WHERE d.id = :to)
            """, ["from": document.compact, "relations": try Projection.canonical(relations.map(\.rawValue).sorted()), "to": other.compact]
        ) > 0
    }
}
