public import Catalogue
import Exchange
public import Records
import Wording

/// Labels (标签) for originals, as sheets to be printed: what people read, and the identifier for scanners and cameras. What these read is taken by a
/// stock-take.
public struct PrintOriginalLabels: Question {
    public typealias Answer = ExportedFile
    public static let operation = Operation.exportLists
    public static var sample: PrintOriginalLabels { PrintOriginalLabels(of: "\(DocumentID.sample)") }

    /// An original, a document, or a dossier.
    public let of: String
    /// The language of the file's name; Chinese without.
    public let language: Tongue?

    public init(of record: String, in language: Tongue? = nil) {
        of = record
        self.language = language
    }

    public func answer(_ reading: Reading) throws -> ExportedFile {
        let tongue = language ?? .chinese
        let originals = try reading.originals(meantBy: try Words.text(of, "of")).filter { $0.form == .paper }
        guard !originals.isEmpty else {
            throw ArchiveError(.recordUnknown, OriginalMessage.noPaper(of), remedy: OriginalRemedy.registerFirst, subject: of)
        }
        let sheet = LabelSheet(
            title: OriginalListWord.labels.phrase,
            labels: originals.map { original in
                LabelSheet.Label(
                    code: original.id.compact,
                    lines: [
                        original.title, original.number ?? "", OriginalPageMessage.copy(original.copy, of: original.copies).text(tongue),
                        "\(original.id)",
                    ].filter { !$0.isEmpty })
            }, created: reading.now)
        return try reading.export(.labels, OriginalListWord.labels, lines: originals.count, as: .pdf, in: tongue) {
            () throws(ExchangeError) in
            try sheet.pdf(tongue)
        }
    }
}

/// What is registered at a place and within it, as a list to be taken along when stock is taken (盘点清单, R-20).
public struct PrintStocktakeList: Question {
    public typealias Answer = ExportedFile
    public static let operation = Operation.exportLists
    public static var sample: PrintStocktakeList { PrintStocktakeList(at: "档案室-3柜", as: .csv) }

    /// Room, cabinet, shelf or box.
    public let place: String
    public let format: ExportFormat
    /// The language of headings; Chinese without.
    public let language: Tongue?

    public init(at place: String, as format: ExportFormat, in language: Tongue? = nil) {
        self.place = place
        self.format = format
        self.language = language
    }

    public func answer(_ reading: Reading) throws -> ExportedFile {
        let (place, tongue) = (try OriginalPlace.read(place), language ?? .chinese)
        var filter = OriginalFilter()
        filter.place = place
        let columns: [(OriginalListWord, Int)] = [
            (.order, 1), (.place, 4), (.number, 3), (.title, 6), (.copy, 2), (.identifier, 4), (.seen, 1), (.remark, 3),
        ]
        let originals = try reading.originals(filter).filter { $0.state == .shelved }.sorted { ($0.place ?? "") < ($1.place ?? "") }
        let name = OriginalListWord.stocktakeList.phrase
        let table = Table(
            title: Phrase("\(name.chinese) \(place)", "\(name.english) \(place)"),
            columns: columns.map { Column($0.0.phrase, weight: $0.1) },
            rows: originals.enumerated().map { index, original in
                [
                    .number(index + 1), .text(original.place ?? ""), .text(original.number ?? ""), .text(original.title),
                    .text("\(original.copy)/\(original.copies)"), .text("\(original.id)"), .empty, .empty,
                ]
            })
        let signers = [OriginalListWord.taker, .witness].map { SignatureBox(role: $0.phrase) }
        return try reading.export(.stocktake, OriginalListWord.stocktakeList, table, signers: signers, as: format, in: tongue)
    }
}

extension Reading {
    /// The originals that an identifier of theirs, of their document, or of a dossier means.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`, `.documentUnknown`
    fileprivate func originals(meantBy words: String) throws -> [OriginalView] {
        if let original = try? OriginalID(words) { return [try known(original)] }
        var filter = OriginalFilter()
        if let dossier = try? DossierID(words) {
            filter.dossier = try known(dossier).id
        } else {
            filter.document = try known(try DocumentID(asked: words)).id
        }
        return try originals(filter)
    }
}
