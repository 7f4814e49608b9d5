import Catalogue
public import Disk
import FileStore
import Journal
import Records
public import SystemPackage
import Wording

/// Makes an empty archive.
public struct ArchiveBuilder: Sendable {
    private let disk: Disk
    private let clock: any Clock

    public init(disk: Disk = Disk(), clock: any Clock = SystemClock()) {
        self.disk = disk
        self.clock = clock
    }

    /// Makes `root` an archive. `archive.json` is written last: until it is there, nothing counts as an archive.
    ///
    /// The folder may exist if it holds at most a README and what an earlier, interrupted `init` left.
    /// - Parameters:
    ///   - zone: IANA name; the default is that of the first users.
    ///   - home: The folder for its secrets, which becomes this archive's; one of another archive is refused before anything is made.
    /// - Throws: ``ArchiveError`` `.archiveExists`, `.outputExists` for a folder with something else in it, `.placeUnfit`.
    public func create(at root: FilePath, zone: String = "Asia/Shanghai", home: FilePath? = nil) throws(ArchiveError) -> String {
        try translating {
            try refuseUnfit(root)
            guard try disk.status(root.appending("archive.json")) == nil else {
                throw ArchiveError(.archiveExists, ArchiveMessage.archiveExists(root.string), subject: root.string)
            }
            // No archive has this name: a home that bears one is another's.
            if let home { try Credentials(home: home, disk: disk, archive: "").check() }
            guard let civilZone = CivilZone(name: zone) else {
                throw ArchiveError(.valueRefused, ArchiveMessage.zoneUnknown(zone), subject: "zone")
            }
            try prepareRoot(root)
            let identity = ArchiveIdentity(
                format: ArchiveIdentity.currentFormat, identity: Salt.random(), zone: zone, digestAlgorithm: "sha512")
            let place = ArchivePlace(root: root, disk: disk, identity: identity, notice: { _ in })
            try FileStore.create(at: place.objects, disk: disk)
            for folder in [place.derived, place.catalogue, place.aside, place.staging.folder] { try disk.createFolder(folder) }
            let journal = try Journal.create(in: place.journal, disk: disk)
            _ = try disk.createFile(place.lock)
            try place.reserve.make()
            try place.format.refresh()
            if try disk.status(root.appending("README")) == nil { try place.writeReadme() }
            try begin(journal, place, civilZone)
            if let home { try Credentials(home: home, disk: disk, archive: identity.identity).claim() }
            try identity.write(to: root, disk: disk)
            return identity.identity
        }
    }

    /// A file where the folder, or the one above it, is to be; or no folder above it.
    private func refuseUnfit(_ root: FilePath) throws {
        let above = root.removingLastComponent()
        let place = (try? disk.status(root)) == nil && !above.isEmpty ? above : root
        do { _ = try disk.list(place) } catch {
            switch error.errno {
            case .notDirectory:
                throw ArchiveError(
                    .outputExists, ArchiveMessage.folderIsFile(place.string), remedy: Remedy.chooseFolder, subject: place.string)
            case .noSuchFileOrDirectory where place == above:
                throw ArchiveError(.inputMissing, ImportMessage.noFolder(place.string), remedy: Remedy.makeFolder, subject: place.string)
            default: throw error
            }
        }
    }

    /// Removes what an interrupted `init` left; refuses anything else.
    private func prepareRoot(_ root: FilePath) throws {
        if try disk.status(root) == nil {
            try disk.createFolder(root)
            try disk.syncFolder(root.removingLastComponent().isEmpty ? "." : root.removingLastComponent())
        }
        let names = Set(try disk.list(root).map(\.string))
        let ours: Set = [
            "objects", "journal", "derived", "catalogue", "aside", "staging", "format", "not-ours", "lock", "reserve", "archive.json.new",
            "README",
            ".gitignore",
        ]
        guard names.isSubset(of: ours) else {
            throw ArchiveError(.outputExists, ArchiveMessage.folderNotEmpty(root.string), remedy: Remedy.chooseFolder, subject: root.string)
        }
        try disk.setMode(root, 0o700)
        for name in names.subtracting(["README", ".gitignore"]) { try disk.removeTree(root.appending(name)) }
        try PlaceCheck(disk: disk).check(root)
    }

    private func begin(_ journal: Journal, _ place: ArchivePlace, _ zone: CivilZone) throws {
        let vocabulary = try Vocabulary.standard()
        let patterns = vocabulary.entries.compactMap { entry in entry.numbering.map { (entry.code.code, $0) } }
        // The rules that dates follow are events from the first day: a later program must not move them silently.
        let events: [any Event] = [
            ArchiveCreated(
                identity: place.identity.identity, zone: zone.name, numbering: Dictionary(patterns, uniquingKeysWith: { first, _ in first })
            ),
            ScheduleLoaded(version: 1, rules: try DefinitionFile(LocalArchive.standardSchedule).items),
            SchemeLoaded(version: 1, classes: try DefinitionFile(LocalArchive.standardScheme).items),
        ]
        let now = clock.now()
        let drafts = try events.map {
            try NewEvent(Payload(salt: Salt.random(), date: zone.date(of: now), request: nil, event: $0), at: now, actor: .operator)
        }
        let (head, _) = try journal.append(drafts, after: try journal.head())
        let folder = CatalogueFolder(folder: place.catalogue, disk: disk)
        let generation = try folder.make()
        try CatalogueMaker(journal: journal).project(into: generation, through: head.sequence)
        try folder.makeCurrent(generation.number)
    }
}
