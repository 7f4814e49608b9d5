/// A dossier (案卷) as people see it, with the documents in it that the reader may know of.
public struct DossierView: Sendable, Hashable, Codable {
    public let id: DossierID
    public let title: String
    public let party: PartyView?
    /// `2026-03-01`
    public let openedOn: String
    /// A day, a month or a year; nil while it is open.
    public let closedOn: String?
    /// The contract that was named to lead it, where the reader may know of it.
    public let leader: DocumentID?
    /// What kind of deal it is of, which says what it should hold.
    public let template: Template?
    /// The name of the account that is responsible for it (责任人).
    public let responsible: String?
    /// The dossier that has all of it since it turned out to be the same deal.
    public let mergedInto: DossierID?
    /// Empty in lists of dossiers.
    public let documents: [DossierMember]

    /// A template by its names.
    public struct Template: Sendable, Hashable, Codable {
        public let code: String
        public let name: Phrase

        package init(_ template: DossierTemplate) { (code, name) = (template.code, template.name) }
    }

    package init(
        id: DossierID, title: String, party: PartyView?, openedOn: String, closedOn: String?, leader: DocumentID?,
        template: Template?, responsible: String?, mergedInto: DossierID?, documents: [DossierMember]
    ) {
        self.id = id
        self.title = title
        self.party = party
        self.openedOn = openedOn
        self.closedOn = closedOn
        self.leader = leader
        self.template = template
        self.responsible = responsible
        self.mergedInto = mergedInto
        self.documents = documents
    }
}

/// A document in a dossier.
public struct DossierMember: Sendable, Hashable, Codable {
    public let id: DocumentID
    public let type: DocumentType
    public let title: String
    public let number: String?
    /// Whether this dossier is its home.
    public let home: Bool

    package init(id: DocumentID, type: DocumentType, title: String, number: String?, home: Bool) {
        self.id = id
        self.type = type
        self.title = title
        self.number = number
        self.home = home
    }
}
