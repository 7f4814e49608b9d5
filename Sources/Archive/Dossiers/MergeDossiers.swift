public import Catalogue
public import Records
import Wording

/// Puts all of a dossier into another, for both are of the same deal; what is not theirs to see goes along.
public struct MergeDossiers: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.mergeDossiers
    public static var sample: MergeDossiers { MergeDossiers(.sample, into: .other, reason: "同一项目") }

    public let dossier: DossierID
    public let into: DossierID
    public let reason: String

    public init(_ dossier: DossierID, into: DossierID, reason: String) {
        self.dossier = dossier
        self.into = into
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        guard dossier != into else { throw ArchiveError(.valueRefused, DossierMessage.mergedWithItself("\(into)"), subject: "into") }
        let (from, to) = (try decision.open(dossier), try decision.open(into))
        if let one = from.party, let other = to.party, one.id != other.id {
            throw ArchiveError(.stateWrong, DossierMessage.otherParty(one.name, other.name), subject: "\(into)")
        }
        try decision.refuseHeld(dossier)
        try decision.state(DossierMerged(dossier: dossier, into: into, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierMerged.self).into)
    }
}

extension Decision {
    /// Refuses a dossier that is held itself: what comes to its deal later would be held no more.
    fileprivate func refuseHeld(_ dossier: DossierID) throws {
        let held = try reading.everything.holds(lifted: false).contains { $0.kind == .dossier && $0.scope == "\(dossier)" }
        guard held else { return }
        let message: any Message = reading.viewer.seesHolds ? DossierMessage.heldItself("\(dossier)") : DealMessage.blocked
        throw ArchiveError(.blocked, message, subject: "\(dossier)")
    }
}

/// Takes documents out of a dossier into a new one of their own, for they are of another deal.
public struct SplitDossier: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.keepDossier
    public static var sample: SplitDossier { SplitDossier(.sample, [.sample], title: "青禾广场二期", reason: "二期另立合同") }

    public let dossier: DossierID
    public let documents: [DocumentID]
    /// Of the new dossier, which is of the same party.
    public let title: String
    public let reason: String

    public init(_ dossier: DossierID, _ documents: [DocumentID], title: String, reason: String) {
        self.dossier = dossier
        self.documents = documents
        self.title = title
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (title, reason) = (try Words.text(title, "title"), try Words.reason(reason))
        try Words.refuseEmpty(documents, "documents")
        let reading = decision.reading
        let before = try decision.open(dossier)
        try reading.refuseUnknown(documents)
        let moved = Set(documents).sorted()
        let homes = try moved.map { document in
            guard let home = try reading.isHome(document, in: dossier) else {
                throw ArchiveError(.stateWrong, DealMessage.notInDossier("\(document)", "\(dossier)"), subject: "\(document)")
            }
            return home
        }
        let new: DossierID = try decision.draw()
        try decision.state(DossierOpened(dossier: new, title: title, party: before.party?.id))
        if let template = try reading.template(of: dossier) { try decision.give(new, template, before: nil) }
        for (document, home) in zip(moved, homes) {
            try decision.state(DossierLinked(dossier: new, document: document, home: home))
            try decision.state(DossierUnlinked(dossier: dossier, document: document, reason: reason))
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierOpened.self).dossier)
    }
}
