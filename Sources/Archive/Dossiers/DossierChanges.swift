public import Catalogue
public import Records
import Wording

/// Opens a dossier (案卷) for a deal.
public struct OpenDossier: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.openDossier
    public static var sample: OpenDossier {
        OpenDossier(title: "青禾广场空调安装", party: "青禾置业", template: "新装工程")
    }

    public let title: String
    /// The other side, by name or identifier; a name not known yet is registered.
    public let party: String?
    /// What kind of deal it is of: a template's code, or a name of it.
    public let template: String?
    /// The name of the account that is responsible for it (责任人), or its identifier.
    public let responsible: String?

    public init(title: String, party: String?, template: String? = nil, responsible: String? = nil) {
        self.title = title
        self.party = party
        self.template = template
        self.responsible = responsible
    }

    public func decide(_ decision: Decision) throws {
        let title = try Words.text(title, "title")
        let words = (try template.map { try Words.text($0, "template") }, try responsible.map { try Words.text($0, "responsible") })
        let template = try words.0.map { try decision.reading.template(meantBy: $0) }
        let responsible = try words.1.map { try decision.reading.known(account: $0) }
        let party = try party.map { try decision.party(named: try Words.text($0, "party")) }
        let dossier: DossierID = try decision.draw()
        try decision.state(DossierOpened(dossier: dossier, title: title, party: party))
        if let template { try decision.give(dossier, template, before: nil) }
        if let responsible { try decision.assign(dossier, to: responsible, reason: nil) }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierOpened.self).dossier)
    }
}

/// Closes a dossier, on a day that may start a period.
public struct CloseDossier: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.closeDossier
    public static var sample: CloseDossier { CloseDossier(.sample, on: "2026-01", reason: "质保期满") }

    public let dossier: DossierID
    /// The day, the month or the year, as people write it.
    public let on: String
    public let reason: String

    public init(_ dossier: DossierID, on: String, reason: String) {
        self.dossier = dossier
        self.on = on
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reason, day) = (try Words.reason(reason), try Words.past(on, "on", on: decision.today))
        try decision.open(dossier)
        try decision.state(DossierClosed(dossier: dossier, on: day, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierClosed.self).dossier)
    }
}

/// Opens a closed dossier again.
public struct ReopenDossier: Change {
    public typealias Answer = DossierView
    public static let operation = Operation.closeDossier
    public static var sample: ReopenDossier { ReopenDossier(.sample, reason: "返修") }

    public let dossier: DossierID
    public let reason: String

    public init(_ dossier: DossierID, reason: String) {
        self.dossier = dossier
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        let before = try decision.reading.known(dossier)
        try before.refuseMerged()
        guard before.closedOn != nil else {
            throw ArchiveError(.stateWrong, DealMessage.dossierOpen("\(dossier)"), subject: "\(dossier)")
        }
        try decision.state(DossierReopened(dossier: dossier, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierView {
        try reading.known(try events.the(DossierReopened.self).dossier)
    }
}
