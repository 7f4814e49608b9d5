public import Records

extension PackState: Code {
    public var phrase: Phrase {
        switch self {
        case .draft: Phrase("编制中", "being put together")
        case .issued: Phrase("待签收", "to be signed for")
        case .signed: Phrase("已签收", "signed for")
        case .returned: Phrase("有退回", "sent back in part")
        }
    }
}

extension PackMark.Kind: Code {
    public var phrase: Phrase {
        switch self {
        case .words: Phrase("说明", "words")
        case .notApplicable: Phrase("不适用", "not applicable")
        case .promised: Phrase("待补", "promised")
        }
    }
}

extension PackFill: Code {
    public var phrase: Phrase {
        switch self {
        case .contacts: Phrase("联系人", "contacts")
        case .site: Phrase("现场", "site")
        case .payment: Phrase("付款方式", "terms of payment")
        }
    }
}
