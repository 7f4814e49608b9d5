public import Records

/// A file that waits for its text to be read.
public struct WaitingFile: Sendable, Hashable {
    public let document: DocumentID
    public let version: VersionNumber
    public let name: FileName
    public let sha256: String
    public let mediaType: MediaType
}

/// A document with digests (sha256) of its contents.
public typealias DocumentContents = (DocumentID, [String])

extension CatalogueTransaction {
    /// Files that wait, of these documents or all, oldest first.
    public func waiting(_ documents: [DocumentID]?, limit: Int) throws -> [WaitingFile] {
        try ExtractionQueries.waiting(documents, limit: limit, in: db)
    }

    /// Files whose text could not be read, or not wholly, of these documents or all.
    public func failed(_ documents: [DocumentID]?) throws -> [WaitingFile] { try ExtractionQueries.failed(documents, in: db) }

    /// Every content of every document, of all versions.
    public func allContents() throws -> [DocumentContents] { try ExtractionQueries.allContents(in: db) }

    /// Every content that waits for its text.
    public func allWaiting() throws -> [DocumentContents] { try ExtractionQueries.allWaiting(in: db) }

    /// Takes outcomes of extraction, whose document's text is put together and indexed once; nothing where the document is gone.
    ///
    /// - Parameter text: gives the text of any content of the document that has some; asked for each file of the current version.
    public func take(_ outcomes: [ExtractedContent], of document: DocumentID, text: (String) throws -> String) throws {
        try Projection.take(outcomes, of: document, text: text, in: db)
    }
}
