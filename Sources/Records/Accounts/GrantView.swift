/// A grant (查阅授权, R-50).
public struct GrantView: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let number: Int
    public let account: AccountID
    public let accountName: String
    public let scope: GrantScope
    /// The last day on which it holds.
    public let until: String
    public let reason: String
    public let givenOn: String
    /// Who gave it: an account, or `operator`.
    public let givenBy: String
    public let endedOn: String?
    public let endedReason: String?

    package init(
        number: Int, account: AccountID, accountName: String, scope: GrantScope, until: String, reason: String, givenOn: String,
        givenBy: String, endedOn: String?, endedReason: String?
    ) {
        self.number = number
        self.account = account
        self.accountName = accountName
        self.scope = scope
        self.until = until
        self.reason = reason
        self.givenOn = givenOn
        self.givenBy = givenBy
        self.endedOn = endedOn
        self.endedReason = endedReason
    }
}

/// Somebody who can see a document, and why.
public struct RightView: Sendable, Hashable, Codable {
    public let account: AccountID
    public let name: String
    public let because: [RightGround]
    /// The grants by which they can.
    public let grants: [Int]

    package init(account: AccountID, name: String, because: [RightGround], grants: [Int]) {
        self.account = account
        self.name = name
        self.because = because
        self.grants = grants
    }
}

/// Why somebody can see a document.
public enum RightGround: String, Sendable, Hashable, Codable, CaseIterable {
    /// A role of theirs sees documents so confidential in such a class.
    case role
    /// They handle the deal.
    case ownDeal = "own_deal"
    case grant
}
