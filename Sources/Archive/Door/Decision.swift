public import Catalogue
import FileStore
import Journal
public import Records
import Wording

/// One change while it is being decided: it may read what its actor may know, and it states events, each of which is projected at once.
///
/// What an event may do hangs on its type and is asked here, where no door, import or batch passes by: holds forbid what takes something
/// away, and what a hold has caught stays caught. Lives inside the write transaction, on one thread.
public final class Decision {
    /// The archive as the actor may know it.
    public let reading: Reading
    public let actor: Actor
    let transaction: CatalogueTransaction
    let request: RequestKey?
    private(set) var sequence: Int
    private(set) var drafts: [NewEvent] = []
    private(set) var installs: [SealedObject] = []
    private(set) var events: [any Event] = []

    /// The events of the same request, where it stands earlier in this group.
    let statedBefore: [any Event]?

    init(
        _ transaction: CatalogueTransaction, reading: Reading, actor: Actor, request: RequestKey?, sequence: Int,
        statedBefore: [any Event]? = nil
    ) {
        self.statedBefore = statedBefore
        self.transaction = transaction
        self.reading = reading
        self.actor = actor
        self.request = request
        self.sequence = sequence
    }

    /// The civil day on which it is decided.
    public var today: CivilDate { reading.today }

    /// States an event.
    ///
    /// - Throws: ``ArchiveError`` `.blocked` where a hold forbids it, `.tooLarge` where it is more than a line of the journal may hold.
    public func state(_ event: some Event) throws {
        if let event = event as? any TakingAway { try refuseHeld(event) }
        if let event = event as? any SpeakingOf, try transaction.isLosingWords(event.document) {
            // What the catalogue says of it still has the words that the journal has not any more.
            throw ArchiveError(.unsettled, DisposalMessage.inTheWay("disposal"), subject: "\(event.document)")
        }
        try restate(event)
    }

    /// States what happened already, such as after a restore: what was taken away then is gone, whatever is held now.
    func restate(_ event: some Event) throws {
        let held = try heldDocuments(touchedBy: event)
        try put(event)
        try keepCaught(held, texts: event is any VersionMaking ? .replaced : .unreadCount)
    }

    /// A new identifier that nothing has: a clash is found under the lock and drawn again.
    public func draw<Kind: IdentifierKind>() throws -> Identifier<Kind> {
        while true {
            let drawn = Identifier<Kind>.random()
            if try !isTaken(drawn) { return drawn }
        }
    }

    /// Whether an identifier was ever drawn.
    func isTaken(_ id: Identifier<some IdentifierKind>) throws -> Bool { try transaction.isTaken(id.compact) }

    /// Has an object put in place once the event is durable.
    func install(_ object: SealedObject) { installs.append(object) }

    private func put(_ event: some Event) throws {
        guard EventRegistry.kind(type(of: event).type) != nil else { throw ArchiveError.fault("\(type(of: event).type) is not registered") }
        let payload = Payload(salt: Salt.random(), date: today, request: request, event: event)
        let draft = try NewEvent(payload, at: reading.now, actor: actor)
        sequence += 1
        try transaction.apply(
            ProjectedEvent(
                sequence: sequence, at: reading.now, actor: actor.description, type: draft.type.name, subjects: draft.subjects,
                payload: payload))
        drafts.append(draft)
        events.append(event)
    }

    // MARK: Holds

    private func refuseHeld(_ event: any TakingAway) throws {
        for document in event.takenFrom {
            let holds = try reading.holds(on: document)
            guard !holds.isEmpty else { continue }
            // Who may not see holds, or not what these are on, is not told of them.
            let known = reading.viewer.seesHolds ? try holds.filter { try reading.hold($0.id) != nil } : []
            guard !known.isEmpty else { throw ArchiveError(.blocked, DealMessage.blocked, subject: "\(document)") }
            throw ArchiveError(
                .blocked, DealMessage.held("\(document)", holds: known.map { "\($0.id)" }), remedy: DealRemedy.liftFirst,
                subject: "\(document)")
        }
    }

    /// The holds on the documents that an event is about, or may let go of a hold besides, before it is projected.
    private func heldDocuments(touchedBy event: some Event) throws -> [DocumentID: [HoldView]] {
        guard !(event is HoldPlaced), !(event is HoldLifted), !(event is HoldCaught), try reading.isAnythingHeld() else { return [:] }
        let touched =
            switch (event as? any Rescoping)?.reach {
            case .classes: try reading.documentsUnderClassHolds()
            case .parties(let parties): try reading.documents(ofParties: parties)
            case .dossiers(let dossiers): try reading.everything(inDossiers: dossiers)
            case nil: event.subjects.compactMap { try? DocumentID($0) }
            }
        return try touched.reduce(into: [:]) { $0[$1] = try reading.holds(on: $1) }
    }

    /// States in the same group that documents stay held by what covered them before and would not any more.
    private func keepCaught(_ held: [DocumentID: [HoldView]], texts: HeldTexts) throws {
        var lost: [HoldID: [DocumentID]] = [:]
        for (document, holds) in held where !holds.isEmpty {
            let still = Set(try reading.holds(on: document, texts: texts).map(\.id))
            for hold in holds where !still.contains(hold.id) { lost[hold.id, default: []].append(document) }
        }
        for (hold, documents) in lost.sorted(by: { $0.key < $1.key }) {
            let sorted = documents.sorted()
            for start in stride(from: 0, to: sorted.count, by: HoldCaught.mostDocuments) {
                try put(HoldCaught(hold: hold, documents: Array(sorted[start..<min(start + HoldCaught.mostDocuments, sorted.count)])))
            }
        }
    }
}

extension NewEvent {
    /// The event that carries a payload.
    ///
    /// - Throws: ``ArchiveError`` `.tooLarge` where the payload is more than a line of the journal may hold.
    init(_ payload: Payload, at time: Timestamp, actor: Actor) throws {
        let name = Swift.type(of: payload.event).type
        guard let type = EventType(name) else { throw ArchiveError.fault("event type \(name)") }
        let bytes = try payload.bytes()
        guard bytes.count <= NewEvent.longestPayload else {
            throw ArchiveError(.tooLarge, ArchiveMessage.eventTooLarge(limit: NewEvent.longestPayload), remedy: Remedy.splitChange)
        }
        self.init(at: time, actor: actor, type: type, subjects: payload.event.subjects, payload: bytes)
    }
}

/// Randomness of payloads.
enum Salt {
    /// 128 bits in hexadecimal digits.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexDigits((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
