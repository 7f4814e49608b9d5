/// What an answer to a search says beside its hits.
public enum SearchMessage: Message, Hashable {
    case unknownField(String)
    case unknownValue(String)
    case missingValue(String)
    case openQuote
    case nothingToSearch(String)
    case danglingOperator(String)
    case tooLong
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
        case .relaxed:
            Phrase("同时含有全部词语的文件很少，下面还列出了含有大部分词语的文件", "few documents hold all words; those that hold most of them follow")
        case .found(let count):
            Phrase("找到 \(count) 份文件", count == 1 ? "1 document found" : "\(count) documents found")
        }
    }
}
