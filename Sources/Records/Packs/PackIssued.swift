/// An edition of a pack was issued (签发): exact versions by their digests, and what was said, as it stays.
public struct PackIssued: TakingAway {
    public static let type = "pack.issued/1"
    public static let title = Phrase("签发交底资料", "pack issued")

    public let pack: PackID
    public let dossier: DossierID
    /// Counted from 1.
    public let edition: Int
    /// In the order of the checklist.
    public let items: [Item]
    /// Documents that belong in it and that the receiver has no right to see.
    public let withheld: [DocumentID]
    /// Documents of the edition before that are not in this one.
    public let leftOut: [DocumentID]
    /// Who else was there (参加人).
    public let participants: String?

    /// An item as it was issued.
    public struct Item: Sendable, Hashable, Codable {
        public let code: String
        public let documents: [PackedVersion]
        public let mark: PackMark?

        public init(code: String, documents: [PackedVersion], mark: PackMark?) {
            self.code = code
            self.documents = documents
            self.mark = mark
        }
    }

    public init(
        pack: PackID, dossier: DossierID, edition: Int, items: [Item], withheld: [DocumentID], leftOut: [DocumentID], participants: String?
    ) {
        self.pack = pack
        self.dossier = dossier
        self.edition = edition
        self.items = items
        self.withheld = withheld
        self.leftOut = leftOut
        self.participants = participants
    }

    /// A header names few; the documents stand in the payload.
    public var subjects: [String] { [pack.compact, dossier.compact] }

    /// A new edition must not hide what is held.
    public var takenFrom: [DocumentID] { leftOut }

    public static var sample: PackIssued {
        PackIssued(
            pack: .sample, dossier: .sample, edition: 2,
            items: [
                Item(code: "contract", documents: [PackedVersion(document: .sample, version: .first, files: [.sampleList])], mark: nil),
                Item(code: "contacts", documents: [], mark: PackMark(.words, "林工 0591-87654321")),
            ],
            withheld: [.other], leftOut: [.sample], participants: "工程部、采购部")
    }
}

/// A version of a document in an edition.
public struct PackedVersion: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let version: VersionNumber
    /// SHA-256 of its files, in their order.
    public let files: [ContentDigest]

    public init(document: DocumentID, version: VersionNumber, files: [ContentDigest]) {
        self.document = document
        self.version = version
        self.files = files
    }
}
