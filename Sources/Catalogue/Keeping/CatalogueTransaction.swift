import GRDB
public import Records

/// One state of the catalogue, while it is read or written. It is where rows end: nothing above it knows of the database.
public struct CatalogueTransaction {
    let db: Database

    /// The last event that was projected, and when it happened.
    public func progress() throws -> (sequence: Int, at: Timestamp) {
        guard let row = try Row.fetchOne(db, sql: "SELECT sequence, at FROM progress") else {
            throw CatalogueError.damagedValue("progress")
        }
        return (row["sequence"], Timestamp(milliseconds: row["at"]))
    }

    /// Projects the next event.
    ///
    /// - Throws: ``CatalogueError``
    public func apply(_ event: ProjectedEvent) throws { try Projection.apply(event, in: db) }

    /// Does something that leaves no trace where it throws.
    ///
    /// - Throws: ``CatalogueError/transactionLost(_:)`` where the database gave up more than that.
    public func attempt(_ work: () throws -> Void) throws {
        do {
            try CatalogueError.translating {
                try db.inSavepoint {
                    try work()
                    return .commit
                }
            }
        } catch {
            guard db.isInsideTransaction else { throw CatalogueError.transactionLost("\(error)") }
            throw error
        }
    }

    /// The archive's identity and time zone; nil before its first event.
    public func archive() throws -> (identity: String, zone: String)? {
        let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM archive")
        let values = Dictionary(rows.map { ($0["key"] as String, $0["value"] as String) }, uniquingKeysWith: { first, _ in first })
        guard let identity = values["identity"], let zone = values["zone"] else { return nil }
        return (identity, zone)
    }

    /// The account that an actor is; nil for the operator, and for nobody.
    public func account(of actor: Actor) throws -> AccountView? {
        guard case .account(let id) = actor else { return nil }
        return try AccountQueries.account(id, in: db)
    }

    /// The account of this name, or else of this identifier, open or closed.
    public func account(named name: String) throws -> AccountView? { try AccountQueries.account(named: name, in: db) }

    /// Whether there is such a document, withdrawn or not, that was not destroyed.
    public func lives(_ document: DocumentID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE id = ? AND destroyed = 0)"), arguments: [document.compact]
        )
            ?? false
    }

    /// Whether an identifier was ever drawn: each that was stands among the subjects of its event.
    public func isTaken(_ compactID: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM event_subjects WHERE subject = ?)"), arguments: [compactID]) ?? false
    }

    /// What was asked under a key before: the request's digest, empty where what it answered was destroyed, the first event that it made, and
    /// what that is about.
    public func request(_ key: String, by actor: String) throws -> (digest: String, sequence: Int, subject: String?)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT digest, sequence, subject FROM requests WHERE actor = ? AND key = ?"), arguments: [actor, key]
        ).map { ($0[0], $0[1], $0[2]) }
    }

    /// Whether there is an event of a type about a subject after the event of a number.
    public func exists<Kind: Event>(_ type: Kind.Type, about subject: String, after sequence: Int) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM event_subjects s JOIN events e ON e.sequence = s.sequence
            WHERE s.subject = ? AND s.sequence > ? AND e.type = ?)
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [subject, sequence, type.type]) ?? false
    }

    /// The number of the last event of one of these types; 0 where there is none.
    public func last(of types: some Collection<String>) throws -> Int {
        let marks = types.map { _ in "?" }.joined(separator: ", ")
        return try Int.fetchOne(
            db, sql: "SELECT MAX(sequence) FROM events WHERE type IN (\(marks))", arguments: StatementArguments(types.sorted())) ?? 0
    }

    /// When an actor's last event of a type happened; nil where there is none.
    public func last<Kind: Event>(_ type: Kind.Type, by actor: String) throws -> Timestamp? {
        let sql = "SELECT at FROM events WHERE type = ? AND actor = ? ORDER BY sequence DESC LIMIT 1"
        return try Int64.fetchOne(db, sql: sql, arguments: [type.type, actor]).map { Timestamp(milliseconds: $0) }
    }
}

extension CatalogueGeneration {
    /// Reads in a snapshot; never waits for a writer.
    public func read<Value>(_ work: (CatalogueTransaction) throws -> Value) throws -> Value {
        try noticingDamage { try database.read { try work(CatalogueTransaction(db: $0)) } }
    }

    /// Writes; what `work` did stays where it answers true, and nothing of it where it answers false or throws.
    public func write(_ work: (CatalogueTransaction) throws -> Bool) throws {
        try noticingDamage {
            try database.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) { try work(CatalogueTransaction(db: db)) ? .commit : .rollback }
            }
        }
    }
}
