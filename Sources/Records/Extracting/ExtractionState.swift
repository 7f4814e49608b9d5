/// How far the reading of texts has come.
public struct ExtractionState: Sendable, Hashable, Codable {
    /// Files that wait.
    public let waiting: Int
    /// Files that could not be read, or not wholly, with the reason.
    public let failed: [ExtractionFailure]

    package init(waiting: Int, failed: [ExtractionFailure]) {
        self.waiting = waiting
        self.failed = failed
    }
}

/// A file whose text could not be read, or not wholly.
public struct ExtractionFailure: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let name: String
    /// 64 hexadecimal digits, of the file's bytes.
    public let sha256: String
    /// As it was found, not as its name says.
    public let mediaType: String
    public let reason: String

    package init(document: DocumentID, name: String, sha256: String, mediaType: String, reason: String) {
        self.document = document
        self.name = name
        self.sha256 = sha256
        self.mediaType = mediaType
        self.reason = reason
    }
}
