/// How many documents of one class become free in one year.
public struct DueCount: Sendable, Hashable, Codable {
    /// The class's code; nil for those without.
    public let `class`: String?
    /// The year of the first free day, `2034`; `never`; or `waiting` while something is awaited.
    public let year: String
    public let documents: Int
    /// How many of them are free today.
    public let free: Int
    /// Of those, how many are blocked, by each thing that blocks; `blocked` for whoever may not know by what.
    public let blocked: [String: Int]
    /// Of those, how many are blocked by nothing.
    public let disposable: Int

    package init(class code: String?, year: String, documents: Int, free: Int, blocked: [String: Int], disposable: Int) {
        self.class = code
        self.year = year
        self.documents = documents
        self.free = free
        self.blocked = blocked
        self.disposable = disposable
    }
}
