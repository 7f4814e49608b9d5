/// What stays of a destroyed document, for ever: nothing of its content, no words but number and title.
public struct Tombstone: Sendable, Hashable, Codable {
    /// A file of a version, by its digests; its name was content.
    public struct File: Sendable, Hashable, Codable {
        /// In bytes.
        public let size: Int64
        public let sha512: ContentDigest
        public let sha256: ContentDigest
        public let mediaType: MediaType

        public init(size: Int64, sha512: ContentDigest, sha256: ContentDigest, mediaType: MediaType) {
            self.size = size
            self.sha512 = sha512
            self.sha256 = sha256
            self.mediaType = mediaType
        }
    }

    /// One of its versions.
    public struct Version: Sendable, Hashable, Codable {
        public let number: VersionNumber
        public let kind: VersionKind
        public let madeAt: Timestamp
        /// Digest of the object's inventory with it.
        public let inventory: ContentDigest
        public let files: [File]

        public init(number: VersionNumber, kind: VersionKind, madeAt: Timestamp, inventory: ContentDigest, files: [File]) {
            self.number = number
            self.kind = kind
            self.madeAt = madeAt
            self.inventory = inventory
            self.files = files
        }
    }

    /// One of our own numbers that it ever bore: no other document gets it.
    public struct OwnNumber: Sendable, Hashable, Codable {
        public let number: String
        public let type: DocumentType
        public let series: String
        public let ordinal: Int

        public init(number: String, type: DocumentType, series: String, ordinal: Int) {
            self.number = number
            self.type = type
            self.series = series
            self.ordinal = ordinal
        }
    }

    public let document: DocumentID
    public let type: DocumentType
    public let title: String
    public let number: DocumentNumber?
    public let recordClass: String?
    public let confidentiality: Confidentiality
    /// Whose deal it was: whoever could have seen it sees this.
    public let handler: String?
    public let signed: RoughDate?
    public let effective: RoughDate?
    public let expiry: RoughDate?
    public let filedAt: Timestamp
    public let filedOn: CivilDate
    /// The rule that decided, with the last day that it had to be kept and the first free one.
    public let rule: String
    public let keptTo: CivilDate
    public let due: CivilDate
    public let versions: [Version]
    public let numbers: [OwnNumber]

    enum CodingKeys: String, CodingKey {
        case document, type, title, number, confidentiality, handler, signed, effective, expiry, filedAt, filedOn, rule, keptTo, due
        case versions, numbers
        case recordClass = "class"
    }

    public init(
        document: DocumentID, type: DocumentType, title: String, number: DocumentNumber?, recordClass: String?,
        confidentiality: Confidentiality, handler: String?, signed: RoughDate?, effective: RoughDate?, expiry: RoughDate?,
        filedAt: Timestamp, filedOn: CivilDate, rule: String, keptTo: CivilDate, due: CivilDate, versions: [Version], numbers: [OwnNumber]
    ) {
        self.document = document
        self.type = type
        self.title = title
        self.number = number
        self.recordClass = recordClass
        self.confidentiality = confidentiality
        self.handler = handler
        self.signed = signed
        self.effective = effective
        self.expiry = expiry
        self.filedAt = filedAt
        self.filedOn = filedOn
        self.rule = rule
        self.keptTo = keptTo
        self.due = due
        self.versions = versions
        self.numbers = numbers
    }
}
