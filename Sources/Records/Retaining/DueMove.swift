/// How a due date would move under another schedule.
public struct DueMove: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let title: String
    public let before: String?
    public let after: String?

    package init(document: DocumentID, title: String, before: String?, after: String?) {
        self.document = document
        self.title = title
        self.before = before
        self.after = after
    }
}
