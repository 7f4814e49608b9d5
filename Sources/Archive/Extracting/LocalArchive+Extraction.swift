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
        try await mayBegin(.extract, as: actor)
        try Words.refuseEmpty(documents, "documents")
        if let documents { try await read(as: actor, for: .extract) { try $0.refuseUnknown(documents) } }
        guard let extraction else { return }
        let lock = try await blocking.run { [self] () throws(ArchiveError) in
            try translating { try place.lockQueue(wait: wait) }
        }
        guard let lock else { return }
        defer { lock.release() }
        let isFirst = try translating { try derived.begin() }
        try await workQueue(documents, extraction, retry: retry, progress)
        // What an earlier one left is taken at the next opening.
        if isFirst, !Task.isCancelled { try translating { try derived.end() } }
    }

    private func workQueue(
        _ documents: [DocumentID]?, _ extraction: ExtractionService, retry: Bool, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError) {
        var done = 0
        func tell(_ count: Int, untold: Int) async throws(ArchiveError) {
            done += count
            progress(done, done + max(0, try await read(as: .operator, for: nil) { try $0.waitingFiles() } - untold))
        }
        if retry {
            // They stay as they are until they have been read anew.
            let failed = try await transaction { try $0.failed(documents) }
            try await work(failed, extraction, again: true, tell)
        }
        while !Task.isCancelled {
            let batch = try await transaction { try $0.waiting(documents, limit: Self.extractionBatch) }
            guard !batch.isEmpty else { return }
            try await work(batch, extraction, again: false, tell)
        }
    }

    /// Files read, and documents begun, before anything is kept: few, so that little is lost by a stop.
    private static let extractionBatch = 8
    /// Longest that a text waits for the other files of its document before it can be found: indexing costs as much as all of them.
    private static let longestUntold = Duration.seconds(30)

    private typealias Read = (waiting: WaitingFile, outcome: ExtractionOutcome, isNew: Bool)

    /// Reads files. Outcomes are kept a few at a time; the catalogue is told of a document once, when all its files have been read.
    private func work(
        _ batch: [WaitingFile], _ extraction: ExtractionService, again: Bool,
        _ tell: (Int, Int) async throws(ArchiveError) -> Void
    ) async throws(ArchiveError) {
        var (rest, untold, told) = (batch[...], [Read](), ContinuousClock.now)
        while !rest.isEmpty, !Task.isCancelled {
            let read = try await self.read(Array(rest.prefix(Self.extractionBatch)), extraction, again: again)
            rest = rest.dropFirst(Self.extractionBatch)
            untold += read
            let isLate = told.duration(to: .now) >= Self.longestUntold
            let unfinished = isLate ? [] : Set(rest.map(\.document))
            let telling = untold.filter { !unfinished.contains($0.waiting.document) }
            untold.removeAll { !unfinished.contains($0.waiting.document) }
            if isLate || untold.isEmpty { told = .now }
            try await keep(read.filter(\.isNew), telling: telling, again: again)
            try await tell(read.count, untold.count)
        }
    }

    /// Two at a time: reading is another process's work, and there are two cores.
    ///
    /// - Throws: ``ArchiveError`` where a file was not looked at; it stays in the queue.
    private func read(_ files: [WaitingFile], _ extraction: ExtractionService, again: Bool) async throws(ArchiveError) -> [Read] {
        var outcomes: [Read] = []
        for pair in stride(from: 0, to: files.count, by: 2).map({ Array(files[$0..<min($0 + 2, files.count)]) }) {
            let read = await withTaskGroup(of: (Int, Result<ExtractionOutcome, ArchiveError>, Bool).self) { group in
                for (index, waiting) in pair.enumerated() {
                    group.addTask { [self] in
                        if !again, let known = derived.outcome(of: waiting.document, waiting.sha256) {
                            return (index, .success(known), false)
                        }
                        return (index, await readText(waiting, extraction), true)
                    }
                }
                return await group.reduce(into: []) { $0.append((pair[$1.0], $1.1, $1.2)) }
            }
            for (waiting, outcome, isNew) in read { outcomes.append((waiting, try outcome.get(), isNew)) }
        }
        return outcomes
    }

    /// What a worker reads in a file. Only what the file itself is the reason for is an outcome, which is kept: where the machine
    /// lacks something just now, the file stays in the queue.
    ///
    /// - Returns: an error where the file was not looked at.
    private func readText(_ waiting: WaitingFile, _ extraction: ExtractionService) async -> Result<ExtractionOutcome, ArchiveError> {
        let stored: StoredFile
        do throws(FileStoreError) {
            // Hashing would keep other tasks waiting.
            stored = try await blocking.run { [store] () throws(FileStoreError) in
                let stored = try store.open(waiting.document, waiting.version, waiting.name.logicalPath, expecting: waiting.sha512)
                try stored.check()
                return stored
            }
        } catch {
            if case .disk(let cause) = error, cause.errno != .noSuchFileOrDirectory { return .failure(.translated(error)) }
            guard case .digestDiffers = error else {
                return .success(ExtractionOutcome(result: .failed, reason: "content_missing", maker: "muniment 1"))
            }
            // What was not filed is not what was filed says: nothing of it may be found, or let a hold go.
            do throws(ArchiveError) {
                try await recordDamage(of: waiting.document, waiting.version, waiting.name, waiting.sha512, by: .operator)
            } catch { return .failure(error) }
            return .success(ExtractionOutcome(result: .failed, reason: "content_differs", maker: "muniment 1"))
        }
        let outcome = await extraction.read(stored.file, name: waiting.name.text, mediaType: waiting.mediaType)
        return switch outcome.reason {
        // Pipes, files in memory and processes are wanting: that passes.
        case "worker_not_started", "no_memory": .failure(.tooManyOpen(subject: waiting.name.text))
        case let reason? where reason.hasPrefix("not_confined"): .failure(.fault(reason))
        default: .success(outcome)
        }
    }

    /// Puts outcomes in place, and tells the catalogue of some, for the documents that still live.
    ///
    /// - Parameter again: Whether they come in place of others.
    private func keep(_ outcomes: [Read], telling told: [Read], again: Bool) async throws(ArchiveError) {
        try await writing.run { [self] writer throws(ArchiveError) in
            try translating {
                let change = try place.staging.begin()
                defer { cleanUp(change, applied: true) }
                let staged = try outcomes.enumerated().map { index, read in
                    let folder = change.folder.appending("\(index)")
                    try place.disk.createFolder(folder)
                    return try derived.stage(read.outcome, in: folder, read.waiting.sha256)
                }
                try writer.exclusively { generation in
                    if again {
                        try generation.write { transaction in
                            try transaction.awaitAgain(outcomes.map { ($0.waiting.document, [$0.waiting.sha256]) })
                            return true
                        }
                    }
                    try keep(outcomes, staged, telling: told, in: generation)
                }
            }
        }
    }

    private func keep(_ outcomes: [Read], _ staged: [FilePath], telling told: [Read], in generation: CatalogueGeneration) throws {
        let alive = try generation.read { transaction in
            try Set((outcomes + told).map(\.waiting.document)).filter { try transaction.lives($0) }
        }
        for (read, path) in zip(outcomes, staged) where alive.contains(read.waiting.document) {
            try derived.install(path, read.waiting.document, read.waiting.sha256)
        }
        guard !told.isEmpty else { return }
        try generation.write { transaction in
            for (document, reads) in Dictionary(grouping: told, by: \.waiting.document) where alive.contains(document) {
                try derived.take(reads.map { ($0.waiting.sha256, $0.outcome) }, of: document, in: transaction)
            }
            try place.disk.step("catalogue commit")
            return true
        }
    }
}
