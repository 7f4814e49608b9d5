import GRDB
public import Records

/// Who reads, and what they may know. Each query bears it as a condition, so that what it hides enters no list, count or order.
public struct Viewer: Sendable, Hashable {
    /// The account's name: a handler sees the 秘密 documents of their own deals.
    public let name: String?
    public let seesSecrets: Bool
    public let seesHolds: Bool
    /// Whether they may know how many events there are.
    public let seesLog: Bool

    public init(name: String?, seesSecrets: Bool, seesHolds: Bool, seesLog: Bool) {
        self.name = name
        self.seesSecrets = seesSecrets
        self.seesHolds = seesHolds
        self.seesLog = seesLog
    }

    /// Sees all: the operator, and rules that must not depend on who asks.
    public static let all = Viewer(name: nil, seesSecrets: true, seesHolds: true, seesLog: true)

    /// The condition under which a viewer knows of the document in a table's row; it needs ``arguments``.
    static func knows(_ table: String) -> String {
        "(:sees OR \(table).confidentiality <> 'secret' OR (:viewer IS NOT NULL AND \(table).handler IS :viewer))"
    }

    /// What ``knows(_:)`` asks for.
    var arguments: StatementArguments { ["sees": seesSecrets, "viewer": name] }

    func knows(_ confidentiality: Confidentiality, handler: String?) -> Bool {
        seesSecrets || confidentiality != .secret || (handler != nil && handler == name)
    }
}

/// The catalogue as one viewer may know it, in one state. All that use cases learn of records they learn here: what the viewer may not see
/// is not there, in lists, counts and answers alike.
///
/// ## Topics
/// Each room has its questions in an extension in the folder of its name: documents, parties, dossiers, numbers, classes, retention,
/// holds, accounts, searching.
public struct Reading {
    let db: Database
    let engine: SearchEngine
    public let viewer: Viewer
    /// The civil day in the archive's zone.
    public let today: CivilDate
    public let now: Timestamp
    public let vocabulary: Vocabulary
    /// Why nothing can be recorded now: then what must be recorded when it is shown is withheld, and said to be. Nil where it can.
    public let unrecordable: ErrorCode?
    /// What the answer makes an event of (law 2 of the house): durable before the answer is given.
    public let notes = ReadingNotes()
    private let room: () throws -> (bytes: Int64, inodes: Int64)

    public init(
        _ transaction: CatalogueTransaction, engine: SearchEngine, viewer: Viewer, today: CivilDate, now: Timestamp,
        vocabulary: Vocabulary, unrecordable: ErrorCode? = nil, room: @escaping () throws -> (bytes: Int64, inodes: Int64)
    ) {
        db = transaction.db
        self.engine = engine
        self.viewer = viewer
        self.today = today
        self.now = now
        self.vocabulary = vocabulary
        self.unrecordable = unrecordable
        self.room = room
    }

    /// What is free on the archive's disk.
    public func freeSpace() throws -> (bytes: Int64, inodes: Int64) { try room() }

    /// Rows of a query that bears the viewer's condition.
    func rows(_ sql: String, _ arguments: StatementArguments = [:]) throws -> [Row] {
        try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: viewer.arguments &+ arguments)
    }

    /// The first row of a query that bears the viewer's condition.
    func row(_ sql: String, _ arguments: StatementArguments = [:]) throws -> Row? {
        try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: viewer.arguments &+ arguments)
    }

    /// A number that a query counts.
    func count(_ sql: String, _ arguments: StatementArguments = [:]) throws -> Int { try row(sql, arguments)?[0] ?? 0 }
}

/// Events that a reading brings about.
public final class ReadingNotes {
    public private(set) var events: [any Event] = []

    public init() {}

    public func add(_ event: any Event) { events.append(event) }
}
