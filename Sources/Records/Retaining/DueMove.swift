/// How a due date would move under another schedule.
public struct DueMove: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let title: String
    /// The first free day under the schedule of now, `never`, or nil while something is awaited; then the same under the other.
    public let before: String?
    public let after: String?

    package init(document: DocumentID, title: String, before: String?, after: String?) {
        self.document = document
        self.title = title
        self.before = before
        self.after = after
    }
}
