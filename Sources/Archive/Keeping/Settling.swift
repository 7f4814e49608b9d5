import Catalogue
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Wording

extension Writer {
    /// Brings catalogue and objects to where the journal is. Called under the writer's lock; costs one look at the journal's end
    /// where there is nothing to do.
    ///
    /// - Returns: the journal's head, which the catalogue has reached.
    func settle(_ generation: CatalogueGeneration) throws -> JournalHead {
        let known = try generation.read { try $0.progress().sequence }
        let found = try journal.head()
        try checkLength(found)
        if found.isWhole, found.sequence == known { return found }
        let head = try journal.settle(knownThrough: known, keepingAsideIn: place.aside, isKnown: isKnown).head
        guard head.sequence > known else { return head }
        try bringObjects(after: known, through: head.sequence)
        try control?.catchUp(after: known, through: head.sequence, on: (head.at ?? readings.clock.now()).date())
        try generation.write { transaction in
            var events = try journal.events(from: known + 1, through: head.sequence)
            while let event = try events.next() { try transaction.apply(try event.projected(facts)) }
            try place.disk.step("catalogue commit")
            return true
        }
        try place.staging.sweep()
        // What took events from the catalogue (a power cut) took texts too.
        try place.derivedFiles.takeWaiting(into: generation)
        return head
    }

    /// Tells the control register what it lacks, such as after a copy of it was put back. Where that cannot be done now, changes of those types
    /// are refused with the reason.
    func tellControlled(_ generation: CatalogueGeneration, _ head: JournalHead) {
        guard let control, !control.isRestoring else { return }
        do {
            let told = try generation.read { try $0.last(of: Controlling.types) }
            try control.catchUp(with: told, through: head.sequence, on: readings.clock.now().date())
        } catch { place.notice(.registerUnfit(ArchiveError.translated(error).message.phrase)) }
    }

    /// Makes sure that the journal did not lose events that a checkpoint beside it tells of, or the control register.
    private func checkLength(_ head: JournalHead) throws {
        let witnessed = try journal.sizeWitnessed(beyond: head.sequence, origin: place.checkpointOrigin, keys: trusted)
        guard let witnessed else {
            if head.fault == nil { try control?.refuseAhead(of: head.sequence) }
            return
        }
        // Lines that are known are there and cannot be read: nothing was cut off.
        if let fault = head.fault { throw JournalError.damaged(fault) }
        throw ArchiveError(
            .journalDamaged, JournalMessage.truncated("\(head.sequence + 1)–\(witnessed)"), remedy: Remedy.restoreJournal)
    }

    /// Brings all objects to the last state that the journal names in a range of events.
    ///
    /// - Parameter leaving: Whether an object that is in none of the states is left as it is, for the check of the objects to find.
    func bringObjects(after known: Int, through last: Int, orLeave leaving: Bool = false) throws {
        for object in try unappliedObjects(after: known, through: last) {
            do { try bring(object) } catch let error as ArchiveError where leaving && error.code == .objectDamaged {}
        }
    }

    /// Whether an object in the store already has the state that an event names: such an event happened, however its line looks.
    func isKnown(_ event: JournalEvent) -> Bool {
        guard let made = (try? event.projected())?.payload?.event as? any ObjectChanging, let change = made.change else { return false }
        return (try? store.inventoryDigest(of: made.document)) == change.after
    }

    /// What the journal says of an object since the catalogue last knew: every state it went through, and where the last one was staged.
    private struct ObjectHistory {
        let document: DocumentID
        var earlier: [ContentDigest?]
        var last: ObjectChange
    }

    private func unappliedObjects(after known: Int, through last: Int) throws -> [ObjectHistory] {
        var histories: [DocumentID: ObjectHistory] = [:]
        var events = try journal.events(from: known + 1, through: last)
        while let event = try events.next() {
            let told = try event.projected(facts).payload?.event
            // What is removed of it is for the purge to say; what was to be put in place before need not be any more.
            if let destroying = told as? any Destroying { for document in destroying.destroyed { histories[document] = nil } }
            guard let made = told as? any ObjectChanging, let change = made.change else { continue }
            let document = made.document
            var history = histories[document] ?? ObjectHistory(document: document, earlier: [], last: change)
            history.earlier.append(change.before)
            history.last = change
            histories[document] = history
        }
        return histories.values.sorted { $0.document < $1.document }
    }

    /// Brings an object to the last state that the journal names: it is there already, or it waits in its staging folder.
    private func bring(_ history: ObjectHistory) throws {
        let present = try store.inventoryDigest(of: history.document)
        if present == history.last.after { return try store.syncPlace(of: history.document) }
        let staging = place.staging.folder.appending(history.last.staged)
        guard history.earlier.contains(present),
            let sealed = try store.sealedObject(
                of: history.document, version: history.last.version, in: staging, before: present, after: history.last.after)
        else {
            throw ArchiveError(
                .objectDamaged, ArchiveMessage.objectDamaged("\(history.document)"), remedy: Remedy.verifyAndRestore,
                subject: history.document.description)
        }
        try store.install([sealed])
    }
}

extension JournalEvent {
    /// The event as the catalogue takes it.
    ///
    /// - Parameter facts: by which those whose payloads were redacted say what stays.
    /// - Throws: ``ArchiveError`` `.newerProgramNeeded` for an event of a type that this program does not know, `.journalDamaged` for a payload that
    ///   is none of its type.
    func projected(_ facts: JournalFacts? = nil) throws(ArchiveError) -> ProjectedEvent {
        ProjectedEvent(
            sequence: header.sequence, at: header.at, actor: header.actor, type: header.type.name, subjects: header.subjects,
            payload: try payload(facts))
    }

    private func payload(_ facts: JournalFacts?) throws(ArchiveError) -> Records.Payload? {
        let stays = try translating { try facts?.payload(of: self) }
        guard let payloadBytes = payloadBytes ?? stays else { return nil }
        do throws(Records.Payload.Unreadable) { return try Records.Payload(payloadBytes, of: header.type.name) } catch {
            switch error {
            case .unknownType:
                throw ArchiveError(
                    .newerProgramNeeded, JournalMessage.newerEvent(header.sequence), remedy: Remedy.updateProgram, cause: error)
            case .malformed:
                throw ArchiveError(
                    .journalDamaged, JournalMessage.payloadUnreadable(header.sequence), remedy: JournalMessage.restore, cause: error)
            }
        }
    }
}
