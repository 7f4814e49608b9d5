public import Records

/// What an import or an inbox says.
public enum ImportMessage: Message, Hashable {
    case noFileColumn(String)
    case nameFileColumn
    case raggedRow(Int)
    /// Two columns of a ledger for one thing.
    case sameColumn(String, String, in: String)
    case oneColumn
    case noFileNamed
    case outsideFolder(String)
    /// The reason's code, as the outcome of extraction has it.
    case ledgerUnreadable(String, reason: String)
    case noFolder(String)
    /// The archive's root or its home would be among what is filed.
    case ownFolder(String)
    case otherFolder
    /// A file whose form has an end, which it does not reach.
    case unfinished(String, form: String)
    case finishOrFile
    case beingWritten(String)
    case noteBeside(String)

    public var phrase: Phrase {
        switch self {
        case .noFileColumn(let name): Phrase("台账 \(name) 里没有“文件”列", "The ledger \(name) has no column for files")
        case .nameFileColumn: Phrase("请把写文件名的那一列叫作“文件”", "Call the column with the files' names “文件” or “file”")
        case .raggedRow(let row): Phrase("第 \(row) 行的格子比表头多", "Row \(row) has more cells than the header")
        case .sameColumn(let first, let second, let name):
            Phrase("台账 \(name) 的“\(first)”列和“\(second)”列是同一项", "The columns “\(first)” and “\(second)” of the ledger \(name) mean the same")
        case .oneColumn: Phrase("请去掉其中一列，或改成别的名称", "Leave one of them out, or call it something else")
        case .noFileNamed: Phrase("这一行没有写文件", "The row names no file")
        case .ownFolder(let path):
            Phrase(
                "\(path) 是档案库或密钥的文件夹，或在它里面，或包着它", "\(path) is the archive's folder or that of its secrets, or lies in one, or has one in it"
            )
        case .otherFolder: Phrase("请另用一个文件夹", "Use another folder")
        case .outsideFolder(let path): Phrase("\(path) 不在导入的文件夹里", "\(path) is not in the folder that is imported")
        case .ledgerUnreadable(let path, let reason):
            Phrase(
                "读不了台账 \(path)：\(ReadingProblem.phrase(of: reason).chinese)",
                "The ledger \(path) cannot be read: \(ReadingProblem.phrase(of: reason).english)")
        case .noFolder(let path): Phrase("没有文件夹 \(path)", "There is no folder \(path)")
        case .unfinished(let name, let form):
            Phrase("\(name) 没有写完：缺少 \(form) 的结尾", "\(name) is not finished: the end of a \(form) is missing")
        case .finishOrFile:
            Phrase("文件写完后会自动归档；确实如此的，请交给档案员", "It is filed once it has been written on; if it is meant so, hand it to the archivist")
        case .noteBeside(let name): Phrase("\(name) 以前没能归档，原因见旁边的说明", "\(name) was not filed before; the note beside it says why")
        case .beingWritten(let name): Phrase("\(name) 还在写入，稍后再看", "\(name) is still being written; it is looked at again")
        }
    }
}
