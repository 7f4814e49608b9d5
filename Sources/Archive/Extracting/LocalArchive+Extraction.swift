import Catalogue
import Disk
import Extraction
import FileStore
public import Records
import SystemPackage
import Wording

extension LocalArchive {
    /// Reads the text of files that wait, until the queue is empty.
    ///
    /// Whoever holds the queue's lock works it; another process is waited for only if `wait` says so.
    /// - Parameters:
    ///   - documents: only these; all without.
    ///   - retry: whether files that could not be read are tried again.
    ///   - progress: told how many files were read and how many wait.
    public func extract(
        _ documents: [DocumentID]? = nil, retry: Bool = false, wait: Bool = false, by actor: Actor = .operator,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) {
        guard let extraction else { return }
        let lock = try await blocking.run { [self] () throws(ArchiveError) in
            try translating { try place.disk.lock(place.derived.appending("queue.lock"), wait: wait) }
        }
        guard let lock else { return }
        defer { lock.release() }
        if retry { try await requeueFailures(by: actor) }
        var done = 0
        while true {
            let batch = try await transaction { try $0.waiting(documents, limit: Self.extractionBatch) }
            guard !batch.isEmpty, !Task.isCancelled else { return }
            try await work(batch, extraction)
            done += batch.count
            progress(done, done + (try await read(as: .operator, for: nil) { try $0.waitingFiles() }))
        }
    }

    /// Files read before the catalogue is told of them: few, so that texts are found soon and little is lost by a stop.
    private static let extractionBatch = 8

    private func work(_ batch: [WaitingFile], _ extraction: ExtractionService) async throws(ArchiveError) {
        // Two at a time: reading is another process's work, and there are two cores.
        var outcomes: [(WaitingFile, ExtractionOutcome, isNew: Bool)] = []
        for pair in stride(from: 0, to: batch.count, by: 2).map({ Array(batch[$0..<min($0 + 2, batch.count)]) }) {
            let read = await withTaskGroup(of: (Int, Result<ExtractionOutcome, ArchiveError>, Bool).self) { group in
                for (index, waiting) in pair.enumerated() {
                    group.addTask { [self] in
                        if let known = derived.outcome(of: waiting.document, waiting.sha256) { return (index, .success(known), false) }
                        return (index, await readText(waiting, extraction), true)
                    }
                }
                return await group.reduce(into: []) { $0.append((pair[$1.0], $1.1, isNew: $1.2)) }
            }
            outcomes += try read.map { waiting, result, isNew throws(ArchiveError) in (waiting, try result.get(), isNew: isNew) }
        }
        let finished = outcomes
        try await keep(finished)
    }

    var derived: DerivedFiles { DerivedFiles(folder: place.derived, disk: place.disk) }

    /// What a worker reads in a file. Only what the file itself is the reason for is an outcome, which is kept: where the machine
    /// lacks something just now, the file stays in the queue.
    ///
    /// - Returns: an error where the file was not looked at.
    private func readText(
        _ waiting: WaitingFile, _ extraction: ExtractionService
    ) async -> Result<ExtractionOutcome, ArchiveError> {
        let stored: StoredFile
        do throws(FileStoreError) { stored = try store.open(waiting.document, waiting.version, waiting.name.logicalPath) } catch {
            if case .disk(let cause) = error, cause.errno != .noSuchFileOrDirectory { return .failure(.translated(error)) }
            return .success(ExtractionOutcome(result: .failed, reason: "content_missing", maker: "muniment 1"))
        }
        let outcome = await extraction.read(stored.file, name: waiting.name.text, mediaType: waiting.mediaType)
        guard let reason = outcome.reason, ["worker_not_started", "no_memory"].contains(reason) else { return .success(outcome) }
        return .failure(.fault(reason))
    }

    /// Puts outcomes in place and into the catalogue, for the documents that still live.
    private func keep(_ outcomes: [(WaitingFile, ExtractionOutcome, isNew: Bool)]) async throws(ArchiveError) {
        try await writing.run { [self] writer throws(ArchiveError) in try translating { try keep(outcomes, writer) } }
    }

    private func keep(_ outcomes: [(WaitingFile, ExtractionOutcome, isNew: Bool)], _ writer: Writer) throws {
        let change = try place.staging.begin()
        defer { cleanUp(change, applied: true) }
        let staged = try outcomes.enumerated().map { index, outcome -> FilePath? in
            guard outcome.isNew else { return nil }
            let folder = change.folder.appending("\(index)")
            try place.disk.createFolder(folder)
            return try derived.stage(outcome.1, in: folder, outcome.0.sha256)
        }
        try writer.exclusively { generation in
            try generation.write { transaction in
                for ((waiting, outcome, _), path) in zip(outcomes, staged) {
                    guard try transaction.isThere(waiting.document) else { continue }
                    if let path { try derived.install(path, waiting.document, waiting.sha256) }
                    try take(outcome, waiting.document, waiting.sha256, in: transaction)
                }
                try place.disk.step("catalogue commit")
                return true
            }
        }
    }

    private func take(_ outcome: ExtractionOutcome, _ document: DocumentID, _ sha256: String, in transaction: CatalogueTransaction) throws {
        let content = ExtractedContent(
            document: document, sha256: sha256, result: outcome.result.rawValue, reason: outcome.reason, pages: outcome.pages,
            maker: outcome.maker)
        try transaction.take(content) { derived.outcome(of: document, $0)?.text ?? "" }
    }

    /// What could not be read is tried again. A document that a hold on words covers stays held, whatever is read this time.
    private func requeueFailures(by actor: Actor) async throws(ArchiveError) {
        let failures = try await read(as: actor, for: .extract) { try $0.extractionFailures() }
        try await writing.run { [self] writer throws(ArchiveError) in
            try writer.exclusively { generation in
                try generation.write { transaction in
                    for failure in failures {
                        try derived.forget(failure.document, failure.sha256)
                        try transaction.requeue(failure)
                    }
                    return true
                }
            }
        }
    }

    /// Projects the outcomes of extraction that lie in `derived/` into a catalogue made anew.
    func projectDerived(into generation: CatalogueGeneration) throws {
        let contents = try generation.read { try $0.allContents() }
        for (document, sha256) in contents {
            guard let outcome = derived.outcome(of: document, sha256) else { continue }
            try generation.write { transaction in
                try take(outcome, document, sha256, in: transaction)
                return true
            }
        }
    }
}
