public import GRDB
import Records

/// Turns events into rows. It is the only writer of the catalogue's tables, and the same for a change that is being
/// decided, for settling and for a rebuild; so what grew by use equals what is made anew.
public enum Projection {
    /// Projects the next event.
    ///
    /// - Throws: ``CatalogueError/outOfOrder(expected:got:)`` for any but the next one; `DatabaseError`.
    public static func apply(_ event: ProjectedEvent, in db: Database) throws {
        let last = try Int.fetchOne(db, sql: "SELECT sequence FROM progress") ?? 0
        guard event.sequence == last + 1 else { throw CatalogueError.outOfOrder(expected: last + 1, got: event.sequence) }
        try db.execute(sql: "UPDATE progress SET sequence = ?, at = ?", arguments: [event.sequence, event.at.milliseconds])
        try recordEvent(event, in: db)
        guard let payload = event.payload else { return }
        try apply(payload.fact, of: event, on: payload.date, in: db)
        if let request = payload.request { try record(request, of: event, payload.fact, in: db) }
    }

    private static func recordEvent(_ event: ProjectedEvent, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO events VALUES (?, ?, ?, ?)")
            .execute(arguments: [event.sequence, event.at.milliseconds, event.actor, event.type])
        for subject in event.subjects {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO event_subjects VALUES (?, ?)")
                .execute(arguments: [subject, event.sequence])
        }
    }

    private static func apply(_ fact: Fact, of event: ProjectedEvent, on date: CivilDate, in db: Database) throws {
        switch fact {
        case .archiveCreated(let fact): try create(fact, in: db)
        case .partyRegistered(let fact): try register(fact, in: db)
        case .documentFiled(let fact): try file(fact, of: event, on: date, in: db)
        case .versionMade(let fact): try makeVersion(fact, of: event, in: db)
        case .documentEdited(let fact): try edit(fact, of: event, in: db)
        case .documentWithdrawn(let fact): try setWithdrawn(fact, true, of: event, in: db)
        case .documentReinstated(let fact): try setWithdrawn(fact, false, of: event, in: db)
        case .dossierOpened(let fact): try open(fact, on: date, of: event, in: db)
        case .dossierLinked(let fact): try link(fact, of: event, in: db)
        case .dossierUnlinked(let fact): try unlink(fact, of: event, in: db)
        case .dossierClosed(let fact), .dossierReopened(let fact): try close(fact, of: event, in: db)
        case .documentRelated(let fact): try relate(fact, true, of: event, in: db)
        case .documentUnrelated(let fact): try relate(fact, false, of: event, in: db)
        case .schemeLoaded(let fact): try load(fact, of: event, in: db)
        case .scheduleLoaded(let fact): try load(fact, of: event, in: db)
        case .documentClassified(let fact): try classify(fact, of: event, in: db)
        case .factRecorded(let fact): try record(fact, of: event, in: db)
        case .matterOpened(let fact): try open(fact, on: date, of: event, in: db)
        case .matterSettled(let fact): try settle(fact, on: date, in: db)
        case .holdPlaced(let fact): try place(fact, on: date, in: db)
        case .holdLifted(let fact): try lift(fact, on: date, in: db)
        case .numberingSet(let fact): try setNumbering(fact.type, fact.pattern, in: db)
        case .numberReserved(let fact): try reserve(fact, in: db)
        case .numberExplained(let fact): try explain(fact, in: db)
        case .accountSet(let fact): try setAccount(fact, in: db)
        case .tokenIssued(let fact): try issue(fact, in: db)
        case .tokenRevoked(let fact): try db.execute(sql: "UPDATE tokens SET revoked = 1 WHERE id = ?", arguments: [fact.token])
        case .clockAccepted(let fact):
            try db.execute(sql: "INSERT INTO wrong_times VALUES (?, ?)", arguments: [fact.wrongFrom, fact.wrongThrough])
        case .contentSent, .secretsFound, .accessRefused, .signInFailed, .digestDiffered, .passwordSet: break
        }
    }

    private static func create(_ fact: ArchiveCreated, in db: Database) throws {
        for (key, value) in [("identity", fact.identity), ("zone", fact.zone)] {
            try db.execute(sql: "INSERT INTO archive VALUES (?, ?)", arguments: [key, value])
        }
        for (type, pattern) in fact.numbering.sorted(by: { $0.key < $1.key }) {
            guard let type = DocumentType(type) else { continue }
            try setNumbering(type, pattern, in: db)
        }
    }

    private static func register(_ fact: PartyRegistered, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO parties (id, name, name_key) VALUES (?, ?, ?)",
            arguments: [fact.party.compact, fact.name, matchingKey(fact.name)])
    }

    private static func record(_ request: RequestKey, of event: ProjectedEvent, _ fact: Fact, in db: Database) throws {
        let version: Int? =
            switch fact {
            case .documentFiled(let fact): fact.version.number.value
            case .versionMade(let fact): fact.version.number.value
            default: nil
            }
        try db.execute(
            sql: "INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [event.actor, request.key, request.digest.description, event.sequence, event.subjects.first, version])
    }
}
