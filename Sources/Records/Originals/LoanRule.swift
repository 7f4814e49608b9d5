/// How long paper of a class may be lent, and with whose consent: data of the company.
public struct LoanRule: Sendable, Hashable, Codable {
    /// The class and all below it that has no rule of its own; nil for what no other rule is about.
    public let `class`: String?
    /// Most days from the day on which it is lent.
    public let days: Int
    /// Roles of which one must have consented; nil where nobody need.
    public let consent: [Role]?
    /// The same for a loan to somebody outside, in place of ``consent``.
    public let outside: [Role]?

    public init(`class`: String?, days: Int, consent: [Role]? = nil, outside: [Role]? = nil) {
        self.class = `class`
        self.days = days
        self.consent = consent
        self.outside = outside
    }

    /// Who must have consented.
    public func consenting(outside isOutside: Bool) -> [Role]? { isOutside ? outside ?? consent : consent }
}

/// The company said how long paper may be lent, and with whose consent.
public struct LoanRulesSet: Event {
    public static let type = "loan.rules-set/1"
    public static let title = Phrase("设定借阅规则", "rules of loans set")

    public let rules: [LoanRule]
    public let reason: String

    public init(rules: [LoanRule], reason: String) {
        self.rules = rules
        self.reason = reason
    }

    public var subjects: [String] { [] }

    public static var sample: LoanRulesSet {
        LoanRulesSet(rules: [LoanRule(class: "XS-CW", days: 10, outside: [.head]), LoanRule(class: nil, days: 30)], reason: "公司制度")
    }
}

/// Somebody consented to a loan that needs it.
public struct LoanConsented: Event {
    public static let type = "loan.consented/1"
    public static let title = Phrase("同意借出原件", "loan of an original consented to")

    public let original: OriginalID
    /// Who, with their roles as they were then.
    public let by: AccountID
    public let roles: [Role]
    public let borrower: LoanBorrower
    /// The last day of the loan; nil where it may stay outside.
    public let until: CivilDate?

    public init(original: OriginalID, by: AccountID, roles: [Role], borrower: LoanBorrower, until: CivilDate?) {
        self.original = original
        self.by = by
        self.roles = roles
        self.borrower = borrower
        self.until = until
    }

    public var subjects: [String] { [original.compact, by.compact] + [borrower.account?.compact].compactMap(\.self) }

    public static var sample: LoanConsented {
        LoanConsented(
            original: .sample, by: .sample, roles: [.head], borrower: LoanBorrower(account: nil, outside: "律师事务所"), until: .sampleKeptTo)
    }
}

/// Who borrows: one of us, or somebody outside, as they are called.
public struct LoanBorrower: Sendable, Hashable, Codable {
    public let account: AccountID?
    public let outside: String?

    public init(account: AccountID?, outside: String?) {
        self.account = account
        self.outside = outside
    }
}
