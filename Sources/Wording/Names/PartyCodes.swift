public import Records

extension PartyNameKind: Code {
    public var phrase: Phrase {
        switch self {
        case .short: Phrase("简称", "short name")
        case .full: Phrase("全称", "full name")
        case .former: Phrase("曾用名", "former name")
        }
    }
}

extension PartyCodeKind: Code {
    public var phrase: Phrase {
        switch self {
        case .credit: Phrase("统一社会信用代码", "unified social credit code")
        case .registration: Phrase("注册号", "registration number")
        case .organization: Phrase("组织机构代码", "organization code")
        case .personal: Phrase("公民身份号码", "identity number")
        case .foreign: Phrase("境外代码", "foreign code")
        }
    }
}

extension PartyValue: Code {
    public var phrase: Phrase {
        switch self {
        case .grade: Phrase("客户等级", "grade")
        case .creditLimit: Phrase("信用额度", "credit limit")
        case .note: Phrase("备注", "note")
        }
    }
}

extension PartyLikenessGround: Code {
    public var phrase: Phrase {
        switch self {
        case .name: Phrase("名称相同", "the same name")
        case .core: Phrase("除公司形式外名称相同", "the same name but for the legal form")
        case .phone: Phrase("联系电话相同", "the same telephone")
        case .part: Phrase("名称互相包含", "one name is part of the other")
        }
    }
}
