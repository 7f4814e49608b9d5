public import Records

/// What pages say with a value in it.
public enum PageMessage: Message, Hashable {
    case range(first: Int, last: Int)
    case searchTitle(query: String, page: Int)
    case version(Int)
    case otherContent(claimed: String, found: String)
    /// The reason's code, as the outcome of extraction has it.
    case textFailed(String)
    case textPartly(String)
    case cursorLost, beginAgain

    public var phrase: Phrase {
        switch self {
        case .range(let first, let last): Phrase("第 \(first)–\(last) 份", "\(first)–\(last) of them")
        case .searchTitle(let query, let page): Self.searchTitle(query, page)
        case .version(let number): Phrase("版本 \(number)", "Version \(number)")
        case .otherContent(let claimed, let found):
            Phrase("名称像 \(claimed)，内容是 \(found)", "The name says \(claimed), the content is \(found)")
        case .cursorLost: Phrase("上一页的各项都已不在这个列表里", "Nothing of the pages before is in the list any more")
        case .beginAgain: Phrase("请不带 cursor 从头列起", "Begin again, without a cursor")
        case .textFailed(let reason):
            Phrase(
                "文字没有读出（\(ReadingProblem.phrase(of: reason).chinese)）",
                "Its text could not be read (\(ReadingProblem.phrase(of: reason).english))")
        case .textPartly(let reason):
            Phrase(
                "文字只读出一部分（\(ReadingProblem.phrase(of: reason).chinese)）",
                "Only a part of its text was read (\(ReadingProblem.phrase(of: reason).english))")
        }
    }

    private static func searchTitle(_ query: String, _ page: Int) -> Phrase {
        let about = query.isEmpty ? Phrase("检索", "Search") : Phrase("检索：\(query)", "Search: \(query)")
        return page == 1 ? about : Phrase("\(about.chinese)（第 \(page) 页）", "\(about.english) (page \(page))")
    }
}

/// What a page says once, after something has happened. Its raw value travels in a cookie; nothing else from outside is ever shown so.
public enum PageNotice: String, Message, CaseIterable {
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case visitEnded = "visit-ended"

    public var phrase: Phrase {
        switch self {
        case .signedIn: Phrase("已登录。", "You are signed in.")
        case .signedOut: Phrase("已退出。", "You are signed out.")
        case .visitEnded: Phrase("登录已经失效，请重新登录。", "You are not signed in any more; please sign in again.")
        }
    }
}
