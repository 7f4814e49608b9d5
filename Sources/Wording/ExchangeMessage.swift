public import Records

/// What forms that leave the house say of themselves, and why one cannot be made.
public enum ExchangeMessage: Message, Hashable {
    case page(Int, of: Int)
    /// Stands where the rest of a text would, which has so many characters.
    case cut(of: Int)
    case fontMissing(String, package: String)
    case installPackage(String)
    case tooManyRows(Int, most: Int)
    case narrowDown
    /// The library's own reason, in English.
    case drawingFailed(String)
    case workbookFailed(String)
    case noMemory

    public var phrase: Phrase {
        switch self {
        case .page(let number, let count): Phrase("第 \(number) 页 共 \(count) 页", "page \(number) of \(count)")
        case .cut(let count): Phrase("……（此处截断，全文共 \(count) 个字符）", "… (cut here; the whole text has \(count) characters)")
        case .fontMissing(let family, let package):
            Phrase("没有字体 \(family)（软件包 \(package)），不能生成 PDF", "No PDF can be made: the font \(family) of the package \(package) is missing")
        case .installPackage(let package): Phrase("请管理员安装软件包 \(package)", "Have the administrator install the package \(package)")
        case .tooManyRows(let count, let most):
            Phrase("表格有 \(count) 行，工作表最多 \(most) 行", "The table has \(count) rows; a worksheet has at most \(most)")
        case .narrowDown: Phrase("请缩小范围，或改用 CSV", "Narrow it down, or use CSV")
        case .drawingFailed(let reason): Phrase("PDF 生成失败：\(reason)", "The PDF could not be drawn: \(reason)")
        case .workbookFailed(let reason): Phrase("工作簿生成失败：\(reason)", "The workbook could not be made: \(reason)")
        case .noMemory: Phrase("内存不足", "There is not enough memory")
        }
    }

    public var usualRemedy: (any Message)? {
        switch self {
        case .fontMissing(_, let package): ExchangeMessage.installPackage(package)
        case .tooManyRows: ExchangeMessage.narrowDown
        default: nil
        }
    }
}
