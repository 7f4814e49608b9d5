/// What a fact was and is, and what moved by it.
public struct FactChange: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let name: String
    /// A day as it was given, `2026-03` too; nil for none.
    public let value: String?
    public let before: String?
    /// The first free day before the change, `never`, or nil while something was awaited.
    public let dueBefore: String?
    /// The same after it.
    public let due: String?

    package init(document: DocumentID, name: String, value: String?, before: String?, dueBefore: String?, due: String?) {
        self.document = document
        self.name = name
        self.value = value
        self.before = before
        self.dueBefore = dueBefore
        self.due = due
    }
}
