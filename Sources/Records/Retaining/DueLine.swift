/// A document in a list of due dates.
public struct DueLine: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let `class`: String?
    /// The first free day, `never`, or nil while something is awaited.
    public let due: String?
    /// The last day that it must be kept, `2036-12-31`; nil while that is not known, or for ever.
    public let keptTo: String?
    /// What is awaited, by name.
    public let waiting: [String]
    /// The rule that decides.
    public let rule: String?
    /// What blocks its disposal today; only `blocked` for whoever may not know what.
    public package(set) var blockedBy: [String] = []
    /// The agreed end where that has passed and no end is recorded, which is awaited: `2025-12`.
    public let expiryPassed: String?

    package init(
        document: DocumentID, number: String?, title: String, class given: String?, due: String?, keptTo: String?, waiting: [String],
        rule: String?, expiryPassed: String?
    ) {
        self.document = document
        self.number = number
        self.title = title
        self.class = given
        self.due = due
        self.keptTo = keptTo
        self.waiting = waiting
        self.rule = rule
        self.expiryPassed = expiryPassed
    }
}
