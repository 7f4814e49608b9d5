import Catalogue
import Exchange
import Records
import Wording

extension Reading {
    /// Makes a file of a list. It leaves the archive, which is an event (law 2).
    ///
    /// - Throws: ``ArchiveError`` where nothing can be recorded now, and where the form cannot be made.
    func export(
        _ list: ExportedList, _ name: some Message, lines: Int, as format: ExportFormat, in tongue: Tongue,
        _ make: () throws(ExchangeError) -> [UInt8]
    ) throws(ArchiveError) -> ExportedFile {
        if let reason = unrecordable { throw ArchiveError(reason, ExportMessage.notRecorded) }
        let bytes: [UInt8]
        do { bytes = try make() } catch { throw ArchiveError(error.code, error.message, remedy: error.message.usualRemedy, cause: error) }
        notes.add(ListExported(list: list, format: format, lines: lines))
        return ExportedFile(name: "\(name.text(tongue))-\(today).\(format.rawValue)", format: format, bytes: bytes)
    }

    /// A table that is printed, or kept for a spreadsheet.
    ///
    /// - Throws: ``ArchiveError`` as above, and `.valueRefused` for a calendar, which it is none.
    func export(
        _ list: ExportedList, _ name: some Message, _ table: Table, signers: [SignatureBox], as format: ExportFormat, in tongue: Tongue
    ) throws(ArchiveError) -> ExportedFile {
        guard format != .ics else {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.wordUnknown(format.rawValue),
                remedy: Remedy.words([ExportFormat.csv, .xlsx, .pdf].map(\.phrase)), subject: "format")
        }
        let form = PrintedForm(
            orientation: .landscape, title: table.title, created: now, blocks: [.table(table), .signatures(signers)])
        return try export(list, name, lines: table.rows.count, as: format, in: tongue) { () throws(ExchangeError) in
            switch format {
            case .csv: table.csv(tongue)
            case .xlsx: try table.xlsx(tongue, created: now)
            default: try form.pdf(tongue)
            }
        }
    }
}

extension ExchangeError {
    fileprivate var code: ErrorCode { if case .tooManyRows = self { .tooLarge } else { .outputFailed } }
}
