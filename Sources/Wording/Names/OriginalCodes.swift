public import Records

extension CustodyState: Code {
    public var phrase: Phrase {
        switch self {
        case .inHand: Phrase("在手", "in hand")
        case .shelved: Phrase("在库", "shelved")
        case .inTransit: Phrase("在途", "in transit")
        case .onLoan: Phrase("借出", "on loan")
        case .sent: Phrase("外寄待回", "sent, to come back")
        case .sentToStay: Phrase("外寄", "sent, to stay")
        case .released: Phrase("已移出", "released")
        case .missing: Phrase("遗失", "missing")
        case .destroyed: Phrase("已销毁", "destroyed")
        }
    }
}

extension CustodyStep: Code {
    public var phrase: Phrase {
        switch self {
        case .move: Phrase("移交", "moved")
        case .confirm: Phrase("接收", "confirmed")
        case .refuse: Phrase("拒收", "refused")
        case .shelve: Phrase("上架", "shelved")
        case .lend: Phrase("借出", "lent")
        case .return: Phrase("归还", "returned")
        case .send: Phrase("外寄", "sent")
        case .release: Phrase("移出", "released")
        case .miss: Phrase("报失", "reported missing")
        case .find: Phrase("找到", "found")
        case .destroy: Phrase("销毁", "destroyed")
        }
    }
}

extension StocktakeFinding: Code {
    public var phrase: Phrase {
        switch self {
        case .notSeen: Phrase("未见", "not seen")
        case .elsewhere: Phrase("登记在别处", "registered elsewhere")
        }
    }
}

extension OriginalForm: Code {
    public var phrase: Phrase {
        switch self {
        case .paper: Phrase("纸质", "paper")
        case .electronic: Phrase("电子", "electronic")
        }
    }
}
