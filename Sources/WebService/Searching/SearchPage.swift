import Archive
import Records
import Wording

/// What `search.mustache` calls: box, hits with snippets, ways to narrow them down, paging.
struct SearchPage {
    struct Hit {
        let address: String
        let name: String
        let about: String
        let isPartial: Bool
        let snippets: [[Segment]]
    }
    struct Facet {
        let name: String
        let values: [Value]
    }
    struct Value {
        let name: String
        let address: String
        let count: Int
    }

    let query: String
    let orders: [Choice]
    let notes: [String]
    let found: String
    let range: String?
    let hits: [Hit]
    let facets: [Facet]
    let hasFacets: Bool
    let hasPages: Bool
    let previous: String?
    let next: String?
    let isWithoutHits: Bool
    let isBeyondEnd: Bool
    let isArchiveEmpty: Bool
    let mayFile: Bool
    let first: String

    init(_ search: DocumentSearch, _ result: SearchResult, for viewer: Viewer) {
        let tongue = viewer.tongue
        func address(_ query: String, offset: Int = 0) -> String {
            "/?q=\(PercentText.encoded(query))&sort=\(search.order.rawValue)" + (offset > 0 ? "&offset=\(offset)" : "")
        }
        query = search.query
        orders = DocumentSearch.Order.allCases.map {
            Choice(code: $0.rawValue, name: $0.text(tongue), isChosen: $0 == search.order)
        }
        notes =
            result.ignored.map { $0.reason.text(tongue) } + (result.relaxed ? [SearchMessage.relaxed.text(tongue)] : [])
            + (result.destroyed ?? []).map { DisposalMessage.destroyed($0).text(tongue) }
            + (result.incomplete.map { IncompleteSearch($0).lines.map { $0.text(tongue) } } ?? [])
        found = SearchMessage.found(result.total).text(tongue)
        hits = result.hits.map { Hit($0, tongue) }
        range =
            hits.isEmpty || hits.count == result.total
            ? nil : PageMessage.range(first: search.offset + 1, last: search.offset + hits.count).text(tongue)
        facets = Self.facets(result, tongue) { field, value in
            let value = value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
            return address(search.query.isEmpty ? "\(field):\(value)" : "\(search.query) \(field):\(value)")
        }
        hasFacets = !facets.isEmpty
        previous = hits.isEmpty || search.offset == 0 ? nil : address(search.query, offset: max(0, search.offset - search.limit))
        next =
            hits.isEmpty || search.offset + hits.count >= result.total
            ? nil : address(search.query, offset: search.offset + search.limit)
        hasPages = previous != nil || next != nil
        first = address(search.query)
        isArchiveEmpty = result.total == 0 && search.query.isEmpty
        isWithoutHits = result.total == 0 && !search.query.isEmpty
        isBeyondEnd = result.total > 0 && hits.isEmpty && search.limit > 0
        mayFile = viewer.may(.file)
    }

    /// Most values of a facet that are offered.
    private static let mostValues = 12
    private static let fields: [(facet: String, field: String, name: SearchWord)] = [
        ("type", "type", .byType), ("party", "party", .byParty), ("year", "signed", .byYear), ("status", "status", .byStatus),
    ]

    private static func facets(_ result: SearchResult, _ tongue: Tongue, address: (String, String) -> String) -> [Facet] {
        fields.compactMap { facet, field, name in
            guard let counts = result.facets[facet], !counts.isEmpty else { return nil }
            let values = counts.prefix(mostValues).map {
                Value(name: $0.label.text(tongue), address: address(field, $0.value), count: $0.count)
            }
            return Facet(name: name.text(tongue), values: values)
        }
    }

    /// Which page of results it is, from 1.
    static func number(_ search: DocumentSearch) -> Int { search.limit > 0 ? search.offset / search.limit + 1 : 1 }
}

extension SearchPage.Hit {
    init(_ hit: SearchHit, _ tongue: Tongue) {
        address = "/documents/\(hit.id)"
        name = hit.title
        about = [hit.number, hit.party, hit.signed, hit.amount, hit.state?.text(tongue), "\(hit.id)"].compactMap { $0 }.joined(
            separator: " · ")
        isPartial = !hit.complete
        snippets = hit.snippets.filter { $0.source != "title" }.prefix(3).map(Segment.all)
    }
}

/// A piece of a snippet: what was found is marked, the rest is not.
struct Segment: Equatable {
    let text: String
    let isFound: Bool

    static func all(of snippet: Snippet) -> [Segment] {
        let scalars = Array(snippet.text.unicodeScalars)
        var (segments, at) = ([Segment](), 0)
        func add(_ range: Range<Int>, isFound: Bool) {
            guard !range.isEmpty else { return }
            segments.append(Segment(text: String(String.UnicodeScalarView(scalars[range])), isFound: isFound))
            at = range.upperBound
        }
        for highlight in snippet.highlights where highlight.count == 2 && highlight[0] >= at && highlight[0] + highlight[1] <= scalars.count
        {
            add(at..<highlight[0], isFound: false)
            add(highlight[0]..<(highlight[0] + highlight[1]), isFound: true)
        }
        add(at..<scalars.count, isFound: false)
        return segments
    }
}
