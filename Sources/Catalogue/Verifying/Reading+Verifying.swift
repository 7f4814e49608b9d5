import GRDB
public import Records

extension Reading {
    /// How much the archive holds, as far as the viewer may know.
    public func statistics() throws -> StatisticsCounts {
        let knows = Viewer.knows("d")
        let types = try rows("SELECT d.type, COUNT(*) AS n FROM documents d WHERE d.destroyed = 0 AND \(knows) GROUP BY d.type")
        return StatisticsCounts(
            documents: try count("SELECT COUNT(*) FROM documents d WHERE d.destroyed = 0 AND \(knows)"),
            withdrawn: try count("SELECT COUNT(*) FROM documents d WHERE d.withdrawn AND d.destroyed = 0 AND \(knows)"),
            versions: try count("SELECT COUNT(*) FROM versions v JOIN documents d ON d.row = v.document WHERE \(knows)"),
            bytes: try row("SELECT SUM(f.size) FROM files f JOIN documents d ON d.row = f.document WHERE \(knows)")?[0] ?? 0,
            parties: try parties().count, events: viewer.seesLog ? try count("SELECT sequence FROM progress") : nil,
            waiting: try waitingFiles(), oldestCheck: try oldestCheck(),
            byType: Dictionary(types.map { ($0["type"], $0["n"]) }, uniquingKeysWith: { first, _ in first }))
    }

    /// When the bytes that were longest unlooked at were last held against their digests; nil where there are none (R-55).
    public func oldestCheck() throws -> Timestamp? {
        try (row("SELECT MIN(d.checked_at) FROM documents d WHERE d.destroyed = 0 AND \(Viewer.knows("d"))")?[0] as Int64?).map {
            Timestamp(milliseconds: $0)
        }
    }

    /// The documents whose bytes were longest unlooked at, those first.
    public func longestUnchecked(limit: Int) throws -> [DocumentID] {
        try rows("SELECT id FROM documents WHERE destroyed = 0 ORDER BY checked_at, row LIMIT :limit", ["limit": limit]).map {
            try DocumentID($0[0] as String)
        }
    }
}

extension CatalogueTransaction {
    /// The digest of a document's inventory as its last event named it; nil where there is no such document.
    public func inventory(of document: DocumentID) throws -> String? {
        let sql = "SELECT v.inventory FROM documents d JOIN versions v ON v.document = d.row AND v.number = d.version WHERE d.id = ?"
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [document.compact])
    }

    /// The digest of each document's inventory as its last event named it.
    public func inventories() throws -> [DocumentID: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT d.id, v.inventory FROM documents d JOIN versions v ON v.document = d.row AND v.number = d.version")
        return try Dictionary(
            rows.map { (try DocumentID($0["id"] as String), $0["inventory"] as String) }, uniquingKeysWith: { first, _ in first })
    }
}
