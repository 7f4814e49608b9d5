import Archive
import ArgumentParser
import Records
import Wording

struct SearchCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: .said("按文字、编号、客户、日期、金额查找文件；任何文字都可作查询。", "Find documents by words, numbers, parties, dates, sums; any text is a query."),
        discussion: """
              muniment search 华为 空调
              muniment search '"保修期 两年" -草稿 类型:合同 签订:2022..2023 金额:>=10万'
              muniment search HT-2024
              muniment search '甲方是谁？'
            """)

    @Argument(help: .said("查询；几个词合为一个查询。", "The query; several words are one query."))
    var words: [String] = []
    @Option(help: .said("最多列出多少条；默认 20。", "Most hits; 20 by default."))
    var limit: Given<Int>?
    @Option(help: .said("跳过前面多少条。", "Hits to pass over."))
    var offset: Given<Int>?
    @Option(
        help: .said("次序：relevance（默认）、newest、oldest、signed 或 amount。", "relevance, which is the default, newest, oldest, signed or amount.")
    )
    var sort: Given<DocumentSearch.Order>?
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let search = DocumentSearch(
            query: words.joined(separator: " "), limit: try limit?.value() ?? 20, offset: try offset?.value() ?? 0,
            order: try sort?.value() ?? .relevance)
        let result = try await session.ask(SearchDocuments(search))
        if console.json { return try console.object(result) }
        show(result, console)
    }

    private func show(_ result: SearchResult, _ console: Console) {
        for part in result.ignored { console.line(console.word("未理解：", "Not understood: ") + part.reason.text(console.tongue)) }
        if result.relaxed { console.line(SearchMessage.relaxed.text(console.tongue)) }
        for hit in result.hits {
            console.line("\(hit.id)  \(hit.number ?? "–")  \(hit.title)  \(hit.party ?? "")\(hit.complete ? "" : "  ~")")
            for snippet in hit.snippets.prefix(2) { console.line("    " + Self.marked(snippet)) }
        }
        for one in result.destroyed ?? [] { console.line(DisposalMessage.destroyed(one).text(console.tongue)) }
        console.show(result.incomplete)
        let shown = result.hits.count
        console.say("共 \(result.total) 份，显示 \(shown) 份", "\(result.total) found, \(shown) shown")
    }

    /// The snippet on one line, with 【】 around what was found.
    private static func marked(_ snippet: Snippet) -> String {
        var scalars = Array(snippet.text.unicodeScalars)
        for highlight in snippet.highlights.reversed() where highlight.count == 2 && highlight[0] + highlight[1] <= scalars.count {
            scalars.insert("】", at: highlight[0] + highlight[1])
            scalars.insert("【", at: highlight[0])
        }
        return String(String.UnicodeScalarView(scalars)).split(whereSeparator: { $0.isNewline || $0 == "\t" || $0 == "\u{0C}" }).joined(
            separator: " ")
    }
}

extension Console {
    /// What an answer to a query cannot see, a line each.
    func show(_ gaps: SearchGaps?) {
        guard let gaps else { return }
        for gap in IncompleteSearch(gaps).lines { line(gap.text(tongue)) }
    }
}
