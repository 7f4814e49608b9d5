import Catalogue
public import Disk
import Journal
import Records
import Synchronization
public import SystemPackage
import Wording

extension LocalArchive {
    /// Makes an archive of a backup, in a folder that is absent or empty. Only whoever owns the files can: there is no archive yet to ask.
    ///
    /// The control register in the credentials' home is applied before anything can be read; without one the archive is marked 未核对.
    /// - Parameters:
    ///   - surroundings: with the credentials of this archive, whose name ``identity(ofBackup:)`` tells.
    ///   - progress: told how many of how many documents are copied.
    /// - Throws: ``ArchiveError`` that names what is wrong with backup, register or place; then nothing was made.
    public static func restore(
        _ from: FilePath, to root: FilePath, surroundings: Surroundings = Surroundings(), options: RestoreOptions = RestoreOptions(),
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> Restored {
        let lane = Lane("restore", width: 1)
        let (run, plan, archive) = try await lane.run { () throws(ArchiveError) in
            try ofBackup {
                let backup = BackupFolder(path: from, disk: surroundings.disk)
                try refuseOverlap(from, root, surroundings.disk)
                let keys = try options.keys ?? surroundings.credentials?.pinnedKey().map { [$0] } ?? []
                let run = RestoreRun(backup: backup, root: root, surroundings: surroundings, keys: keys, options: options)
                let plan = try run.plan()
                try surroundings.credentials?.check()
                return (run, plan, try run.make(plan, progress))
            }
        }
        do throws(ArchiveError) {
            let restored = try await archive.tell(plan, run)
            try await lane.run { () throws(ArchiveError) in
                try translating {
                    try surroundings.credentials?.claim()
                    try run.finish(plan.identity)
                }
            }
            return restored
        } catch {
            try? run.giveUp(false)
            throw error
        }
    }

    /// What is damaged here is the backup: nothing else is there to restore it from.
    private static func ofBackup<Value>(_ work: () throws -> Value) throws(ArchiveError) -> Value {
        do throws(ArchiveError) { return try translating(work) } catch {
            guard [.digestDiffers, .objectDamaged].contains(error.code) else { throw error }
            throw error.saying(BackupMessage.otherBackup)
        }
    }

    /// The random name of the archive of which a folder holds a backup.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`, `.newerProgramNeeded`
    public static func identity(ofBackup folder: FilePath, disk: Disk = Disk()) throws(ArchiveError) -> String {
        guard let manifest = try BackupFolder(path: folder, disk: disk).manifest() else {
            throw ArchiveError(
                .archiveMissing, BackupMessage.missing(folder.string), remedy: BackupMessage.otherBackup, subject: folder.string)
        }
        return manifest.archive
    }

    private static func refuseOverlap(_ from: FilePath, _ root: FilePath, _ disk: Disk) throws {
        let own = OwnFiles(disk: disk, root: from, home: nil, working: [])
        guard try own.overlaps(root) else { return }
        throw ArchiveError(
            .valueRefused, BackupMessage.withinBackup(root.string), remedy: BackupMessage.otherFolder, subject: root.string)
    }

    /// States that the archive was restored, and what the register knows beyond the backup.
    private func tell(_ plan: RestoreRun.Plan, _ run: RestoreRun) async throws(ArchiveError) -> Restored {
        let manifest = plan.story.manifest
        let witnessed = run.options.checkpoint.flatMap { note in
            note.isSigned(by: run.keys) ? Checkpoint(note).flatMap { $0.origin == checkpointOrigin ? $0.size : nil } : nil
        }
        let highest = max(manifest.events, plan.state.highest, witnessed ?? 0)
        let register = ArchiveRestored.Register(plan.register)
        let event = ArchiveRestored(
            events: manifest.events, root: manifest.root, backedUpOn: manifest.day, highestKnown: highest, register: register)
        let redacted = try await stageRedactions(plan.state)
        let applied = Mutex(ControlledState.Applied())
        let result = try await writing.commit(
            PendingChange(
                actor: .operator, operation: nil, request: nil,
                decide: { [writer] decision in
                    try decision.state(event)
                    let done = try plan.state.apply(in: decision, redacted.map(\.waiting), writer.facts)
                    applied.withLock { $0 = done }
                }, ignoresClock: true))
        for one in redacted { cleanUp(one.change, applied: result.applied) }
        guard result.applied else { throw ArchiveError.fault("what a restore stated could not be carried out") }
        try await writing.run { writer throws(ArchiveError) in _ = try writer.finishDestructions(as: .operator) }
        let holds = applied.withLock { $0 }
        return Restored(
            archive: place.root.string, identity: identity, events: manifest.events, documents: plan.living.objects.count,
            backedUpOn: manifest.day, highestKnown: highest, signed: !run.keys.isEmpty, registerLines: register?.lines,
            uncheckedSince: register == nil ? manifest.day : nil, holdsPlaced: holds.placed, holdsLifted: holds.lifted,
            holdsLost: holds.lost, destroyed: plan.state.destroyed.filter { plan.story.living.objects[$0] != nil }.sorted(),
            redacted: Set(redacted.map(\.waiting.document)).sorted())
    }

    /// Builds the objects of the backup of which contents were redacted since: the bytes do not come back.
    private func stageRedactions(_ state: ControlledState) async throws(ArchiveError) -> [(waiting: WaitingRedaction, change: StagedChange)]
    {
        try await blocking.run { [self] () throws(ArchiveError) in
            try translating {
                var staged: [(waiting: WaitingRedaction, change: StagedChange)] = []
                let last = try journal.head().sequence
                for begun in state.redactions where state.destructions[begun.document] == nil {
                    guard try writer.read({ try $0.lives(begun.document) }) else { continue }
                    let change = try place.staging.begin()
                    let earlier = staged.last { $0.waiting.document == begun.document && $0.waiting.staged != nil }?.waiting
                    let waiting = try WaitingRedaction(
                        begun.scope(in: journal, through: last), in: begun.document, by: begun.batch, on: earlier, store, change)
                    if let waiting, try waiting.changesAnything(writer.facts) {
                        try change.makeFindable(on: place.disk)
                        staged.append((waiting, change))
                    } else {
                        try place.staging.end(change)
                    }
                }
                return staged
            }
        }
    }
}
