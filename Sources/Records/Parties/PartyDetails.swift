/// A document in what is shown of a party.
public struct PartyDocument: Sendable, Hashable, Codable {
    public let id: DocumentID
    public let type: DocumentType
    public let title: String
    public let number: String?
    public let state: DocumentState?
    /// As normal form: `2026-03-01`, `2026-03` or `2026`.
    public let signed: String?
    public let filedOn: String

    package init(
        id: DocumentID, type: DocumentType, title: String, number: String?, state: DocumentState?, signed: String?, filedOn: String
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.number = number
        self.state = state
        self.signed = signed
        self.filedOn = filedOn
    }
}

/// How many documents of a type a party has.
public struct PartyDocumentCount: Sendable, Hashable, Codable {
    public let type: DocumentType
    public let count: Int

    package init(type: DocumentType, count: Int) {
        self.type = type
        self.count = count
    }
}

/// A site (现场) as people see it.
public struct SiteView: Sendable, Hashable, Codable {
    public let id: SiteID
    public let party: PartyID
    public let name: String
    public let address: String?
    public let note: String?

    package init(id: SiteID, party: PartyID, name: String, address: String?, note: String?) {
        self.id = id
        self.party = party
        self.name = name
        self.address = address
        self.note = note
    }

    public var record: SiteRecord { SiteRecord(name: name, address: address, note: note) }
}

/// Why two parties may be one, the strongest ground first.
public enum PartyLikenessGround: String, Sendable, Hashable, Codable, CaseIterable {
    /// A name of one is a name of the other, however it is written.
    case name
    /// The same but for the legal form: 有限公司, 集团 …
    case core
    /// A contact's telephone
    case phone
    /// A name of one is a part of one of the other's.
    case part

    /// Smaller is stronger.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A party that may be the same as another.
public struct PartyLikeness: Sendable, Hashable, Codable {
    public let party: PartyView
    /// What speaks for it, the strongest first.
    public let grounds: [PartyLikenessGround]

    package init(party: PartyView, grounds: [PartyLikenessGround]) {
        self.party = party
        self.grounds = grounds
    }
}

/// A party that was merged into another, with what is known of it by its own name.
public struct MergedParty: Sendable, Hashable, Codable {
    public let id: PartyID
    public let record: PartyRecord

    package init(id: PartyID, record: PartyRecord) {
        self.id = id
        self.record = record
    }
}

/// Everything of a party at one place, as far as the reader may know of it.
public struct PartyDetails: Sendable, Hashable, Codable {
    public let id: PartyID
    public let record: PartyRecord
    public let sites: [SiteView]
    public let dossiers: [DossierView]
    /// Open ones on its documents.
    public let matters: [MatterView]
    /// Signed originals of its documents.
    public let originals: [OriginalView]
    /// For those who took its deals over.
    public let packs: [PackLine]
    public let counts: [PartyDocumentCount]
    /// The newest, ``mostDocuments`` at most; a search for `客户:P-…` finds all.
    public let documents: [PartyDocument]
    public let mayBeSame: [PartyLikeness]
    /// Parties that were merged into it.
    public let merged: [MergedParty]

    public static let mostDocuments = 100

    package init(
        id: PartyID, record: PartyRecord, sites: [SiteView], dossiers: [DossierView], matters: [MatterView],
        originals: [OriginalView], packs: [PackLine], counts: [PartyDocumentCount],
        documents: [PartyDocument], mayBeSame: [PartyLikeness], merged: [MergedParty]
    ) {
        self.id = id
        self.record = record
        self.sites = sites
        self.dossiers = dossiers
        self.matters = matters
        self.originals = originals
        self.packs = packs
        self.counts = counts
        self.documents = documents
        self.mayBeSame = mayBeSame
        self.merged = merged
    }
}
