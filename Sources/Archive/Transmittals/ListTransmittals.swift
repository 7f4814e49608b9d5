public import Catalogue
import Exchange
public import Records
import Wording

/// Papers that went out or came in, with all that is in them.
public struct ShowTransmittal: Question {
    public typealias Answer = TransmittalView
    public static let operation = Operation.readTransmittals
    public static var sample: ShowTransmittal { ShowTransmittal(.sample) }

    public let transmittal: TransmittalID

    public init(_ transmittal: TransmittalID) { self.transmittal = transmittal }

    public func answer(_ reading: Reading) throws -> TransmittalView { try reading.known(transmittal) }
}

/// Papers that went out and came in, the newest first; all of what is asked for must be so.
public struct ListTransmittals: Question {
    public typealias Answer = [TransmittalLine]
    public static let operation = Operation.readTransmittals
    public static var sample: ListTransmittals { ListTransmittals() }

    public var direction: TransmittalDirection?
    public var state: TransmittalState?
    /// A waybill (运单号) in any way of writing.
    public var waybill: String?
    /// The name of a party, or its identifier.
    public var party: String?
    /// Those that this document went with.
    public var document: DocumentID?
    /// Who got or sent it, a waybill, or a document in it, in some words.
    public var words: String?

    public init(state: TransmittalState? = nil) { self.state = state }

    public func answer(_ reading: Reading) throws -> [TransmittalLine] {
        var filter = TransmittalFilter()
        (filter.direction, filter.state) = (direction, state)
        filter.waybill = try waybill.map { try Waybill(asked: $0) }
        filter.party = try party.map { try reading.known(party: $0) }
        // Of a destroyed document it is known where its copies went.
        if let document, try reading.tombstone(of: document) == nil { try reading.refuseUnknown([document]) }
        filter.document = document
        filter.words = try words.map { try Words.text($0, "words") }
        return try reading.transmittals(filter)
    }
}

/// The printed form of a transmittal (递送单), to be enclosed and signed.
public struct PrintTransmittal: Question {
    public typealias Answer = ExportedFile
    public static let operation = Operation.exportLists
    public static var sample: PrintTransmittal { PrintTransmittal(.sample) }

    public let transmittal: TransmittalID
    /// The language of headings; Chinese without.
    public let language: Tongue?

    public init(_ transmittal: TransmittalID, in language: Tongue? = nil) {
        self.transmittal = transmittal
        self.language = language
    }

    public func answer(_ reading: Reading) throws -> ExportedFile {
        let (view, tongue) = (try reading.known(transmittal), language ?? .chinese)
        let form = PrintedForm(
            title: TransmittalWord.sheet.phrase, footer: "\(transmittal)", created: reading.now,
            blocks: [
                .facts(facts(of: view.line, tongue)), .table(table(of: view, tongue)),
                .signatures([TransmittalWord.giver, .taker].map { SignatureBox(role: $0.phrase) }),
            ])
        return try reading.export(.transmittal, TransmittalWord.sheet, lines: view.items.count, as: .pdf, in: tongue) {
            () throws(ExchangeError) in
            try form.pdf(tongue)
        }
    }

    private func facts(of line: TransmittalLine, _ tongue: Tongue) -> [PrintedForm.Fact] {
        let facts: [(TransmittalWord, String?)] = [
            (line.direction == .out ? .to : .from, line.name), (line.direction == .out ? .sentOn : .receivedOn, line.on),
            (.enteredBy, line.by), (.carrier, line.carrier?.text(tongue)), (.waybill, line.waybill?.number), (.until, line.until),
            (.note, line.note), (.transmittal, "\(line.id)"),
        ]
        return facts.compactMap { word, value in value.map { PrintedForm.Fact(word.phrase, $0) } }
    }

    private func table(of view: TransmittalView, _ tongue: Tongue) -> Table {
        let columns: [(TransmittalWord, Int)] = [
            (.order, 1), (.number, 3), (.title, 6), (.version, 1), (.form, 2), (.copies, 1), (.identifier, 4),
        ]
        return Table(
            title: TransmittalWord.sheet.phrase, columns: columns.map { Column($0.0.phrase, weight: $0.1) },
            rows: view.items.enumerated().map { index, item in
                [
                    .number(index + 1), .text(item.number ?? "—"), .text(item.title), .number(item.version.value),
                    .text(item.form.text(tongue)), .number(item.copies), .text(item.original.map { "\($0)" } ?? "\(item.document)"),
                ]
            })
    }
}
