public import Records

/// What an answer to a search says beside its hits.
public enum SearchMessage: Message, Hashable {
    case unknownField(String)
    case unknownValue(String)
    case missingValue(String)
    case openQuote
    case nothingToSearch(String)
    case danglingOperator(String)
    case tooLong
    case notUnderstood(String)
    case asksForNothing
    case relaxed
    case found(Int)

    public var phrase: Phrase {
        switch self {
        case .unknownField(let text):
            Phrase("“\(text)”：没有这个字段，已按文字检索", "`\(text)`: there is no such field; searched as text")
        case .unknownValue(let text):
            Phrase("“\(text)”：看不懂这个值，已按文字检索", "`\(text)`: this value was not understood; searched as text")
        case .missingValue(let text):
            Phrase("“\(text)”后面没有值，已按文字检索", "`\(text)` has no value; searched as text")
        case .openQuote:
            Phrase("引号没有配对，词组算到末尾", "a quotation mark has no partner; the phrase goes to the end")
        case .nothingToSearch(let text):
            Phrase("“\(text)”里没有可检索的文字，已略去", "`\(text)` has nothing to search for; left out")
        case .danglingOperator(let text):
            Phrase("“\(text)”前后缺少词语，已略去", "`\(text)` has nothing to apply to; left out")
        case .tooLong:
            Phrase("检索内容过长，后面的部分已略去", "the query is too long; the rest was left out")
        case .notUnderstood(let text):
            Phrase("查询里的“\(text)”看不懂，不能据此办理", "“\(text)” in the query is not understood; nothing is done by guess")
        case .asksForNothing:
            Phrase("查询没有任何条件，会找到全部文件", "The query asks for nothing and would find all documents")
        case .relaxed:
            Phrase("同时含有全部词语的文件很少，下面还列出了含有大部分词语的文件", "few documents hold all words; those that hold most of them follow")
        case .found(let count):
            Phrase("找到 \(count) 份文件", count == 1 ? "1 document found" : "\(count) documents found")
        }
    }
}

/// What an answer to a search cannot see.
public struct IncompleteSearch: Sendable, Hashable {
    public let gaps: SearchGaps

    public init(_ gaps: SearchGaps) { self.gaps = gaps }

    /// A sentence for each gap.
    public var lines: [Phrase] {
        var lines: [Phrase] = []
        if gaps.waiting > 0 {
            lines.append(
                Phrase(
                    "还有 \(gaps.waiting) 个文件的文字没有读出，检索不到其中的内容",
                    "The texts of \(gaps.waiting) files are not read yet; what they say is not found"))
        }
        if gaps.withheld > 0 { lines.append(WithheldDocuments(gaps.withheld, reason: gaps.reason).phrase) }
        return lines
    }
}

/// That 秘密 documents were found and are not told of, since that cannot be recorded now (law 2 of the house).
public struct WithheldDocuments: Message, Hashable {
    private let count: Int
    private let reason: ErrorCode?

    public init(_ count: Int, reason: ErrorCode?) { (self.count, self.reason) = (count, reason) }

    public var phrase: Phrase {
        let why: Phrase =
            switch reason {
            case .noSpace: Phrase("磁盘已满", "the disk is full")
            case .clockBehind: Phrase("时钟落后", "the clock is behind")
            default: Phrase("档案库现在只读", "the archive can only be read now")
            }
        return Phrase(
            "另有 \(count) 份秘密文件没有显示：\(why.chinese)，无法登记这次检索",
            "\(count) more 秘密 documents are not shown: \(why.english), so this search cannot be recorded")
    }
}
