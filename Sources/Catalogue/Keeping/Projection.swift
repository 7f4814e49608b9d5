public import GRDB
import Records

/// Turns events into rows. It is the only writer of the catalogue's tables, and the same for a change that is being
/// decided, for settling and for a rebuild; so what grew by use equals what is made anew.
public struct Projection {
    let db: Database
    let event: ProjectedEvent
    /// The civil day of the event.
    let date: CivilDate

    /// To be raised when an event makes other rows than it made before: catalogues of older versions are made anew.
    public static let version = 12

    /// Projects the next event.
    ///
    /// - Throws: ``CatalogueError/outOfOrder(expected:got:)`` for any but the next one; `DatabaseError`.
    public static func apply(_ event: ProjectedEvent, in db: Database) throws {
        let last = try Int.fetchOne(db.cachedStatement(sql: "SELECT sequence FROM progress")) ?? 0
        guard event.sequence == last + 1 else { throw CatalogueError.outOfOrder(expected: last + 1, got: event.sequence) }
        try db.cachedStatement(sql: "UPDATE progress SET sequence = ?, at = ?").execute(arguments: [event.sequence, event.at.milliseconds])
        try recordEvent(event, in: db)
        guard let payload = event.payload else { return try passOver(event, in: db) }
        let projection = Projection(db: db, event: event, date: payload.date)
        guard let projectable = payload.event as? any Projectable else { throw CatalogueError.notProjectable(event.type) }
        try projectable.project(projection)
        if let request = payload.request { try projection.record(request) }
    }

    /// Of an event whose payload was emptied only its header is left.
    private static func passOver(_ event: ProjectedEvent, in db: Database) throws {
        guard let kind = EventRegistry.kind(event.type).map({ Swift.type(of: $0.sample) }) as? any ProjectedWhenEmptied.Type else { return }
        try kind.projectEmptied(Projection(db: db, event: event, date: event.at.date()))
    }

    private static func recordEvent(_ event: ProjectedEvent, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO events VALUES (?, ?, ?, ?)")
            .execute(arguments: [event.sequence, event.at.milliseconds, event.actor, event.type])
        for subject in event.subjects {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO event_subjects VALUES (?, ?)")
                .execute(arguments: [subject, event.sequence])
        }
    }

    /// All events of one change bear its key; the first one's number is kept.
    private func record(_ request: RequestKey) throws {
        let version = (event.payload?.event as? any VersionMaking)?.version.number.value
        try run(
            "INSERT OR IGNORE INTO requests VALUES (?, ?, ?, ?, ?, ?)",
            [event.actor, request.key, request.digest.description, event.sequence, event.subjects.first, version])
    }

    /// Runs a statement that is kept ready.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The row of what an identifier names.
    ///
    /// - Throws: ``CatalogueError/unknownSubject(_:sequence:)`` where an event speaks of something that is not there.
    func row<Kind: RowKind>(of id: Identifier<Kind>) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "SELECT row FROM \(Kind.table) WHERE id = ?")
        guard let row = try Int64.fetchOne(statement, arguments: [id.compact]) else {
            throw CatalogueError.unknownSubject(id.compact, sequence: event.sequence)
        }
        return row
    }
}

/// An event type with its rows. Each one that the registry of events lists has its projection in the room of its name.
protocol Projectable: Event {
    func project(_ projection: Projection) throws
}

/// An event of which something must be projected although its payload was emptied.
protocol ProjectedWhenEmptied: Projectable {
    /// Only the header's facts are known.
    static func projectEmptied(_ projection: Projection) throws
}

/// An event that tells of a reading, a refusal or an alarm: the journal keeps it, and no row changes.
protocol ProjectedToNothing: Projectable {}

extension ProjectedToNothing {
    func project(_ projection: Projection) throws {}
}

/// A kind of identifier whose things have rows in a table of their own.
protocol RowKind: IdentifierKind {
    static var table: String { get }
}

extension DocumentKind: RowKind { static var table: String { "documents" } }
extension PartyKind: RowKind { static var table: String { "parties" } }
extension DossierKind: RowKind { static var table: String { "dossiers" } }
extension SiteKind: RowKind { static var table: String { "sites" } }
extension OriginalKind: RowKind { static var table: String { "originals" } }
extension PackKind: RowKind { static var table: String { "packs" } }
extension TransmittalKind: RowKind { static var table: String { "transmittals" } }
extension HoldKind: RowKind { static var table: String { "holds" } }
