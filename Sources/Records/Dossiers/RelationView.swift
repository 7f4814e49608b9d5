/// How a document stands to another.
public struct RelationView: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID

    package init(document: DocumentID, relation: Relation, other: DocumentID) {
        self.document = document
        self.relation = relation
        self.other = other
    }
}
