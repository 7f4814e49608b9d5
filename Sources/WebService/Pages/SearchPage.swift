import Archive
import Records
import Wording

/// The search page: box, facets, hits with snippets, paging.
struct SearchPage {
    let search: DocumentSearch
    let result: SearchResult
    let tongue: Tongue

    var body: String {
        """
        <h1>\(word("检索", "Search"))</h1>
        <form class="search" action="/" role="search"><label class="visually-hidden" for="q" hidden>\(word("检索词", "Query"))</label>
        <input id="q" name="q" type="search" value="\(HTML.escaped(search.query))" placeholder="\(word("合同编号、客户、任意词…", "Number, party, any words…"))" autofocus>
        <select name="sort" aria-label="\(word("排序", "Order"))">\(orders)</select><button>\(word("检索", "Search"))</button></form>
        \(notes)
        <div class="columns"><aside class="facets" aria-label="\(word("筛选", "Narrow down"))">\(facets)</aside>
        <section><p class="count">\(word("共 \(result.total) 份", "\(result.total) found"))</p>\(result.hits.map(hit).joined())\(empty)\(pages)</section></div>
        """
    }

    private func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(tongue) }

    private var orders: String {
        let names: [(DocumentSearch.Order, String)] = [
            (.relevance, word("相关", "relevance")), (.newest, word("最近归档", "newest")), (.oldest, word("最早归档", "oldest")),
            (.signed, word("签订日期", "date signed")),
            (.amount, word("金额", "amount")),
        ]
        return names.map { "<option value=\"\($0.0.rawValue)\"\($0.0 == search.order ? " selected" : "")>\($0.1)</option>" }.joined()
    }

    private var notes: String {
        var notes = result.ignored.map { $0.reason.text(tongue) }
        if result.relaxed { notes.append(word("没有文件含有全部词；以下文件含有其中大部分。", "No document holds all words; these hold most of them.")) }
        if let gaps = result.incomplete { notes += IncompleteSearch(gaps).lines.map { $0.text(tongue) } }
        return notes.map { "<p class=\"note\">\(HTML.escaped($0))</p>" }.joined()
    }

    private var empty: String {
        result.hits.isEmpty
            ? "<p>\(word("没有找到。可以少写几个词，或用“类型:合同”“签订:2024”这样的条件。", "Nothing found. Try fewer words, or a condition such as type:contract or signed:2024."))</p>"
            : ""
    }

    private static let facetFields = [("type", "type"), ("party", "party"), ("year", "signed"), ("status", "status")]

    private var facets: String {
        let names = [
            "type": word("类型", "Type"), "party": word("客户", "Party"), "year": word("签订年份", "Year signed"), "status": word("状态", "Status"),
        ]
        return Self.facetFields.compactMap { facet, field in
            guard let counts = result.facets[facet], !counts.isEmpty else { return nil }
            let rows = counts.prefix(12).map { count in
                let value = count.value.contains(where: \.isWhitespace) ? "\"\(count.value)\"" : count.value
                let query = search.query.isEmpty ? "\(field):\(value)" : "\(search.query) \(field):\(value)"
                return
                    "<li><a href=\"\(HTML.escaped(address(query: query, offset: 0)))\">\(HTML.escaped(count.label.text(tongue)))</a><span class=\"count\">\(count.count)</span></li>"
            }
            return "<h2>\(names[facet] ?? facet)</h2><ul>\(rows.joined())</ul>"
        }.joined()
    }

    private func hit(_ hit: SearchHit) -> String {
        let facts = [
            hit.number, hit.party, hit.signed, hit.amount, hit.state?.text(tongue),
            "\(hit.id)",
        ].compactMap { $0 }
        let partly = hit.complete ? "" : " · \(word("含有部分词", "holds some of the words"))"
        return """
            <article class="hit"><h2><a href="/documents/\(hit.id)">\(HTML.escaped(hit.title))</a></h2>
            <div class="facts">\(HTML.escaped(facts.joined(separator: " · ")))\(partly)</div>
            \(hit.snippets.filter { $0.source != "title" }.prefix(3).map { "<p class=\"snippet\">\(Self.marked($0))</p>" }.joined())</article>
            """
    }

    /// A snippet with what was found between `<mark>` and `</mark>`.
    static func marked(_ snippet: Snippet) -> String {
        let scalars = Array(snippet.text.unicodeScalars)
        var (html, at) = ("", 0)
        func text(_ range: Range<Int>) -> String { HTML.escaped(String(String.UnicodeScalarView(scalars[range]))) }
        for highlight in snippet.highlights where highlight.count == 2 && highlight[0] >= at && highlight[0] + highlight[1] <= scalars.count
        {
            html += text(at..<highlight[0]) + "<mark>" + text(highlight[0]..<(highlight[0] + highlight[1])) + "</mark>"
            at = highlight[0] + highlight[1]
        }
        return html + text(at..<scalars.count)
    }

    private var pages: String {
        guard search.limit > 0, result.total > search.limit else { return "" }
        var links: [String] = []
        if search.offset > 0 {
            links.append(
                "<a rel=\"prev\" href=\"\(HTML.escaped(address(query: search.query, offset: max(0, search.offset - search.limit))))\">\(word("上一页", "Previous"))</a>"
            )
        }
        if search.offset + search.limit < result.total {
            links.append(
                "<a rel=\"next\" href=\"\(HTML.escaped(address(query: search.query, offset: search.offset + search.limit)))\">\(word("下一页", "Next"))</a>"
            )
        }
        return "<nav class=\"pages\" aria-label=\"\(word("翻页", "Pages"))\">\(links.joined())</nav>"
    }

    private func address(query: String, offset: Int) -> String {
        "/?q=\(HTML.queryValue(query))&sort=\(search.order.rawValue)" + (offset > 0 ? "&offset=\(offset)" : "")
    }
}
