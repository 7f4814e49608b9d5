/// A disposal batch (销毁批次) was proposed: the list of what is due is drawn up.
public struct BatchProposed: BatchEvent {
    public static let type = "batch.proposed/1"
    public static let title = Phrase("提出销毁", "disposal proposed")

    /// Most documents of one batch, so that its events stay within a line of the journal.
    public static let mostItems = 20_000

    public let batch: BatchID
    public let by: DisposalPerson
    /// Until when a document had to be due.
    public let until: CivilDate
    /// With all below it; nil for all classes.
    public let recordClass: String?
    public let reason: String
    /// Who must do what: what stands here holds for this batch, whatever is set later.
    public let duties: DisposalDuties
    public let items: [DisposalItem]
    /// Of the list, in which nothing is decided yet.
    public let digest: ContentDigest
    /// Due, and not in the list, for something blocks them.
    public let setAside: [SetAsideItem]

    enum CodingKeys: String, CodingKey {
        case batch, by, until, reason, duties, items, digest, setAside
        case recordClass = "class"
    }

    public init(
        batch: BatchID, by: DisposalPerson, until: CivilDate, recordClass: String?, reason: String, duties: DisposalDuties,
        items: [DisposalItem], digest: ContentDigest, setAside: [SetAsideItem]
    ) {
        self.batch = batch
        self.by = by
        self.until = until
        self.recordClass = recordClass
        self.reason = reason
        self.duties = duties
        self.items = items
        self.digest = digest
        self.setAside = setAside
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchProposed {
        BatchProposed(
            batch: .sample, by: .sample, until: .sampleKeptTo, recordClass: "XS-HT-YB", reason: "保管期满", duties: .others,
            items: [.sample], digest: .sampleList, setAside: [SetAsideItem(document: .other, because: [.claim])])
    }
}
