public import Catalogue
public import Records
import Wording

/// Begins a pack (交底资料) for somebody who takes over the deal of a dossier. There is one for each receiver; later ones are its editions.
public struct MakePack: Change {
    public typealias Answer = PackView
    public static let operation = Operation.keepPack
    public static var sample: MakePack { MakePack(.sample, for: "客服") }

    public let dossier: DossierID
    /// Its code, or a name of it.
    public let receiver: String

    public init(_ dossier: DossierID, for receiver: String) {
        self.dossier = dossier
        self.receiver = receiver
    }

    public func decide(_ decision: Decision) throws {
        let words = try Words.text(receiver, "receiver")
        let view = try decision.open(dossier)
        let receiver = try decision.reading.receiver(meantBy: words)
        guard let checklist = receiver.checklist(for: view.template?.code) else {
            throw ArchiveError(
                .stateWrong, PackMessage.noChecklist(receiver.name), remedy: DossierRemedy.giveTemplate, subject: "\(dossier)")
        }
        var filter = PackFilter()
        (filter.dossier, filter.receiver) = (dossier, receiver.code)
        if let pack = try decision.reading.packs(filter).first {
            throw ArchiveError(.stateWrong, PackMessage.madeBefore("\(pack.id)"), subject: "\(pack.id)")
        }
        try decision.state(PackMade(pack: try decision.draw(), dossier: dossier, receiver: receiver.keeping(checklist)))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PackView {
        try reading.draft(of: try events.the(PackMade.self).pack)
    }
}

/// Says of an item of a pack what there is to know, why it does not apply, or by when it comes, or takes that back.
public struct FillPackItem: Change {
    public typealias Answer = PackView
    public static let operation = Operation.keepPack
    public static var sample: FillPackItem { FillPackItem(.sample, "特殊承诺", .words, "两年免费清洗") }

    public let pack: PackID
    /// Its code, or a name of it.
    public let item: String
    /// Nil to take back what was said.
    @Said public private(set) var kind: PackMark.Kind?
    /// What is to be known, or the reason; not needed where something is taken back.
    public let text: String?
    /// By when it comes, where that is promised.
    public let by: CivilDate?

    public init(_ pack: PackID, _ item: String, _ kind: PackMark.Kind?, _ text: String?, by: CivilDate? = nil) {
        self.pack = pack
        self.item = item
        self.kind = kind
        self.text = text
        self.by = by
    }

    public func decide(_ decision: Decision) throws {
        let words = try Words.text(item, "item")
        let mark = try mark(on: decision.today)
        let receiver = try decision.reading.keptReceiver(of: pack)
        let item = try receiver.item(meantBy: words)
        let before = try decision.reading.marks(in: pack)[item.code]
        guard mark != before else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "text") }
        try decision.state(PackItemSaid(pack: pack, item: item.code, mark: mark, before: before))
    }

    private func mark(on today: CivilDate) throws -> PackMark? {
        guard let kind else { return nil }
        guard (kind == .promised) == (by != nil) else {
            throw ArchiveError(.valueRefused, DossierMessage.dayOfPromise, subject: "by")
        }
        if let by, by < today { throw ArchiveError(.valueRefused, DossierMessage.promisedInPast, subject: "by") }
        return PackMark(kind, try Words.reason(text ?? "", "text"), by: by)
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PackView {
        try reading.draft(of: try events.the(PackItemSaid.self).pack)
    }
}

/// A pack in one of its editions, or as the next one would be.
public struct ShowPack: Question {
    public typealias Answer = PackView
    public static let operation = Operation.readPacks
    public static var sample: ShowPack { ShowPack(.sample) }

    public let pack: PackID
    /// Which edition; the newest without it, and what is being put together where none was issued.
    public let edition: Int?
    /// What the next edition would be.
    public let draft: Bool?

    public init(_ pack: PackID, edition: Int? = nil, draft: Bool? = nil) {
        self.pack = pack
        self.edition = edition
        self.draft = draft
    }

    public func answer(_ reading: Reading) throws -> PackView {
        if let edition { return try reading.edition(edition, shownOf: pack) }
        if draft != true, let newest = try reading.known(pack).newest { return try reading.edition(newest, shownOf: pack) }
        return try reading.draft(of: pack)
    }
}

/// Packs, the newest first; all of what is asked for must be so.
public struct ListPacks: Question {
    public typealias Answer = [PackLine]
    public static let operation = Operation.readPacks
    public static var sample: ListPacks { ListPacks() }

    /// The name of a party, or its identifier.
    public var party: String?
    public var dossier: DossierID?
    /// The receiver's code, or a name of it.
    public var receiver: String?
    public var state: PackState?
    /// Customer, site, contract or deal, in some words of its name.
    public var words: String?

    public init(state: PackState? = nil) { self.state = state }

    public func answer(_ reading: Reading) throws -> [PackLine] {
        var filter = PackFilter()
        filter.party = try party.map { try reading.known(party: $0) }
        if let dossier { filter.dossier = try reading.known(dossier).id }
        filter.receiver = try receiver.map { try reading.receiver(meantBy: try Words.text($0, "receiver")).code }
        filter.state = state
        filter.words = try words.map { try Words.text($0, "words") }
        return try reading.packs(filter)
    }
}

extension Receiver {
    /// What the pack must have: the checklist that it keeps.
    var items: [PackItem] { checklists.first?.items ?? [] }

    /// The item that a code or a name means.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`, which names those that there are.
    func item(meantBy word: String) throws(ArchiveError) -> PackItem {
        if let item = items.first(meantBy: word) { return item }
        throw ArchiveError(.valueRefused, PackMessage.itemUnknown(word), remedy: Remedy.words(items.map(\.name)), subject: "item")
    }
}
