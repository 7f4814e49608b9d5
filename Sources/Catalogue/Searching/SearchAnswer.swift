/// What a search asks besides its words: which documents, which page, which order.
public struct SearchRequest: Sendable, Hashable {
    /// The order of the hits.
    public enum Order: Sendable, Hashable {
        /// Best first; newest first where nothing tells them apart.
        case relevance
        case filed(ascending: Bool)
        /// By the signing date; documents without one come last.
        case signed(ascending: Bool)
        /// By the amount in figures, whatever the currency; documents without one come last.
        case amount(ascending: Bool)
    }

    /// Most hits that one answer gives: a page for a person, a step for a program.
    public static let mostHits = 1000

    public var query: ParsedQuery
    public var scope: SearchScope
    /// Hits to give, at most ``mostHits``.
    public var limit: Int
    /// Hits to pass over first.
    public var offset: Int
    public var order: Order

    public init(_ query: ParsedQuery, scope: SearchScope = SearchScope(), limit: Int = 20, offset: Int = 0, order: Order = .relevance) {
        self.query = query
        self.scope = scope
        self.limit = min(max(limit, 0), SearchRequest.mostHits)
        self.offset = max(offset, 0)
        self.order = order
    }
}

/// The documents that may be found. Nothing outside it enters hits, counts, facets or the order of hits.
public struct SearchScope: Sendable, Hashable {
    /// Which 秘密 documents.
    public enum Secrets: Sendable, Hashable {
        case none, all
        /// These rows, and no other 秘密 document.
        case only(Set<Int64>)
    }

    public var secrets: Secrets
    /// Classes whose documents are not found, but for those in ``opened``.
    public var closedClasses: Set<String>
    /// Rows that are found whatever their class.
    public var opened: Set<Int64>
    /// Rows of restricted documents that are found; nil for all of them. They leave every search, so the default is none.
    public var restricted: Set<Int64>?
    /// Whether withdrawn documents are found too; they leave every list by R-7, so the default is false.
    public var includesWithdrawn: Bool

    public init(
        secrets: Secrets = .all, closedClasses: Set<String> = [], opened: Set<Int64> = [], restricted: Set<Int64>? = [],
        includesWithdrawn: Bool = false
    ) {
        self.restricted = restricted
        self.secrets = secrets
        self.closedClasses = closedClasses
        self.opened = opened
        self.includesWithdrawn = includesWithdrawn
    }
}

/// What a search found.
public struct SearchAnswer: Sendable, Hashable {
    /// One document.
    public struct Hit: Sendable, Hashable {
        /// Its row in `documents`.
        public let row: Int64
        /// Pieces of its text that hold what was asked, the best first.
        public let snippets: [Snippet]
        /// Whether it holds all that was asked; false only in a relaxed answer.
        public let matchedAll: Bool
    }

    /// A piece of a document's text as it was extracted.
    public struct Snippet: Sendable, Hashable {
        /// The part of the document.
        public enum Source: String, Sendable, Hashable { case number, title, party, details, body }

        public let source: Source
        public let text: String
        /// Where the found words are, in Unicode code points from the start of ``text``; in order, never overlapping.
        public let highlights: [Range<Int>]
    }

    /// How many hits have a value.
    public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
        public let value: Value
        public let count: Int
    }

    /// Counts over all hits, not only those of this page; the most frequent first.
    public struct Facets: Sendable, Hashable {
        public let types: [Count<String>]
        /// Rows in `parties`; at most ``mostParties``.
        public let parties: [Count<Int64>]
        /// Years of the signing date, the latest first.
        public let years: [Count<Int>]
        public let states: [Count<String>]

        /// A list longer than this is no help in choosing.
        public static let mostParties = 50
    }

    /// Documents found in all.
    public let total: Int
    public let hits: [Hit]
    public let facets: Facets
    public let ignored: [IgnoredText]
    /// All hits that are 秘密, on whichever page.
    public let secretRows: Set<Int64>
    /// Few documents hold all words, so those that hold most of them follow.
    public let relaxed: Bool
}
