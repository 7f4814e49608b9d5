/// A document that had been withdrawn was brought back.
public struct DocumentReinstated: SpeakingOf {
    public static let type = "document.reinstated/1"
    public static let title = Phrase("恢复", "document brought back")

    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: DocumentReinstated {
        DocumentReinstated(document: .sample, reason: "查明无误")
    }
}
