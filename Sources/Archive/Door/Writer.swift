import Catalogue
import Disk
import FileStore
import Journal
import Records
import Synchronization
import SystemPackage
import Wording

/// One change on its way: who asks for what, under which key, and what decides it.
struct PendingChange: Sendable {
    let actor: Actor
    /// Whose right is asked for; nil for what the door records by itself.
    let operation: Operation?
    let request: RequestKey?
    /// Asked under the lock; throws to refuse, and then the change never was.
    let decide: @Sendable (Decision) throws -> Void
    var ignoresClock = false
    /// Whether it makes room: then it is begun on a full disk too, in the room that is set aside for it.
    var freesRoom = false
}

/// Carries out changes: decides and projects them, appends their events, puts objects in place, commits. One group at a time.
///
/// The journal is the write-ahead log: from its fsync on, a group has happened; before it, nothing has (`docs/storage-layout.md`,
/// "A change"). The writer's lock is held from the decision to the catalogue's COMMIT.
final class Writer: Sendable {
    let place: ArchivePlace
    let journal: Journal
    let store: FileStore
    let catalogue: Catalogue
    let readings: Readings
    /// The keys by which checkpoints are believed.
    let trusted: @Sendable () -> [NoteVerifier]
    /// The control register; nil for an archive without secrets.
    let control: Controlling?
    private let turn = Mutex<Void>(())

    let maker: CatalogueMaker
    var facts: JournalFacts { maker.facts }

    init(
        place: ArchivePlace, journal: Journal, store: FileStore, catalogue: Catalogue, readings: Readings,
        trusted: @escaping @Sendable () -> [NoteVerifier], control: Controlling? = nil
    ) {
        self.trusted = trusted
        self.control = control
        self.place = place
        self.journal = journal
        maker = CatalogueMaker(journal: journal)
        self.store = store
        self.catalogue = catalogue
        self.readings = readings
    }

    /// What became of a change in a group; nil where the group was full, and it must come again.
    typealias Result = Swift.Result<Applied, ArchiveError>?

    /// A change that happened.
    struct Applied: Sendable {
        /// False where it is not carried out on the disk yet.
        let applied: Bool
    }

    /// Carries out a group of changes with one fsync of the journal. Each is decided by itself; the refusal of one does not touch the others,
    /// nor does one at which the database fails.
    ///
    /// - Parameter rehearsing: Whether all is undone before anything is appended: the answers are those that the changes would get.
    /// - Throws: ``ArchiveError`` where the whole group failed.
    func commit(_ changes: [PendingChange], rehearsing: Bool = false) throws(ArchiveError) -> [Result] {
        do throws(ArchiveError) { return try commitTogether(changes, rehearsing: rehearsing) } catch {
            // A catalogue that proved to be damaged is made anew by the next try.
            guard changes.count > 1 || error.code == .catalogueDamaged, !rehearsing, Self.faults.contains(error.code) else { throw error }
            return changes.map { change in
                do throws(ArchiveError) { return try commitTogether([change], rehearsing: false)[0] } catch { return .failure(error) }
            }
        }
    }

    /// What may be the fault of one change of a group, of which nothing has happened then.
    private static let faults: Set<ErrorCode> = [.internal, .catalogueDamaged, .diskFailed]

    private func commitTogether(_ changes: [PendingChange], rehearsing: Bool) throws(ArchiveError) -> [Result] {
        try locked { _ in
            let generation = try place.reserve.using { try self.generation() }
            let head = try place.reserve.using { try settle(generation) }
            do { try place.checkRoom() } catch {
                guard changes.allSatisfy(\.freesRoom) else { throw error }
                try place.reserve.giveUp()
            }
            try place.reserve.make()
            let group = Group(count: changes.count)
            do {
                try generation.write { try carryOut(changes, group, rehearsing: rehearsing, after: head, in: $0) }
            } catch {
                // After the append the group has happened, whatever failed since; settling will carry it out.
                guard group.appended else { throw error }
                group.failedAfterAppend()
            }
            return group.results
        }
    }

    /// Runs `work` under the writer's lock, with everything settled.
    func exclusively<Value>(_ work: (CatalogueGeneration) throws -> Value) throws(ArchiveError) -> Value {
        try locked { _ in
            let generation = try place.reserve.using { try self.generation() }
            _ = try place.reserve.using { try settle(generation) }
            return try work(generation)
        }
    }

    /// Runs `work` under the writer's lock without looking at the catalogue, which may be damaged or missing: that is why it is made anew.
    func exclusivelyUnsettled<Value>(_ work: () throws -> Value) throws(ArchiveError) -> Value { try locked { _ in try work() } }

    /// Looks at something while nobody writes, settled as far as it can be.
    ///
    /// - Returns: nil where the lock cannot be had, or no catalogue.
    func alone<Value>(_ work: (CatalogueGeneration) throws -> Value) throws -> Value? {
        var result: Swift.Result<Value, any Error>?
        try? locked { _ in
            let generation = try self.generation()
            _ = try? settle(generation)
            result = Swift.Result { try work(generation) }
        }
        return try result?.get()
    }

    /// Settles what an earlier process left, if nobody is writing just now, and then does `work`.
    func settleIfIdle(_ work: (CatalogueGeneration) throws -> Void = { _ in }) throws(ArchiveError) {
        try translating {
            try turn.withLock { _ in
                guard let lock = try place.takeLock(wait: false) else { return }
                defer { lock.release() }
                let generation = try place.reserve.using { try self.generation() }
                let head = try place.reserve.using { try settle(generation) }
                tellControlled(generation, head)
                try place.staging.sweep()
                try catalogue.folder.removeRetired()
                try work(generation)
            }
        }
    }

    private func locked<Value>(_ work: (WriterLock) throws -> Value) throws(ArchiveError) -> Value {
        try translating {
            try turn.withLock { _ in
                guard let lock = try place.takeLock(wait: true) else {
                    throw ArchiveError.fault("waiting for a lock gave none")
                }
                defer { lock.release() }
                return try work(lock)
            }
        }
    }

    /// In bytes of payloads: a group is closed before it comes near what one append may hold.
    private static let fullGroup = 32 << 20

    /// Decides, appends, puts in place. Answers whether there is anything to commit.
    private func carryOut(
        _ changes: [PendingChange], _ group: Group, rehearsing: Bool, after head: JournalHead, in transaction: CatalogueTransaction
    ) throws -> Bool {
        let now = readings.clock.now()
        let clockProblem = try clockProblem(now, in: transaction)
        var drafts: [NewEvent] = []
        var installs: [SealedObject] = []
        var bytes = 0
        var stated: [StatedRequest: [any Event]] = [:]
        for (index, change) in changes.enumerated() where rehearsing || bytes < Self.fullGroup {
            if let clockProblem, !change.ignoresClock {
                group.refuse(index, clockProblem)
                continue
            }
            do {
                let decision = try decide(
                    change, now, after: head.sequence + drafts.count, journalled: head.sequence, stated, in: transaction)
                group.accept(index)
                if let key = StatedRequest(change), !decision.events.isEmpty { stated[key] = decision.events }
                drafts += decision.drafts
                installs += decision.installs
                bytes += decision.drafts.reduce(0) { $0 + $1.payload.count }
            } catch {
                // What ends the transaction ends the group; everything else is this change's alone.
                if let error = error as? CatalogueError, !error.leavesTransactionWhole { throw error }
                if error is DiskError { throw error }
                group.refuse(index, .translated(error))
            }
        }
        guard !drafts.isEmpty, !rehearsing else { return false }
        let appended = try journal.append(drafts, after: head)
        group.appended = true
        try control?.append(drafts, appended.headers, on: now.date())
        try store.install(installs)
        try place.disk.step("catalogue commit")
        return true
    }

    /// The same request twice in one group: the first one's events are not in the journal yet.
    private struct StatedRequest: Hashable {
        let actor: Actor
        let key: String

        init?(_ change: PendingChange) {
            guard let request = change.request else { return nil }
            (actor, key) = (change.actor, request.key)
        }
    }

    private func decide(
        _ change: PendingChange, _ now: Timestamp, after sequence: Int, journalled: Int, _ stated: [StatedRequest: [any Event]],
        in transaction: CatalogueTransaction
    ) throws -> Decision {
        let reading = try readings.reading(as: change.actor, for: change.operation, at: now, in: transaction)
        let decision = Decision(
            transaction, reading: reading, actor: change.actor, request: change.request, sequence: sequence,
            statedBefore: StatedRequest(change).flatMap { stated[$0] })
        try transaction.attempt {
            try change.decide(decision)
            guard decision.events.contains(where: { type(of: $0).isControlled }) else { return }
            try control?.makeReady(through: journalled, on: reading.today)
        }
        return decision
    }

    /// Most milliseconds the clock may lie before the last event: clocks of one machine are set back a little now and then.
    static let clockTolerance: Int64 = 60_000

    private func clockProblem(_ now: Timestamp, in transaction: CatalogueTransaction) throws -> ArchiveError? {
        let last = try transaction.progress().at
        guard now.milliseconds + Writer.clockTolerance < last.milliseconds else { return nil }
        return ArchiveError(
            .clockBehind, ArchiveMessage.clockBehind(now: now.description, last: last.description), remedy: Remedy.waitClockOrAccept)
    }

    /// The results of a group, filled in as it goes.
    private final class Group {
        private(set) var results: [Result]
        var appended = false

        init(count: Int) { results = Array(repeating: nil, count: count) }

        func accept(_ index: Int) { results[index] = .success(Applied(applied: true)) }
        func refuse(_ index: Int, _ error: ArchiveError) { results[index] = .failure(error) }

        func failedAfterAppend() {
            results = results.map { $0.map { $0.map { _ in Applied(applied: false) } } }
        }
    }
}
