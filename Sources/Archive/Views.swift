public import Catalogue
public import FileStore
public import Records
public import Wording

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
    public enum Reason: String, Sendable, Codable { case bytes, number }

    public let reason: Reason
    /// Nil where the reader may not know which.
    public let id: DocumentID?
    public let title: String?
    public let number: String?

    public init(reason: Reason, id: DocumentID?, title: String?, number: String?) {
        self.reason = reason
        self.id = id
        self.title = title
        self.number = number
    }
}

/// A file of a version, ready to be sent.
public struct Content: Sendable {
    public let document: DocumentID
    public let version: VersionNumber
    public let file: FileRecord
    /// The bytes, checked as they pass.
    public let stored: StoredFile

    public init(document: DocumentID, version: VersionNumber, file: FileRecord, stored: StoredFile) {
        self.document = document
        self.version = version
        self.file = file
        self.stored = stored
    }
}

/// Who an account is, as the service needs it.
public struct AccountView: Sendable, Hashable, Codable {
    public let id: AccountID
    public let name: String
    public let roles: [Role]

    public init(id: AccountID, name: String, roles: [Role]) {
        self.id = id
        self.name = name
        self.roles = roles
    }
}

/// The answer to a search.
public struct SearchResult: Sendable, Codable {
    public let total: Int
    public let hits: [SearchHit]
    /// Counts of all hits by `type`, `party`, `year` and `status`.
    public let facets: [String: [FacetCount]]
    /// What could not be understood and was searched as text, or left out.
    public let ignored: [IgnoredPart]
    /// Whether too few documents hold all words, so that some hits hold only most of them.
    public let relaxed: Bool
}

/// How many hits share a value.
public struct FacetCount: Sendable, Codable, Hashable {
    /// The value as a query names it.
    public let value: String
    /// How people call it; the value itself where there is no other name.
    public let label: Phrase
    public let count: Int
}

/// A part of the query that was not taken as it was meant.
public struct IgnoredPart: Sendable, Codable, Hashable {
    public let text: String
    public let reason: Phrase
}

/// One document found.
public struct SearchHit: Sendable, Codable {
    public let id: DocumentID
    public let number: String?
    public let title: String
    public let type: String
    public let party: String?
    public let signed: String?
    public let amount: String?
    public let state: DocumentState?
    public let version: VersionNumber
    /// Pieces of the text with what was found.
    public let snippets: [Snippet]
    /// Whether it holds all words of the query.
    public let complete: Bool
}

/// A piece of a document's text.
public struct Snippet: Sendable, Codable, Hashable {
    /// Where it stands: number, title, party, details or body.
    public let source: String
    public let text: String
    /// Where the found words are, in Unicode scalars from the start: pairs of start and length.
    public let highlights: [[Int]]
}

/// What became of one of our numbers.
public typealias NumberView = NumberQueries.Taken

extension Content {
    /// Gives all bytes in blocks; the last one only once the digest over all of them is right.
    ///
    /// - Throws: ``ArchiveError`` `.digestDiffers` in place of the last block, or what `take` throws.
    public func read(_ take: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError) {
        var reader = stored.reader()
        while true {
            let block: [UInt8]?
            do { block = try reader.next() } catch { throw ArchiveError.translated(error) }
            guard let block else { return }
            try take(block)
        }
    }
}

extension LocalArchive {
    /// Checks a file's name as a user typed it.
    public static func fileName(_ text: String) throws(ArchiveError) -> FileName { try IncomingName.checked(text) }
}
