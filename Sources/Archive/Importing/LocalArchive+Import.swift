import Crypto
import Disk
import Extraction
public import Records
public import SystemPackage
import Wording

extension LocalArchive {
    /// Files a folder: with a ledger, a document for each row; without one, a document for each file.
    ///
    /// Safe to repeat and to stop at any moment: what was filed is recognised and not filed again.
    /// - Parameters:
    ///   - type: for rows that do not say it.
    ///   - dryRun: whether everything is only looked at.
    ///   - progress: told how many of how many rows are done.
    public func importFolder(
        _ folder: FilePath, ledger: FilePath?, type: String?, dryRun: Bool, by actor: Actor,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError) -> ImportReport {
        try stager.ownFiles.refuse(folder: folder)
        let listing = try FolderListing(of: folder, disk: place.disk)
        let found = listing.files
        let names = found.map(\.name)
        let rows = try await self.rows(of: ledger, names, type: type)
        var report = ImportReport()
        report.rows = rows.count
        report.passedOver = listing.passedOver
        if ledger != nil {
            let named = Set(rows.flatMap(\.files)).union([ledger?.lastComponent?.string ?? ""])
            report.unlisted = names.filter { !named.contains($0) }
        }
        let paths = Dictionary(found.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
        let prepared = rows.map { row in
            Prepared(row: row, filing: Result { () throws(ArchiveError) in try filing(row, in: folder, paths) })
        }
        if dryRun {
            try await rehearse(prepared, by: actor, into: &report) { progress($0, rows.count) }
            report.forgetImagined()
            return report
        }
        for start in stride(from: 0, to: rows.count, by: Self.importGroup) {
            guard !Task.isCancelled else { break }
            let end = min(start + Self.importGroup, rows.count)
            try await file(Array(prepared[start..<end]), by: actor, into: &report)
            progress(end, rows.count)
        }
        return report
    }

    /// A row with the filing that it asks for, or why it asks for none.
    private struct Prepared {
        let row: Ledger.Row
        let filing: Result<Filing, ArchiveError>
    }

    /// Documents that share one sync of the disk and one of the journal.
    private static let importGroup = 32

    private func rows(of ledger: FilePath?, _ found: [String], type: String?) async throws(ArchiveError) -> [Ledger.Row] {
        var words = MetadataWords()
        words.type = type
        guard let ledger else { return found.map { Ledger.Row(number: 0, files: [$0], words: words, problem: nil) } }
        let read = try await readLedger(ledger)
        return read.rows.map { row in
            var words = row.words
            words.type = words.type ?? type
            return Ledger.Row(number: row.number, files: row.files, words: words, problem: row.problem)
        }
    }

    private func readLedger(_ path: FilePath) async throws(ArchiveError) -> Ledger {
        let name = path.lastComponent?.string ?? path.string
        guard let extraction else {
            throw ArchiveError(
                .inputUnreadable, ImportMessage.ledgerUnreadable(name, reason: ReadingProblem.readerMissing.rawValue), subject: name)
        }
        let file: DiskFile
        do throws(DiskError) { file = try place.disk.openInput(path) } catch {
            throw ArchiveError(refusing: path.string, isFound: false, error)
        }
        let table = await extraction.readTable(file, name: name)
        if let problem = table.problem {
            throw ArchiveError(
                .inputUnreadable, ImportMessage.ledgerUnreadable(name, reason: problem), remedy: Remedy.checkPath, subject: name)
        }
        return try Ledger(table, named: name)
    }

    /// - Parameter paths: Of the files that were found, by the names that people read.
    private func filing(_ row: Ledger.Row, in folder: FilePath, _ paths: [String: FilePath]) throws(ArchiveError) -> Filing {
        if let problem = row.problem { throw ArchiveError(.valueRefused, problem) }
        guard !row.files.isEmpty else { throw ArchiveError(.inputMissing, ImportMessage.noFileNamed) }
        var files: [IncomingFile] = []
        for (index, name) in row.files.enumerated() {
            let path = paths[name] ?? FilePath(name).lexicallyNormalized()
            guard !path.isAbsolute, path.components.first?.kind != .parentDirectory else {
                throw ArchiveError(.inputUnreadable, ImportMessage.outsideFolder(name), subject: name)
            }
            files.append(IncomingFile(name: nil, role: index == 0 ? .main : .attachment, source: .entry(path, below: folder)))
        }
        return Filing(files: files, words: row.words, key: try importKey(row))
    }

    /// The same row with the same words is the same request, whenever it comes again.
    private func importKey(_ row: Ledger.Row) throws(ArchiveError) -> String {
        let digest = try Request.key("import", for: ImportedRow(files: row.files, words: row.words))?.digest.hex.prefix(40) ?? ""
        return "import:\(digest)"
    }

    private struct ImportedRow: Encodable {
        let files: [String]
        let words: MetadataWords
    }

    private func file(_ prepared: [Prepared], by actor: Actor, into report: inout ImportReport) async throws(ArchiveError) {
        let filings = prepared.compactMap { try? $0.filing.get() }
        report.take(prepared.map { ($0.row, $0.filing) }, filings.isEmpty ? [] : try await fileTogether(filings, by: actor))
    }

    /// Does what filing them would do, up to the commit, so that the report is the same.
    private func rehearse(
        _ prepared: [Prepared], by actor: Actor, into report: inout ImportReport, progress: (Int) -> Void
    ) async throws(ArchiveError) {
        let filings = prepared.compactMap { try? $0.filing.get() }
        let results = try await rehearse(filings, by: actor, group: Self.importGroup, progress: progress)
        report.take(prepared.map { ($0.row, $0.filing) }, results)
    }
}

extension ImportReport {
    /// Takes what became of rows, in their order; `results` are those of the rows that asked for a filing.
    fileprivate mutating func take(
        _ rows: [(Ledger.Row, Result<Filing, ArchiveError>)], _ results: [Result<Outcome<Filed>, ArchiveError>]
    ) {
        var results = results[...]
        for (row, filing) in rows {
            switch filing {
            case .failure(let error): add(error, row)
            case .success:
                // Fewer than asked for only where the import was stopped.
                if let result = results.popFirst() { take(result, of: row) }
            }
        }
    }

    private mutating func take(_ result: Result<Outcome<Filed>, ArchiveError>, of row: Ledger.Row) {
        switch result {
        case .success(let outcome):
            let document = outcome.answer.document
            if outcome.repeated { return exists(row, [Duplicate(.bytes, document)]) }
            filed.append(document.id)
            sources[document.id] = row.files.first
        case .failure(let error):
            // The same bytes under the same number are this very document, filed by another way.
            let known = error.duplicates.filter { $0.reason == .bytes && $0.id != nil }
            if error.code == .duplicate, !known.isEmpty { exists(row, known) } else { add(error, row) }
        }
    }

    private mutating func exists(_ row: Ledger.Row, _ duplicates: [Duplicate]) {
        existing.append(
            Existing(row: row.place, file: row.files.first ?? "", duplicates: duplicates, offered: source(of: duplicates)))
    }

    fileprivate mutating func add(_ error: ArchiveError, _ row: Ledger.Row) {
        failures.append(
            Failure(
                row: row.place, file: row.files.first ?? "", code: error.code, message: error.message,
                duplicates: older(error.duplicates), offered: source(of: error.duplicates)))
    }
}

extension Ledger.Row {
    /// Its number in the ledger; nil for a file without one.
    fileprivate var place: Int? { number == 0 ? nil : number }
}
