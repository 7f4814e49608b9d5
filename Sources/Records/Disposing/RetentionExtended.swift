/// A document is kept longer than its rules say, for a disposal decided so (延长, 永久, R-42).
public struct RetentionExtended: Event {
    public static let type = "document.retention-extended/1"
    public static let title = Phrase("延长保管期限", "kept longer")

    public let document: DocumentID
    public let batch: BatchID
    /// The last day that it had to be kept until then, or the day on which it was decided, if that is later.
    public let from: CivilDate
    /// How many years more, from the end of that day; nil for ever.
    public let years: Int?

    public init(document: DocumentID, batch: BatchID, from: CivilDate, years: Int?) {
        self.document = document
        self.batch = batch
        self.from = from
        self.years = years
    }

    public var subjects: [String] { [document.compact, batch.compact] }

    public static var sample: RetentionExtended {
        RetentionExtended(document: .sample, batch: .sample, from: .sampleKeptTo, years: 5)
    }
}
