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
    /// Documents of which the reader may not know what is said, as headers have them.
    private let hidden: Set<String>

    init(
        _ journal: Journal, _ query: LogQuery, by actor: Actor?, after: Int, through last: Int, _ known: [Int]?, hiding hidden: Set<String>
    ) throws {
        self.hidden = hidden
        self.journal = journal
        self.query = query
        self.actor = actor
        self.known = known.map { $0[...] }
        events = known == nil ? try journal.events(from: after + 1, through: last) : nil
    }

    mutating func next() throws -> JournalEvent? {
        while let event = try events == nil ? nextKnown() : events?.next() {
            if query.matches(event.header, by: actor) { return shown(event) }
        }
        return nil
    }

    /// What is said of a restricted document is withheld; that something was, is not.
    private func shown(_ event: JournalEvent) -> JournalEvent { hidden.isDisjoint(with: event.header.subjects) ? event : event.withholding }

    private mutating func nextKnown() throws -> JournalEvent? {
        guard let sequence = known?.popFirst() else { return nil }
        return try journal.singleEvent(sequence)
    }
}
