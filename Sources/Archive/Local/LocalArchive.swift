import Catalogue
public import Disk
public import Extraction
import FileStore
import GRDB
import Journal
public import Records
public import SystemPackage
import Wording

/// The archive on the files of this machine.
///
/// Several processes may use one root at the same time: readers never wait, writers queue, and nobody sees half a filing.
public final class LocalArchive: Archive {
    /// What may differ between a program and a test.
    public struct Surroundings: Sendable {
        public var disk: Disk
        public var clock: any Clock
        /// Reads documents in confined workers; without it types stay unknown and text waits.
        public var extraction: ExtractionService?
        /// Where keys and tokens lie; without it nobody can sign in.
        public var credentials: Credentials?

        public init(
            disk: Disk = Disk(), clock: any Clock = SystemClock(), extraction: ExtractionService? = nil, credentials: Credentials? = nil
        ) {
            self.disk = disk
            self.clock = clock
            self.extraction = extraction
            self.credentials = credentials
        }
    }

    public let vocabulary: Vocabulary
    let place: ArchivePlace
    let store: FileStore
    let journal: Journal
    let catalogue: Catalogue
    let writer: Writer
    let stager: Stager
    let clock: any Clock
    let extraction: ExtractionService?
    let credentials: Credentials?
    let engine = SearchEngine()
    let blocking = Blocking()

    /// Opens the archive at `root` and settles what an earlier process left, unless somebody is writing just now.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`, `.newerProgramNeeded`, or damage found while settling.
    public init(root: FilePath, surroundings: Surroundings = Surroundings()) throws(ArchiveError) {
        let disk = surroundings.disk
        place = try ArchivePlace.open(root, disk: disk)
        vocabulary = try translating { try Vocabulary.standard() }
        store = FileStore(root: place.objects, disk: disk)
        journal = Journal(folder: place.journal, disk: disk)
        catalogue = Catalogue(folder: CatalogueFolder(folder: place.catalogue, disk: disk))
        clock = surroundings.clock
        writer = Writer(place: place, journal: journal, store: store, catalogue: catalogue, clock: clock)
        stager = Stager(store: store, disk: disk, clock: clock, extraction: surroundings.extraction)
        extraction = surroundings.extraction
        credentials = surroundings.credentials
        do throws(ArchiveError) { try writer.settleIfIdle(takeDerived(into:)) } catch {
            // Reading and checking go on where writing cannot: what is not settled yet is not seen yet, and every change meets the same error.
            guard [.readOnly, .noSpace, .diskFailed, .journalDamaged, .objectDamaged, .catalogueDamaged].contains(error.code) else {
                throw error
            }
        }
    }

    /// The random name of the archive at `root`, without opening it.
    public static func identity(at root: FilePath) throws(ArchiveError) -> String {
        try ArchivePlace.open(root, disk: Disk()).identity.identity
    }

    /// The random name of this archive, for ever.
    public var identity: String { place.identity.identity }

    /// Refuses unless the actor may do it at all.
    func authorise(_ operation: Operation, for actor: Actor, in db: Database) throws(ArchiveError) {
        guard try roles(of: actor, in: db).map({ Rights.allow(operation, to: $0) }) ?? true else {
            throw ArchiveError(
                .notAllowed, ArchiveMessage.notAllowed(operation.rawValue), remedy: Remedy.askArchivist, subject: operation.rawValue)
        }
    }

    /// The roles of an actor; nil for the operator, who is asked for no rights.
    func roles(of actor: Actor, in db: Database) throws(ArchiveError) -> [Role]? {
        switch actor {
        case .operator: nil
        case .nobody: []
        case .account(let id):
            try translating { try AccountQueries.account(id, in: db) }.map { $0.open ? $0.roles : [] } ?? []
        }
    }

    /// Whether an actor may know of a document with this confidentiality and handler.
    func mayKnow(_ confidentiality: Confidentiality, handler: String?, actor: Actor, in db: Database) throws(ArchiveError) -> Bool {
        guard confidentiality == .secret, let roles = try roles(of: actor, in: db), !Rights.seeSecrets(roles) else { return true }
        guard case .account(let id) = actor, let handler else { return false }
        return try translating { try AccountQueries.account(id, in: db) }?.name == handler
    }

    /// A document that the actor may know of; one they may not know of is as if it were not there.
    func visibleDocument(_ id: DocumentID, for actor: Actor, in db: Database) throws(ArchiveError) -> DocumentView {
        let unknown = ArchiveError(
            .documentUnknown, ArchiveMessage.documentUnknown("\(id)"), remedy: Remedy.checkIdentifier, subject: "\(id)")
        guard let view = try translating({ try DocumentQueries.document(id, in: db) }),
            try mayKnow(view.confidentiality, handler: view.handler, actor: actor, in: db)
        else { throw unknown }
        return view
    }

    /// Carries out one change away from the threads that tasks share.
    func commit<Answer: Sendable>(_ change: Writer.Change<Answer>) async throws(ArchiveError) -> Writer.Outcome<Answer> {
        let writer = writer
        return try await blocking.run { () throws(ArchiveError) in try writer.commit(change) }
    }

    /// Carries out a change without new bytes, for an actor who may make it.
    func change<Answer: Sendable>(
        _ operation: Operation, by actor: Actor, request: RequestKey? = nil, _ decide: @escaping @Sendable (Decision) throws -> Answer
    ) async throws(ArchiveError) -> Answer {
        try await recordingRefusals(of: operation, to: actor) { () async throws(ArchiveError) in
            try await commit(
                Writer.Change(actor: actor, request: request) { [self] decision in
                    try authorise(operation, for: actor, in: decision.db)
                    return try decide(decision)
                }
            ).answer
        }
    }

    /// Answers what an actor may ask.
    func answer<Value: Sendable>(
        _ operation: Operation, to actor: Actor, _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(ArchiveError) -> Value {
        try await recordingRefusals(of: operation, to: actor) { () async throws(ArchiveError) in
            try await read { [self] db in
                try authorise(operation, for: actor, in: db)
                return try work(db)
            }
        }
    }

    /// Reads the catalogue away from the threads that tasks share.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(ArchiveError) -> Value {
        let catalogue = catalogue
        return try await blocking.run { () throws(ArchiveError) in try translating { try catalogue.read(work) } }
    }

    /// Records refusals for want of a right; other refusals write nothing (law 2).
    func recordingRefusals<Value>(
        of operation: Operation, to actor: Actor, _ work: () async throws(ArchiveError) -> Value
    ) async throws(ArchiveError) -> Value {
        do throws(ArchiveError) { return try await work() } catch {
            if error.code == .notAllowed { try await recordRefusal(of: operation.rawValue, to: actor) }
            throw error
        }
    }
}
