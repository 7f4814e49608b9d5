public import Records

/// Why the body of a request cannot be read.
public enum BodyMessage: Message, Hashable, CaseIterable {
    case noBoundary, afterBoundary, tooManyParts, headerTooLong, headerNotText, partUnnamed, endsEarly, breaksOff

    public var phrase: Phrase {
        let why = reason
        return Phrase(
            "请求正文（multipart/form-data）看不懂：\(why.chinese)", "The body (multipart/form-data) cannot be understood: \(why.english)")
    }

    private var reason: Phrase {
        switch self {
        case .noBoundary: Phrase("开头没有分隔线", "no boundary at the beginning")
        case .afterBoundary: Phrase("分隔线后面还有别的内容", "something follows a boundary in its line")
        case .tooManyParts: Phrase("部分太多", "too many parts")
        case .headerTooLong: Phrase("某个部分的头太长", "a part's header is too long")
        case .headerNotText: Phrase("某个部分的头不是 UTF-8", "a part's header is not UTF-8")
        case .partUnnamed: Phrase("某个部分没有名称", "a part has no name")
        case .endsEarly: Phrase("在最后的分隔线之前就结束了", "it ends before its last boundary")
        case .breaksOff: Phrase("传输中断", "the body breaks off")
        }
    }
}

/// Why a body is no JSON.
public struct JSONBodyMessage: Message, Hashable {
    /// In bytes, where it cannot be understood.
    private let offset: Int

    public init(offset: Int) { self.offset = offset }

    public var phrase: Phrase {
        Phrase("请求正文不是有效的 JSON：从第 \(offset) 字节起看不懂", "The body is no valid JSON: it cannot be understood from byte \(offset) on")
    }
}
