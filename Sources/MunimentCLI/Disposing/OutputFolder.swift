import Archive
import Disk
import Records
import SystemPackage
import Wording

/// A folder for the papers of a batch: made where there is none, and empty.
struct OutputFolder {
    private let path: FilePath

    /// Looks at it.
    ///
    /// - Throws: ``ArchiveError`` `.outputExists` for one that is not empty or no folder, `.outputFailed`.
    init(_ path: FilePath) throws(ArchiveError) {
        self.path = path
        try Self.translating(path) { disk throws(DiskError) in
            guard try disk.status(path) != nil else { return }
            guard try disk.status(path.appending("."))?.kind == .folder else { throw DiskError("open", path, .notDirectory) }
            guard try disk.list(path).isEmpty else { throw DiskError("list", path, .directoryNotEmpty) }
        }
    }

    private static func translating(_ path: FilePath, _ work: (Disk) throws(DiskError) -> Void) throws(ArchiveError) {
        do throws(DiskError) { try work(Disk()) } catch {
            let isTaken = error.errno == .notDirectory || error.errno == .directoryNotEmpty
            throw ArchiveError(
                isTaken ? .outputExists : .outputFailed,
                isTaken
                    ? ArchiveMessage.folderNotEmpty(path.string) : ArchiveMessage.outputFailed(path.string, reason: error.errno),
                remedy: Remedy.useOtherOutput, subject: path.string, cause: error)
        }
    }

    /// Makes it where there is none, so that nothing is filed whose papers cannot be written.
    func make() throws(ArchiveError) {
        try Self.translating(path) { disk throws(DiskError) in
            if try disk.status(path) == nil { try disk.createFolder(path, mode: 0o755) }
        }
    }

    /// Writes all files of a batch's papers, each checked against its digest.
    ///
    /// - Returns: the paths.
    func write(_ batch: BatchView, _ session: Session) async throws(ArchiveError) -> [String] {
        try make()
        var written: [String] = []
        for document in [batch.list, batch.opinion, batch.certificate].compactMap(\.self) {
            let view = try await session.ask(ShowDocument(document))
            for file in view.versions.last?.files ?? [] {
                let content = try await session.archive.open(
                    ContentRequest(document: document, version: nil, name: file.record.name), by: session.actor)
                let target = path.appending(file.record.name.text)
                try ContentOutput.save(content, as: target)
                written.append(target.string)
            }
        }
        return written
    }
}
