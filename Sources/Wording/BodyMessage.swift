public import Records

/// Why the body of a request cannot be read.
public enum BodyMessage: Message, Hashable, CaseIterable {
    case boundaryUnnamed, noBoundary, afterBoundary, tooManyParts, headerTooLong, headerNotText, partUnnamed, endsEarly, breaksOff
    case metadataFirst, noFile, oneFile, fileNameless

    public var phrase: Phrase {
        let why = reason
        return Phrase(
            "请求正文（multipart/form-data）看不懂：\(why.chinese)", "The body (multipart/form-data) cannot be understood: \(why.english)")
    }

    private var reason: Phrase {
        switch self {
        case .boundaryUnnamed: Phrase("Content-Type 没有写明分隔线（boundary）", "`Content-Type` names no boundary")
        case .noBoundary: Phrase("开头没有分隔线", "no boundary at the beginning")
        case .afterBoundary: Phrase("分隔线后面还有别的内容", "something follows a boundary in its line")
        case .tooManyParts: Phrase("部分太多", "too many parts")
        case .headerTooLong: Phrase("某个部分的头太长", "a part's header is too long")
        case .headerNotText: Phrase("某个部分的头不是 UTF-8", "a part's header is not UTF-8")
        case .partUnnamed: Phrase("某个部分没有名称", "a part has no name")
        case .metadataFirst: Phrase("第一个部分应是 metadata", "the first part is not metadata")
        case .noFile: Phrase("没有文件：metadata 之后应有名为 file 的部分", "no file: a part called file must follow metadata")
        case .oneFile: Phrase("只能有一个文件", "more than one file")
        case .fileNameless: Phrase("部分 file 没有文件名（filename）", "a part called file has no filename")
        case .endsEarly: Phrase("在最后的分隔线之前就结束了", "it ends before its last boundary")
        case .breaksOff: Phrase("传输中断", "the body breaks off")
        }
    }
}

/// Why JSON from outside is refused.
public enum JSONBodyMessage: Message, Hashable {
    /// A body, or a part of it that has a name.
    case notJSON(part: String?, offset: Int)
    /// Objects and arrays in each other, beyond this many.
    case tooDeep(part: String?, limit: Int)

    public var phrase: Phrase {
        switch self {
        case .notJSON(let part, let offset):
            Phrase(
                "\(Self.place(part).chinese)不是有效的 JSON：从第 \(offset) 字节起看不懂",
                "\(Self.place(part).english) is no valid JSON: it cannot be understood from byte \(offset) on")
        case .tooDeep(let part, let limit):
            Phrase(
                "\(Self.place(part).chinese)嵌套太深，最多 \(limit) 层",
                "\(Self.place(part).english) is nested too deep: \(limit) levels are the most")
        }
    }

    private static func place(_ part: String?) -> Phrase {
        part.map { Phrase("请求正文的 \($0) ", "\($0) in the body") } ?? Phrase("请求正文", "The body")
    }
}
