import Catalogue
import Journal
public import Records
import Retention
import Wording

extension LocalArchive {
    /// Carries a batch out: what is to be destroyed is removed without a trace but its tombstone, what is to be kept longer is.
    ///
    /// Each document is looked at again at the instant of its destruction; what changed drops out with its reason. It can be stopped at any
    /// point and goes on when it is asked again.
    /// - Parameter progress: told how many of how many documents are removed.
    /// - Throws: ``ArchiveError``; `.unsettled` where what was begun could not be brought to its end yet.
    public func execute(
        _ batch: BatchID, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> BatchOutcome {
        try await recordingRefusals(of: .executeDisposal, to: actor) { () async throws(ArchiveError) in
            try await begin(batch, by: actor)
            let total = try await transaction { try $0.unfinishedDestructions().count }
            try await writing.run { writer throws(ArchiveError) in
                _ = try writer.finishDestructions(as: actor) { progress($0, total) }
            }
            let view = try await commit(
                .executeDisposal, as: actor, request: nil, freesRoom: true, decide: { try $0.endExecution(of: batch) },
                answer: { _, reading in try reading.known(batch) }
            ).answer
            return BatchOutcome(view)
        }
    }

    /// Begins all destructions of a batch: from then on what it is about is gone for everybody.
    func begin(_ batch: BatchID, by actor: Actor) async throws(ArchiveError) {
        let redaction = try await stageRedaction(by: batch, actor)
        var isApplied = true
        // Where the change could not be applied, settling needs what waits.
        defer { if let redaction { cleanUp(redaction.change, applied: isApplied) } }
        // The first call may refuse; each of the next begins a few more.
        while true {
            let begun = try await commit(
                .executeDisposal, as: actor, request: nil, freesRoom: true,
                decide: { [writer] in try $0.beginDestructions(of: batch, redaction?.waiting, writer.facts) },
                answer: { events, _ in events.contains { $0 is DestructionBegun } })
            isApplied = isApplied && begun.applied
            guard begun.answer else { return }
            if Task.isCancelled { throw ArchiveError.translated(CancellationError()) }
        }
    }

    /// Takes up destructions that an earlier process began. What cannot be done now is done by the next start, or the batch's execution.
    func finishDestructionsBegun() {
        guard (try? catalogue.read { try $0.unfinishedDestructions().isEmpty }) == false else { return }
        do throws(ArchiveError) { try writer.finishDestructions(as: .operator) } catch {
            place.notice(.destructionUnfinished(error.message.phrase))
        }
    }
}

extension BatchOutcome {
    fileprivate init(_ batch: BatchView) {
        let kept = batch.items.filter(\.dropped.isEmpty)
        self.init(
            destroyed: kept.filter { $0.destroyedOn != nil && $0.redaction == nil }.map(\.document),
            redacted: kept.filter { $0.destroyedOn != nil && $0.redaction != nil }.map(\.document),
            dropped: batch.items.filter { !$0.dropped.isEmpty }.map { DroppedItem($0.document, $0.dropped) },
            extended: kept.filter { $0.decision?.isLonger == true }.map(\.document),
            transfer: kept.filter { $0.decision == .transfer }.map(\.document))
    }
}

extension DisposalDecision {
    /// Whether a document is kept longer by it.
    var isLonger: Bool {
        switch self {
        case .extend, .keep: true
        case .destroy, .transfer: false
        }
    }
}

extension Decision {
    /// Most documents whose destruction is begun in one group.
    private static let begunAtOnce = 200

    /// Begins the destruction of some more documents of a batch, and lets drop out what changed; states nothing where all are begun.
    ///
    /// - Parameter redaction: the object that waits with a tombstone in the place of the content, where the batch is about one.
    fileprivate func beginDestructions(of id: BatchID, _ redaction: WaitingRedaction?, _ facts: JournalFacts) throws {
        let (_, items) = try refuse(.execute, on: id)
        try refuseUnchecked()
        var dropped: [SetAsideItem] = []
        var begun = 0
        for item in items where !item.isDropped && !item.isDestroyed {
            guard begun < Self.begunAtOnce else { break }
            let because = try obstacles(to: item, of: id)
            if !because.isEmpty {
                dropped.append(SetAsideItem(document: item.document, because: because))
                continue
            }
            switch item.subject {
            case .document(let document): if try carryOut(item.decision, on: document, by: id, facts) { begun += 1 }
            case .content, .words: try begin(item.subject, by: id, redaction)
            }
        }
        if !dropped.isEmpty { try state(BatchItemsDropped(batch: id, items: dropped)) }
    }

    /// Does what was decided of a document.
    ///
    /// - Returns: whether its destruction is begun.
    private func carryOut(_ decision: DisposalDecision?, on item: DisposalItem, by batch: BatchID, _ facts: JournalFacts) throws -> Bool {
        switch decision {
        case .destroy: try state(try destruction(of: item, by: batch, facts))
        case .extend(let years): try extend(item, by: batch, years: years)
        case .keep: try extend(item, by: batch, years: nil)
        case .transfer, nil: break
        }
        return decision == .destroy
    }

    private func extend(_ item: DisposalItem, by batch: BatchID, years: Int?) throws {
        guard try !reading.isExtended(item.document, by: batch) else { return }
        try state(RetentionExtended(document: item.document, batch: batch, from: max(item.keptTo, today), years: years))
    }

    /// The event by which a document is gone: with what stays, and what is to be emptied.
    private func destruction(of item: DisposalItem, by batch: BatchID, _ facts: JournalFacts) throws -> DestructionBegun {
        let tombstone = try transaction.tombstone(of: item.document, rule: item.rule, keptTo: item.keptTo, due: item.due)
        return try destruction(tombstone, by: batch, facts)
    }

    /// The same with a tombstone that is known already.
    func destruction(_ tombstone: Tombstone, by batch: BatchID, _ facts: JournalFacts) throws -> DestructionBegun {
        let traces = try transaction.traces(of: tombstone.document)
        let emptied = try traces.events.filter { try speaks($0, of: tombstone.document, facts) }.map(\.sequence)
        return DestructionBegun(batch: batch, tombstone: tombstone, emptied: emptied, requests: traces.requests)
    }

    /// Whether an event says of a document what is gone with it. Where it names several documents, its payload says of which.
    private func speaks(_ event: EventTrace, of document: DocumentID, _ facts: JournalFacts) throws -> Bool {
        guard EventRegistry.kind(event.type)?.event is any SpeakingOf.Type else { return false }
        guard event.documents > 1 else { return true }
        return try (facts.fact(of: event.sequence) as? any SpeakingOf)?.document == document
    }

    /// States that a batch was carried out, once nothing of it is left to be done.
    fileprivate func endExecution(of id: BatchID) throws {
        let (batch, items) = try self.batch(id)
        guard !batch.isExecuted else { return }
        let left = try transaction.unfinishedDestructions().count { $0.batch == id }
        guard left == 0 else { throw ArchiveError(.unsettled, DisposalMessage.unfinished(left), subject: "\(id)") }
        guard items.contains(where: { !$0.isDropped || $0.isDestroyed }) else { return try giveUp(id) }
        try state(BatchExecuted(batch: id, destroyed: items.count { $0.isDestroyed && !$0.isDropped }))
    }
}
