import Catalogue
public import Records
import Retention
import Wording

/// Draws up the list (销毁清册) of what is due and nothing blocks of the papers that the proposer's department answers for, as a batch.
public struct ProposeDisposal: DisposalChange {
    public static let operation = Operation.proposeDisposal
    public static var sample: ProposeDisposal { ProposeDisposal(by: CivilDate(daysSince1970: 20_000), reason: "保管期满") }

    /// Until when a document must be due; not after today.
    public let by: CivilDate
    public let reason: String
    /// With all below it; all classes without.
    public let recordClass: String?

    enum CodingKeys: String, CodingKey {
        case by, reason
        case recordClass = "class"
    }

    public init(by: CivilDate, reason: String, recordClass: String? = nil) {
        self.by = by
        self.reason = reason
        self.recordClass = recordClass
    }

    public func decide(_ decision: Decision) throws {
        let (reading, person, reason) = (decision.reading, try decision.person(), try Words.reason(reason))
        guard by <= reading.today else { throw ArchiveError(.valueRefused, DisposalMessage.dayInFuture, subject: "by") }
        let scheme = try recordClass.map(reading.scheme) ?? reading.scheme()?.scheme ?? Scheme([])
        let asked = recordClass.map(scheme.branch) ?? Set(scheme.classes.map(\.code))
        try decision.refuseUnchecked()
        let owned = scheme.owned(by: person.roles).intersection(asked)
        let found = try reading.disposable(by: by, in: owned)
        if try found.isEmpty && !reading.disposable(by: by, in: asked).isEmpty {
            throw ArchiveError(.notAllowed, DisposalMessage.ownedByOthers)
        }
        let items = found.filter(\.blocks.isEmpty).map(\.item)
        guard !items.isEmpty else {
            // What they see as due and something hidden holds back.
            let due = try reading.viewer.isRestricted ? reading.due(.by(by)).filter(\.blockedBy.isEmpty) : []
            let seen = try due.filter { try $0.class.map(owned.contains) == true && !reading.isInBatch($0.document) }
            guard seen.isEmpty else { throw ArchiveError(.blocked, DealMessage.blocked) }
            throw ArchiveError(.stateWrong, DisposalMessage.nothingDue)
        }
        guard items.count <= BatchProposed.mostItems else {
            throw ArchiveError(.tooLarge, DisposalMessage.tooMany(BatchProposed.mostItems), subject: "class")
        }
        let batch: BatchID = try decision.draw()
        try decision.state(
            BatchProposed(
                batch: batch, by: person, until: by, recordClass: recordClass, reason: reason,
                duties: try decision.duties(on: items.map(\.document), under: items.map(\.rule)),
                items: items, digest: decision.digest(of: items.map { (.document($0), nil) }, in: batch),
                setAside: found.filter { !$0.blocks.isEmpty }.map { SetAsideItem(document: $0.item.document, because: $0.blocks) }))
    }
}
