import Catalogue
import Journal
import Records

/// Which emptied payloads the journal itself accounts for: those that a destruction or redaction of what they speak of names.
///
/// The journal is read for it only once something is asked.
final class Erasures {
    private let journal: Journal
    /// For each event the documents whose destructions or redactions name it; nil while nothing was asked, or where the journal cannot be read.
    private lazy var named: [Int: Set<String>]? = try? read()

    init(_ journal: Journal) { self.journal = journal }

    func account(for header: EventHeader) -> Bool { named?[header.sequence].map { !$0.isDisjoint(with: header.subjects) } ?? false }

    private func read() throws -> [Int: Set<String>] {
        var named: [Int: Set<String>] = [:]
        let facts = JournalFacts(journal)
        // Of a damaged journal each line that can be read accounts for what it names: the damage is one finding, and not one for each of these.
        try journal.eachLegibleEvent { event in
            guard [DestructionBegun.type, WordsRedactionBegun.type].contains(event.header.type.name) else { return }
            let (document, emptied): (DocumentID, [Int])
            switch try? event.projected(facts).payload?.event {
            case let begun as DestructionBegun: (document, emptied) = (begun.tombstone.document, begun.emptied)
            case let begun as WordsRedactionBegun: (document, emptied) = (begun.document, begun.cleaned.payloads.map(\.event))
            default: return
            }
            for sequence in emptied where sequence < event.header.sequence { named[sequence, default: []].insert(document.compact) }
        }
        return named
    }
}
