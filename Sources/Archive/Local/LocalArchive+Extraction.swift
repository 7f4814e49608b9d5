public import Catalogue
import Disk
import Extraction
import FileStore
import GRDB
public import Records
import SystemPackage
import Wording

extension LocalArchive {
    /// How far the reading of texts has come.
    public struct ExtractionState: Sendable, Codable {
        /// Files that wait.
        public let waiting: Int
        /// Files that could not be read, with the reason.
        public let failed: [ExtractionQueries.Failure]
    }

    /// How many files wait for their text, and which could not be read.
    public func extractionState(by actor: Actor) async throws(ArchiveError) -> ExtractionState {
        try await read { [self] db in
            try authorise(.readDocument, for: actor, in: db)
            return ExtractionState(waiting: try ExtractionQueries.waitingCount(in: db), failed: try ExtractionQueries.failures(in: db))
        }
    }

    /// Reads the text of files that wait, until the queue is empty.
    ///
    /// Whoever holds the queue's lock works it; another process is waited for only if `wait` says so.
    /// - Parameters:
    ///   - documents: only these; all without.
    ///   - retry: whether files that could not be read are tried again.
    ///   - progress: told how many files were read and how many wait.
    public func extract(
        _ documents: [DocumentID]? = nil, retry: Bool = false, wait: Bool = false,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) {
        guard let extraction else { return }
        let lock = try await blocking.run { [self] () throws(ArchiveError) in
            try translating { try place.disk.lock(place.derived.appending("queue.lock"), wait: wait) }
        }
        guard let lock else { return }
        defer { lock.release() }
        var done = 0
        func tell(_ count: Int, untold: Int) async throws(ArchiveError) {
            done += count
            progress(done, done + max(0, try await read { db in try ExtractionQueries.waitingCount(in: db) } - untold))
        }
        if retry {
            // They stay as they are until they have been read anew.
            let failed = try await read { db in try ExtractionQueries.failed(documents, in: db) }
            try await work(failed, extraction, again: true, tell)
        }
        while !Task.isCancelled {
            let batch = try await read { db in try ExtractionQueries.waiting(documents, limit: Self.extractionBatch, in: db) }
            guard !batch.isEmpty else { return }
            try await work(batch, extraction, again: false, tell)
        }
    }

    /// Files read, and documents begun, before anything is kept: few, so that little is lost by a stop.
    private static let extractionBatch = 8
    /// Longest that a text waits for the other files of its document before it can be found: indexing costs as much as all of them.
    private static let longestUntold = Duration.seconds(30)

    private typealias Read = (waiting: ExtractionQueries.Waiting, outcome: ExtractionOutcome, isNew: Bool)

    /// Reads files. Outcomes are kept a few at a time; the catalogue is told of a document once, when all its files have been read.
    private func work(
        _ batch: [ExtractionQueries.Waiting], _ extraction: ExtractionService, again: Bool,
        _ tell: (Int, Int) async throws(ArchiveError) -> Void
    ) async throws(ArchiveError) {
        var (rest, untold, told) = (batch[...], [Read](), ContinuousClock.now)
        while !rest.isEmpty, !Task.isCancelled {
            let read = await self.read(Array(rest.prefix(Self.extractionBatch)), extraction, again: again)
            rest = rest.dropFirst(Self.extractionBatch)
            untold += read
            let isLate = told.duration(to: .now) >= Self.longestUntold
            let unfinished = isLate ? [] : Set(rest.map(\.document))
            let telling = untold.filter { !unfinished.contains($0.waiting.document) }
            untold.removeAll { !unfinished.contains($0.waiting.document) }
            if isLate || untold.isEmpty { told = .now }
            try await blocking.run { [self] () throws(ArchiveError) in try keep(read.filter(\.isNew), telling: telling) }
            try await tell(read.count, untold.count)
        }
    }

    /// Two at a time: reading is another process's work, and there are two cores.
    private func read(
        _ files: [ExtractionQueries.Waiting], _ extraction: ExtractionService, again: Bool
    ) async -> [Read] {
        var outcomes: [Read] = []
        for pair in stride(from: 0, to: files.count, by: 2).map({ Array(files[$0..<min($0 + 2, files.count)]) }) {
            outcomes += await withTaskGroup(of: (Int, ExtractionOutcome, Bool).self) { group in
                for (index, waiting) in pair.enumerated() {
                    group.addTask { [self] in
                        if !again, let known = derived.outcome(of: waiting.document, waiting.sha256) { return (index, known, false) }
                        return (index, await readText(waiting, extraction), true)
                    }
                }
                return await group.reduce(into: []) { $0.append((pair[$1.0], $1.1, $1.2)) }
            }
        }
        return outcomes
    }

    private func readText(_ waiting: ExtractionQueries.Waiting, _ extraction: ExtractionService) async -> ExtractionOutcome {
        guard let stored = try? store.open(waiting.document, waiting.version, waiting.name.logicalPath) else {
            return ExtractionOutcome(result: .failed, reason: "content_missing", maker: "muniment 1")
        }
        return await extraction.read(stored.file, name: waiting.name.text, mediaType: waiting.mediaType)
    }

    /// Puts outcomes in place, and tells the catalogue of some, for the documents that still live.
    private func keep(_ outcomes: [Read], telling told: [Read]) throws(ArchiveError) {
        try translating {
            let change = try place.staging.begin()
            defer { cleanUp(change, applied: true) }
            let staged = try outcomes.enumerated().map { index, read in
                let folder = change.folder.appending("\(index)")
                try place.disk.createFolder(folder)
                return try derived.stage(read.outcome, in: folder, read.waiting.sha256)
            }
            try writer.exclusively { generation in
                let alive = try generation.database.read { db in
                    try Set((outcomes + told).map(\.waiting.document)).filter { try DocumentQueries.document($0, in: db) != nil }
                }
                for (read, path) in zip(outcomes, staged) where alive.contains(read.waiting.document) {
                    try derived.install(path, read.waiting.document, read.waiting.sha256)
                }
                guard !told.isEmpty else { return }
                try generation.database.write { db in
                    for (document, reads) in Dictionary(grouping: told, by: \.waiting.document) where alive.contains(document) {
                        try take(reads.map { ($0.waiting.sha256, $0.outcome) }, of: document, in: db)
                    }
                    try place.disk.step("catalogue commit")
                }
            }
        }
    }
}
