/// A class of the classification scheme (类目, R-28), as a scheme's file and its event write it.
public struct ClassDefinition: Sendable, Hashable, Codable {
    /// `XS-HT-YB`: unique, for ever.
    public let code: String
    /// The class above; nil at the top.
    public let parent: String?
    public let chinese: String
    public let english: String
    /// The rules of the schedule that its documents are kept by; without, those of the class above.
    public let rules: [String]?
    /// At least this confidential; without, what the class above says.
    public let confidentiality: Confidentiality?
    /// Who may see what is in it, of those who read at all; without, whom the class above lets.
    public let readers: [Role]?
    /// The roles of the department that answers for it, and proposes what is in it for destruction; without, what the class above says.
    public let owners: [Role]?
    /// First day of filing into it, as `2026-01-01`; nil for always.
    public let opens: String?
    /// Last day of filing into it.
    public let closes: String?
    /// Why personal data are held in it, where they are.
    public let purpose: String?

    public init(
        code: String, parent: String?, chinese: String, english: String, rules: [String]? = nil, confidentiality: Confidentiality? = nil,
        readers: [Role]? = nil, owners: [Role]? = nil,
        opens: String? = nil, closes: String? = nil, purpose: String? = nil
    ) {
        self.code = code
        self.parent = parent
        self.chinese = chinese
        self.english = english
        self.rules = rules
        self.confidentiality = confidentiality
        self.readers = readers
        self.owners = owners
        self.opens = opens
        self.closes = closes
        self.purpose = purpose
    }
}

/// A row of the retention schedule (保管期限表, R-30), as a schedule's file and its event write it.
public struct RuleDefinition: Sendable, Hashable, Codable {
    public let id: String
    public let title: String
    /// The law, standard or company rule that it rests on.
    public let authority: String
    /// Facts that must be so before it applies: `{framework: true}`, `{amountAtLeast: 1000000.00}`.
    public let when: [String: String]?
    /// `ended`, or a fact's name; nil for a rule that only follows.
    public let start: String?
    /// `day` or `year-end`.
    public let from: String?
    /// `permanent`, or years and months as `10y`, `6m`, `2y6m`.
    public let period: String?
    /// The relation whose later date is taken.
    public let follows: String?
    /// Whether a review starts the period anew.
    public let repeats: Bool?
    /// `destroy`, `review`, `transfer` or `keep`; `destroy` without.
    public let action: String?
    /// Whether a destroyed document's title stays; where it does not, its digest does. It stays without.
    public let keepsTitle: Bool?

    public init(
        id: String, title: String, authority: String, when: [String: String]? = nil, start: String? = nil, from: String? = nil,
        period: String? = nil, follows: String? = nil, repeats: Bool? = nil, action: String? = nil, keepsTitle: Bool? = nil
    ) {
        self.id = id
        self.title = title
        self.authority = authority
        self.when = when
        self.start = start
        self.from = from
        self.period = period
        self.follows = follows
        self.repeats = repeats
        self.action = action
        self.keepsTitle = keepsTitle
    }
}
