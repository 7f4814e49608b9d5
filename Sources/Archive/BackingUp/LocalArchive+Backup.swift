import Catalogue
public import Disk
import FileStore
public import Journal
public import Records
public import SystemPackage
import Wording

extension LocalArchive {
    /// Brings a backup in a folder to the state of this moment, while others read and write.
    ///
    /// What the folder has already is not copied again. Broken off anywhere, it leaves the old backup or the new one.
    /// - Parameters:
    ///   - folder: absent, empty, or with an earlier backup of this archive.
    ///   - progress: told how many of how many documents are done.
    /// - Throws: ``ArchiveError`` that names what is wrong with archive or folder; then the old backup is as it was.
    public func backUp(
        to folder: FilePath, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> BackedUp {
        try await recordingRefusals(of: .backUp, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .backUp) { _ in }
            return try await blocking.run { [self] () throws(ArchiveError) in
                try translating { try backUpNow(BackupFolder(path: folder, disk: place.disk), progress) }
            }
        }
    }

    private func backUpNow(_ folder: BackupFolder, _ progress: (Int, Int) -> Void) throws -> BackedUp {
        let own = place.ownFiles(home: credentials?.folder)
        guard try !own.overlaps(folder.path) else {
            throw ArchiveError(
                .valueRefused, BackupMessage.ownFolder(folder.path.string), remedy: BackupMessage.otherFolder, subject: folder.path.string)
        }
        let (lock, old) = try folder.begin(for: identity)
        defer { lock.release() }
        let now = clock.now()
        let (events, day, register) = try writer.exclusively { generation in
            let (events, zone) = try generation.read { (try $0.progress().sequence, try $0.archive()?.zone) }
            let day = (zone.flatMap { CivilZone(name: $0) }).map { $0.date(of: now) } ?? now.date()
            try writer.control?.makeReady(through: events, on: day)
            return (events, day, ArchiveRestored.Register(try writer.control?.read()))
        }
        let signer = try credentials?.signer(origin: checkpointOrigin)
        let run = BackupRun(writer: writer, folder: folder, events: events, register: register, signer: signer, now: now, day: day)
        return try run.run(after: old, progress)
    }

    /// Checks a backup, byte for byte; the archive itself need not be there any more.
    ///
    /// - Parameters:
    ///   - keys: the keys pinned outside archive and backup; without any, the signature is not checked.
    ///   - progress: told how many of how many documents are checked.
    /// - Throws: ``ArchiveError`` where there is no backup, or a newer program's.
    public static func verifyBackup(
        _ folder: FilePath, keys: [NoteVerifier], disk: Disk = Disk(), progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> BackupVerification {
        try await Lane("backup", width: 1).run { () throws(ArchiveError) in
            try translating { try BackupCheck(folder: BackupFolder(path: folder, disk: disk), keys: keys).run(progress) }
        }
    }
}
