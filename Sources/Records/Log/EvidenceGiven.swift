/// Evidence about a document was given out: proofs that a third party can check (R-54; law 2 of the house).
public struct EvidenceGiven: Event {
    public static let type = "evidence.given/1"
    public static let title = Phrase("出具证据", "evidence given")

    public let document: DocumentID
    /// How many events the journal had that it leads to.
    public let size: Int

    public init(document: DocumentID, size: Int) {
        self.document = document
        self.size = size
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: EvidenceGiven { EvidenceGiven(document: .sample, size: 41) }
}
