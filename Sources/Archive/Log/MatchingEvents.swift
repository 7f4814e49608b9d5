import Journal
import Records

/// The events of the journal that match a query, in order.
struct MatchingEvents {
    private let journal: Journal
    private let query: LogQuery
    /// Who the query asks for.
    private let actor: Actor?
    /// The numbers of the events, where the catalogue knows them.
    private var known: ArraySlice<Int>?
    /// All events, where it does not.
    private var events: EventCursor?

    init(_ journal: Journal, _ query: LogQuery, by actor: Actor?, after: Int, through last: Int, _ known: [Int]?) throws {
        self.journal = journal
        self.query = query
        self.actor = actor
        self.known = known.map { $0[...] }
        events = known == nil ? try journal.events(from: after + 1, through: last) : nil
    }

    mutating func next() throws -> JournalEvent? {
        while let event = try events == nil ? nextKnown() : events?.next() { if query.matches(event.header, by: actor) { return event } }
        return nil
    }

    private mutating func nextKnown() throws -> JournalEvent? {
        guard let sequence = known?.popFirst() else { return nil }
        var events = try journal.events(from: sequence, through: sequence)
        return try events.next()
    }
}
