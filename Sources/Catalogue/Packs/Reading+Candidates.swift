import GRDB
public import Records

extension Reading {
    /// The living documents of a dossier as they stand now, in the order of linking, whoever may know of them; restricted ones not (R-49).
    public func candidates(in dossier: DossierID) throws -> [PackCandidate] {
        try rows(
            """
            SELECT d.id, d.type, d.title, d.number, d.version, \(Viewer.knows("d")) AS known
            FROM dossier_documents l JOIN documents d ON d.row = l.document JOIN dossiers c ON c.row = l.dossier
            WHERE c.id = :id AND d.withdrawn = 0 AND d.destroyed = 0 AND d.restricted = 0 ORDER BY l.sequence
            """, ["id": dossier.compact]
        ).map { row in
            PackCandidate(
                document: PackedDocument(
                    id: try DocumentID(row["id"] as String), number: row["number"], title: row["title"],
                    version: try Self.version(row["version"]), newer: nil, destroyedOn: nil), type: try Self.type(row["type"]),
                isKnown: row["known"])
        }
    }

    /// What of a dossier somebody with these roles may know of by them alone.
    ///
    /// - Parameter viewer: As whom they read, before classes are looked at.
    public func documents(in dossier: DossierID, knownTo account: AccountView, as viewer: Viewer) throws -> Set<DocumentID> {
        let other = seeing(as: try viewer.narrowed(to: account, on: today, in: db))
        return Set(try other.candidates(in: dossier).filter(\.isKnown).map(\.document.id))
    }

    /// SHA-256 of the files of a version, in their order.
    public func digests(of document: DocumentID, _ version: VersionNumber) throws -> [ContentDigest] {
        try rows(
            """
            SELECT f.sha256 FROM files f JOIN documents d ON d.row = f.document WHERE d.id = :id AND f.version = :version ORDER BY f.position
            """, ["id": document.compact, "version": version.value]
        ).map { row in
            guard let digest = ContentDigest("sha256:\(row[0] as String)") else { throw CatalogueError.damagedValue("files.sha256") }
            return digest
        }
    }
}

/// A document that may go into a pack.
public struct PackCandidate: Sendable {
    /// In its current version.
    public let document: PackedDocument
    public let type: DocumentType
    /// Whether the viewer may know of it.
    public let isKnown: Bool
}
