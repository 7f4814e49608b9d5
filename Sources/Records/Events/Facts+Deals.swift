/// A dossier (案卷) was opened: everything of one deal goes into it.
public struct DossierOpened: Sendable, Hashable, Codable {
    public let dossier: DossierID
    public let title: String
    public let party: PartyID?

    public init(dossier: DossierID, title: String, party: PartyID?) {
        self.dossier = dossier
        self.title = title
        self.party = party
    }
}

/// A document was put into a dossier, or its place there changed.
public struct DossierLinked: Sendable, Hashable, Codable {
    public let dossier: DossierID
    public let document: DocumentID
    /// Whether the dossier is the document's home; it has one at most.
    public let home: Bool

    public init(dossier: DossierID, document: DocumentID, home: Bool) {
        self.dossier = dossier
        self.document = document
        self.home = home
    }
}

/// A document was taken out of a dossier.
public struct DossierUnlinked: Sendable, Hashable, Codable {
    public let dossier: DossierID
    public let document: DocumentID
    public let reason: String

    public init(dossier: DossierID, document: DocumentID, reason: String) {
        self.dossier = dossier
        self.document = document
        self.reason = reason
    }
}

/// A dossier was closed, on a day that may start a period (R-30, `dossierClosed`), or opened again.
public struct DossierClosed: Sendable, Hashable, Codable {
    public let dossier: DossierID
    /// Nil where it was opened again.
    public let on: RoughDate?
    public let reason: String

    public init(dossier: DossierID, on: RoughDate?, reason: String) {
        self.dossier = dossier
        self.on = on
        self.reason = reason
    }
}

/// How a document stands to another.
public enum Relation: String, Sendable, Hashable, CaseIterable, Codable {
    /// 变更: an amendment to a contract.
    case amends
    /// 续签
    case renews
    /// 依从: kept as long as the other (R-30, `follows`).
    case follows
    /// 属于
    case belongsTo = "belongs_to"
    /// 附于: an attachment; kept at least as long as its main document.
    case attachedTo = "attached_to"
}

/// A document was related to another, or is not any more.
public struct DocumentRelated: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let relation: Relation
    public let other: DocumentID
    /// Why the relation was taken back; nil where it was made.
    public let reason: String?

    public init(document: DocumentID, relation: Relation, other: DocumentID, reason: String? = nil) {
        self.document = document
        self.relation = relation
        self.other = other
        self.reason = reason
    }
}
