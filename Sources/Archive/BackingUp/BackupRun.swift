import Catalogue
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Wording

/// One run of a backup, from the state that the journal had when it began.
///
/// The order is what keeps the promise that a run broken off anywhere leaves the old backup: objects first, each durable before it is in
/// place and readable at its older versions too; then the journal, whose first events stay what they were; then `backup.json`; and only
/// then what belongs to no document any more goes, and what was redacted takes the place of what it was.
struct BackupRun {
    let writer: Writer
    let folder: BackupFolder
    /// What is to be saved: how many events.
    let events: Int
    let register: ArchiveRestored.Register?
    let signer: NoteSigner?
    let now: Timestamp
    let day: CivilDate

    private var disk: Disk { folder.disk }

    func run(after old: BackupManifest?, _ progress: (Int, Int) -> Void) throws -> BackedUp {
        try checkEvidence()
        var (living, before) = (LivingObjects(), LivingObjects())
        let extent = try writer.journal.survey(through: events, rootsAt: Set(old.map { [$0.events] } ?? [])) { event in
            try living.take(event, writer.facts)
            if event.header.sequence == old?.events { before = living }
        }
        try old.map { try refuseForked($0, extent) }
        // Nothing was refused: from here on the folder is written.
        try folder.beginWriting(for: writer.place.identity.identity)
        try prepare()
        try takeWaiting(before)
        try disk.createFolder(folder.waiting)
        let objects = living.sorted
        let copying = ObjectCopying(from: writer.store, to: folder.store, staging: folder.staging, disk: disk, sync: folder.sync)
        let changing = ObjectCopying(from: writer.store, to: folder.waitingStore, staging: folder.staging, disk: disk, sync: folder.sync)
        do {
            let changed = try copying.copy(objects, progress: progress)
            try changing.copy(changed) { _, _ in }
        } catch let error as FileStoreError {
            try refuseDestroyedSince()
            throw error
        }
        try copyJournal(extent)
        try folder.finish(
            try BackupManifest(
                archive: writer.place.identity.identity, madeAt: now, day: day, extent: extent, register: register, signer: signer))
        try clear(living, extent)
        return BackedUp(
            backup: folder.path.string, events: events, documents: objects.count, copied: copying.copied + changing.copied,
            bytes: copying.bytes + changing.bytes)
    }

    /// What was destroyed or redacted since the run began is not what it is about any more: the next one knows of it from the beginning.
    private func refuseDestroyedSince() throws {
        guard try !writer.read({ try $0.isAnythingGone(after: events) }) else {
            throw ArchiveError(.unsettled, DisposalMessage.inTheWay("disposal"), subject: folder.path.string)
        }
    }

    /// Ends what a run that was broken off left waiting: what `backup.json` speaks of is put in place, everything else goes.
    private func takeWaiting(_ living: LivingObjects) throws {
        guard try disk.status(folder.waiting) != nil else { return }
        for document in try folder.waitingStore.documents() {
            guard let object = living.objects[document], try folder.isWaiting(object) else { continue }
            try folder.store.adopt(document, from: folder.waitingStore)
        }
        try folder.sync()
        try disk.removeTree(folder.waiting)
    }

    /// Trusts no less evidence than the check of the journal.
    private func checkEvidence() throws {
        do { try writer.checkEvidence(knownThrough: events) } catch {
            // Beside somebody who writes, half a line is no finding.
            try writer.exclusivelyUnsettled { try writer.checkEvidence(knownThrough: events) }
        }
    }

    /// A backup whose events are not the beginning of this journal is another history's: it stays as it is.
    private func refuseForked(_ old: BackupManifest, _ extent: JournalExtent) throws {
        guard old.events > extent.size || extent.roots[old.events]?.contentDigest != old.root else { return }
        throw ArchiveError(
            .journalDamaged, BackupMessage.forked(folder.path.string, events: old.events), remedy: BackupMessage.keepAndChoose,
            subject: folder.path.string)
    }

    /// Makes what a root has besides objects and journal, and the places for these.
    private func prepare() throws {
        let identity = try disk.read(writer.place.root.appending("archive.json"), limit: 10_000)
        for (name, bytes) in [("archive.json", identity), ("README", BackupReadme.bytes)] {
            let place = folder.path.appending(name)
            if try disk.status(place) != nil, try disk.read(place, limit: 100_000) == bytes { continue }
            try folder.put(bytes, at: name)
        }
        try FormatFolder(folder: folder.path.appending("format"), disk: disk, pages: writer.place.pages).refresh()
        if try disk.status(folder.objects) == nil {
            try FileStore.create(at: folder.staging.appending("objects"), disk: disk)
            try disk.rename(folder.staging.appending("objects"), to: folder.objects)
        }
        for path in [folder.journalFolder, folder.journalFolder.appending("checkpoints")] where try disk.status(path) == nil {
            try disk.createFolder(path)
        }
    }

    private func copyJournal(_ extent: JournalExtent) throws {
        let segments = try writer.journal.stageCopy(of: extent, for: folder.journal, in: folder.staging)
        try folder.sync()
        try refuseDestroyedSince()
        try folder.journal.install(segments)
        try folder.journal.takeCheckpoints(try writer.journal.checkpoints(), through: extent.size, in: folder.staging)
    }

    /// Removes what does not belong to the backup any more; a run broken off here leaves it to the next one.
    private func clear(_ living: LivingObjects, _ extent: JournalExtent) throws {
        try takeWaiting(living)
        for document in try folder.store.documents() where living.objects[document] == nil {
            try folder.store.remove(document, into: folder.staging)
        }
        try folder.journal.removeRest(behind: extent)
        try disk.removeTree(folder.staging)
        try disk.removeFile(folder.unfinished)
    }
}
