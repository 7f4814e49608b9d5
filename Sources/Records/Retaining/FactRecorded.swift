/// A fact that rules ask for was recorded of a document, corrected, or taken back.
public struct FactRecorded: SpeakingOf {
    public static let type = "fact.recorded/1"
    public static let title = Phrase("登记事实", "fact recorded")

    public let document: DocumentID
    /// `performed`, `framework`, `event:质保开始` …
    public let name: String
    /// A date known to the day, month or year, a year, or `true` or `false`; nil where the fact was taken back.
    public let value: String?
    /// What it was before; nil where it was not known.
    public let before: String?
    /// The document that shows it.
    public let evidence: DocumentID?
    public let reason: String?

    public init(document: DocumentID, name: String, value: String?, before: String?, evidence: DocumentID?, reason: String?) {
        self.document = document
        self.name = name
        self.value = value
        self.before = before
        self.evidence = evidence
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] + [evidence?.compact].compactMap { $0 } }

    public static var sample: FactRecorded {
        FactRecorded(document: .sample, name: "performed", value: "2025-05", before: nil, evidence: .other, reason: nil)
    }
}
