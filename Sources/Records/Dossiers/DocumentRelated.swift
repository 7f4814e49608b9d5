/// A document was related to another.
public struct DocumentRelated: Event {
    public static let type = "document.related/1"
    public static let title = Phrase("建立关联", "documents related")

    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID

    public init(document: DocumentID, relation: Relation, other: DocumentID) {
        self.document = document
        self.relation = relation
        self.other = other
    }

    public var subjects: [String] { [document.compact, other.compact] }

    public static var sample: DocumentRelated {
        DocumentRelated(document: .sample, relation: .amends, other: .other)
    }
}
