public import Catalogue
public import Records
import Wording

/// Issues the next edition of a pack (签发): what is in the dossier now, version by version, and what was said, stays as it is. What is
/// missing needs a reason or a day.
public struct IssuePack: Change {
    public typealias Answer = PackView
    public static let operation = Operation.issuePack
    public static var sample: IssuePack { IssuePack(.sample, participants: "工程部、采购部") }

    public let pack: PackID
    /// Who else was there (参加人).
    public let participants: String?

    public init(_ pack: PackID, participants: String? = nil) {
        self.pack = pack
        self.participants = participants
    }

    public func decide(_ decision: Decision) throws {
        let participants = try participants.map { try Words.text($0, "participants") }
        let reading = decision.reading
        let line = try reading.known(pack)
        try decision.open(line.dossier)
        let draft = try PackDraft(of: line, reading)
        let gaps = draft.items.filter { item in
            let view = item.view(on: reading.today)
            return view.state == .missing && (view.by == nil || view.isOverdue)
        }
        guard gaps.isEmpty else {
            throw ArchiveError(.stateWrong, PackMessage.gaps(gaps.map(\.item.name)), remedy: PackRemedy.fillFirst, subject: "\(pack)")
        }
        let items = try draft.items.map { item in
            PackIssued.Item(
                code: item.item.code,
                documents: try item.documents.map {
                    PackedVersion(document: $0.id, version: $0.version, files: try reading.digests(of: $0.id, $0.version))
                }, mark: item.mark)
        }
        let before = try line.newest.flatMap { try reading.edition($0, of: pack) }
        let packed = Set(items.flatMap(\.documents).map(\.document))
        let leftOut =
            before.map { Set($0.documents.filter { $0.document.destroyedOn == nil }.map(\.document.id)).subtracting(packed) } ?? []
        if let before, before.says(items), line.state != .returned {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(pack)")
        }
        try decision.state(
            PackIssued(
                pack: pack, dossier: line.dossier, edition: (line.newest ?? 0) + 1, items: items, withheld: draft.withheld,
                leftOut: leftOut.sorted(), participants: participants))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PackView {
        let issued = try events.the(PackIssued.self)
        return try reading.edition(issued.edition, shownOf: issued.pack)
    }
}

/// Signs for the newest edition of a pack (签收), but for the items that are sent back with a reason.
public struct SignPack: Change {
    public typealias Answer = PackView
    public static let operation = Operation.signPack
    public static var sample: SignPack { SignPack(.sample, rejecting: [PackRejection(item: "drawings", reason: "不是最新版")]) }

    public let pack: PackID
    /// The edition that was looked at; then another one, issued meanwhile, is not signed for.
    public let edition: Int?
    public let reject: [PackRejection]?

    public init(_ pack: PackID, edition: Int? = nil, rejecting rejections: [PackRejection]? = nil) {
        self.pack = pack
        self.edition = edition
        reject = rejections
    }

    public func decide(_ decision: Decision) throws {
        let reading = decision.reading
        let rejections = try (reject ?? []).map { (try Words.text($0.item, "item"), try Words.reason($0.reason)) }
        let (line, receiver) = (try reading.known(pack), try reading.keptReceiver(of: pack))
        let person = try decision.person()
        guard let account = try reading.account(person.account), receiver.isServed(by: account), line.issuedBy != account.name else {
            throw ArchiveError(.notAllowed, PackMessage.notReceiver(receiver.name, receiver.department), subject: "\(pack)")
        }
        guard let newest = line.newest else { throw ArchiveError(.stateWrong, PackMessage.notIssued("\(pack)"), subject: "\(pack)") }
        guard edition == nil || edition == newest else {
            throw ArchiveError(.stateWrong, PackMessage.superseded("\(pack)", by: newest), remedy: Remedy.checkState, subject: "\(pack)")
        }
        guard line.state == .issued else {
            throw ArchiveError(
                .stateWrong, PackMessage.signedBefore("\(pack)", on: line.signedOn ?? ""), remedy: Remedy.checkState, subject: "\(pack)")
        }
        var reasons: [String: String] = [:]
        for (word, reason) in rejections {
            let item = try receiver.item(meantBy: word)
            guard reasons.updateValue(reason, forKey: item.code) == nil else {
                throw ArchiveError(.valueRefused, PackMessage.rejectedTwice(item.name), subject: "reject")
            }
        }
        try decision.state(
            PackSigned(
                pack: pack, edition: newest, by: person.account,
                rejections: receiver.items.compactMap { item in reasons[item.code].map { PackRejection(item: item.code, reason: $0) } }))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PackView {
        let signed = try events.the(PackSigned.self)
        return try reading.edition(signed.edition, shownOf: signed.pack)
    }
}

extension PackEdition {
    /// Whether another edition would say the same.
    fileprivate func says(_ items: [PackIssued.Item]) -> Bool {
        let said = items.reduce(into: [String: PackMark]()) { $0[$1.code] = $1.mark }
        let packed = items.flatMap { item in item.documents.map { [item.code, $0.document.compact, "\($0.version.value)"] } }
        return said == marks && packed == documents.map { [$0.item, $0.document.id.compact, "\($0.document.version.value)"] }
    }
}
