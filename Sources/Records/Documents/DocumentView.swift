/// Everything that is known of a document, in the form that people and programs get.
public struct DocumentView: Sendable, Hashable, Codable {
    public let id: DocumentID
    /// The current version.
    public let version: VersionNumber
    public let type: DocumentType
    public let title: String
    public let number: String?
    public let numberIssuer: DocumentNumber.Issuer?
    public let party: PartyView?
    public let amount: AmountView?
    public let signed: DateView?
    public let effective: DateView?
    public let expiry: DateView?
    /// The salesperson whose deal it is (经办人): an account's name.
    public let handler: String?
    public let `class`: String?
    public let confidentiality: Confidentiality
    public let state: DocumentState?
    /// What the metadata says besides, by the field's name.
    public let fields: [String: String]
    public let note: String?
    public let withdrawn: Bool
    public let withdrawalReason: String?
    public let filedAt: Timestamp
    /// The day in the archive's time zone.
    public let filedOn: String
    /// The last event that changed it.
    public let changedBy: Int
    public let versions: [VersionView]

    package init(
        id: DocumentID, version: VersionNumber, type: DocumentType, title: String, number: String?, numberIssuer: DocumentNumber.Issuer?,
        party: PartyView?, amount: AmountView?, signed: DateView?, effective: DateView?, expiry: DateView?, handler: String?,
        class recordClass: String?, confidentiality: Confidentiality, state: DocumentState?, fields: [String: String], note: String?,
        withdrawn: Bool, withdrawalReason: String?, filedAt: Timestamp, filedOn: String, changedBy: Int, versions: [VersionView]
    ) {
        self.id = id
        self.version = version
        self.type = type
        self.title = title
        self.number = number
        self.numberIssuer = numberIssuer
        self.party = party
        self.amount = amount
        self.signed = signed
        self.effective = effective
        self.expiry = expiry
        self.handler = handler
        self.class = recordClass
        self.confidentiality = confidentiality
        self.state = state
        self.fields = fields
        self.note = note
        self.withdrawn = withdrawn
        self.withdrawalReason = withdrawalReason
        self.filedAt = filedAt
        self.filedOn = filedOn
        self.changedBy = changedBy
        self.versions = versions
    }

    /// The version of this number.
    public func version(_ number: VersionNumber) -> VersionView? { versions.first { $0.number == number } }

    /// The metadata as an event would record them.
    public var metadata: Metadata {
        var metadata = Metadata(type: type, title: title)
        metadata.number = number.map { DocumentNumber(text: $0, issuer: numberIssuer ?? .other) }
        metadata.party = party?.id
        metadata.amount = amount?.stated
        metadata.signed = signed?.stated
        metadata.effective = effective?.stated
        metadata.expiry = expiry?.stated
        metadata.handler = handler
        metadata.recordClass = self.class
        metadata.confidentiality = confidentiality
        metadata.state = state
        metadata.fields = fields
        metadata.note = note
        return metadata
    }
}

/// A sum with the words on the paper.
public struct AmountView: Sendable, Hashable, Codable {
    /// As it was written where it came from.
    public let written: String
    /// With two decimals: `1280000.00`.
    public let value: String
    /// ISO 4217.
    public let currency: String

    package init(_ stated: Stated<Amount>) {
        written = stated.written
        value = stated.normal.decimal
        currency = stated.normal.currency
    }

    var stated: Stated<Amount>? { Amount(normal: "\(currency) \(value)").map { Stated(written: written, normal: $0) } }
}

/// A date with the words on the paper.
public struct DateView: Sendable, Hashable, Codable {
    public let written: String
    public let date: RoughDate

    package init(written: String, date: RoughDate) {
        self.written = written
        self.date = date
    }

    var stated: Stated<RoughDate> { Stated(written: written, normal: date) }
}

/// A version as a document shows it.
public struct VersionView: Sendable, Hashable, Codable {
    public let number: VersionNumber
    public let kind: VersionKind
    public let reason: String?
    public let madeAt: Timestamp
    /// `operator` or an account's identifier.
    public let actor: String
    /// Digest of the object's inventory with this version.
    public let inventory: String
    public let files: [FileView]

    package init(
        number: VersionNumber, kind: VersionKind, reason: String?, madeAt: Timestamp, actor: String, inventory: String, files: [FileView]
    ) {
        self.number = number
        self.kind = kind
        self.reason = reason
        self.madeAt = madeAt
        self.actor = actor
        self.inventory = inventory
        self.files = files
    }

    /// The document itself: the first file in the main role, else the first.
    public var mainFile: FileView? { filesMainFirst.first }

    /// As people are shown them: the document itself, then what goes with it in the order of the version. A version that keeps the others
    /// has what was replaced behind what it kept, be it the main file.
    public var filesMainFirst: [FileView] {
        guard let main = files.firstIndex(where: { $0.record.role == .main }) else { return files }
        return [files[main]] + files[..<main] + files[(main + 1)...]
    }
}

/// A file of a version, with what extraction found in it.
public struct FileView: Sendable, Hashable, Codable {
    public let record: FileRecord
    /// Nil while it waits for extraction.
    public let text: TextView?
    /// What became of its bytes; nil where they are there.
    public let redacted: RedactedView?

    enum CodingKeys: String, CodingKey { case text, redacted }

    package init(record: FileRecord, text: TextView?, redacted: RedactedView?) {
        self.record = record
        self.text = text
        self.redacted = redacted
    }

    public init(from decoder: any Decoder) throws {
        record = try FileRecord(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decodeIfPresent(TextView.self, forKey: .text)
        redacted = try container.decodeIfPresent(RedactedView.self, forKey: .redacted)
    }

    public func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(text, forKey: .text)
        try container.encodeIfPresent(redacted, forKey: .redacted)
    }
}

/// What became of bytes that were redacted (脱敏, R-49): digests and size of the file are those of what stands in their place.
public struct RedactedView: Sendable, Hashable, Codable {
    public let on: String
    public let batch: BatchID
    /// The bytes that are gone.
    public let content: RedactedContent

    package init(on day: String, batch: BatchID, content: RedactedContent) {
        on = day
        self.batch = batch
        self.content = content
    }
}

/// What extraction found in a file.
public struct TextView: Sendable, Hashable, Codable {
    /// Whether there is text, none in the file, or none that could be read.
    public enum Outcome: String, Sendable, Codable, CaseIterable { case text, empty, failed }
    public let outcome: Outcome
    /// Why there is no text, or what is missing of it.
    public let reason: String?
    public let pages: Int?
    /// The program that read it, with its version.
    public let maker: String

    package init(outcome: Outcome, reason: String?, pages: Int?, maker: String) {
        self.outcome = outcome
        self.reason = reason
        self.pages = pages
        self.maker = maker
    }
}
