public import Catalogue
public import Records
import Wording

/// Puts documents into a dossier, or says whether it is their home.
public struct LinkDocuments: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.linkDossier
    public static var sample: LinkDocuments { LinkDocuments([.sample], to: .sample, home: true) }

    public let dossier: DossierID
    public let documents: [DocumentID]
    /// Whether the dossier is their home; a document has one at most.
    public let home: Bool

    public init(_ documents: [DocumentID], to dossier: DossierID, home: Bool) {
        self.documents = documents
        self.dossier = dossier
        self.home = home
    }

    public func decide(_ decision: Decision) throws {
        try decision.open(dossier)
        try Words.refuseEmpty(documents, "documents")
        try decision.reading.refuseUnknown(documents)
        let changed = try documents.filter { try decision.reading.isHome($0, in: dossier) != home }
        // What is in its place already is said again rather than refused: putting it there twice does no harm.
        for document in changed.isEmpty ? documents : changed {
            try decision.state(DossierLinked(dossier: dossier, document: document, home: home))
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierLinked.self).dossier)
    }
}

/// Takes a document out of a dossier.
public struct UnlinkDocument: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.linkDossier
    public static var sample: UnlinkDocument { UnlinkDocument(.sample, from: .sample, reason: "误归") }

    public let dossier: DossierID
    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, from dossier: DossierID, reason: String) {
        self.document = document
        self.dossier = dossier
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        _ = try decision.reading.known(dossier)
        try decision.reading.refuseUnknown([document])
        guard try decision.reading.isHome(document, in: dossier) != nil else {
            throw ArchiveError(.stateWrong, DealMessage.notInDossier("\(document)", "\(dossier)"), subject: "\(document)")
        }
        try decision.state(DossierUnlinked(dossier: dossier, document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierUnlinked.self).dossier)
    }
}

/// Names the contract that leads a dossier (主合同): its rule is the dossier's. Without one the contract that is kept longest leads.
public struct LeadDossier: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.linkDossier
    public static var sample: LeadDossier { LeadDossier(.sample, by: .sample) }

    public let dossier: DossierID
    /// A contract in it; nil to name none.
    @Said public private(set) var contract: DocumentID?

    public init(_ dossier: DossierID, by contract: DocumentID?) {
        self.dossier = dossier
        self.contract = contract
    }

    public func decide(_ decision: Decision) throws {
        let reading = decision.reading
        let before = try reading.known(dossier)
        if let contract {
            let document = try reading.known(contract)
            guard try reading.isHome(contract, in: dossier) != nil else {
                throw ArchiveError(.stateWrong, DealMessage.notInDossier("\(contract)", "\(dossier)"), subject: "\(contract)")
            }
            guard document.type.code == "contract" else {
                throw ArchiveError(.stateWrong, DealMessage.noContract("\(contract)"), subject: "\(contract)")
            }
        }
        guard before.leader != contract else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "contract")
        }
        try decision.state(DossierLed(dossier: dossier, contract: contract))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierLed.self).dossier)
    }
}

/// One dossier, with the documents in it that the actor may know of.
public struct ShowDossier: Question {
    public typealias Answer = DossierView
    public static let operation = Operation.readDossiers
    public static var sample: ShowDossier { ShowDossier(.sample) }

    public let dossier: DossierID

    public init(_ dossier: DossierID) { self.dossier = dossier }

    public func answer(_ reading: Reading) throws -> DossierView { try reading.known(dossier) }
}

/// All dossiers, the newest first, without their documents; of one party where one is given.
public struct ListDossiers: Question {
    public typealias Answer = [DossierView]
    public static let operation = Operation.readDossiers
    public static var sample: ListDossiers { ListDossiers(of: nil) }

    /// By name or identifier.
    public let party: String?

    public init(of party: String?) { self.party = party }

    public func answer(_ reading: Reading) throws -> [DossierView] {
        try reading.dossiers(of: try party.map { try reading.known(party: $0) })
    }
}
