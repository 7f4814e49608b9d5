public import Records

/// What stands on printed lists of originals (盘点清单、标签), and on lists by which files pass on (移交清册).
public enum OriginalListWord: String, Message, CaseIterable {
    case labels, stocktakeList, transferList
    case order, place, number, title, copy, identifier, seen, remark, taker, witness
    case archiveNumber, format, giver, receiver, supervisor
    case both, forEver, open

    public var phrase: Phrase { list ?? transfer }

    private var list: Phrase? {
        switch self {
        case .labels: Phrase("原件标签", "Labels of originals")
        case .stocktakeList: Phrase("盘点清单", "List for a stock-take")
        case .transferList: Phrase("移交清册", "List of what passes on")
        case .order: Phrase("序号", "No.")
        case .place: Phrase("位置", "Place")
        case .number: Phrase("编号", "Number")
        case .title: Phrase("名称", "Title")
        case .copy: Phrase("份", "Copy")
        case .identifier: Phrase("标识符", "Identifier")
        case .seen: Phrase("已见", "Seen")
        case .remark: Phrase("备注", "Remark")
        case .taker: Phrase("盘点人", "Taken by")
        case .witness: Phrase("监盘人", "Witnessed by")
        default: nil
        }
    }

    private var transfer: Phrase {
        switch self {
        case .archiveNumber: Phrase("档案编号", "Archive no.")
        case .format: Phrase("格式", "Format")
        case .giver: Phrase("移交人", "Given by")
        case .receiver: Phrase("接收人", "Received by")
        case .supervisor: Phrase("监交人", "Supervised by")
        case .both: Phrase("电子、纸质", "electronic, paper")
        case .forEver: Phrase("永久", "for ever")
        case .open: Phrase("待定", "not known yet")
        default: Phrase("", "")
        }
    }
}
