/// A document is being destroyed (销毁): from here on it is gone for everybody, whatever is still to be removed.
///
/// Its payloads are emptied; what stays stands here.
public struct DestructionBegun: Destroying, TakingAway {
    public static let type = "document.destruction-begun/1"
    public static let title = Phrase("开始销毁", "destruction begun")

    /// Somebody's request, which would be given its answer again: that cannot be made any more.
    public struct Request: Sendable, Hashable, Codable {
        public let actor: String
        public let key: String

        public init(actor: String, key: String) {
            self.actor = actor
            self.key = key
        }
    }

    /// The batch by which it is destroyed.
    public let batch: BatchID
    public let tombstone: Tombstone
    /// The numbers of the events whose payloads are emptied.
    public let emptied: [Int]
    public let requests: [Request]

    public init(batch: BatchID, tombstone: Tombstone, emptied: [Int], requests: [Request]) {
        self.batch = batch
        self.tombstone = tombstone
        self.emptied = emptied
        self.requests = requests
    }

    public var subjects: [String] { [tombstone.document.compact, batch.compact] }
    public var destroyed: [DocumentID] { [tombstone.document] }
    public var takenFrom: [DocumentID] { [tombstone.document] }

    public static var sample: DestructionBegun {
        let sha256 = ContentDigest(.sha256, bytes: [UInt8](repeating: 1, count: 32))
        let file = Tombstone.File(size: 6, sha512: .sample, sha256: sha256, mediaType: .unknown)
        let tombstone = Tombstone(
            document: .sample, type: Metadata.sample.type, title: Metadata.sample.title, number: Metadata.sample.number,
            recordClass: "XS-HT-YB", confidentiality: .internal, handler: "张三", signed: .day(.sampleKeptTo), effective: nil,
            expiry: nil, filedAt: Timestamp(milliseconds: 1_700_000_000_000), filedOn: .sampleKeptTo, rule: "XS-HT-YB",
            keptTo: .sampleKeptTo, due: .sampleKeptTo.adding(days: 1),
            versions: [
                Tombstone.Version(
                    number: .first, kind: .signed, madeAt: Timestamp(milliseconds: 1_700_000_000_000), inventory: .sample, files: [file])
            ], numbers: [Tombstone.OwnNumber(number: "HT-2012-0007", type: .sample, series: "HT-2012-", ordinal: 7)])
        return DestructionBegun(
            batch: .sample, tombstone: tombstone, emptied: [3, 8], requests: [Request(actor: "operator", key: "7f3a")])
    }
}

/// Nothing is left of a document under the root but its tombstone: objects, derived files, index, journal and log of the catalogue were
/// purged and looked at.
public struct DocumentErased: Event {
    public static let type = "document.erased/1"
    public static let title = Phrase("销毁核实", "erasure looked at")

    public let document: DocumentID
    public let batch: BatchID

    public init(document: DocumentID, batch: BatchID) {
        self.document = document
        self.batch = batch
    }

    public var subjects: [String] { [document.compact, batch.compact] }

    public static var sample: DocumentErased { DocumentErased(document: .sample, batch: .sample) }
}
