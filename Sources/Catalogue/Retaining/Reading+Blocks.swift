import GRDB
public import Records
import Retention

/// What stops the disposal of a document whose time has come (R-35, R-38). This is the only place that decides it.
extension Reading {
    /// The kinds of matters that block, and `hold`, in order; none for what is not there.
    public func blocks(on document: DocumentID) throws -> [String] {
        try documentRow(document).map { try blocks(onRow: $0) } ?? []
    }

    func blocks(onRow row: Int64) throws -> [String] {
        (try openKinds(row) + (try holds(onRow: row).isEmpty ? [] : [Blocks.holdName])).sorted()
    }

    /// What blocks as far as the viewer may know: that something does, and no more, for whoever may not know of holds (R-41, R-50).
    public func told(_ blocks: [String]) -> [String] { viewer.seesHolds || blocks.isEmpty ? blocks : ["blocked"] }

    /// Claims, complaints, disputes and reviews block all papers of the dossiers of the one they are on, and what is attached to that; a
    /// renewal its contract alone, also one that is known only by a contract that renews it and has no end; a loan the paper alone, recorded as
    /// a matter or known by an original that is out or on its way (R-21).
    private func openKinds(_ row: Int64) throws -> [String] {
        try rows(
            """
            WITH RECURSIVE mains(row) AS (
                SELECT :row UNION SELECT r.other FROM relations r JOIN mains ON mains.row = r.document WHERE r.relation = 'attached_to'),
            near(row) AS (
                SELECT row FROM mains
                UNION SELECT m.document FROM dossier_documents l JOIN dossier_documents m ON m.dossier = l.dossier WHERE l.document = :row)
            SELECT m.kind FROM near CROSS JOIN matters m ON m.document = near.row JOIN documents d ON d.row = m.document
            WHERE m.settled_on IS NULL AND \(Viewer.knows("d"))
                AND (m.document = :row OR m.kind IN ('claim', 'complaint', 'dispute', 'review'))
            UNION SELECT 'renewal' FROM relations r JOIN documents d ON d.row = r.document
            WHERE r.other = :row AND r.relation = 'renews' AND \(Viewer.knows("d")) AND NOT EXISTS (
                SELECT 1 FROM facts f WHERE f.document = d.row AND f.name IN (SELECT value FROM json_each(:endings)))
            UNION SELECT 'loan' FROM originals o JOIN documents d ON d.row = o.document
            WHERE o.document = :row AND o.state IN ('on_loan', 'sent', 'sent_to_stay', 'in_transit') AND \(Viewer.knows("d"))
            """, ["row": row, "endings": try Projection.canonical(Trigger.endings.map(\.name))]
        ).map { $0[0] }
    }

    /// An agreed end that has passed while the end is awaited: it is no end (R-12, R-33).
    public func expiryPassed(_ expiry: RoughDate?, awaiting waiting: some Sequence<String>) -> String? {
        guard waiting.contains(Start.ended.name), let expiry, expiry.latest < today else { return nil }
        return expiry.description
    }
}
