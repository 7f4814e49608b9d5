public import Records

/// What stands on the printed form of a transmittal (递送单), and where its facts are told.
public enum TransmittalWord: String, Message, CaseIterable {
    case sheet, transmittal
    case to, from, sentOn, receivedOn, enteredBy, carrier, waybill, until, note, state, party, settledOn, signer, proof, reason
    case order, number, title, version, form, copies, identifier, giver, taker

    public var phrase: Phrase {
        switch self {
        case .sheet: Phrase("递送单", "Transmittal")
        case .transmittal: Phrase("递送编号", "Transmittal")
        case .to: Phrase("收件方", "To")
        case .from: Phrase("寄件方", "From")
        case .sentOn: Phrase("寄出日期", "Sent on")
        case .receivedOn: Phrase("收到日期", "Received on")
        case .enteredBy: Phrase("经办人", "Entered by")
        case .carrier: Phrase("承运人", "Carrier")
        case .waybill: Phrase("运单号", "Waybill")
        case .until: Phrase("寄回期限", "Comes back by")
        case .note: Phrase("备注", "Note")
        case .state: Phrase("状态", "State")
        case .party: Phrase("客户", "Party")
        case .settledOn: Phrase("结果日期", "Known since")
        case .signer, .taker: Phrase("签收人", "Received by")
        case .proof: Phrase("签收单", "Receipt")
        case .reason: Phrase("原因", "Reason")
        case .order: Phrase("序号", "No.")
        case .number: Phrase("编号", "Number")
        case .title: Phrase("名称", "Title")
        case .version: Phrase("版本", "Version")
        case .form: Phrase("形式", "Form")
        case .copies: Phrase("份数", "Copies")
        case .identifier: Phrase("标识符", "Identifier")
        case .giver: Phrase("寄件人", "Sent by")
        }
    }
}
