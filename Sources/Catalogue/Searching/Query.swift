public import Records

/// The query language: for people, and total, so that every text whatever means something.
///
/// ```swift
/// let query = Query(vocabulary: vocabulary, today: today)
/// query.parse("空调 维修 -草稿 类型：合同 签订:2022..2023 金额:>=10万")
/// ```
/// Words must all hold; `OR` between two lets either do; `-` before one excludes it; quotation marks make a phrase; `field:value`
/// asks a field, in either language. See `docs/search.md`.
public struct Query: Sendable {
    /// Longest query that is read, in code points: a pasted page is no question, and each word costs a look-up.
    public static let longest = 2000
    /// Most parts that are read.
    public static let mostTerms = 64

    let today: CivilDate
    /// Document types by their codes and names, folded.
    private let types: [String: DocumentType]

    /// - Parameters:
    ///   - vocabulary: The document types and their names in both languages.
    ///   - today: What `去年` and `last 90 days` reckon from.
    public init(vocabulary: Vocabulary, today: CivilDate) {
        self.today = today
        let names = vocabulary.entries.flatMap { entry in
            ([entry.code.code, entry.chinese, entry.english] + entry.synonyms).map { (Query.key($0), entry.code) }
        }
        types = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a query. There is no text that it refuses.
    public func parse(_ text: String) -> ParsedQuery {
        var parser = QueryParser(self, text)
        return parser.parse()
    }

    /// The type that a code or a name in either language means.
    func type(named name: String) -> DocumentType? { types[Query.key(name)] }

    private static func key(_ name: String) -> String { Fold.string(name).filter { $0 != " " } }
}
