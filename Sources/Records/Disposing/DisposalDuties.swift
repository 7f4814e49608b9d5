/// The records of a batch, of which different people must sign.
public enum DisposalRecords: String, Sendable, Hashable, Codable, CaseIterable {
    /// 会计档案 (79号令): kept by accounting years.
    case accounting
    /// 其他档案
    case others
}

/// Who must do what before a batch is destroyed: data of the company, with these defaults. A batch keeps what held when it was proposed.
public struct DisposalDuties: Sendable, Hashable, Codable {
    /// Roles one of whose holders must have judged the list as it is.
    public let appraisers: [Role]
    /// Posts whose holders sign it; one that the company lacks is entered as lacking, with the reason.
    public let posts: [DisposalPost]
    /// Roles of the supervisors (监销人), one person each; nil for two of different departments.
    public let supervisors: [Role]?

    public init(appraisers: [Role], posts: [DisposalPost], supervisors: [Role]?) {
        self.appraisers = appraisers
        self.posts = posts
        self.supervisors = supervisors
    }

    /// What holds for records as long as the company has not set anything else.
    public static func standard(for records: DisposalRecords) -> DisposalDuties {
        switch records {
        case .accounting: accounting
        case .others: others
        }
    }

    /// Accounting records (79号令 §18): heads and handlers of archive and finance sign besides the head of the company; supervisors come one
    /// from the archive, one from finance and, since the records are electronic, one from information systems.
    public static let accounting = DisposalDuties(
        appraisers: [.archivist, .finance], posts: [.archiveHead, .archiveHandler, .financeHead, .financeHandler],
        supervisors: [.archivist, .finance, .informationSystems])

    /// All others.
    public static let others = DisposalDuties(appraisers: [.archivist], posts: [.archiveHandler], supervisors: nil)
}

/// The company said who must do what before records of a kind are destroyed. Batches proposed before keep what held then.
public struct DisposalDutiesSet: Event {
    public static let type = "disposal.duties-set/1"
    public static let title = Phrase("设定销毁职责", "duties of disposal set")

    public let records: DisposalRecords
    public let duties: DisposalDuties
    public let reason: String

    public init(records: DisposalRecords, duties: DisposalDuties, reason: String) {
        self.records = records
        self.duties = duties
        self.reason = reason
    }

    public var subjects: [String] { [] }

    public static var sample: DisposalDutiesSet {
        DisposalDutiesSet(
            records: .others,
            duties: DisposalDuties(appraisers: [.archivist], posts: [.archiveHead, .archiveHandler], supervisors: [.archivist, .finance]),
            reason: "董事会决议")
    }
}

/// Who must do what before records of a kind are destroyed, as people see it.
public struct DisposalDutiesView: Sendable, Hashable, Codable {
    public let records: DisposalRecords
    public let duties: DisposalDuties
    /// Since when, and why; nil where it is the default.
    public let setOn: String?
    public let reason: String?

    package init(records: DisposalRecords, duties: DisposalDuties, setOn: String? = nil, reason: String? = nil) {
        self.records = records
        self.duties = duties
        self.setOn = setOn
        self.reason = reason
    }
}
