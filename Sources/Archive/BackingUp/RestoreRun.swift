import Catalogue
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Wording

/// Makes an archive of a backup, in a folder that is empty. `archive.json` comes last: until it is there, nothing counts as an archive.
struct RestoreRun {
    let backup: BackupFolder
    let root: FilePath
    let surroundings: LocalArchive.Surroundings
    let keys: [NoteVerifier]
    let options: RestoreOptions

    private var disk: Disk { surroundings.disk }
    private var marker: FilePath { root.appending(Self.markerName) }

    private static let markerName = "restore.unfinished"

    /// All names that a restore makes before it is done.
    private static let names: Set = [
        markerName, "objects", "journal", "derived", "catalogue", "aside", "staging", "format", "not-ours", "lock", "reserve",
        "archive.json.new", "README",
    ]

    /// What is restored, once it was looked at.
    struct Plan {
        let story: BackupCheck.Story
        let identity: ArchiveIdentity
        let register: ControlRegister.Contents?
        let state: ControlledState
        var living: LivingObjects
    }

    /// Looks at backup and register; makes nothing.
    ///
    /// - Throws: ``ArchiveError`` that names what is wrong with which.
    func plan() throws -> Plan {
        var findings: [BackupFinding] = []
        let story = try BackupCheck(folder: backup, keys: keys).story(&findings)
        guard let story, findings.isEmpty else {
            let first = findings.first?.phrase ?? Phrase("", "")
            throw ArchiveError(
                .journalDamaged, BackupMessage.damaged(backup.path.string, first: first, count: findings.count),
                remedy: BackupMessage.otherBackup, subject: backup.path.string)
        }
        try checkCheckpoint(story)
        let register = try readRegister(story.manifest)
        let state = try register.map { register throws(ArchiveError) in try ControlledState(register) } ?? ControlledState()
        var living = story.living
        living.remove(state.destroyed)
        return Plan(
            story: story, identity: try ArchivePlace.read(backup.path, disk: backup.disk), register: register, state: state, living: living)
    }

    /// A later checkpoint must be one of this archive, signed by its key: else it shows nothing.
    private func checkCheckpoint(_ story: BackupCheck.Story) throws {
        guard let note = options.checkpoint else { return }
        let isSigned = keys.isEmpty || note.isSigned(by: keys)
        guard isSigned, Checkpoint(note)?.origin == "muniment.archive/\(story.manifest.archive)" else {
            throw ArchiveError(.valueRefused, BackupMessage.checkpointForeign, remedy: Remedy.giveCheckpoint, subject: "checkpoint")
        }
    }

    private func readRegister(_ manifest: BackupManifest) throws -> ControlRegister.Contents? {
        guard let credentials = surroundings.credentials else { return nil }
        let file = try credentials.controlRegister()
        let contents: ControlRegister.Contents?
        do throws(ControlRegisterError) { contents = try file.read(of: manifest.archive, keys: keys) } catch {
            throw error.archiveError.saying(ControlMessage.findLater)
        }
        guard let contents, let seen = manifest.register else { return contents }
        let lines = contents.lines
        guard lines.count >= seen.lines, seen.lines > 0, lines[seen.lines - 1].digest.contentDigest == seen.last else {
            throw ArchiveError(
                .placeUnfit, ControlMessage.shortened(file.path.string, lines: lines.count, seen: seen.lines),
                remedy: ControlMessage.findLater, subject: file.path.string)
        }
        return contents
    }

    /// Makes the archive. Where it fails nothing is left of it.
    func make(_ plan: Plan, _ progress: (Int, Int) -> Void) throws -> LocalArchive {
        let isNew = try disk.status(root) == nil
        try refuseUnfit()
        do {
            try begin(plan.identity.identity, isNew)
            let place = ArchivePlace(
                root: root, disk: disk, identity: plan.identity, notice: surroundings.notice, pages: surroundings.pages)
            try copy(plan, to: place, progress)
            try makeCatalogue(plan, place)
            return try LocalArchive(place: place, surroundings: surroundings, isRestoring: true)
        } catch {
            try? giveUp(isNew)
            throw error
        }
    }

    /// Refuses a place that is something else than an empty folder, or what a restore left there that was broken off.
    private func refuseUnfit() throws {
        guard try disk.status(root) != nil else { return try disk.refuseWithoutParent(root) }
        guard try disk.status(root.appending("."))?.kind == .folder else {
            throw ArchiveError(
                .outputExists, ArchiveMessage.folderIsFile(root.string), remedy: BackupMessage.otherFolder, subject: root.string)
        }
        let names = Set(try disk.list(root).map(\.string))
        guard names.isEmpty || names.contains(Self.markerName) && names.isSubset(of: Self.names) else {
            throw ArchiveError(
                .outputExists, ArchiveMessage.folderNotEmpty(root.string), remedy: BackupMessage.otherFolder, subject: root.string)
        }
    }

    /// Makes the place, and clears what an earlier restore left there.
    private func begin(_ identity: String, _ isNew: Bool) throws {
        if isNew {
            let above = root.removingLastComponent()
            try disk.createFolder(root)
            try disk.syncFolder(above.isEmpty ? "." : above)
        }
        for name in try disk.list(root) where name.string != Self.markerName { try disk.removeTree(root.appending(name)) }
        if try disk.status(marker) == nil {
            let file = try disk.createFile(marker)
            try file.write(Array("\(identity)\n".utf8), at: 0)
            try file.sync()
            // Before anything else is there: a power cut must not leave a folder of which nobody knows that it is a restore's.
            try disk.syncFolder(root)
        }
        try disk.setMode(root, 0o700)
        try PlaceCheck(disk: disk).check(root)
    }

    /// Removes what was made. What cannot be made to be no archive any more stays one, whole.
    func giveUp(_ isNew: Bool) throws {
        if try disk.status(root.appending("archive.json")) != nil {
            try disk.removeFile(root.appending("archive.json"))
            try disk.syncFolder(root)
        }
        for name in Self.names.sorted() where name != Self.markerName { try disk.removeTree(root.appending(name)) }
        try disk.removeTree(marker)
        if isNew { try disk.removeFolder(root) }
    }

    private func copy(_ plan: Plan, to place: ArchivePlace, _ progress: (Int, Int) -> Void) throws {
        try FileStore.create(at: place.objects, disk: disk)
        for folder in [
            place.derived, place.catalogue, place.aside, place.staging.folder, place.journal, place.journal.appending("checkpoints"),
        ] { try disk.createFolder(folder) }
        let store = FileStore(root: place.objects, disk: disk)
        let sync = { try disk.syncFileSystem(of: disk.openFolder(root)) }
        let objects = plan.living.sorted
        let waiting = try objects.filter { try backup.isWaiting($0) }
        let others = Set(waiting.map(\.document))
        for (from, objects) in [(backup.store, objects.filter { !others.contains($0.document) }), (backup.waitingStore, waiting)] {
            try ObjectCopying(from: from, to: store, staging: place.staging.folder, disk: disk, sync: sync).copy(
                objects, progress: progress)
        }
        let journal = Journal(folder: place.journal, disk: disk)
        try journal.install(try backup.journal.stageCopy(of: plan.story.extent, for: journal, in: place.staging.folder))
        try journal.takeCheckpoints(try backup.journal.checkpoints(), through: plan.story.extent.size, in: place.staging.folder)
        for name in try disk.list(place.staging.folder) { try disk.removeTree(place.staging.folder.appending(name)) }
        _ = try disk.createFile(place.lock)
        try place.reserve.make()
        try place.format.refresh()
        try place.writeReadme()
        try sync()
    }

    /// Fills a catalogue from the journal as it lies there now, and holds the objects against it.
    private func makeCatalogue(_ plan: Plan, _ place: ArchivePlace) throws {
        let journal = Journal(folder: place.journal, disk: disk)
        let extent = try journal.survey(through: plan.story.extent.size)
        guard extent.root == plan.story.extent.root else { throw ArchiveError.fault("a journal was copied wrongly") }
        let folder = CatalogueFolder(folder: place.catalogue, disk: disk)
        let generation = try folder.make()
        try CatalogueMaker(journal: journal).project(into: generation, through: extent.size)
        try folder.makeCurrent(generation.number)
        let expected = try generation.read { try $0.inventories() }.filter { !plan.state.destroyed.contains($0.key) }
        let findings = try ObjectsCheck(store: FileStore(root: place.objects, disk: disk)).root(expected).findings
        guard let first = findings.first else { return }
        let name = first.document.map { "\($0)" } ?? first.place
        throw ArchiveError(.objectDamaged, ArchiveMessage.objectDamaged(name), remedy: BackupMessage.otherBackup, subject: name)
    }

    /// Puts `archive.json` in place, durably: from here on it is an archive.
    func finish(_ identity: ArchiveIdentity) throws {
        try identity.write(to: root, disk: disk)
        try disk.removeFile(marker)
    }
}
