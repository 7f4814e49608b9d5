/// A document's metadata were edited; both states are kept.
public struct DocumentEdited: SpeakingOf {
    public static let type = "document.edited/1"
    public static let title = Phrase("修改元数据", "metadata edited")

    public let document: DocumentID
    public let before: Metadata
    public let after: Metadata
    public let reason: String

    public init(document: DocumentID, before: Metadata, after: Metadata, reason: String) {
        self.document = document
        self.before = before
        self.after = after
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: DocumentEdited {
        DocumentEdited(document: .sample, before: .sample, after: .sample, reason: "笔误")
    }
}
