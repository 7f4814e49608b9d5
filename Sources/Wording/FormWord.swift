public import Records

/// What stands in forms that leave the house, whatever they are about.
public enum FormWord: String, Message, CaseIterable {
    case name, post, signature, date, signedElectronically, account, time, signedDigest

    public var phrase: Phrase {
        switch self {
        case .name: Phrase("姓名", "Name")
        case .post: Phrase("职务", "Post")
        case .signature: Phrase("签字", "Signature")
        case .date: Phrase("日期", "Date")
        case .signedElectronically: Phrase("已电子签署", "Signed electronically")
        case .account: Phrase("账号", "Account")
        case .time: Phrase("时间", "Time")
        case .signedDigest: Phrase("所签摘要", "Digest signed")
        }
    }
}
