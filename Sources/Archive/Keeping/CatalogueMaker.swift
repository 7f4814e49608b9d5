import Catalogue
import Journal
import Records

/// Fills a generation of the catalogue from the journal, in the order of the events.
struct CatalogueMaker: Sendable {
    let journal: Journal
    let facts: JournalFacts

    init(journal: Journal) {
        self.journal = journal
        facts = JournalFacts(journal)
    }

    /// How many events are projected in one transaction: few enough to be interrupted soon, many enough to cost little.
    private static let batch = 1000

    /// Projects what the generation lacks through an event. Number, chain and payload of each are checked on the way.
    ///
    /// - Parameters:
    ///   - check: looks at each event before it is projected.
    ///   - progress: told how many of how many events are projected.
    func project(
        into generation: CatalogueGeneration, through last: Int, checking check: BeforeCheck? = nil,
        _ progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        var done = try generation.read { try $0.progress().sequence }
        guard done < last else { return }
        var events = try journal.events(from: done + 1, through: last)
        while done < last {
            try Task.checkCancellation()
            try generation.write { transaction in
                for _ in 0..<Self.batch {
                    guard let event = try events.next() else { break }
                    let projected = try event.projected(facts)
                    try check?.look(at: projected, in: transaction)
                    try transaction.apply(projected)
                    done = event.header.sequence
                }
                return true
            }
            progress(done, last)
        }
    }
}
