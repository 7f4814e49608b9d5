public import Catalogue
import Crypto
public import Records
import Wording

/// Searches; see `docs/search.md` for the language. Any text is a query.
///
/// Finding 秘密 documents of others' deals is an event, durable before the answer is given (law 2 of the house).
public struct SearchDocuments: Question {
    public typealias Answer = SearchResult
    public static let operation = Operation.search
    public static var sample: SearchDocuments { SearchDocuments(DocumentSearch(query: "空调 类型:合同")) }

    public let search: DocumentSearch

    public init(_ search: DocumentSearch) { self.search = search }

    public func answer(_ reading: Reading) throws -> SearchResult {
        var (result, secrets) = try reading.search(search)
        reading.note(secrets, found: search.query)
        let tombstones = try reading.tombstones(numbered: Words.trimmed(search.query))
        if !tombstones.isEmpty { result.destroyed = tombstones }
        return result
    }
}

/// All documents that a query finds, strictly, and that the actor may know of.
public struct FindDocuments: Question {
    public typealias Answer = [DocumentID]
    public static let operation = Operation.search
    public static var sample: FindDocuments { FindDocuments("类型:报价书") }

    /// In the language of `docs/search.md`.
    public let query: String

    public init(_ query: String) { self.query = query }

    /// - Throws: ``ArchiveError`` that says why nothing can be recorded now, where 秘密 documents of others' deals are among them: a part of
    ///   what is found would be taken for all of it.
    public func answer(_ reading: Reading) throws -> [DocumentID] {
        try reading.refuseMisunderstood(query, "query", mayFindAll: true)
        let (documents, secrets) = try reading.documentsWithSecrets(found: query)
        if secrets > 0, let reason = reading.unrecordable {
            throw ArchiveError(reason, WithheldDocuments(secrets, reason: reason))
        }
        reading.note(secrets, found: query)
        return documents
    }
}

extension Reading {
    /// A search says what it passed over; what goes by all that a query finds must not go by a guess.
    ///
    /// - Parameter mayFindAll: Whether one that asks for nothing is meant so.
    /// - Throws: ``ArchiveError`` `.valueRefused` with the part that is not understood.
    func refuseMisunderstood(_ query: String, _ member: String, mayFindAll: Bool) throws {
        let (ignored, asksForSomething) = understanding(of: query)
        if let part = ignored.first {
            throw ArchiveError(.valueRefused, SearchMessage.notUnderstood(part.text), subject: member)
        }
        guard asksForSomething || mayFindAll else { throw ArchiveError(.valueRefused, SearchMessage.asksForNothing, subject: member) }
    }

    /// Has it recorded that 秘密 documents of others' deals were found (law 2).
    fileprivate func note(_ secrets: Int, found query: String) {
        guard secrets > 0 else { return }
        let salt = Salt.random()
        let digest = hexDigits(SHA256.hash(data: Array((salt + query).utf8)))
        notes.add(SecretsFound(query: "\(salt):\(digest)", count: secrets))
    }
}
