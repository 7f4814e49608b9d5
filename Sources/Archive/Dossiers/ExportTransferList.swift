public import Catalogue
import Exchange
public import Records
import Wording

/// The list by which files pass on (移交清册): what is in some dossiers, to be signed by whoever gives, receives and supervises.
public struct ExportTransferList: Question {
    public typealias Answer = ExportedFile
    public static let operation = Operation.exportLists
    public static var sample: ExportTransferList { ExportTransferList(of: [.sample], as: .csv) }

    public let dossiers: [DossierID]
    public let format: ExportFormat
    /// The language of headings; Chinese without.
    public let language: Tongue?

    public init(of dossiers: [DossierID], as format: ExportFormat, in language: Tongue? = nil) {
        self.dossiers = dossiers
        self.format = format
        self.language = language
    }

    /// Named as on the disposal list, where that has the same.
    private static let columns: [(any Message, Int)] = [
        (DisposalWord.order, 1), (OriginalListWord.title, 6), (DisposalWord.volume, 3), (DisposalWord.volumes, 1), (DisposalWord.years, 2),
        (OriginalListWord.archiveNumber, 3), (DisposalWord.period, 3), (DisposalWord.kept, 2), (DisposalWord.medium, 2),
        (OriginalListWord.format, 2),
    ]

    public func answer(_ reading: Reading) throws -> ExportedFile {
        try Words.refuseEmpty(dossiers, "dossiers")
        let tongue = language ?? .chinese
        var lines: [[Cell]] = []
        for dossier in dossiers {
            for member in try reading.known(dossier).documents {
                lines.append([.number(lines.count + 1)] + (try cells(of: try reading.known(member.id), in: dossier, reading, tongue)))
            }
        }
        let table = Table(
            title: OriginalListWord.transferList.phrase, columns: Self.columns.map { Column($0.0.phrase, weight: $0.1) }, rows: lines)
        let signers = [OriginalListWord.giver, .receiver, .supervisor].map { SignatureBox(role: $0.phrase) }
        return try reading.export(.transfer, OriginalListWord.transferList, table, signers: signers, as: format, in: tongue)
    }

    /// All cells but the first.
    private func cells(of document: DocumentView, in dossier: DossierID, _ reading: Reading, _ tongue: Tongue) throws -> [Cell] {
        let span = RecordSpan(of: document)
        let retention = try ShowRetention(of: document.id).answer(reading)
        var filter = OriginalFilter()
        filter.document = document.id
        let hasPaper = try reading.originals(filter).contains { $0.form == .paper && ![.destroyed, .released].contains($0.state) }
        let endings = Set(
            (document.version(document.version)?.files ?? []).map { $0.record.name.text.split(separator: ".").last.map(String.init) ?? "" })
        return [
            .text(document.title), .text("\(dossier)"), .number(1), .text(span.years),
            .text(document.number ?? "\(document.id)"),
            .text(retention.keptTo ?? (retention.due == nil ? OriginalListWord.open : .forEver).text(tongue)),
            .text("\(span.begun.fullYears(until: reading.today)) \(DisposalWord.yearsKept.text(tongue))"),
            .text((hasPaper ? OriginalListWord.both.text(tongue) : DisposalWord.electronic.text(tongue))),
            .text(endings.sorted().joined(separator: "、")),
        ]
    }
}
