public import Catalogue
public import Records
import Wording

/// Says how a document stands to another: amends, renews, follows, belongs to, is attached to. A circle is refused.
public struct RelateDocuments: Change {
    public typealias Answer = [RelationView]
    public static let operation = Operation.relate
    public static var sample: RelateDocuments { RelateDocuments(.sample, .amends, to: .other) }

    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID

    public init(_ document: DocumentID, _ relation: Relation, to other: DocumentID) {
        self.document = document
        self.relation = relation
        self.other = other
    }

    public func decide(_ decision: Decision) throws {
        try decision.reading.refuseUnknown([document, other])
        guard try !decision.reading.relations(of: document).contains(RelationView(document: document, relation: relation, other: other))
        else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(document)") }
        let together = Relation.keeping.contains(relation) ? Relation.keeping : [relation]
        guard document != other, try !decision.reading.leads(together, from: other, to: document) else {
            throw ArchiveError(.stateWrong, DealMessage.circle(relation), subject: "\(other)")
        }
        try decision.state(DocumentRelated(document: document, relation: relation, other: other))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> [RelationView] {
        try reading.relations(of: try events.the(DocumentRelated.self).document)
    }
}

/// Takes a relation back.
public struct UnrelateDocuments: Change {
    public typealias Answer = [RelationView]
    public static let operation = Operation.relate
    public static var sample: UnrelateDocuments { UnrelateDocuments(.sample, .amends, to: .other, reason: "误关联") }

    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID
    public let reason: String

    public init(_ document: DocumentID, _ relation: Relation, to other: DocumentID, reason: String) {
        self.document = document
        self.relation = relation
        self.other = other
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        try decision.reading.refuseUnknown([document, other])
        guard try decision.reading.relations(of: document).contains(RelationView(document: document, relation: relation, other: other))
        else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(document)") }
        try decision.state(DocumentUnrelated(document: document, relation: relation, other: other, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> [RelationView] {
        try reading.relations(of: try events.the(DocumentUnrelated.self).document)
    }
}

/// How a document stands to others, and others to it, as far as the actor may know of them.
public struct ListRelations: Question {
    public typealias Answer = [RelationView]
    public static let operation = Operation.readDocument
    public static var sample: ListRelations { ListRelations(of: .sample) }

    public let document: DocumentID

    public init(of document: DocumentID) { self.document = document }

    public func answer(_ reading: Reading) throws -> [RelationView] {
        try reading.refuseUnknown([document])
        return try reading.relations(of: document)
    }
}
