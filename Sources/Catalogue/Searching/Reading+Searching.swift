import GRDB
public import Records
import Wording

extension Reading {
    /// What the viewer may find, so that nothing leaks by counts, facets or order.
    private func scope(includesWithdrawn: Bool = false, ownOnly: Bool = false) throws -> SearchScope {
        // What a hold goes by reaches restricted documents as it does withdrawn ones.
        let restricted = includesWithdrawn ? nil : viewer.opened
        guard ownOnly || viewer.isRestricted else { return SearchScope(restricted: restricted, includesWithdrawn: includesWithdrawn) }
        let own = try HitQueries.rows(handledBy: viewer.name, in: db)
        let opened = ownOnly ? own : own.union(viewer.granted)
        let secrets: SearchScope.Secrets = viewer.seesSecrets && !ownOnly ? .all : opened.isEmpty ? .none : .only(opened)
        return SearchScope(
            secrets: secrets, closedClasses: viewer.closedClasses, opened: opened, restricted: restricted,
            includesWithdrawn: includesWithdrawn)
    }

    private func parsed(_ query: String) -> ParsedQuery { Query(vocabulary: vocabulary, today: today).parse(query) }

    /// What of a query is not understood, and whether anything is left that is.
    public func understanding(of query: String) -> (ignored: [IgnoredText], asksForSomething: Bool) {
        let parsed = parsed(query)
        return (parsed.ignored, !parsed.clauses.isEmpty)
    }

    /// What a query cannot see now, of words in texts; nil where it sees all.
    public func gaps(of query: String) throws -> SearchGaps? {
        let waiting = parsed(query).asksForText ? try waitingFiles() : 0
        return waiting > 0 ? SearchGaps(waiting: waiting) : nil
    }

    /// All documents that a query finds, strictly, in the order of filing.
    public func documents(found query: String, includingWithdrawn: Bool = false) throws -> [DocumentID] {
        try found(query, includingWithdrawn: includingWithdrawn).documents
    }

    /// The same, and how many 秘密 documents of others' deals are among them.
    public func documentsWithSecrets(found query: String) throws -> (documents: [DocumentID], secrets: Int) {
        try found(query, includingWithdrawn: false)
    }

    private func found(_ query: String, includingWithdrawn: Bool) throws -> (documents: [DocumentID], secrets: Int) {
        let others = "confidentiality = 'secret' AND (:viewer IS NULL OR handler IS NOT :viewer) AS others_secret"
        var (documents, secrets): ([DocumentID], Int) = ([], 0)
        for row in try engine.rows(of: parsed(query), scope: scope(includesWithdrawn: includingWithdrawn), in: db).sorted() {
            guard let found = try self.row("SELECT id, \(others) FROM documents WHERE row = :row", ["row": row]) else {
                throw CatalogueError.damagedValue("documents.row")
            }
            documents.append(try DocumentID(found["id"] as String))
            if found["others_secret"] { secrets += 1 }
        }
        return (documents, secrets)
    }

    /// Answers a search.
    ///
    /// 秘密 documents of others' deals are withheld where showing them cannot be recorded, and their number is told.
    /// - Returns: with it, how many such documents are among all its hits, on whichever page.
    public func search(_ search: DocumentSearch) throws -> (result: SearchResult, secrets: Int) {
        let answer = try find(search, ownOnly: false)
        let own = answer.secretRows.isEmpty ? [] : try HitQueries.rows(handledBy: viewer.name, in: db)
        let secrets = answer.secretRows.subtracting(own).count
        guard secrets > 0, let unrecordable else { return (try result(answer, withheld: 0), secrets) }
        return (try result(try find(search, ownOnly: true), withheld: secrets, reason: unrecordable), 0)
    }

    private func find(_ search: DocumentSearch, ownOnly: Bool) throws -> SearchAnswer {
        let request = SearchRequest(
            parsed(search.query), scope: try scope(ownOnly: ownOnly), limit: search.limit, offset: search.offset,
            order: search.order.inCatalogue)
        return try engine.search(request, in: db)
    }

    /// The rows of the documents that hold most of some words, the best first; 秘密 ones only of the viewer's own deals.
    func rows(alike words: String, limit: Int) throws -> [Int64] {
        try find(DocumentSearch(query: words, limit: limit), ownOnly: true).hits.map(\.row)
    }

    private func result(_ answer: SearchAnswer, withheld: Int, reason: ErrorCode? = nil) throws -> SearchResult {
        let views = try HitQueries.hits(inRows: answer.hits.map(\.row), in: db)
        let waiting = try waitingFiles()
        return SearchResult(
            total: answer.total,
            hits: try answer.hits.map { found in
                guard let view = views[found.row] else { throw CatalogueError.damagedValue("documents.row") }
                return hit(found, view)
            },
            facets: try facets(answer.facets), ignored: answer.ignored.map { IgnoredPart(text: $0.text, reason: $0.message.phrase) },
            relaxed: answer.relaxed,
            incomplete: waiting + withheld > 0 ? SearchGaps(waiting: waiting, withheld: withheld, reason: reason) : nil)
    }

    private func hit(_ found: SearchAnswer.Hit, _ view: HitQueries.HitView) -> SearchHit {
        SearchHit(
            id: view.id, number: view.number, title: view.title, type: view.type, party: view.party, signed: view.signed,
            amount: view.amount, state: view.state, version: view.version,
            snippets: found.snippets.map { snippet in
                Snippet(
                    source: snippet.source.rawValue, text: snippet.text, highlights: snippet.highlights.map { [$0.lowerBound, $0.count] })
            }, complete: found.matchedAll)
    }

    private func facets(_ facets: SearchAnswer.Facets) throws -> [String: [FacetCount]] {
        [
            "type": facets.types.map { count in
                FacetCount(
                    value: count.value, label: DocumentType(count.value).map(vocabulary.name) ?? Phrase(count.value, count.value),
                    count: count.count)
            },
            "party": try facets.parties.compactMap { count in
                try HitQueries.partyName(ofRow: count.value, in: db).map {
                    FacetCount(value: $0, label: Phrase($0, $0), count: count.count)
                }
            },
            "year": facets.years.map { FacetCount(value: "\($0.value)", label: Phrase("\($0.value)", "\($0.value)"), count: $0.count) },
            "status": facets.states.map { count in
                FacetCount(
                    value: count.value, label: DocumentState.phrase(of: count.value),
                    count: count.count)
            },
        ]
    }
}

extension DocumentSearch.Order {
    fileprivate var inCatalogue: SearchRequest.Order {
        switch self {
        case .relevance: .relevance
        case .newest: .filed(ascending: false)
        case .oldest: .filed(ascending: true)
        case .signed: .signed(ascending: false)
        case .amount: .amount(ascending: false)
        }
    }
}
