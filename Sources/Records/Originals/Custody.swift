/// Where a paper original (原件) is, and who on our side answers for it: at every moment one place and one person, until it is released or
/// destroyed.
public struct Custody: Sendable, Hashable, Codable {
    public let state: CustodyState
    /// Who answers for it; nil once it is released or destroyed.
    public let answerable: AccountID?
    /// On its way: who is to confirm it. On loan: who has it, where that is one of us.
    public let account: AccountID?
    /// Who has it outside, as they are called: a borrower, or the other party.
    public let outside: String?
    /// Shelved: the room, cabinet, shelf and box, parted by hyphens.
    public let place: String?
    /// On loan, or sent out to come back: the last day.
    public let until: CivilDate?

    public init(
        _ state: CustodyState, answerable: AccountID?, account: AccountID? = nil, outside: String? = nil, place: String? = nil,
        until: CivilDate? = nil
    ) {
        self.state = state
        self.answerable = answerable
        self.account = account
        self.outside = outside
        self.place = place
        self.until = until
    }
}

/// Where an original is, in one word.
public enum CustodyState: String, Sendable, Hashable, CaseIterable, Codable {
    /// 在手: with who answers for it.
    case inHand = "in_hand"
    /// 在库
    case shelved
    /// 在途: given, and not confirmed.
    case inTransit = "in_transit"
    /// 借出
    case onLoan = "on_loan"
    /// 外寄待回: with somebody outside, to come back.
    case sent
    /// 外寄: with somebody outside, to stay once it is signed for.
    case sentToStay = "sent_to_stay"
    /// 已移出: released; another answers for it.
    case released
    /// 遗失: nobody knows where it is.
    case missing
    /// 已销毁
    case destroyed
}

/// What may become of an original's custody.
public enum CustodyStep: String, Sendable, Hashable, CaseIterable, Codable {
    case move, confirm, refuse, shelve, lend, `return`, send, release, miss, find, destroy
}

/// How an original exists.
public enum OriginalForm: String, Sendable, Hashable, CaseIterable, Codable {
    /// 纸质
    case paper
    /// 电子: the file as received is the original.
    case electronic
}
