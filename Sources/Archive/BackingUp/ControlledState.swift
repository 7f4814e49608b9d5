import Catalogue
import Journal
import Records
import Wording

/// What a control register comes to: which holds stand, which were lifted, and what was destroyed, however the journal went on since.
struct ControlledState {
    private(set) var placed: [HoldID: HoldPlaced] = [:]
    private(set) var caught: [HoldID: [DocumentID]] = [:]
    private(set) var lifted: [HoldID: HoldLifted] = [:]
    /// The documents that are gone for ever, each with what began its destruction.
    private(set) var destructions: [DocumentID: DestructionBegun] = [:]
    var destroyed: Set<DocumentID> { Set(destructions.keys) }
    /// The contents and words that are gone for ever, in the order in which they were redacted.
    private(set) var redactions: [Redaction] = []
    /// The highest number that an event of it had.
    private(set) var highest = 0

    init() {}

    /// - Throws: ``ArchiveError`` `.newerProgramNeeded` for a type that this program does not know: it might tell of a destruction.
    init(_ register: ControlRegister.Contents) throws(ArchiveError) {
        for line in register.lines {
            guard let header = line.header, let bytes = line.payload else { continue }
            highest = max(highest, header.sequence)
            do throws(Payload.Unreadable) { take(try Payload(bytes, of: header.type.name).event) } catch {
                throw ArchiveError(
                    .newerProgramNeeded, JournalMessage.newerEvent(header.sequence), remedy: Remedy.updateProgram, cause: error)
            }
        }
    }

    /// Takes the next event in.
    mutating func take(_ event: any Event) {
        switch event {
        case let event as HoldPlaced: placed[event.hold] = event
        case let event as HoldLifted: lifted[event.hold] = event
        case let event as HoldCaught: caught[event.hold, default: []] += event.documents
        case let event as DestructionBegun: destructions[event.tombstone.document] = event
        case let event as RedactionBegun: redactions.append(Redaction(event.document, event.batch, .content(event.content)))
        case let event as WordsRedactionBegun:
            // It takes over what earlier ones say of what its archive had; of what that lacked, being restored, they speak on.
            let earlier = redactions.firstIndex { $0.document == event.document && $0.words != nil }.flatMap {
                redactions.remove(at: $0).words
            }
            redactions.append(
                Redaction(event.document, event.batch, .words(earlier.map { event.cleaned.takingOver($0) } ?? event.cleaned)))
        default: break
        }
    }

    /// States in a restored archive what the backup does not have of it.
    ///
    /// What was destroyed comes first: nothing of it may be held any more.
    /// - Parameter redacted: the objects that wait with tombstones in the place of contents.
    func apply(in decision: Decision, _ redacted: [WaitingRedaction], _ facts: JournalFacts) throws -> Applied {
        var applied = Applied()
        for (document, begun) in destructions.sorted(by: { $0.key < $1.key }) where try decision.transaction.lives(document) {
            try decision.restate(try decision.destruction(begun.tombstone, by: begun.batch, facts))
        }
        for waiting in redacted { try decision.restate(waiting) }
        for (id, hold) in placed.sorted(by: { $0.key < $1.key }) where lifted[id] == nil {
            if try !decision.isTaken(id) {
                guard try isThere(hold.scope, in: decision) else {
                    applied.lost.append(id)
                    continue
                }
                try decision.state(
                    HoldPlaced(hold: id, scope: hold.scope, reason: Self.restored(hold.reason), authority: hold.authority))
                applied.placed.append(id)
            }
            try keepCaught(id, in: decision)
        }
        for (id, lift) in lifted.sorted(by: { $0.key < $1.key }) where try decision.isTaken(id) {
            guard try !decision.transaction.exists(HoldLifted.self, about: id.compact, after: 0) else { continue }
            try decision.state(HoldLifted(hold: id, reason: Self.restored(lift.reason), authority: lift.authority))
            applied.lifted.append(id)
        }
        return applied
    }

    /// Something of a document that is gone.
    struct Redaction: Sendable {
        let document: DocumentID
        let batch: BatchID
        let scope: WaitingRedaction.Scope

        init(_ document: DocumentID, _ batch: BatchID, _ scope: WaitingRedaction.Scope) {
            (self.document, self.batch, self.scope) = (document, batch, scope)
        }

        var words: CleanedWords? {
            if case .words(let cleaned) = scope { cleaned } else { nil }
        }

        /// What of it is about a journal with so many events: one is known by the digest of what it said, not by its number, which another one
        /// may have since an earlier restore.
        func scope(in journal: Journal, through last: Int) throws -> WaitingRedaction.Scope {
            guard let words else { return scope }
            return .words(
                CleanedWords(
                    payloads: try words.payloads.filter {
                        try $0.event <= last && journal.singleEvent($0.event)?.header.payload.contentDigest == $0.written
                    }, descriptions: words.descriptions, messages: words.messages))
        }
    }

    /// What was stated of holds.
    struct Applied: Sendable {
        var placed: [HoldID] = []
        var lifted: [HoldID] = []
        /// Those whose document, dossier or party the backup does not have: there is nothing to hold.
        var lost: [HoldID] = []
    }

    private func keepCaught(_ hold: HoldID, in decision: Decision) throws {
        let documents = try Set(caught[hold] ?? []).sorted().filter { document in
            try decision.transaction.lives(document) && !decision.reading.holds(on: document).contains { $0.id == hold }
        }
        for start in stride(from: 0, to: documents.count, by: HoldCaught.mostDocuments) {
            try decision.state(
                HoldCaught(hold: hold, documents: Array(documents[start..<min(start + HoldCaught.mostDocuments, documents.count)])))
        }
    }

    private func isThere(_ scope: HoldScope, in decision: Decision) throws -> Bool {
        switch scope {
        case .document(let id): try decision.isTaken(id)
        case .dossier(let id): try decision.isTaken(id)
        case .party(let id): try decision.isTaken(id)
        case .recordClass, .standingQuery: true
        case .frozenQuery(_, let documents): try documents.contains { try decision.isTaken($0) }
        }
    }

    private static func restored(_ reason: String) -> String { "\(reason)（恢复时由控制登记簿补记）" }
}
