import Catalogue
import Disk
import Extraction
import Records
import SystemPackage

extension ArchivePlace {
    /// Takes what an extraction left that was stopped between a file and the catalogue's row; no document is read a second time for it. Costs
    /// nothing where none was. Called under the writer's lock.
    func takeUnfinished(into generation: CatalogueGeneration) throws {
        // Whoever is at it tells the catalogue themselves.
        guard try derivedFiles.isUnfinished(), let queue = try lockQueue(wait: false) else { return }
        defer { queue.release() }
        try derivedFiles.takeWaiting(into: generation)
        try derivedFiles.end()
    }
}

/// How the outcomes of extraction that lie in `derived/` come into a catalogue.
extension DerivedFiles {
    /// Projects outcomes of one document; its text is put together and indexed once for all of them.
    func take(_ outcomes: [(sha256: String, outcome: ExtractionOutcome)], of document: DocumentID, in transaction: CatalogueTransaction)
        throws
    {
        let contents = outcomes.map { sha256, outcome in
            ExtractedContent(
                sha256: sha256, result: outcome.result.rawValue, reason: outcome.reason, pages: outcome.pages, maker: outcome.maker)
        }
        let known = Dictionary(outcomes.map { ($0.sha256, $0.outcome) }, uniquingKeysWith: { first, _ in first })
        try transaction.take(contents, of: document) { (known[$0] ?? outcome(of: document, $0))?.text ?? "" }
    }

    /// Takes what lies here of files that wait; looks for each of them.
    func takeWaiting(into generation: CatalogueGeneration) throws {
        let waiting = try generation.read { try $0.allWaiting() }
        try take(waiting, into: generation)
    }

    /// Takes those of some contents that were read, a document in a transaction.
    private func take(_ contents: [DocumentContents], into generation: CatalogueGeneration) throws {
        for (document, digests) in contents {
            let found = digests.compactMap { sha256 in outcome(of: document, sha256).map { (sha256, $0) } }
            guard !found.isEmpty else { continue }
            try generation.write { transaction in
                try take(found, of: document, in: transaction)
                return true
            }
        }
    }

    /// Projects everything here into a catalogue made anew.
    ///
    /// - Returns: the files as they were then, for ``catchUp(into:since:)``.
    func takeAll(into generation: CatalogueGeneration) throws -> [FilePath: FileStatus] {
        let contents = try generation.read { try $0.allContents() }
        let seen = statuses(of: contents)
        try take(contents, into: generation)
        return seen
    }

    /// Under the lock: what was read since, what was read again, and the texts of documents that got another version meanwhile.
    func catchUp(into generation: CatalogueGeneration, since seen: [FilePath: FileStatus]) throws {
        let contents = try generation.read { try $0.allContents() }
        let changed = statuses(of: contents).filter { seen[$0.key] != $0.value }
        try take(
            contents.map { document, digests in (document, digests.filter { changed[place(document, $0)] != nil }) },
            into: generation)
        try takeWaiting(into: generation)
    }
}
