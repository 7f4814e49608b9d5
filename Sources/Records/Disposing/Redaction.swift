/// Bytes of a document that are to be destroyed while the document stays (脱敏, R-49).
public struct RedactedContent: Sendable, Hashable, Codable {
    /// In bytes.
    public let size: Int64
    public let sha512: ContentDigest
    public let sha256: ContentDigest

    public init(size: Int64, sha512: ContentDigest, sha256: ContentDigest) {
        self.size = size
        self.sha512 = sha512
        self.sha256 = sha256
    }

    static var sample: RedactedContent {
        RedactedContent(size: 6, sha512: .sample, sha256: ContentDigest(.sha256, bytes: [UInt8](repeating: 1, count: 32)))
    }

    /// What stands in a file's place from then on, the same each time: whoever finds the object alone learns what is missing and why.
    public func tombstone(of document: DocumentID, by batch: BatchID) -> String {
        """
        本文件的内容已脱敏销毁。
        The content of this file was redacted and destroyed.

        document: \(document)
        batch: \(batch)
        size: \(size)
        \(sha256)
        \(sha512)

        """
    }
}

/// A content in the list of a batch, as it was when it was proposed: these bytes, wherever the document has them.
public struct RedactionItem: Sendable, Hashable, Codable {
    /// Where the bytes stand; not by name, which is content as well.
    public struct Place: Sendable, Hashable, Codable {
        public let version: VersionNumber
        /// Which of the version's files, from 1.
        public let file: Int

        public init(version: VersionNumber, file: Int) {
            self.version = version
            self.file = file
        }
    }

    public let document: DocumentID
    public let content: RedactedContent
    /// In the order of versions; never empty, and never of the current version.
    public let places: [Place]
    /// The version that has the redacted copy (脱敏副本).
    public let substitute: VersionNumber
    /// SHA-256 of ``DisposalItem/words(type:recordClass:number:title:confidentiality:)``: what the list says of the document.
    public let description: ContentDigest

    public init(
        document: DocumentID, content: RedactedContent, places: [Place], substitute: VersionNumber, description: ContentDigest
    ) {
        self.document = document
        self.content = content
        self.places = places
        self.substitute = substitute
        self.description = description
    }

    static var sample: RedactionItem {
        RedactionItem(
            document: .sample, content: .sample, places: [Place(version: .first, file: 1)],
            substitute: VersionNumber(2) ?? .first, description: .sampleList)
    }
}

/// A batch about something of a document that stays was drawn up.
public protocol RedactionProposing: BatchEvent {
    var by: DisposalPerson { get }
    var reason: String { get }
    var duties: DisposalDuties { get }
    /// Of the list.
    var digest: ContentDigest { get }
}

/// The destruction of a content was proposed (脱敏): a redacted copy has taken its place, and the bytes are to be purged under the same
/// approvals as a document.
public struct RedactionProposed: RedactionProposing {
    public static let type = "batch.redaction-proposed/1"
    public static let title = Phrase("提出脱敏", "redaction proposed")

    public let batch: BatchID
    public let by: DisposalPerson
    public let reason: String
    /// Who must do what: what stands here holds for this batch, whatever is set later.
    public let duties: DisposalDuties
    public let item: RedactionItem
    /// Of the list, in which nothing is decided yet.
    public let digest: ContentDigest

    public init(
        batch: BatchID, by: DisposalPerson, reason: String, duties: DisposalDuties, item: RedactionItem, digest: ContentDigest
    ) {
        self.batch = batch
        self.by = by
        self.reason = reason
        self.duties = duties
        self.item = item
        self.digest = digest
    }

    public var subjects: [String] { [batch.compact, by.account.compact, item.document.compact] }

    public static var sample: RedactionProposed {
        RedactionProposed(batch: .sample, by: .sample, reason: "个人信息，目的已达成", duties: .others, item: .sample, digest: .sampleList)
    }
}

/// A content is being destroyed (脱敏): a tombstone stands in its place in every version that had it, and the object's inventories are
/// others. What is still to be removed of it is, by every start and every writer.
public struct RedactionBegun: TakingAway, Controlled, ObjectChanging {
    public static let type = "document.redaction-begun/1"
    public static let title = Phrase("开始脱敏", "redaction begun")

    /// A version's inventory before and after.
    public struct Inventory: Sendable, Hashable, Codable {
        public let version: VersionNumber
        public let before: ContentDigest
        public let after: ContentDigest

        public init(version: VersionNumber, before: ContentDigest, after: ContentDigest) {
            self.version = version
            self.before = before
            self.after = after
        }
    }

    public let document: DocumentID
    /// The batch by which it is destroyed.
    public let batch: BatchID
    public let content: RedactedContent
    /// What stands in its place.
    public let tombstone: RedactedContent
    /// Of the current version.
    public let current: Inventory
    /// Of each version before it from the first on that had the content, in order.
    public let earlier: [Inventory]
    /// Where under `staging/` the object waited while this was decided; settling looks there.
    public let staged: String

    public init(
        document: DocumentID, batch: BatchID, content: RedactedContent, tombstone: RedactedContent, current: Inventory,
        earlier: [Inventory], staged: String
    ) {
        self.document = document
        self.batch = batch
        self.content = content
        self.tombstone = tombstone
        self.current = current
        self.earlier = earlier
        self.staged = staged
    }

    public var subjects: [String] { [document.compact, batch.compact] }
    public var takenFrom: [DocumentID] { [document] }

    public var change: ObjectChange? {
        ObjectChange(version: current.version, before: current.before, after: current.after, staged: staged)
    }

    public func apply(to known: inout [ContentDigest]) { Self.apply(earlier + [current], to: &known) }

    static func apply(_ inventories: [Inventory], to known: inout [ContentDigest]) {
        for inventory in inventories where known.indices.contains(inventory.version.value - 1) {
            known[inventory.version.value - 1] = inventory.after
        }
    }

    public static var sample: RedactionBegun {
        let other = ContentDigest(.sha512, bytes: [UInt8](repeating: 9, count: 64))
        return RedactionBegun(
            document: .sample, batch: .sample, content: .sample,
            tombstone: RedactedContent(size: 9, sha512: other, sha256: .sampleList),
            current: Inventory(version: .first, before: .sample, after: other), earlier: [], staged: "5f3a")
    }
}

/// Nothing is left of a redacted content under the root: object, derived files, index and log of the catalogue were purged and looked at.
public struct DocumentRedacted: Event {
    public static let type = "document.redacted/1"
    public static let title = Phrase("脱敏核实", "redaction looked at")

    public let document: DocumentID
    public let batch: BatchID
    /// Of the content that is gone.
    public let sha512: ContentDigest

    public init(document: DocumentID, batch: BatchID, sha512: ContentDigest) {
        self.document = document
        self.batch = batch
        self.sha512 = sha512
    }

    public var subjects: [String] { [document.compact, batch.compact] }

    public static var sample: DocumentRedacted { DocumentRedacted(document: .sample, batch: .sample, sha512: .sample) }
}
