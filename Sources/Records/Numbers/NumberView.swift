/// What became of one of our numbers.
public struct NumberView: Sendable, Hashable, Codable {
    public let number: String
    public let type: String
    public let state: NumberState
    /// The document that bears it, where the reader may know of it.
    public let document: DocumentID?
    public let reason: String?
    /// The last of a run that is told as one, which begins with ``number``; nil for a number by itself.
    public let through: String?
    /// How many numbers a run has; nil for a number by itself.
    public let count: Int?

    package init(
        number: String, type: String, state: NumberState, document: DocumentID?, reason: String?, through: String? = nil, count: Int? = nil
    ) {
        self.number = number
        self.through = through
        self.count = count
        self.type = type
        self.state = state
        self.document = document
        self.reason = reason
    }
}

/// What can become of a number.
public enum NumberState: String, Sendable, Codable, CaseIterable {
    /// 预留: set aside for a document to come.
    case reserved
    /// 已用
    case used
    /// 已说明: without a document, with the reason.
    case explained
    /// 漏号: skipped without a word.
    case open
}
