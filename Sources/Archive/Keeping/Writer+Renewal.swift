import Catalogue
import Disk
import FileStore
import Journal
import Records
import Wording

/// How the catalogue is made anew, and from what: a recovery trusts no less evidence than the check of the journal.
extension Writer {
    /// The catalogue in use, made anew where it is gone, cannot be read or is of an older program. Called under the writer's lock.
    func generation() throws -> CatalogueGeneration {
        do { return try catalogue.current() } catch let error as CatalogueError where error.callsForRenewal {
            return try renew(because: error)
        }
    }

    /// Reads in a snapshot; waits for nobody, unless the catalogue is to be made anew first.
    func read<Value>(_ work: (CatalogueTransaction) throws -> Value) throws -> Value {
        do { return try readOnce(work) } catch CatalogueError.damaged {
            // It is opened anew, and where that fails another one is made. One whose log was cut off opens well, at an older state: it is
            // brought up to the journal first, where that can be.
            _ = try? exclusively { _ in }
            return try readOnce(work)
        }
    }

    private func readOnce<Value>(_ work: (CatalogueTransaction) throws -> Value) throws -> Value {
        let generation: CatalogueGeneration
        do { generation = try catalogue.current() } catch let error as CatalogueError where error.callsForRenewal {
            do { generation = try exclusivelyUnsettled { try self.generation() } } catch {
                // Where nothing can be written, an older program's catalogue is read as it is.
                guard [.readOnly, .noSpace].contains(error.code), let older = try? catalogue.current(acceptingOlder: true) else {
                    throw error
                }
                generation = older
            }
        }
        return try generation.read(work)
    }

    private func renew(because reason: CatalogueError) throws -> CatalogueGeneration {
        let older = try? catalogue.current(acceptingOlder: true)
        let known = known(to: older)
        let head = try settledHead(older)
        try checkEvidence(knownThrough: known)
        let generation = try catalogue.folder.make()
        do {
            try maker.project(into: generation, through: head.sequence)
            if older == nil { try checkObjects(against: generation) }
            _ = try place.derivedFiles.takeAll(into: generation)
            try catalogue.folder.makeCurrent(generation.number)
        } catch {
            catalogue.folder.discard(generation)
            throw error
        }
        place.notice(.catalogueMadeAnew(reason.renewalReason, events: head.sequence))
        return try catalogue.current()
    }

    /// Makes the catalogue anew from a journal of which payloads were redacted, and puts it in use: what it said of them goes with the old one.
    /// Called under the writer's lock, with everything settled.
    func remakeCatalogue() throws {
        let generation = try catalogue.folder.make()
        do {
            try maker.project(into: generation, through: try journal.head().sequence)
            _ = try place.derivedFiles.takeAll(into: generation)
            try catalogue.folder.makeCurrent(generation.number)
        } catch {
            catalogue.folder.discard(generation)
            throw error
        }
    }

    /// The last event that a catalogue knows; without one, that any generation left behind knows.
    func known(to generation: CatalogueGeneration?) -> Int {
        (try? generation?.read { try $0.progress().sequence }) ?? catalogue.folder.highestKnown()
    }

    /// Makes sure that the journal speaks of every object that is there. Asked where no catalogue knows how long the journal was: an object is
    /// put in place when its event is durable, so one without an event tells of a journal that was cut.
    ///
    /// - Throws: ``ArchiveError`` `.journalDamaged` with a document
    func checkObjects(against generation: CatalogueGeneration) throws {
        let findings = try ObjectsCheck(store: store).root(try generation.read { try $0.inventories() }).findings
        // What was destroyed and is not removed yet is told, and for the purge.
        let unknown = findings.filter { $0.code == .objectUnknown }.compactMap(\.document)
        guard let untold = try generation.read({ transaction in try unknown.first { try !transaction.isDestroyed($0) } }) else { return }
        throw ArchiveError(
            .journalDamaged, JournalMessage.objectUntold("\(untold)"), remedy: JournalMessage.restore, subject: "\(untold)")
    }

    /// The journal's head, with journal and objects settled as far as the old catalogue can tell. Called under the writer's lock.
    ///
    /// Without one only the last group may be half done, since every writer settles before it appends.
    /// - Throws: ``ArchiveError`` `.journalDamaged` where the journal is not whole, or ends before what is known of it.
    func settledHead(_ older: CatalogueGeneration?) throws -> JournalHead {
        do { if let older { return try settle(older) } } catch is CatalogueError {}
        let group = try journal.head().group
        let head = try journal.settle(
            knownThrough: max(known(to: older), group - 1), keepingAsideIn: place.aside, isKnown: isKnown
        ).head
        try bringObjects(after: max(0, head.group - 1), through: head.sequence, orLeave: true)
        return head
    }

    /// Makes sure that the journal is what the check of it would let pass.
    ///
    /// - Parameter known: the last event that the old catalogue knows.
    /// - Throws: ``ArchiveError`` `.journalDamaged` with the first finding; then nothing is made anew.
    func checkEvidence(knownThrough known: Int) throws {
        let findings = try journal.verify(
            origin: place.checkpointOrigin, keys: trusted(), knownThrough: known, register: control?.evidence,
            isErasureExplained: Erasures(journal).account)
        // Notes of others or without a signature prove nothing, for or against.
        guard let first = findings.first(where: { ![.checkpointForeign, .checkpointUnsigned].contains($0.code) }) else { return }
        throw ArchiveError(.journalDamaged, first.message, remedy: Remedy.restoreJournal)
    }
}

extension CatalogueError {
    fileprivate var renewalReason: UpkeepMessage.Reason {
        switch self {
        case .outdated: .outdated
        case .missing: .missing
        default: .damaged
        }
    }
}
