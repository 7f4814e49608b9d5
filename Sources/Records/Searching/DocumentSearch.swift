/// What to look for.
public struct DocumentSearch: Sendable, Codable, Hashable {
    /// In which order hits come.
    public enum Order: String, Sendable, CaseIterable, Codable {
        case relevance, newest, oldest, signed, amount
    }

    /// In the language of `docs/search.md`.
    public var query: String
    public var limit: Int
    /// Hits before the first that is given.
    public var offset: Int
    public var order: Order

    /// Most hits one answer may hold.
    public static let largestLimit = 200
    /// Most hits that can be passed over: more documents than any archive has.
    public static let largestOffset = WholeNumber.largest

    public init(query: String, limit: Int = 20, offset: Int = 0, order: Order = .relevance) {
        self.query = query
        self.limit = min(max(limit, 0), DocumentSearch.largestLimit)
        self.offset = min(max(offset, 0), DocumentSearch.largestOffset)
        self.order = order
    }
}

/// The answer to a search.
public struct SearchResult: Sendable, Codable {
    /// Hits in all, not only those that are given.
    public let total: Int
    public let hits: [SearchHit]
    /// Counts of all hits by `type`, `party`, `year` and `status`.
    public let facets: [String: [FacetCount]]
    /// What could not be understood and was searched as text, or left out.
    public let ignored: [IgnoredPart]
    /// Whether too few documents hold all words, so that some hits hold only most of them.
    public let relaxed: Bool
    /// What the answer cannot see; nil where it sees all.
    public let incomplete: SearchGaps?
    /// What stays of destroyed documents that bear the number that was asked for; nil where there are none.
    public var destroyed: [TombstoneView]?

    package init(
        total: Int, hits: [SearchHit], facets: [String: [FacetCount]], ignored: [IgnoredPart], relaxed: Bool, incomplete: SearchGaps?
    ) {
        self.total = total
        self.hits = hits
        self.facets = facets
        self.ignored = ignored
        self.relaxed = relaxed
        self.incomplete = incomplete
    }
}

/// What an answer to a search cannot see.
public struct SearchGaps: Sendable, Codable, Hashable {
    /// Files whose text is not read yet.
    public let waiting: Int
    /// 秘密 documents that match and are not shown, because showing them cannot be recorded now (law 2 of the house).
    public let withheld: Int
    /// Why it cannot be recorded: a code of errors.
    public let reason: ErrorCode?

    package init(waiting: Int, withheld: Int = 0, reason: ErrorCode? = nil) {
        self.waiting = waiting
        self.withheld = withheld
        self.reason = reason
    }
}

/// How many hits share a value.
public struct FacetCount: Sendable, Codable, Hashable {
    /// The value as a query names it.
    public let value: String
    /// How people call it; the value itself where there is no other name.
    public let label: Phrase
    public let count: Int

    package init(value: String, label: Phrase, count: Int) {
        self.value = value
        self.label = label
        self.count = count
    }
}

/// A part of the query that was not taken as it was meant.
public struct IgnoredPart: Sendable, Codable, Hashable {
    public let text: String
    public let reason: Phrase

    package init(text: String, reason: Phrase) {
        self.text = text
        self.reason = reason
    }
}

/// One document found.
public struct SearchHit: Sendable, Codable {
    public let id: DocumentID
    public let number: String?
    public let title: String
    public let type: String
    public let party: String?
    /// `2026-03-01`
    public let signed: String?
    /// For people: `¥125,000.00`.
    public let amount: String?
    public let state: DocumentState?
    public let version: VersionNumber
    /// Pieces of the text with what was found.
    public let snippets: [Snippet]
    /// Whether it holds all words of the query.
    public let complete: Bool

    package init(
        id: DocumentID, number: String?, title: String, type: String, party: String?, signed: String?, amount: String?,
        state: DocumentState?, version: VersionNumber, snippets: [Snippet], complete: Bool
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.type = type
        self.party = party
        self.signed = signed
        self.amount = amount
        self.state = state
        self.version = version
        self.snippets = snippets
        self.complete = complete
    }
}

/// A piece of a document's text.
public struct Snippet: Sendable, Codable, Hashable {
    /// Where it stands: number, title, party, details or body.
    public let source: String
    public let text: String
    /// Where the found words are, in Unicode scalars from the start: pairs of start and length.
    public let highlights: [[Int]]

    package init(source: String, text: String, highlights: [[Int]]) {
        self.source = source
        self.text = text
        self.highlights = highlights
    }
}
