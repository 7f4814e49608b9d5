public import Records

/// A file that waits for its text to be read.
public struct WaitingFile: Sendable, Hashable {
    public let document: DocumentID
    public let version: VersionNumber
    public let name: FileName
    /// 64 hexadecimal digits, of the file's bytes.
    public let sha256: String
    /// Of the same bytes, as the journal tells it.
    public let sha512: ContentDigest
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

    /// Every content of which nothing has been taken, also of versions that are not current any more.
    public func allWaiting() throws -> [DocumentContents] { try ExtractionQueries.allWaiting(in: db) }

    /// Every content whose outcome was taken.
    public func takenContents() throws -> [DocumentContents] { try ExtractionQueries.takenContents(in: db) }

    /// Of contents of documents that are here, those whose outcome was not taken here.
    public func contentsWithoutOutcome(among contents: [DocumentContents]) throws -> [DocumentContents] {
        let filed = Dictionary(try allContents(), uniquingKeysWith: { $0 + $1 }).mapValues { Set($0) }
        let taken = Dictionary(try takenContents(), uniquingKeysWith: { $0 + $1 }).mapValues { Set($0) }
        return contents.compactMap { document, digests in
            let lost = digests.filter { filed[document]?.contains($0) == true && taken[document]?.contains($0) != true }
            return lost.isEmpty ? nil : (document, lost)
        }
    }

    /// Puts contents whose outcome is known back into the queue until another one is taken: whoever is stopped in between leaves a trace.
    public func awaitAgain(_ contents: [DocumentContents]) throws { try ExtractionQueries.awaitAgain(contents, in: db) }

    /// Takes outcomes of extraction, whose document's text is put together and indexed once; nothing where the document is gone.
    ///
    /// - Parameter text: gives the text of any content of the document that has some; asked for each file of the current version.
    public func take(_ outcomes: [ExtractedContent], of document: DocumentID, text: (String) throws -> String) throws {
        try Projection.take(outcomes, of: document, text: text, in: db)
    }
}
