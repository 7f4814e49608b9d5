public import Catalogue
public import Records
import Wording

/// Says who is responsible for dossiers (责任人), or passes them on to somebody.
public struct AssignDossiers: Change {
    public typealias Answer = [DossierView]
    public static let operation = Operation.keepDossier
    public static var sample: AssignDossiers { AssignDossiers([.sample], to: "陈国清", reason: "转售后") }

    public let dossiers: [DossierID]
    /// The account's name, or its identifier; nil for nobody.
    @Said public private(set) var to: String?
    /// Needed where somebody was responsible before.
    public let reason: String?

    public init(_ dossiers: [DossierID], to: String?, reason: String?) {
        self.dossiers = dossiers
        self.to = to
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        try Words.refuseEmpty(dossiers, "dossiers")
        let given = try reason.map { try Words.reason($0) }
        let (words, named) = (try to.map { try Words.text($0, "to") }, Set(dossiers).sorted())
        for dossier in named { try decision.open(dossier) }
        let account = try words.map { try decision.reading.known(account: $0) }
        var isChanged = false
        for dossier in named {
            if try decision.assign(dossier, to: account, reason: given) { isChanged = true }
        }
        guard isChanged else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "to") }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> [DossierView] {
        try events.compactMap { ($0 as? DossierAssigned)?.dossier }.map { try reading.known($0) }
    }
}

extension Decision {
    /// - Returns: whether anybody else was responsible for it.
    @discardableResult
    func assign(_ dossier: DossierID, to account: AccountView?, reason: String?) throws -> Bool {
        if let account, !account.open { throw ArchiveError(.stateWrong, DossierMessage.accountClosed(account.name), subject: account.name) }
        if let account, try !Rights(account).allow(.readDossiers) || !reading.knows(dossier, account, as: Rights(account).viewer) {
            throw ArchiveError(.valueRefused, DossierMessage.notReader(account.name), subject: "to")
        }
        let before = try reading.responsible(for: dossier)
        guard before != account?.id else { return false }
        let reason = try before == nil ? reason : Words.reason(reason ?? "")
        try state(DossierAssigned(dossier: dossier, account: account?.id, before: before, reason: reason))
        return true
    }
}
