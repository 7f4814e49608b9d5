/// A document got a class, another one, or none.
public struct DocumentClassified: SpeakingOf {
    public static let type = "document.classified/1"
    public static let title = Phrase("归类", "document classified")

    public let document: DocumentID
    /// The class's code; nil for none.
    public let before: String?
    public let after: String?
    public let reason: String?

    public init(document: DocumentID, before: String?, after: String?, reason: String?) {
        self.document = document
        self.before = before
        self.after = after
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: DocumentClassified {
        DocumentClassified(document: .sample, before: nil, after: "XS-HT-YB", reason: nil)
    }
}
