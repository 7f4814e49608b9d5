public import Records

extension Carrier: Code {
    public var phrase: Phrase {
        switch self {
        case .sf: Phrase("顺丰", "SF Express")
        case .jd: Phrase("京东", "JD Logistics")
        case .yto: Phrase("圆通", "YTO Express")
        case .zto: Phrase("中通", "ZTO Express")
        case .sto: Phrase("申通", "STO Express")
        case .yunda: Phrase("韵达", "Yunda Express")
        case .jt: Phrase("极兔", "J&T Express")
        case .ems: Phrase("邮政", "China Post")
        case .deppon: Phrase("德邦", "Deppon")
        case .kye: Phrase("跨越", "KYE Express")
        case .byHand: Phrase("面交", "by hand")
        case .mail: Phrase("电子邮件", "by mail")
        case .other: Phrase("其他", "another")
        }
    }

    public static var synonyms: [(word: String, meaning: Carrier)] {
        [
            ("顺丰速运", .sf), ("京东快递", .jd), ("京东物流", .jd), ("圆通速递", .yto), ("中通快递", .zto), ("申通快递", .sto), ("韵达快递", .yunda),
            ("极兔速递", .jt), ("EMS", .ems), ("中国邮政", .ems), ("德邦快递", .deppon), ("跨越速运", .kye), ("自取", .byHand), ("专人送达", .byHand),
        ]
    }
}

extension TransmittedForm: Code {
    public var phrase: Phrase {
        switch self {
        case .original: Phrase("原件", "original")
        case .copy: Phrase("复印件", "copy")
        case .file: Phrase("电子文件", "file")
        }
    }
}

extension TransmittalDirection: Code {
    public var phrase: Phrase {
        switch self {
        case .out: Phrase("寄出", "sent out")
        case .in: Phrase("收件", "came in")
        }
    }
}

extension TransmittalState: Code {
    public var phrase: Phrase {
        switch self {
        case .sent: Phrase("未签收", "not signed for yet")
        case .signed: Phrase("已签收", "signed for")
        case .returned: Phrase("已退回", "came back")
        case .lost: Phrase("遗失", "lost")
        case .received: Phrase("已收", "received")
        }
    }
}

extension TransmittalSettled.Outcome: Code {
    public var phrase: Phrase {
        switch self {
        case .signed: Phrase("签收", "signed for")
        case .returned: Phrase("退回", "came back")
        case .lost: Phrase("遗失", "lost")
        }
    }
}
