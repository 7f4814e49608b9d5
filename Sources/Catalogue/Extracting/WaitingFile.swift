public import Records

/// A file that waits for its text to be read.
public struct WaitingFile: Sendable, Hashable {
    public let document: DocumentID
    public let version: VersionNumber
    public let name: FileName
    public let sha256: String
    public let mediaType: MediaType
}

extension CatalogueTransaction {
    /// Files that wait, of these documents or all, oldest first.
    public func waiting(_ documents: [DocumentID]?, limit: Int) throws -> [WaitingFile] {
        try ExtractionQueries.waiting(documents, limit: limit, in: db)
    }

    /// Puts a file back into the queue.
    public func requeue(_ failure: ExtractionFailure) throws { try ExtractionQueries.requeue(failure, in: db) }

    /// Every content of every document, of all versions.
    public func allContents() throws -> [(DocumentID, String)] { try ExtractionQueries.allContents(in: db) }

    /// Takes the outcome of an extraction; nothing where the document is gone.
    ///
    /// - Parameter text: gives the text of any content of the document that has some; asked for each file of the current version.
    public func take(_ outcome: ExtractedContent, text: (String) throws -> String) throws {
        try Projection.take(outcome, text: text, in: db)
    }
}
