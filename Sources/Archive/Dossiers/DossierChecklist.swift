public import Catalogue
public import Records
import Wording

/// Says what kind of deal a dossier is of, and so what it should hold.
public struct SetDossierTemplate: Change {
    public typealias Answer = DossierCheck
    public static let operation = Operation.keepDossier
    public static var sample: SetDossierTemplate { SetDossierTemplate(.sample, "新装工程") }

    public let dossier: DossierID
    /// Its code, or a name of it.
    public let template: String

    public init(_ dossier: DossierID, _ template: String) {
        self.dossier = dossier
        self.template = template
    }

    public func decide(_ decision: Decision) throws {
        let (words, before) = (try Words.text(template, "template"), try decision.open(dossier))
        try decision.give(dossier, try decision.reading.template(meantBy: words), before: before.template?.code)
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierCheck {
        try reading.known(checkOf: try events.the(DossierTemplated.self).dossier)
    }
}

/// Says of an item that a dossier should hold why it does not apply, or by when it comes, or takes that back.
public struct MarkDossierItem: Change {
    public typealias Answer = DossierCheck
    public static let operation = Operation.keepDossier
    public static var sample: MarkDossierItem { MarkDossierItem(.sample, "acceptance", .notApplicable, reason: "只供货") }

    public let dossier: DossierID
    /// Its code, or a name of it.
    public let item: String
    /// Nil to take back what was said.
    @Said public private(set) var kind: DossierMark.Kind?
    /// By when it comes, where that is promised.
    public let by: CivilDate?
    public let reason: String

    public init(_ dossier: DossierID, _ item: String, _ kind: DossierMark.Kind?, by: CivilDate? = nil, reason: String) {
        self.dossier = dossier
        self.item = item
        self.kind = kind
        self.by = by
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (words, reason) = (try Words.text(item, "item"), try Words.reason(reason))
        guard (kind == .promised) == (by != nil) else {
            throw ArchiveError(.valueRefused, DossierMessage.dayOfPromise, subject: "by")
        }
        if let by, by < decision.today { throw ArchiveError(.valueRefused, DossierMessage.promisedInPast, subject: "by") }
        let check = try decision.reading.known(checkOf: try decision.open(dossier).id)
        let item = try Self.item(meantBy: words, in: check)
        guard kind == nil || item.state != .present else {
            throw ArchiveError(.stateWrong, DossierMessage.itemThere(item.name), subject: "item")
        }
        let before = try decision.reading.marks(in: dossier)[item.code]
        let mark = kind.map { DossierMark($0, by: by, reason: reason) }
        guard mark != before else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "kind") }
        try decision.state(DossierItemMarked(dossier: dossier, item: item.code, mark: mark, before: before))
    }

    private static func item(meantBy word: String, in check: DossierCheck) throws(ArchiveError) -> DossierItemView {
        if let item = check.checklist.first(meantBy: word) { return item }
        guard !check.checklist.isEmpty else {
            throw ArchiveError(
                .stateWrong, DossierMessage.noTemplate("\(check.dossier.id)"), remedy: DossierRemedy.giveTemplate,
                subject: "\(check.dossier.id)")
        }
        throw ArchiveError(
            .valueRefused, DossierMessage.itemUnknown(word), remedy: Remedy.words(check.checklist.map(\.name)), subject: "item")
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierCheck {
        try reading.known(checkOf: try events.the(DossierItemMarked.self).dossier)
    }
}

/// What a dossier holds of what it should: each item with its documents, or why not, or by when.
public struct CheckDossier: Question {
    public typealias Answer = DossierCheck
    public static let operation = Operation.readDossiers
    public static var sample: CheckDossier { CheckDossier(.sample) }

    public let dossier: DossierID

    public init(_ dossier: DossierID) { self.dossier = dossier }

    public func answer(_ reading: Reading) throws -> DossierCheck { try reading.known(checkOf: dossier) }
}

extension Decision {
    /// A dossier that may be changed.
    ///
    /// - Throws: ``ArchiveError`` `.stateWrong` for one that is closed, or that was merged.
    @discardableResult
    func open(_ dossier: DossierID) throws -> DossierView {
        let view = try reading.known(dossier)
        try view.refuseMerged()
        guard view.closedOn == nil else {
            throw ArchiveError(.stateWrong, DealMessage.dossierClosed("\(dossier)"), remedy: DealRemedy.reopen, subject: "\(dossier)")
        }
        return view
    }

    /// Gives a dossier a template.
    func give(_ dossier: DossierID, _ template: DossierTemplate, before: String?) throws {
        guard try reading.template(of: dossier) != template else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "template")
        }
        try state(DossierTemplated(dossier: dossier, template: template, before: before))
    }
}

extension DossierView {
    /// - Throws: ``ArchiveError`` `.stateWrong` for one that is another's since.
    func refuseMerged() throws(ArchiveError) {
        guard let mergedInto else { return }
        throw ArchiveError(.stateWrong, DossierMessage.merged("\(id)", into: "\(mergedInto)"), subject: "\(id)")
    }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(checkOf dossier: DossierID) throws -> DossierCheck {
        guard let check = try check(of: dossier) else { throw Self.unknown(dossier) }
        return check
    }
}
