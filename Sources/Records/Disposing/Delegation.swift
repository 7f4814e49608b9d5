/// The head of the company let somebody approve disposals in their stead, in writing and up to a day (授权, R-42).
public struct DisposalDelegated: Event {
    public static let type = "disposal.delegated/1"
    public static let title = Phrase("委托批准销毁", "approval of disposals delegated")

    /// Counted from 1.
    public let delegation: Int
    public let account: AccountID
    /// The last day on which it holds.
    public let until: CivilDate
    /// The written delegation, where it is filed.
    public let document: DocumentID?
    public let reason: String

    public init(delegation: Int, account: AccountID, until: CivilDate, document: DocumentID?, reason: String) {
        self.delegation = delegation
        self.account = account
        self.until = until
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [account.compact] + [document?.compact].compactMap(\.self) }

    public static var sample: DisposalDelegated {
        DisposalDelegated(delegation: 1, account: .sample, until: .sampleKeptTo, document: .sample, reason: "出差期间")
    }
}

/// A delegation ended before its day.
public struct DelegationEnded: Event {
    public static let type = "disposal.delegation-ended/1"
    public static let title = Phrase("收回委托", "delegation ended")

    public let delegation: Int
    public let account: AccountID
    public let reason: String

    public init(delegation: Int, account: AccountID, reason: String) {
        self.delegation = delegation
        self.account = account
        self.reason = reason
    }

    public var subjects: [String] { [account.compact] }

    public static var sample: DelegationEnded { DelegationEnded(delegation: 1, account: .sample, reason: "已返回") }
}

/// A delegation as people see it.
public struct DelegationView: Sendable, Hashable, Codable {
    public let number: Int
    public let account: AccountID
    public let accountName: String
    /// The last day on which it holds.
    public let until: String
    public let document: DocumentID?
    public let reason: String
    public let givenOn: String
    /// The name of whoever gave it.
    public let givenBy: String
    public let endedOn: String?
    public let endedReason: String?

    package init(
        number: Int, account: AccountID, accountName: String, until: String, document: DocumentID?, reason: String, givenOn: String,
        givenBy: String, endedOn: String?, endedReason: String?
    ) {
        self.number = number
        self.account = account
        self.accountName = accountName
        self.until = until
        self.document = document
        self.reason = reason
        self.givenOn = givenOn
        self.givenBy = givenBy
        self.endedOn = endedOn
        self.endedReason = endedReason
    }
}
