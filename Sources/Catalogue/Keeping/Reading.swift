import Foundation
import GRDB
public import Records

/// The catalogue as one viewer may know it, in one state. All that use cases learn of records they learn here: what the viewer may not see
/// is not there, in lists, counts and answers alike.
///
/// ## Topics
/// Each room has its questions in an extension in the folder of its name: documents, parties, dossiers, numbers, classes, retention,
/// holds, accounts, searching.
public struct Reading {
    let db: Database
    let engine: SearchEngine
    public private(set) var viewer: Viewer
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

    /// The same state without anything hidden: for what blocks a disposal, whoever asks.
    public var everything: Reading {
        seeing(as: .all)
    }

    /// The same state as somebody else may know it.
    func seeing(as other: Viewer) -> Reading {
        var reading = self
        reading.viewer = other
        return reading
    }

    /// The same, with restricted documents like others: for periods and disposals, which go on.
    var includingRestricted: Reading {
        seeing(as: viewer.includingRestricted)
    }

    /// What a column has as JSON.
    static func decoded<Value: Decodable>(_ text: String, _ column: String) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch { throw CatalogueError.damagedValue(column) }
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
