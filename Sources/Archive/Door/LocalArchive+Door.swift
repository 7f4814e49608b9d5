import Catalogue
import Journal
public import Records
import Synchronization
import Wording

extension LocalArchive {
    public func ask<Asked: Question>(_ question: Asked, as actor: Actor) async throws(ArchiveError) -> Asked.Answer {
        try await recordingRefusals(of: Asked.operation, to: actor) { () async throws(ArchiveError) in
            let (answer, notes) = try await read(as: actor, for: Asked.operation) { reading in
                (try question.answer(reading), reading.notes.events)
            }
            guard !notes.isEmpty else { return answer }
            do throws(ArchiveError) { try await record(notes, by: actor) } catch {
                guard Self.unrecordable.contains(error.code) else { throw error }
                // Everything else is answered; what cannot be recorded is withheld, and said to be.
                return try await read(as: actor, for: Asked.operation, unrecordable: error.code) { try question.answer($0) }
            }
            return answer
        }
    }

    /// Why the journal may not grow now: on a full or read-only disk, or while the clock is behind.
    private static let unrecordable: Set<ErrorCode> = [.noSpace, .readOnly, .clockBehind]

    public func carryOut<Made: Change>(_ change: Made, as actor: Actor, key: String?, match: DocumentMatch?) async throws(ArchiveError)
        -> Outcome<Made.Answer>
    {
        let request = try Request.key(key, for: KeyedChange(name: "\(Made.self)", change: change))
        return try await recordingRefusals(of: change.operation, to: actor) { () async throws(ArchiveError) in
            try await commit(
                change.operation, as: actor, request: request, ignoresClock: Made.ignoresClock,
                decide: {
                    try match?.check($0.reading)
                    try change.decide($0)
                },
                answer: { try Made.answer(after: $0, $1) })
        }
    }

    private struct KeyedChange<Made: Change>: Encodable {
        let name: String
        let change: Made
    }

    /// Has a change decided with what else waits, and its answer made from its events.
    func commit<Answer: Sendable>(
        _ operation: Operation, as actor: Actor, request: RequestKey?, ignoresClock: Bool = false, freesRoom: Bool = false,
        decide: @escaping @Sendable (Decision) throws -> Void, answer: @escaping @Sendable ([any Event], Reading) throws -> Answer
    ) async throws(ArchiveError) -> Outcome<Answer> {
        let slot = AnswerSlot<Answer>()
        var change = pending(operation, as: actor, request: request, ignoresClock: ignoresClock, into: slot, decide: decide, answer: answer)
        change.freesRoom = freesRoom
        return try slot.outcome(of: try await writing.commit(change))
    }

    /// A change that puts its answer into a slot: made from its events, those of now or those of the same request before.
    func pending<Answer: Sendable>(
        _ operation: Operation, as actor: Actor, request: RequestKey?, ignoresClock: Bool = false, into slot: AnswerSlot<Answer>,
        decide: @escaping @Sendable (Decision) throws -> Void, answer: @escaping @Sendable ([any Event], Reading) throws -> Answer
    ) -> PendingChange {
        PendingChange(
            actor: actor, operation: operation, request: request,
            decide: { [journal, writing] decision in
                if let earlier = try decision.earlier(in: journal, writing.writer.facts) {
                    return slot.put(try answer(earlier, decision.reading), repeated: true)
                }
                try decide(decision)
                slot.put(try answer(decision.events, decision.reading), repeated: false)
            }, ignoresClock: ignoresClock)
    }

    /// Records events that need no decision: a reading, a refusal, an alarm.
    func record(_ events: [any Event], by actor: Actor) async throws(ArchiveError) {
        _ = try await writing.commit(
            PendingChange(actor: actor, operation: nil, request: nil, decide: { for event in events { try $0.state(event) } }))
    }

    /// Reads the catalogue as an actor may know it, away from the threads that tasks share.
    func read<Value: Sendable>(
        as actor: Actor, for operation: Operation?, unrecordable: ErrorCode? = nil, _ work: @escaping @Sendable (Reading) throws -> Value
    ) async throws(ArchiveError) -> Value {
        try await transaction { [readings] transaction in
            try work(
                try readings.reading(as: actor, for: operation, at: readings.clock.now(), unrecordable: unrecordable, in: transaction))
        }
    }

    /// Reads the catalogue for the house itself.
    func transaction<Value: Sendable>(_ work: @escaping @Sendable (CatalogueTransaction) throws -> Value) async throws(ArchiveError)
        -> Value
    {
        let writer = writer
        return try await reading.run { () throws(ArchiveError) in try translating { try writer.read(work) } }
    }

    public func mayBegin(_ operation: Operation, as actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: operation, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: operation) { _ in }
        }
    }

    /// Records refusals for want of a right; other refusals write nothing (law 2).
    func recordingRefusals<Value>(
        of operation: Operation, to actor: Actor, _ work: () async throws(ArchiveError) -> Value
    ) async throws(ArchiveError) -> Value {
        do throws(ArchiveError) { return try await work() } catch {
            if error.code == .notAllowed { await recordRefusal(of: operation.rawValue, to: actor) }
            throw error
        }
    }

    private func recordRefusal(of operation: String, to actor: Actor) async {
        let now = clock.now()
        guard let counts = refusals.add(operation, by: actor, at: now) else { return }
        // Whether or not it can be recorded now, it is refused; what cannot is told by the error that every change meets.
        do { try await record([AccessesRefused(operations: counts)], by: actor) } catch {
            refusals.putBack(counts, by: actor, recorded: now)
        }
    }

    /// Records what was counted and not recorded yet, before the program ends.
    public func close() async {
        await finishRecordingSignIns()
        await recordCounted(at: nil)
    }

    /// Records what was counted within the minute before, for whoever keeps the archive open.
    public func recordCounted() async { await recordCounted(at: clock.now()) }

    private func recordCounted(at now: Timestamp?) async {
        for (actor, counts) in signIns.failed.takeWaiting(at: now) { try? await record([Self.failed(counts)], by: actor) }
        for (actor, counts) in refusals.takeWaiting(at: now) { try? await record([AccessesRefused(operations: counts)], by: actor) }
    }
}

/// Where a change puts its answer, on the writer's thread, for whoever waits.
final class AnswerSlot<Answer: Sendable>: Sendable {
    private let content = Mutex<(answer: Answer, repeated: Bool)?>(nil)

    func put(_ answer: Answer, repeated: Bool) { content.withLock { $0 = (answer, repeated) } }

    /// The answer to a change that happened.
    func outcome(of applied: Writer.Applied) throws(ArchiveError) -> Outcome<Answer> {
        guard let content = content.withLock({ $0 }) else { throw .fault("a change without an answer") }
        return Outcome(answer: content.answer, applied: applied.applied, repeated: content.repeated)
    }
}

extension Decision {
    /// The events of the same request when it came before; nil where it did not.
    ///
    /// - Throws: ``ArchiveError`` `.keyReused` for the same key with another request, `.destroyed` where what it answered was destroyed.
    fileprivate func earlier(in journal: Journal, _ facts: JournalFacts) throws -> [any Event]? {
        guard let request, let earlier = try transaction.request(request.key, by: actor.description) else { return nil }
        if earlier.digest.isEmpty, let subject = earlier.subject { _ = try reading.known(try DocumentID(subject)) }
        guard earlier.digest == request.digest.description else {
            throw ArchiveError(.keyReused, ArchiveMessage.keyReused(request.key), remedy: Remedy.newKey, subject: request.key)
        }
        if let statedBefore { return statedBefore }
        var found: [any Event] = []
        // Through the last line: this group's own events are not in the journal yet, and nobody else can append.
        var events = try journal.events(from: earlier.sequence)
        while let event = try events.next(), event.header.actor == actor.description,
            let payload = try event.projected(facts).payload, payload.request?.key == request.key
        {
            found.append(payload.event)
        }
        return found
    }
}
