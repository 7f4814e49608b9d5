/// How what is said of a document reads without certain words (脱敏, R-49): the words themselves stand nowhere in it.
public struct CleanedWords: Sendable, Hashable, Codable {
    /// An event of the journal, and the payload that stays of it.
    public struct Stays: Sendable, Hashable, Codable {
        public let event: Int
        /// SHA-256 of the payload as it was written, salt included: in an archive that was restored another event may have the number.
        public let written: ContentDigest
        public let payload: JSONValue

        public init(event: Int, written: ContentDigest, payload: JSONValue) {
            self.event = event
            self.written = written
            self.payload = payload
        }
    }

    /// A description in the object, and how it reads then.
    public struct Description: Sendable, Hashable, Codable {
        /// SHA-512 of its bytes until then.
        public let content: ContentDigest
        public let says: JSONValue

        public init(content: ContentDigest, says: JSONValue) {
            self.content = content
            self.says = says
        }
    }

    /// What the object says of why a version was made.
    public struct Message: Sendable, Hashable, Codable {
        public let version: VersionNumber
        /// When it was made: in an archive that was restored another one may have the number.
        public let created: Timestamp
        public let reason: String

        public init(version: VersionNumber, created: Timestamp, reason: String) {
            self.version = version
            self.created = created
            self.reason = reason
        }

        func isOfTheVersion(of other: Message) -> Bool { version == other.version && created == other.created }
    }

    /// In the order of the events.
    public let payloads: [Stays]
    public let descriptions: [Description]
    /// In the order of the versions.
    public let messages: [Message]

    public init(payloads: [Stays], descriptions: [Description], messages: [Message]) {
        self.payloads = payloads
        self.descriptions = descriptions
        self.messages = messages
    }

    /// The same with what an earlier redaction says besides: of each payload, content and version the later one speaks.
    public func takingOver(_ earlier: CleanedWords) -> CleanedWords {
        let events = Set(payloads.map(\.written))
        let contents = Set(descriptions.map(\.content))
        return CleanedWords(
            payloads: (payloads + earlier.payloads.filter { !events.contains($0.written) }).sorted { $0.event < $1.event },
            descriptions: earlier.descriptions.filter { !contents.contains($0.content) } + descriptions,
            messages: (messages + earlier.messages.filter { old in !messages.contains { $0.isOfTheVersion(of: old) } }).sorted {
                $0.version < $1.version
            })
    }

    /// Whether the object changes by it.
    public var changesObject: Bool { !descriptions.isEmpty || !messages.isEmpty }

    static var sample: CleanedWords {
        CleanedWords(
            payloads: [Stays(event: 3, written: .sampleList, payload: .members(["date": .text("2023-12-31")]))],
            descriptions: [Description(content: .sample, says: .members([:]))],
            messages: [Message(version: .first, created: Timestamp(milliseconds: 0), reason: "filed")])
    }
}

/// What stands in the list of a batch about words: which events, and what stays of them.
public struct WordsItem: Sendable, Hashable, Codable {
    public let document: DocumentID
    /// The last event that said something of the document when it was proposed.
    public let through: Int
    /// The numbers of the events whose payloads are emptied.
    public let events: [Int]
    /// SHA-256 of ``CleanedWords`` as JSON with sorted names.
    public let cleaned: ContentDigest
    /// SHA-256 of ``DisposalItem/words(type:recordClass:number:title:confidentiality:)``: what the list says of the document.
    public let description: ContentDigest

    public init(document: DocumentID, through: Int, events: [Int], cleaned: ContentDigest, description: ContentDigest) {
        self.document = document
        self.through = through
        self.events = events
        self.cleaned = cleaned
        self.description = description
    }

    static var sample: WordsItem {
        WordsItem(document: .sample, through: 9, events: [3], cleaned: .sampleList, description: .sampleList)
    }
}

/// It was proposed that certain words of what is said of a document are destroyed, under the same approvals as a document.
public struct WordsRedactionProposed: RedactionProposing {
    public static let type = "batch.words-redaction-proposed/1"
    public static let title = Phrase("提出清除字词", "redaction of words proposed")

    public let batch: BatchID
    public let by: DisposalPerson
    public let reason: String
    /// Who must do what: what stands here holds for this batch, whatever is set later.
    public let duties: DisposalDuties
    public let item: WordsItem
    /// Of the list, in which nothing is decided yet.
    public let digest: ContentDigest

    public init(
        batch: BatchID, by: DisposalPerson, reason: String, duties: DisposalDuties, item: WordsItem, digest: ContentDigest
    ) {
        self.batch = batch
        self.by = by
        self.reason = reason
        self.duties = duties
        self.item = item
        self.digest = digest
    }

    public var subjects: [String] { [batch.compact, by.account.compact, item.document.compact] }

    public static var sample: WordsRedactionProposed {
        WordsRedactionProposed(batch: .sample, by: .sample, reason: "个人信息", duties: .others, item: .sample, digest: .sampleList)
    }
}

/// How what is said of a document will read once the batch is carried out.
public struct WordsMarked: SpeakingOf {
    public static let type = "document.words-marked/1"
    public static let title = Phrase("标出要清除的字词", "words marked")

    public let document: DocumentID
    public let batch: BatchID
    public let cleaned: CleanedWords

    public init(document: DocumentID, batch: BatchID, cleaned: CleanedWords) {
        self.document = document
        self.batch = batch
        self.cleaned = cleaned
    }

    public var subjects: [String] { [document.compact, batch.compact] }

    public static var sample: WordsMarked { WordsMarked(document: .sample, batch: .sample, cleaned: .sample) }
}

/// Words are being destroyed in what is said of a document: payloads of the journal are emptied, and replaying takes what stays here in their
/// place; the object's descriptions are others.
public struct WordsRedactionBegun: SpeakingOf, TakingAway, Controlled, ObjectChanging {
    public static let type = "document.words-redaction-begun/1"
    public static let title = Phrase("开始清除字词", "redaction of words begun")

    public let document: DocumentID
    /// The batch by which they are destroyed.
    public let batch: BatchID
    public let cleaned: CleanedWords
    /// Inventories of the versions that the object changes in, in order, up to the current one; empty where it does not change.
    public let inventories: [RedactionBegun.Inventory]
    /// Where under `staging/` the object waited while this was decided; nil where it does not change.
    public let staged: String?

    public init(
        document: DocumentID, batch: BatchID, cleaned: CleanedWords, inventories: [RedactionBegun.Inventory], staged: String?
    ) {
        self.document = document
        self.batch = batch
        self.cleaned = cleaned
        self.inventories = inventories
        self.staged = staged
    }

    public var subjects: [String] { [document.compact, batch.compact] }
    public var takenFrom: [DocumentID] { [document] }

    public var change: ObjectChange? {
        guard let last = inventories.last, let staged else { return nil }
        return ObjectChange(version: last.version, before: last.before, after: last.after, staged: staged)
    }

    public func apply(to known: inout [ContentDigest]) { RedactionBegun.apply(inventories, to: &known) }

    public static var sample: WordsRedactionBegun {
        WordsRedactionBegun(
            document: .sample, batch: .sample, cleaned: .sample,
            inventories: [
                RedactionBegun.Inventory(
                    version: .first, before: .sample, after: ContentDigest(.sha512, bytes: [UInt8](repeating: 9, count: 64)))
            ], staged: "5f3a")
    }
}

/// Nothing is left of redacted words in what is said of a document: journal, object, catalogue and its log were purged and looked at.
public struct WordsRedacted: Event {
    public static let type = "document.words-redacted/1"
    public static let title = Phrase("清除字词核实", "redaction of words looked at")

    public let document: DocumentID
    public let batch: BatchID

    public init(document: DocumentID, batch: BatchID) {
        self.document = document
        self.batch = batch
    }

    public var subjects: [String] { [document.compact, batch.compact] }

    public static var sample: WordsRedacted { WordsRedacted(document: .sample, batch: .sample) }
}
