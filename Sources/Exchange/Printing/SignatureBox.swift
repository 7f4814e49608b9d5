public import Records

/// A place where somebody signs by hand, and beside it how that person has signed electronically.
public struct SignatureBox: Sendable, Hashable {
    /// As what the person signs: 监销人, supervisor.
    public let role: Phrase
    /// Empty to be written by hand.
    public let name: String
    /// Empty to be written by hand; where the company lacks the post, that and the reason.
    public let post: String
    /// Nil to be written by hand.
    public let date: CivilDate?
    /// Nil where the person has not signed electronically.
    public let signOff: SignOff?

    public init(role: Phrase, name: String = "", post: String = "", date: CivilDate? = nil, signOff: SignOff? = nil) {
        self.role = role
        self.name = name
        self.post = post
        self.date = date
        self.signOff = signOff
    }
}

/// That somebody has signed electronically, in their own sign-in.
public struct SignOff: Sendable, Hashable {
    public let person: String
    public let account: String
    public let time: Timestamp
    /// Of the zone in which the time is printed, in seconds east of UTC.
    public let offset: Int
    /// Of what was signed.
    public let digest: ContentDigest

    public init(person: String, account: String, time: Timestamp, offset: Int, digest: ContentDigest) {
        self.person = person
        self.account = account
        self.time = time
        self.offset = offset
        self.digest = digest
    }
}
