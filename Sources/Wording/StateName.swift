public import Records

/// How people call the states of a contract, by their codes.
public enum StateName: String, Message, CaseIterable {
    case drafting, underReview = "under_review", approved, outForSignature = "out_for_signature", inForce = "in_force", suspended
    case performed, expired, terminated, rescinded, void

    public var phrase: Phrase {
        switch self {
        case .drafting: Phrase("起草", "drafting")
        case .underReview: Phrase("评审中", "under review")
        case .approved: Phrase("已批准", "approved")
        case .outForSignature: Phrase("送签", "out for signature")
        case .inForce: Phrase("履行中", "in force")
        case .suspended: Phrase("中止", "suspended")
        case .performed: Phrase("履行完毕", "performed")
        case .expired: Phrase("到期", "expired")
        case .terminated: Phrase("终止", "terminated")
        case .rescinded: Phrase("解除", "rescinded")
        case .void: Phrase("作废", "void")
        }
    }
}
