import Catalogue
import Disk
import FileStore
import GRDB
import Journal
import Records
import Synchronization
import SystemPackage
import Wording

/// Carries out changes: decides and projects them, appends their events, puts objects in place, commits. One group at a time.
///
/// The journal is the write-ahead log: from its fsync on, a group has happened; before it, nothing has (`docs/storage-layout.md`,
/// "A change"). The writer's lock is held from the decision to the catalogue's COMMIT.
final class Writer: Sendable {
    let place: ArchivePlace
    let journal: Journal
    let store: FileStore
    let catalogue: Catalogue
    let clock: any Clock
    private let turn = Mutex<Void>(())

    init(place: ArchivePlace, journal: Journal, store: FileStore, catalogue: Catalogue, clock: any Clock) {
        self.place = place
        self.journal = journal
        self.store = store
        self.catalogue = catalogue
        self.clock = clock
    }

    /// One change on its way: who asks, under which key, and what decides it.
    struct Change<Answer: Sendable>: Sendable {
        let actor: Actor
        let request: RequestKey?
        /// Asked under the lock; throws to refuse, and then the change never was.
        let decide: @Sendable (Decision) throws -> Answer
        /// Whether it may be made while the clock is behind: only the acceptance of the clock itself.
        var ignoresClock = false
    }

    /// What became of a change that was not refused.
    struct Outcome<Answer: Sendable>: Sendable {
        let answer: Answer
        /// False where it happened but is not carried out on the disk yet.
        var applied: Bool
    }

    /// Carries out one change.
    func commit<Answer>(_ change: Change<Answer>) throws(ArchiveError) -> Outcome<Answer> {
        guard let result = try commit([change]).first else { throw .fault("a group of one gave no result") }
        return try result.get()
    }

    /// Carries out a group of changes with one fsync of the journal. Each is decided by itself; the refusal of one does not touch the others.
    ///
    /// - Throws: ``ArchiveError`` where the whole group failed.
    func commit<Answer>(_ changes: [Change<Answer>]) throws(ArchiveError) -> [Result<Outcome<Answer>, ArchiveError>] {
        try decide(changes, isRehearsal: false)
    }

    /// Decides a group of changes as `commit` would, each with the ones before it in sight, and then forgets it all: no event,
    /// no object, no row stays.
    func rehearse<Answer>(_ changes: [Change<Answer>]) throws(ArchiveError) -> [Result<Outcome<Answer>, ArchiveError>] {
        try decide(changes, isRehearsal: true)
    }

    private func decide<Answer>(
        _ changes: [Change<Answer>], isRehearsal: Bool
    ) throws(ArchiveError) -> [Result<Outcome<Answer>, ArchiveError>] {
        try translating {
            try turn.withLock { _ in
                guard let lock = try place.disk.lock(place.lock, wait: true) else {
                    throw ArchiveError.fault("waiting for a lock gave none")
                }
                defer { lock.release() }
                return try commitLocked(changes, isRehearsal)
            }
        }
    }

    /// Runs `work` under the writer's lock, with everything settled.
    func exclusively<Value>(_ work: (CatalogueGeneration) throws -> Value) throws(ArchiveError) -> Value {
        try translating {
            try turn.withLock { _ in
                guard let lock = try place.disk.lock(place.lock, wait: true) else {
                    throw ArchiveError.fault("waiting for a lock gave none")
                }
                defer { lock.release() }
                let generation = try catalogue.current()
                _ = try place.reserve.using { try settle(generation) }
                return try work(generation)
            }
        }
    }

    /// Settles what an earlier process left, if nobody is writing just now, and then does `work`.
    func settleIfIdle(_ work: (CatalogueGeneration) throws -> Void = { _ in }) throws(ArchiveError) {
        try translating {
            try turn.withLock { _ in
                guard let lock = try place.disk.lock(place.lock, wait: false) else { return }
                defer { lock.release() }
                let generation = try catalogue.current()
                _ = try place.reserve.using { try settle(generation) }
                try place.staging.sweep()
                try work(generation)
            }
        }
    }

    private func commitLocked<Answer>(
        _ changes: [Change<Answer>], _ isRehearsal: Bool
    ) throws -> [Result<Outcome<Answer>, ArchiveError>] {
        let generation = try catalogue.current()
        let head = try place.reserve.using { try settle(generation) }
        try place.checkRoom()
        try place.reserve.make()
        let group = Group<Answer>(count: changes.count, isRehearsal: isRehearsal)
        do {
            try generation.database.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) { try carryOut(changes, group, after: head, in: db) ? .commit : .rollback }
            }
        } catch {
            // After the append the group has happened, whatever failed since; settling will carry it out.
            guard group.appended else { throw error }
            group.failedAfterAppend()
        }
        return group.results
    }

    /// Decides, appends, puts in place. Answers whether there is anything to commit.
    private func carryOut<Answer>(_ changes: [Change<Answer>], _ group: Group<Answer>, after head: JournalHead, in db: Database) throws
        -> Bool
    {
        let now = clock.now()
        let clockProblem = try clockProblem(now, in: db)
        var drafts: [NewEvent] = []
        var installs: [SealedObject] = []
        for (index, change) in changes.enumerated() {
            if let clockProblem, !change.ignoresClock {
                group.refuse(index, clockProblem)
                continue
            }
            let decision = Decision(
                db: db, now: now, zone: try zone(in: db), actor: change.actor, request: change.request,
                sequence: head.sequence + drafts.count)
            do {
                try db.inSavepoint {
                    group.accept(index, try change.decide(decision))
                    return .commit
                }
                drafts += decision.drafts
                installs += decision.installs
            } catch let refusal as ArchiveError {
                group.refuse(index, refusal)
            }
        }
        guard !drafts.isEmpty, !group.isRehearsal else { return false }
        _ = try journal.append(drafts, after: head)
        group.appended = true
        try store.install(installs)
        try place.disk.step("catalogue commit")
        return true
    }

    private func zone(in db: Database) throws -> CivilZone {
        guard let name = try DecisionQueries.archive(in: db)?.zone ?? place.identity.zone as String?, let zone = CivilZone(name: name)
        else {
            throw ArchiveError(.valueRefused, ArchiveMessage.zoneUnknown(place.identity.zone))
        }
        return zone
    }

    /// Most milliseconds the clock may lie before the last event: clocks of one machine are set back a little now and then.
    static let clockTolerance: Int64 = 60_000

    private func clockProblem(_ now: Timestamp, in db: Database) throws -> ArchiveError? {
        let last = try DecisionQueries.progress(in: db).at
        guard now.milliseconds + Writer.clockTolerance < last.milliseconds else { return nil }
        return ArchiveError(
            .clockBehind, ArchiveMessage.clockBehind(now: now.description, last: last.description), remedy: Remedy.waitClockOrAccept)
    }

    /// The results of a group, filled in as it goes.
    private final class Group<Answer: Sendable> {
        private var outcomes: [Result<Outcome<Answer>, ArchiveError>?]
        let isRehearsal: Bool
        var appended = false

        init(count: Int, isRehearsal: Bool) { (outcomes, self.isRehearsal) = (Array(repeating: nil, count: count), isRehearsal) }

        func accept(_ index: Int, _ answer: Answer) { outcomes[index] = .success(Outcome(answer: answer, applied: true)) }
        func refuse(_ index: Int, _ error: ArchiveError) { outcomes[index] = .failure(error) }

        func failedAfterAppend() {
            outcomes = outcomes.map { $0.map { $0.map { Outcome(answer: $0.answer, applied: false) } } }
        }

        var results: [Result<Outcome<Answer>, ArchiveError>] {
            outcomes.map { $0 ?? .failure(.fault("a change was neither decided nor refused")) }
        }
    }
}
