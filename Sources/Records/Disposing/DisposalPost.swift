/// A post (职务) whose holder signs a disposal list (79号令 §18).
public enum DisposalPost: String, Sendable, Hashable, Codable, CaseIterable {
    /// 档案机构负责人
    case archiveHead = "archive_head"
    /// 档案经办人
    case archiveHandler = "archive_handler"
    /// 会计机构负责人
    case financeHead = "finance_head"
    /// 会计经办人
    case financeHandler = "finance_handler"

    /// The role that an account needs to sign for it.
    public var role: Role {
        switch self {
        case .archiveHead, .archiveHandler: .archivist
        case .financeHead, .financeHandler: .finance
        }
    }
}

/// How far a disposal batch (销毁批次) has come.
public enum BatchState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Drawn up, and not yet judged by all who must.
    case proposed
    /// Judged: each item has a decision, by all who must judge.
    case appraised
    /// Signed for each post that there is.
    case signed
    /// Approved by the head of the company, or a delegate.
    case approved
    /// Supervised by as many as must, each of whom has confirmed the day.
    case supervised
    /// Begun to be destroyed, and not at its end.
    case executing
    /// Everything that was to be destroyed is gone, and was looked at.
    case executed
    /// Certified: list, opinion and certificate are filed.
    case certified
    /// Given up before anything was destroyed.
    case cancelled
}

/// What can be done with a batch once it is proposed.
public enum DisposalStep: String, Sendable, Hashable, Codable, CaseIterable {
    case appraise, vacate, sign, approve, supervise, execute, confirm, certify, cancel
}
