public import Records

/// What is said of documents whose processing is restricted (限制处理, R-49).
public enum RestrictionMessage: Message, Hashable {
    case restricted(String)
    case notRestricted(String)
    case openIt

    public var phrase: Phrase {
        switch self {
        case .restricted(let document):
            Phrase("文件 \(document) 已限制处理（R-49）", "The processing of the document \(document) is restricted (R-49)")
        case .notRestricted(let document): Phrase("文件 \(document) 没有限制处理", "The document \(document) is not restricted")
        case .openIt: Phrase("确需查阅时请打开它并说明理由", "Where it must be, open it with the reason")
        }
    }
}
