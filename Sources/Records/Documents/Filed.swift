/// The answer to a change of a document.
public struct Filed: Sendable, Codable {
    public let document: DocumentView
    /// Documents that hold the same bytes, or the same number and party.
    public let duplicates: [Duplicate]
    /// False where the change happened but could not be carried out on the disk yet; the next writer finishes it.
    public let applied: Bool

    public init(document: DocumentView, duplicates: [Duplicate], applied: Bool) {
        self.document = document
        self.duplicates = duplicates
        self.applied = applied
    }
}

/// A document that is filed already.
public struct Duplicate: Sendable, Hashable, Codable {
    /// What two documents have in common: their bytes, or number and party; or that the bytes are those of one that was destroyed, or
    /// were redacted.
    public enum Reason: String, Sendable, Codable, CaseIterable { case bytes, number, destroyed, redacted }

    public let reason: Reason
    /// Nil where the reader may not know which.
    public let id: DocumentID?
    public let title: String?
    public let number: String?
    /// Nil where the reader may not know which.
    public let withdrawn: Bool?

    package init(reason: Reason, id: DocumentID? = nil, title: String? = nil, number: String? = nil, withdrawn: Bool? = nil) {
        self.reason = reason
        self.id = id
        self.title = title
        self.number = number
        self.withdrawn = withdrawn
    }

    package init(_ reason: Reason, _ document: DocumentView) {
        self.init(
            reason: reason, id: document.id, title: document.title, number: document.number, withdrawn: document.withdrawn)
    }
}
