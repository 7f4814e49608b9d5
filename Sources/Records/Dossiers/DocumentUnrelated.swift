/// A relation of a document to another was taken back.
public struct DocumentUnrelated: Event {
    public static let type = "document.unrelated/1"
    public static let title = Phrase("取消关联", "relation taken back")

    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID
    public let reason: String

    public init(document: DocumentID, relation: Relation, other: DocumentID, reason: String) {
        self.document = document
        self.relation = relation
        self.other = other
        self.reason = reason
    }

    public var subjects: [String] { [document.compact, other.compact] }

    public static var sample: DocumentUnrelated {
        DocumentUnrelated(document: .sample, relation: .amends, other: .other, reason: "误关联")
    }
}
