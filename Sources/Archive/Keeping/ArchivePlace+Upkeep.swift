import Disk
import Journal
import Records
import Schemas
import SystemPackage
import Wording

/// The lock of whoever changes the archive.
struct WriterLock: Sendable {
    fileprivate let locks: [FileLock]

    func release() { locks.reversed().forEach { $0.release() } }
}

/// What of the root can be made again is: nothing of it may keep the archive from being used.
extension ArchivePlace {
    /// Takes the writer's lock, and puts right what is gone of the root.
    ///
    /// The file `lock` may be taken away while somebody holds it, and another made in its place; the journal's folder may not, so it
    /// is locked as well.
    /// - Returns: nil where somebody else holds it and `wait` is false.
    func takeLock(wait: Bool) throws -> WriterLock? {
        try clear(lock, for: .file)
        if try disk.status(lock) == nil { notice(.madeAnew("lock")) }
        guard let first = try disk.lock(lock, wait: wait) else { return nil }
        guard let second = try lockJournal(wait: wait) else {
            first.release()
            return nil
        }
        let taken = WriterLock(locks: [first, second])
        do { try mend() } catch let error as DiskError {
            // Reading and settling need nothing of it; a change says itself what it lacks.
            guard error.isNoSpace || error.errno == .readOnlyFileSystem else {
                taken.release()
                throw error
            }
        }
        return taken
    }

    /// - Throws: `JournalError`: nothing else of the root must be there.
    private func lockJournal(wait: Bool) throws(JournalError) -> FileLock? {
        do throws(DiskError) { return try disk.lockFolder(journal, wait: wait) } catch { throw .disk(error) }
    }

    /// Takes the lock of the queue of texts.
    func lockQueue(wait: Bool) throws -> FileLock? {
        try mend(derived)
        let path = derivedFiles.queueLock
        try clear(path, for: .file)
        return try disk.lock(path, wait: wait)
    }

    /// Makes the folders that are gone, and the page for whoever finds the root.
    private func mend() throws {
        for folder in [aside, derived, catalogue, staging.folder] { try mend(folder) }
        try clear(reserve.path, for: .file)
        try clear(format.folder, for: .folder)
        let readme = root.appending("README")
        try clear(readme, for: .file)
        guard try disk.status(readme) == nil else { return }
        try writeReadme()
        notice(.madeAnew("README"))
    }

    /// Makes a folder of the root where there is none. Others may be at it at the same time.
    func mend(_ folder: FilePath) throws(DiskError) {
        try clear(folder, for: .folder)
        guard try disk.status(folder) == nil else { return }
        do throws(DiskError) { try disk.createFolder(folder) } catch {
            guard error.errno == .fileExists else { throw error }
            return
        }
        try disk.syncFolder(root)
        notice(.madeAnew(folder.lastComponent?.string ?? folder.string))
    }

    /// Puts aside what stands in the place of a file or folder of ours and is something else: it is not ours to remove.
    private func clear(_ path: FilePath, for kind: FileStatus.Kind) throws(DiskError) {
        guard let found = try disk.status(path)?.kind, found != kind else { return }
        notice(.putAside(path.lastComponent?.string ?? "", as: try putAside(path)))
    }

    /// What lies in `derived` and was read of nothing that was filed.
    func strangers(to filed: FiledContents) throws -> [FilePath] {
        try derivedFiles.contents().filter { filed.content(of: $0) == nil }
    }

    /// Puts aside what is strange in `derived`, so that it is known where it comes from. Called under the writer's lock.
    func putAsideStrangers(to filed: FiledContents) throws {
        for path in try strangers(to: filed) {
            notice(.strangerPutAside("derived/\(path.string)", as: try putAside(derived.pushing(path), marked: Self.derivedMark)))
        }
    }

    /// Removes what was put aside of `derived`: it may be a text of anything.
    func removeDerivedStrangers() throws(DiskError) {
        let folder = root.appending("not-ours")
        guard try disk.status(folder) != nil else { return }
        for name in try disk.list(folder) where name.string.hasPrefix(Self.derivedMark) { try disk.removeTree(folder.appending(name)) }
    }

    private static let derivedMark = "derived-"

    /// - Returns: where it lies now, below the root.
    private func putAside(_ path: FilePath, marked mark: String = "") throws(DiskError) -> String {
        // Names have room for 255 bytes.
        let name = mark + String(decoding: (path.lastComponent?.string ?? "").utf8.prefix(200), as: UTF8.self)
        if try disk.status(root.appending("not-ours")) == nil { try disk.createFolder(root.appending("not-ours")) }
        var attempt = 1
        while try disk.status(root.appending("not-ours/\(name)-\(attempt)")) != nil { attempt += 1 }
        let place = "not-ours/\(name)-\(attempt)"
        try disk.rename(path, to: root.appending(place))
        return place
    }

    func writeReadme() throws(DiskError) {
        let file = try disk.createFile(root.appending("README"))
        try file.write(Schema.storageReadme, at: 0)
        try file.sync()
    }
}
