public import Catalogue
public import Records
import Retention
import Wording

/// Says who must do what before records of a kind are destroyed. Batches proposed before keep what held then.
public struct SetDisposalDuties: Change {
    public typealias Answer = DisposalDutiesView
    public static let operation = Operation.setDisposalDuties
    public static var sample: SetDisposalDuties {
        SetDisposalDuties(
            .others, appraisers: [.archivist], posts: [.archiveHead, .archiveHandler], supervisors: [.archivist, .finance],
            reason: "董事会决议")
    }

    public let records: DisposalRecords
    /// Roles one of whose holders must judge the list.
    public let appraisers: [Role]
    /// Posts whose holders sign it.
    public let posts: [DisposalPost]
    /// Roles of the supervisors, one person each; without, two of different departments.
    public let supervisors: [Role]?
    public let reason: String

    public init(
        _ records: DisposalRecords, appraisers: [Role], posts: [DisposalPost], supervisors: [Role]? = nil, reason: String
    ) {
        self.records = records
        self.appraisers = appraisers
        self.posts = posts
        self.supervisors = supervisors
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        try Self.refuseUnfit(appraisers, for: .appraiseDisposal, "appraisers")
        try Self.refuseUnfit(supervisors ?? [], for: .superviseDisposal, "supervisors")
        let duties = DisposalDuties(appraisers: appraisers.withoutRepeats, posts: posts.withoutRepeats, supervisors: supervisors)
        do throws(DisposalDuties.Lack) { try duties.refuse(for: records) } catch {
            throw ArchiveError(.valueRefused, DisposalMessage.dutiesLack(error, records), subject: error.member)
        }
        try decision.state(DisposalDutiesSet(records: records, duties: duties, reason: reason))
    }

    /// A duty that the table of rights lets nobody of a role do would be a batch that never ends.
    private static func refuseUnfit(_ roles: [Role], for operation: Operation, _ member: String) throws(ArchiveError) {
        guard let unfit = roles.first(where: { !operation.row.roles.contains($0) }) else { return }
        throw ArchiveError(.valueRefused, DisposalMessage.roleUnfit(unfit, operation.row.name), subject: member)
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DisposalDutiesView {
        try reading.duties(for: try events.the(DisposalDutiesSet.self).records)
    }
}

/// Who must do what before records of each kind are destroyed.
public struct ListDisposalDuties: Question {
    public typealias Answer = [DisposalDutiesView]
    public static let operation = Operation.readDisposals
    public static var sample: ListDisposalDuties { ListDisposalDuties() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [DisposalDutiesView] { try DisposalRecords.allCases.map(reading.duties) }
}

extension DisposalDuties.Lack {
    /// Which member of the request it is about.
    fileprivate var member: String {
        switch self {
        case .appraiser: "appraisers"
        case .anyPost, .post: "posts"
        case .supervisor, .twoSupervisors, .tooManySupervisors: "supervisors"
        }
    }
}

extension Array where Element: Hashable {
    /// Each once, where it first stands.
    fileprivate var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
