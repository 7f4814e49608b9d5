import Disk
import Foundation
import Glibc
import SystemPackage

/// The folder outside the archive's root in which secrets lie: mode 0700, its files 0600, each replaced whole and durably.
struct CredentialsHome: Sendable {
    let folder: FilePath
    let disk: Disk
    /// The archive whose secrets these are; nil where it does not matter.
    var archive: String?

    /// The file that names the archive.
    private static let nameFile = "archive"

    /// Most bytes of a file here: more than ``mostRecords`` have.
    static let longestFile = 64 << 20
    /// Most tokens, or passwords, at once: more than any company has programs and people. A change writes all of them, some 300 bytes each.
    static let mostRecords = 100_000

    /// Makes the folder, and those above it that are missing, durably.
    func make() throws(CredentialsError) {
        do throws(DiskError) {
            var missing: [FilePath] = []
            var path = folder
            while try disk.status(path) == nil, !path.isEmpty {
                missing.append(path)
                path.removeLastComponent()
            }
            for path in missing.reversed() {
                // Another process may have made it meanwhile; then it is there, which is all that is wanted.
                do throws(DiskError) { try disk.createFolder(path) } catch  where error.errno == .fileExists {}
                try disk.syncFolder(path.removingLastComponent())
            }
        } catch { throw .disk(error) }
        try checkOwner()
        if let archive, try read(Self.nameFile) == nil { try write(Array("\(archive)\n".utf8), to: Self.nameFile) }
    }

    /// Makes sure that the folder, where there is one, is its owner's alone and this archive's.
    ///
    /// - Throws: ``CredentialsError`` `.exposed`, `.homeOfAnother`
    func checkOwner() throws(CredentialsError) {
        guard try check(folder) != nil, let archive, let bytes = try read(Self.nameFile) else { return }
        let named = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        guard named == archive else { throw .homeOfAnother(folder, named) }
    }

    func path(_ name: String) -> FilePath { folder.appending(name) }

    /// What the file system says of a file, which is guarded as a secret must be; nil where there is none.
    func status(_ name: String) throws(CredentialsError) -> FileStatus? { try check(path(name)) }

    /// The content of a file; nil where there is none.
    ///
    /// - Throws: ``CredentialsError`` `.exposed` where others can get at it.
    func read(_ name: String) throws(CredentialsError) -> [UInt8]? {
        guard let status = try check(path(name)) else { return nil }
        guard status.kind == .file else { throw .notPlain(path(name), isFolder: status.kind == .folder) }
        do throws(DiskError) { return try disk.read(path(name), limit: CredentialsHome.longestFile) } catch { throw .disk(error) }
    }

    /// Replaces a file whole: after a crash it is the old one or the new one.
    func write(_ bytes: [UInt8], to name: String) throws(CredentialsError) {
        guard bytes.count <= CredentialsHome.longestFile else { throw .tooMany(path(name), most: CredentialsHome.mostRecords) }
        let staged = path("\(name).\(hexSecret(8)).part")
        do throws(DiskError) {
            let file = try disk.createFile(staged)
            do throws(DiskError) {
                try file.write(bytes, at: 0)
                try file.sync()
                try disk.replace(path(name), by: staged)
            } catch {
                // The first failure is the one to tell; a leftover with a secret in it is as well guarded as the file itself.
                try? disk.removeFile(staged)
                throw error
            }
            try disk.syncFolder(folder)
        } catch { throw .disk(error) }
    }

    /// Does something while no other process or thread holds the lock of this name.
    func locked<Result>(_ name: String, _ body: () throws(CredentialsError) -> Result) throws(CredentialsError) -> Result {
        try check(path(name))
        let lock: FileLock?
        do throws(DiskError) { lock = try disk.lock(path(name), wait: true) } catch { throw .disk(error) }
        defer { lock?.release() }
        return try body()
    }

    /// What there is, if it is guarded as a secret must be; nil where there is nothing.
    @discardableResult
    private func check(_ path: FilePath) throws(CredentialsError) -> FileStatus? {
        let status: FileStatus?
        do throws(DiskError) { status = try disk.status(path) } catch { throw .disk(error) }
        guard let status else { return nil }
        guard status.kind == .file || status.kind == .folder else { throw .notPlain(path, isFolder: false) }
        guard status.owner == geteuid(), status.mode & 0o077 == 0 else { throw .exposed(path) }
        return status
    }
}

/// A file with records as JSON, changed under its lock.
struct CredentialsFile<Record: Codable & Sendable>: Sendable {
    let home: CredentialsHome
    let name: String
    /// Most records; each reading looks at all of them.
    var most = CredentialsHome.mostRecords

    private struct Content: Codable {
        var format = 1
        var records: [Record]
    }

    func status() throws(CredentialsError) -> FileStatus? { try home.status(name) }

    func records() throws(CredentialsError) -> [Record] {
        guard let bytes = try home.read(name) else { return [] }
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.format == 1 else {
            throw .damaged(home.path(name))
        }
        return content.records
    }

    /// Reads, changes and writes back what `body` makes of the records, with no other process in between.
    func change<Result>(_ body: (inout [Record]) -> Result) throws(CredentialsError) -> Result {
        try home.make()
        return try home.locked("\(name).lock") { () throws(CredentialsError) in
            var records = try records()
            let result = body(&records)
            guard records.count <= most else { throw .tooMany(home.path(name), most: most) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            guard let bytes = try? encoder.encode(Content(records: records)) else { throw .damaged(home.path(name)) }
            try home.write(Array(bytes), to: name)
            return result
        }
    }
}
