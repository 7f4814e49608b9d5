public import Records

/// What lists that leave the archive say of themselves.
public enum ExportMessage: Message, Hashable {
    case due, identifier, number, recordClass, rule
    /// What a calendar says of a document on its first free day.
    case free(String)
    case notRecorded

    public var phrase: Phrase {
        switch self {
        case .due: Phrase("到期清单", "What is due")
        case .identifier: Phrase("标识", "Identifier")
        case .number: Phrase("编号", "Number")
        case .recordClass: Phrase("类目", "Class")
        case .rule: Phrase("规则", "Rule")
        case .free(let title): Phrase("可处置：\(title)", "May be disposed of: \(title)")
        case .notRecorded: Phrase("导出须先记入日志，现在记不了", "An export is recorded first, and nothing can be recorded now")
        }
    }
}
