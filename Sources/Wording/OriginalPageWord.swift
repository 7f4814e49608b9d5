public import Records

/// The pages of originals.
public enum OriginalPageWord: String, Message, CaseIterable {
    case originals, originalNext, originalFacts, originalHistory, originalGiven, originalConfirm, originalRefuse, originalReason
    case originalReceiver, originalMove, originalPlace, originalShelve, originalBorrower, originalUntil, originalPurpose, originalLend
    case originalReturn, originalCircumstances, originalMissing, originalFound
    case originalMine, originalUnconfirmed, originalOverdue, originalAll
    case originalDocument, originalCopy, originalState, originalAnswerable, originalWith, originalSince, originalNote, originalRegistered
    case originalForm, originalIdentifier, originalDeeds

    public var phrase: Phrase {
        switch self {
        case .originals: Phrase("原件", "Originals")
        case .originalNext: Phrase("下一页", "Next page")
        case .originalFacts: Phrase("现在的情况", "How it stands")
        case .originalHistory: Phrase("来龙去脉", "What was done with it")
        case .originalGiven: Phrase("这份原件移交给你，接收后由你负责。", "This original was given to you; once you confirm it, you answer for it.")
        case .originalConfirm: Phrase("确认接收", "Confirm")
        case .originalRefuse: Phrase("拒收", "Refuse")
        case .originalReason: Phrase("拒收的原因", "Why it is refused")
        case .originalReceiver: Phrase("移交给（账号）", "To whom (account)")
        case .originalMove: Phrase("移交", "Give")
        case .originalPlace: Phrase("位置（室-柜-层-盒）", "Place (room-cabinet-shelf-box)")
        case .originalShelve: Phrase("上架", "Shelve")
        case .originalBorrower: Phrase("借阅人（账号）", "Borrower (account)")
        case .originalUntil: Phrase("归还期限", "To be back by")
        case .originalPurpose: Phrase("借阅目的", "What for")
        case .originalLend: Phrase("借出", "Lend")
        case .originalReturn: Phrase("登记归还", "It is given back")
        case .originalCircumstances: Phrase("情况说明", "What is known")
        case .originalMissing: Phrase("报告遗失", "Report it missing")
        case .originalFound: Phrase("已找到", "It is found")
        case .originalMine: Phrase("我的", "Mine")
        case .originalUnconfirmed: Phrase("在途未接收", "Not confirmed")
        case .originalOverdue: Phrase("逾期未还", "Overdue")
        case .originalAll: Phrase("全部", "All")
        case .originalDocument: Phrase("文件", "Document")
        case .originalCopy: Phrase("份", "Copy")
        case .originalState: Phrase("状态", "State")
        case .originalAnswerable: Phrase("负责人", "Answers for it")
        case .originalWith: Phrase("持有或接收人", "With")
        case .originalSince: Phrase("自", "Since")
        case .originalNote: Phrase("备注", "Note")
        case .originalRegistered: Phrase("登记", "registered")
        case .originalDeeds: Phrase("可以办理", "What can be done")
        case .originalForm: Phrase("形式", "Form")
        case .originalIdentifier: Phrase("标识符", "Identifier")
        }
    }
}

/// What the pages of originals say with something in it.
public enum OriginalPageMessage: Message, Hashable {
    case found(Int)
    case copy(Int, of: Int)
    case overdue(String)
    case until(String)

    public var phrase: Phrase {
        switch self {
        case .found(let count): Phrase("\(count) 份原件", count == 1 ? "1 original" : "\(count) originals")
        case .copy(let copy, let all): Phrase("第 \(copy) 份，共 \(all) 份", "copy \(copy) of \(all)")
        case .overdue(let day): Phrase("应于 \(day) 归还，已逾期", "was due back by \(day)")
        case .until(let day): Phrase("应于 \(day) 归还", "due back by \(day)")
        }
    }
}
