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
        let found = try translating { try FolderListing(disk: place.disk).files(below: folder) }
        let rows = try await self.rows(of: ledger, found, type: type)
        var report = ImportReport()
        report.rows = rows.count
        if ledger != nil {
            let named = Set(rows.flatMap(\.files)).union([ledger?.lastComponent?.string ?? ""])
            report.unlisted = found.filter { !named.contains($0) }
        }
        for start in stride(from: 0, to: rows.count, by: Self.importGroup) {
            guard !Task.isCancelled else { break }
            let group = rows[start..<min(start + Self.importGroup, rows.count)]
            var filings: [(Ledger.Row, Filing)] = []
            for row in group {
                do throws(ArchiveError) { filings.append((row, try filing(row, in: folder))) } catch { report.add(error, row) }
            }
            if dryRun { try await rehearse(filings, into: &report) } else { try await file(filings, by: actor, into: &report) }
            progress(min(start + Self.importGroup, rows.count), rows.count)
        }
        return report
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
            throw ArchiveError(.inputUnreadable, ImportMessage.ledgerUnreadable(name, reason: "no worker"), subject: name)
        }
        let file = try translatingInput(path) { () throws(DiskError) in try place.disk.openForReading(path, followingLinks: true) }
        let table = await extraction.readTable(file, name: name)
        if let problem = table.problem {
            throw ArchiveError(
                .inputUnreadable, ImportMessage.ledgerUnreadable(name, reason: problem), remedy: Remedy.checkPath, subject: name)
        }
        return try Ledger(table, named: name)
    }

    private func translatingInput<Value>(_ path: FilePath, _ work: () throws(DiskError) -> Value) throws(ArchiveError) -> Value {
        do { return try work() } catch {
            let missing = error.errno == .noSuchFileOrDirectory
            throw ArchiveError(
                missing ? .inputMissing : .inputUnreadable,
                missing ? ArchiveMessage.inputMissing(path.string) : .inputUnreadable(path.string, reason: "\(error.errno)"),
                remedy: Remedy.checkPath,
                subject: path.string)
        }
    }

    private func filing(_ row: Ledger.Row, in folder: FilePath) throws(ArchiveError) -> Filing {
        if let problem = row.problem { throw ArchiveError(.valueRefused, problem) }
        guard !row.files.isEmpty else { throw ArchiveError(.inputMissing, ImportMessage.noFileNamed) }
        var files: [IncomingFile] = []
        for (index, name) in row.files.enumerated() {
            let path = FilePath(name).lexicallyNormalized()
            guard !path.isAbsolute, path.components.first?.kind != .parentDirectory else {
                throw ArchiveError(.inputUnreadable, ImportMessage.outsideFolder(name), subject: name)
            }
            files.append(IncomingFile(name: nil, role: index == 0 ? .main : .attachment, source: .path(folder.pushing(path))))
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

    private func file(_ filings: [(Ledger.Row, Filing)], by actor: Actor, into report: inout ImportReport) async throws(ArchiveError) {
        guard !filings.isEmpty else { return }
        let results = try await fileTogether(filings.map(\.1), by: actor)
        for ((row, _), result) in zip(filings, results) {
            switch result {
            case .success(let outcome):
                if outcome.repeated {
                    report.existing.append(outcome.answer.document.id)
                } else {
                    report.filed.append(outcome.answer.document.id)
                }
            case .failure(let error):
                // The same bytes under the same number are this very document, filed by another way.
                if error.code == .duplicate, let id = error.duplicates.first(where: { $0.reason == .bytes })?.id {
                    report.existing.append(id)
                } else {
                    report.add(error, row)
                }
            }
        }
    }

    private func rehearse(_ filings: [(Ledger.Row, Filing)], into report: inout ImportReport) async throws(ArchiveError) {
        for (row, filing) in filings {
            do throws(ArchiveError) {
                for file in filing.files {
                    _ = try IncomingName(of: file)
                    if case .path(let path) = file.source { try IncomingPath(path, disk: place.disk).refuseEmpty() }
                }
                _ = try MetadataReader(vocabulary: vocabulary).read(filing.words, fileName: row.files.first ?? "")
                report.filed.append(nil)
            } catch { report.add(error, row) }
        }
    }
}

extension ImportReport {
    fileprivate mutating func add(_ error: ArchiveError, _ row: Ledger.Row) {
        failures.append(
            Failure(row: row.number == 0 ? nil : row.number, file: row.files.first ?? "", code: error.code, message: error.message))
    }
}
