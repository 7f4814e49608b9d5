/// Papers went out (寄出): to whom, by whom, and exactly which copies of which versions.
public struct TransmittalSent: Event {
    public static let type = "transmittal.sent/1"
    public static let title = Phrase("寄出", "papers sent")

    public let transmittal: TransmittalID
    /// How they are called; the party, where it is one that we know.
    public let to: String
    public let party: PartyID?
    public let carriage: Carriage
    /// By when the originals in it come back; nil where they stay.
    public let until: CivilDate?
    public let items: [TransmittedItem]

    /// Most items of one transmittal: its header names their documents.
    public static let mostItems = 50

    public init(
        transmittal: TransmittalID, to: String, party: PartyID?, carriage: Carriage, until: CivilDate?, items: [TransmittedItem]
    ) {
        self.transmittal = transmittal
        self.to = to
        self.party = party
        self.carriage = carriage
        self.until = until
        self.items = items
    }

    public var subjects: [String] { [transmittal.compact] + [party?.compact].compactMap(\.self) + items.subjects }

    public static var sample: TransmittalSent {
        TransmittalSent(
            transmittal: .sample, to: "青禾置业", party: .sample, carriage: .sample, until: nil,
            items: [
                TransmittedItem(document: .sample, version: .first, form: .original, original: .sample, copies: 1),
                TransmittedItem(document: .other, version: .first, form: .copy, original: nil, copies: 2),
            ])
    }
}

/// Papers came in (收件): from whom, by whom, and which.
public struct TransmittalReceived: Event {
    public static let type = "transmittal.received/1"
    public static let title = Phrase("收件", "papers received")

    public let transmittal: TransmittalID
    public let from: String
    public let party: PartyID?
    public let carriage: Carriage
    public let items: [TransmittedItem]

    public init(transmittal: TransmittalID, from: String, party: PartyID?, carriage: Carriage, items: [TransmittedItem]) {
        self.transmittal = transmittal
        self.from = from
        self.party = party
        self.carriage = carriage
        self.items = items
    }

    public var subjects: [String] { [transmittal.compact] + [party?.compact].compactMap(\.self) + items.subjects }

    public static var sample: TransmittalReceived {
        TransmittalReceived(
            transmittal: .sample, from: "青禾置业", party: .sample, carriage: .sample,
            items: [TransmittedItem(document: .sample, version: .first, form: .original, original: .sample, copies: 1)])
    }
}

/// It is known what became of papers that were sent: signed for, come back, or lost.
public struct TransmittalSettled: Event {
    public static let type = "transmittal.settled/1"
    public static let title = Phrase("寄件了结", "sent papers settled")

    public let transmittal: TransmittalID
    public let outcome: Outcome
    /// When it was signed for, came back or was found to be lost.
    public let on: CivilDate
    /// Who signed for it, as they are called.
    public let signer: String?
    /// The receipt (签收单), a filed document.
    public let proof: DocumentID?
    public let reason: String?

    /// What became of it.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// 签收
        case signed
        /// 退回
        case returned
        /// 遗失
        case lost
    }

    public init(transmittal: TransmittalID, outcome: Outcome, on day: CivilDate, signer: String?, proof: DocumentID?, reason: String?) {
        self.transmittal = transmittal
        self.outcome = outcome
        on = day
        self.signer = signer
        self.proof = proof
        self.reason = reason
    }

    public var subjects: [String] { [transmittal.compact] + [proof?.compact].compactMap(\.self) }

    public static var sample: TransmittalSettled {
        TransmittalSettled(
            transmittal: .sample, outcome: .signed, on: .sampleKeptTo, signer: "林工", proof: .other, reason: nil)
    }
}

/// Who takes papers along, or under which number, became known or was written wrongly.
public struct TransmittalCarriageSet: Event {
    public static let type = "transmittal.carriage-set/1"
    public static let title = Phrase("登记运单", "waybill entered")

    public let transmittal: TransmittalID
    public let carriage: Carriage
    public let before: Carriage

    public init(transmittal: TransmittalID, carriage: Carriage, before: Carriage) {
        self.transmittal = transmittal
        self.carriage = carriage
        self.before = before
    }

    public var subjects: [String] { [transmittal.compact] }

    public static var sample: TransmittalCarriageSet {
        TransmittalCarriageSet(transmittal: .sample, carriage: .sample, before: Carriage(carrier: nil, waybill: nil, note: nil))
    }
}

/// How papers travel.
public struct Carriage: Sendable, Hashable, Codable {
    /// Nil where nobody said, and the waybill does not tell.
    public let carrier: Carrier?
    public let waybill: Waybill?
    /// What else is to be said of it.
    public let note: String?

    public init(carrier: Carrier?, waybill: Waybill?, note: String?) {
        self.carrier = carrier
        self.waybill = waybill
        self.note = note
    }

    static var sample: Carriage { Carriage(carrier: .sf, waybill: try? Waybill("SF1234567890123"), note: "到付") }
}

/// A version of a document that goes out or comes in, on paper or as a file.
public struct TransmittedItem: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let version: VersionNumber
    public let form: TransmittedForm
    /// Which one, where it is an original.
    public let original: OriginalID?
    /// How many; of an original one.
    public let copies: Int

    public init(document: DocumentID, version: VersionNumber, form: TransmittedForm, original: OriginalID?, copies: Int) {
        self.document = document
        self.version = version
        self.form = form
        self.original = original
        self.copies = copies
    }
}

/// As what a version travels.
public enum TransmittedForm: String, Sendable, Hashable, CaseIterable, Codable {
    /// 原件
    case original
    /// 复印件
    case copy
    /// 电子文件
    case file
}

extension [TransmittedItem] {
    /// Each document and original once, in their order.
    fileprivate var subjects: [String] {
        var seen: Set<String> = []
        return flatMap { [$0.document.compact] + [$0.original?.compact].compactMap(\.self) }.filter { seen.insert($0).inserted }
    }
}
