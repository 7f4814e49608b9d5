/// A pack (交底资料) in one of its editions, or as it is being put together, as far as the reader may know.
public struct PackView: Sendable, Hashable, Codable {
    public let pack: PackLine
    /// Which edition this is; nil for what the next one would be.
    public let edition: Int?
    /// Who else was there (参加人).
    public let participants: String?
    /// In the order of the checklist.
    public let checklist: [PackItemView]
    /// Whether something is left out that the receiver, or the reader, has no right to see.
    public let isWithheld: Bool

    package init(pack: PackLine, edition: Int?, participants: String?, checklist: [PackItemView], isWithheld: Bool) {
        self.pack = pack
        self.edition = edition
        self.participants = participants
        self.checklist = checklist
        self.isWithheld = isWithheld
    }

    /// The edition that holds in place of this one; nil where it is the newest, or none was issued.
    public var supersededBy: Int? { edition.flatMap { shown in pack.newest.flatMap { $0 > shown ? $0 : nil } } }

    /// What has no words, no document and no reason, or comes later.
    public var missing: [PackItemView] { checklist.filter { $0.state == .missing } }

    private enum CodingKeys: String, CodingKey { case edition, participants, checklist, isWithheld }

    public init(from decoder: any Decoder) throws {
        pack = try PackLine(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        edition = try container.decodeIfPresent(Int.self, forKey: .edition)
        participants = try container.decodeIfPresent(String.self, forKey: .participants)
        checklist = try container.decode([PackItemView].self, forKey: .checklist)
        isWithheld = try container.decode(Bool.self, forKey: .isWithheld)
    }

    /// In one object with what a list has of it.
    public func encode(to encoder: any Encoder) throws {
        try pack.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(edition, forKey: .edition)
        try container.encodeIfPresent(participants, forKey: .participants)
        try container.encode(checklist, forKey: .checklist)
        try container.encode(isWithheld, forKey: .isWithheld)
    }
}

/// A pack as one of its editions stands, in lists the newest, or as it is being put together where none was issued.
public struct PackLine: Listable, Hashable {
    public var identity: String { id.compact }

    public let id: PackID
    public let dossier: DossierID
    /// The dossier's.
    public let title: String
    public let party: PartyView?
    public let receiver: Receiver
    public let state: PackState
    /// The newest edition; nil where none was issued.
    public let newest: Int?
    public let issuedOn: String?
    /// The name of the account that issued it (交底人).
    public let issuedBy: String?
    public let signedOn: String?
    public let signedBy: String?

    /// When and by whom it was issued, in a line; nil where nobody has.
    public var issued: String? { Self.line(issuedOn, issuedBy) }
    /// When and by whom it was signed for, in a line; nil where nobody has.
    public var signed: String? { Self.line(signedOn, signedBy) }

    private static func line(_ day: String?, _ name: String?) -> String? {
        day.map { [$0, name].compactMap(\.self).joined(separator: " ") }
    }

    /// A receiver by its names.
    public struct Receiver: Sendable, Hashable, Codable {
        public let code: String
        public let name: Phrase

        package init(_ receiver: Records.Receiver) { (code, name) = (receiver.code, receiver.name) }
    }

    package init(
        id: PackID, dossier: DossierID, title: String, party: PartyView?, receiver: Receiver, state: PackState, newest: Int?,
        issuedOn: String?, issuedBy: String?, signedOn: String?, signedBy: String?
    ) {
        self.id = id
        self.dossier = dossier
        self.title = title
        self.party = party
        self.receiver = receiver
        self.state = state
        self.newest = newest
        self.issuedOn = issuedOn
        self.issuedBy = issuedBy
        self.signedOn = signedOn
        self.signedBy = signedBy
    }
}

/// How a pack's newest edition stands.
public enum PackState: String, Sendable, Hashable, CaseIterable, Codable {
    /// 编制中
    case draft
    /// 待签收
    case issued
    /// 已签收
    case signed
    /// 有退回
    case returned
}

/// An item of a pack, as it stands or was issued.
public struct PackItemView: Sendable, Hashable, Codable {
    public let code: String
    public let name: Phrase
    public let state: DossierItemView.State
    public let documents: [PackedDocument]
    /// What is to be known, or why it does not apply or comes later.
    public let text: String?
    /// By when it comes, where that is promised.
    public let by: String?
    /// Whether that day is over, and it is not there.
    public let isOverdue: Bool
    /// Why the receiver sent it back.
    public let rejected: String?

    package init(_ item: PackItem, documents: [PackedDocument], mark: PackMark?, rejected: String?, today: CivilDate) {
        (code, name, self.documents, self.rejected) = (item.code, item.name, documents, rejected)
        state = !documents.isEmpty || mark?.kind == .words ? .present : mark?.kind == .notApplicable ? .notApplicable : .missing
        text = state == .present && mark?.kind != .words ? nil : mark?.text
        let day = state == .missing ? mark?.by : nil
        by = day?.description
        isOverdue = day.map { $0 < today } ?? false
    }
}

/// A document in a pack.
public struct PackedDocument: Sendable, Hashable, Codable {
    public let id: DocumentID
    public let number: String?
    public let title: String
    /// The version that is in the pack.
    public let version: VersionNumber
    /// The current version, where that is another one.
    public let newer: VersionNumber?
    /// The day on which it was destroyed: what stays of it is its tombstone.
    public let destroyedOn: String?

    package init(id: DocumentID, number: String?, title: String, version: VersionNumber, newer: VersionNumber?, destroyedOn: String?) {
        self.id = id
        self.number = number
        self.title = title
        self.version = version
        self.newer = newer
        self.destroyedOn = destroyedOn
    }
}
