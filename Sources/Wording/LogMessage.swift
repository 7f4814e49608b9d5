public import Records

/// What is said about evidence from the journal.
public enum LogMessage: Message, Hashable {
    /// A checkpoint that is another archive's, or does not reach what is asked for.
    case checkpointUnfit
    case contradicts

    public var phrase: Phrase {
        switch self {
        case .checkpointUnfit:
            Phrase("检查点不是这个档案库的，或早于这份文件", "The checkpoint is another archive's, or is older than the document")
        case .contradicts: Phrase("日志与检查点不符", "The journal contradicts the checkpoint")
        }
    }
}
