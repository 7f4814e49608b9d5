public import Records

/// The page of documents whose processing is restricted (限制处理, R-49).
public enum RestrictedWord: String, Message, CaseIterable {
    case restricted, restrictedNone, restrictedDocument, restrictedReason, restrictedOpen, restrictedSince, restrictedWhy

    public var phrase: Phrase {
        switch self {
        case .restricted: Phrase("限制处理的文件", "Restricted documents")
        case .restrictedNone: Phrase("没有限制处理的文件。", "No document is restricted.")
        case .restrictedDocument: Phrase("文件", "Document")
        case .restrictedReason: Phrase("查阅的理由（将被记录）", "Why you open it (it is recorded)")
        case .restrictedOpen: Phrase("当天查阅", "Open it for today")
        case .restrictedSince: Phrase("限制日期", "Since")
        case .restrictedWhy: Phrase("限制的原因", "Why it is restricted")
        }
    }
}
