/// Who must do what before a batch is destroyed: data, with these defaults.
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

    /// Accounting records (79号令 §18): heads and handlers of archive and finance sign besides the head of the company; supervisors come one
    /// from the archive, one from finance and, since the records are electronic, one from information systems.
    public static let accounting = DisposalDuties(
        appraisers: [.archivist, .finance], posts: [.archiveHead, .archiveHandler, .financeHead, .financeHandler],
        supervisors: [.archivist, .finance, .informationSystems])

    /// All others.
    public static let others = DisposalDuties(appraisers: [.archivist], posts: [.archiveHandler], supervisors: nil)
}
