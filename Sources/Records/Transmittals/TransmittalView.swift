/// Papers that went out or came in (收发), in a list.
public struct TransmittalLine: Listable, Hashable {
    public var identity: String { id.compact }

    public let id: TransmittalID
    public let direction: TransmittalDirection
    public let state: TransmittalState
    /// Who got or sent it, as they are called.
    public let name: String
    /// The party, where it is one that we know.
    public let party: PartyView?
    public let carrier: Carrier?
    public let waybill: Waybill?
    public let note: String?
    /// By when the originals in it come back.
    public let until: String?
    /// When it went out or came in, and the name of the account that entered it.
    public let on: String
    public let by: String
    /// When it was signed for, came back or was found to be lost.
    public let settledOn: String?
    public let signer: String?
    /// The receipt (签收单), where the reader may know of it.
    public let proof: DocumentID?
    public let reason: String?
    /// How many items are in it.
    public let count: Int

    package init(
        id: TransmittalID, direction: TransmittalDirection, state: TransmittalState, name: String, party: PartyView?, carriage: Carriage,
        until: String?, on: String, by: String, settledOn: String?, signer: String?, proof: DocumentID?, reason: String?, count: Int
    ) {
        self.id = id
        self.direction = direction
        self.state = state
        self.name = name
        self.party = party
        (carrier, waybill, note) = (carriage.carrier, carriage.waybill, carriage.note)
        self.until = until
        self.on = on
        self.by = by
        self.settledOn = settledOn
        self.signer = signer
        self.proof = proof
        self.reason = reason
        self.count = count
    }

    public var carriage: Carriage { Carriage(carrier: carrier, waybill: waybill, note: note) }
}

/// The same with all that is in it.
public struct TransmittalView: Sendable, Hashable, Codable {
    public let line: TransmittalLine
    public let items: [Item]

    /// A version of a document in it.
    public struct Item: Sendable, Hashable, Codable {
        public let document: DocumentID
        public let number: String?
        public let title: String
        public let version: VersionNumber
        public let form: TransmittedForm
        public let original: OriginalID?
        public let copies: Int
        /// The day on which the document was destroyed.
        public let destroyedOn: String?

        package init(_ item: TransmittedItem, number: String?, title: String, destroyedOn: String?) {
            (document, version, form, original, copies) = (item.document, item.version, item.form, item.original, item.copies)
            self.number = number
            self.title = title
            self.destroyedOn = destroyedOn
        }
    }

    package init(_ line: TransmittalLine, items: [Item]) {
        self.line = line
        self.items = items
    }

    private enum CodingKeys: String, CodingKey { case items }

    public init(from decoder: any Decoder) throws {
        line = try TransmittalLine(from: decoder)
        items = try decoder.container(keyedBy: CodingKeys.self).decode([Item].self, forKey: .items)
    }

    /// In one object with what a list has of it.
    public func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
    }
}

/// Which way papers travel.
public enum TransmittalDirection: String, Sendable, Hashable, CaseIterable, Codable {
    /// 寄出
    case out
    /// 收件
    case `in`
}

/// What is known of papers that travel.
public enum TransmittalState: String, Sendable, Hashable, CaseIterable, Codable {
    /// 未签收: nobody knows yet what became of them.
    case sent
    /// 已签收
    case signed
    /// 已退回
    case returned
    /// 遗失
    case lost
    /// 已收: they came in.
    case received
}

extension TransmittalSettled.Outcome {
    /// How it stands from then on.
    public var state: TransmittalState {
        switch self {
        case .signed: .signed
        case .returned: .returned
        case .lost: .lost
        }
    }
}
