import Catalogue
public import Disk
public import Extraction
import FileStore
import Journal
public import Records
public import SystemPackage
public import Wording

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
        /// Told what the archive has put right of itself.
        public var notice: @Sendable (UpkeepMessage) -> Void
        /// What the archive tells of how it is read.
        var pages = FormatPages.all

        public init(
            disk: Disk = Disk(), clock: any Clock = SystemClock(), extraction: ExtractionService? = nil, credentials: Credentials? = nil,
            notice: @escaping @Sendable (UpkeepMessage) -> Void = { _ in }
        ) {
            self.notice = notice
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
    let readings: Readings
    let writing: WriterLane
    let stager: Stager
    let clock: any Clock
    let extraction: ExtractionService?
    let credentials: Credentials?
    let refusals = Tally()
    let signIns = SignIns()
    let alarms = Alarms()
    /// As many readers as the catalogue has connections for.
    let reading = Lane("reading", width: 4, isShort: true)
    /// What hashes and copies: as many as there are cores for it.
    let blocking = Lane("files", width: 4)

    var writer: Writer { writing.writer }
    var derived: DerivedFiles { place.derivedFiles }

    /// Opens the archive at `root` and settles what an earlier process left, unless somebody is writing just now.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`, `.newerProgramNeeded`, `.placeUnfit` for a home that others can read or that is another
    ///   archive's.
    public convenience init(root: FilePath, surroundings: Surroundings = Surroundings()) throws(ArchiveError) {
        var place = try ArchivePlace.open(root, disk: surroundings.disk, notice: surroundings.notice)
        place.pages = surroundings.pages
        try self.init(place: place, surroundings: surroundings)
    }

    /// - Parameter isRestoring: Whether it is just being made of a backup: the control register may know more than its journal.
    init(place: ArchivePlace, surroundings: Surroundings, isRestoring: Bool = false) throws(ArchiveError) {
        let disk = surroundings.disk
        self.place = place
        do { try surroundings.credentials?.check() } catch { throw error.archiveError }
        vocabulary = try translating { try Vocabulary.standard() }
        store = FileStore(root: place.objects, disk: disk)
        journal = Journal(folder: place.journal, disk: disk)
        catalogue = Catalogue(folder: CatalogueFolder(folder: place.catalogue, disk: disk))
        clock = surroundings.clock
        readings = Readings(place: place, clock: clock, vocabulary: vocabulary)
        let control = surroundings.credentials.map { [journal] in
            Controlling(
                credentials: $0, archive: place.identity.identity, origin: place.checkpointOrigin, journal: journal,
                isRestoring: isRestoring)
        }
        writing = WriterLane(
            Writer(
                place: place, journal: journal, store: store, catalogue: catalogue, readings: readings,
                trusted: { [credentials = surroundings.credentials] in (try? credentials?.pinnedKey()).map { [$0] } ?? [] },
                control: control))
        stager = Stager(
            store: store, disk: disk, clock: clock, extraction: surroundings.extraction,
            ownFiles: place.ownFiles(home: surroundings.credentials?.folder))
        extraction = surroundings.extraction
        credentials = surroundings.credentials
        do throws(ArchiveError) {
            try writer.settleIfIdle { generation in
                try place.takeUnfinished(into: generation)
                try place.format.refresh()
            }
        } catch {
            // Reading and checking go on where writing cannot: what is not settled yet is not seen yet, and every change meets the same error.
            guard [.readOnly, .noSpace, .diskFailed, .journalDamaged, .objectDamaged, .catalogueDamaged].contains(error.code) else {
                throw error
            }
        }
        finishDestructionsBegun()
    }

    /// The random name of the archive at `root`, without opening it.
    public static func identity(at root: FilePath) throws(ArchiveError) -> String {
        try ArchivePlace.open(root, disk: Disk()).identity.identity
    }

    /// The random name of this archive, for ever.
    public var identity: String { place.identity.identity }
}
