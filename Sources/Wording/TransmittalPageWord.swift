public import Records

/// The pages of what goes out and comes in (收发).
public enum TransmittalPageWord: String, Message, CaseIterable {
    case transmittals, transmittalWords, transmittalFind, transmittalAll, transmittalOpen, transmittalNext, transmittalNone
    case transmittalItems, transmittalFacts, transmittalEnter, transmittalWay, transmittalName, transmittalThings, transmittalThingsHint
    case transmittalWaybill, transmittalCarrier, transmittalByWaybill, transmittalUntil, transmittalNote, transmittalPrint
    case transmittalSettle, transmittalOutcome, transmittalSigner, transmittalDay, transmittalProof, transmittalReason
    case transmittalCarriage, transmittalSave

    public var phrase: Phrase { shown ?? entered }

    private var shown: Phrase? {
        switch self {
        case .transmittals: Phrase("收发", "Sent and received")
        case .transmittalWords: Phrase("运单号、收寄方或文件", "Waybill, correspondent or document")
        case .transmittalFind: Phrase("查找", "Find")
        case .transmittalAll: Phrase("全部", "All")
        case .transmittalOpen: Phrase("未签收", "Not signed for yet")
        case .transmittalNext: Phrase("下一页", "Next page")
        case .transmittalNone: Phrase("没有收发记录。", "Nothing was sent or received.")
        case .transmittalItems: Phrase("内容", "What is in it")
        case .transmittalFacts: Phrase("概况", "How it stands")
        case .transmittalPrint: Phrase("打印递送单（PDF）", "Print the form (PDF)")
        default: nil
        }
    }

    private var entered: Phrase {
        switch self {
        case .transmittalEnter: Phrase("登记寄件或收件", "Enter what goes out or came in")
        case .transmittalWay: Phrase("方向", "Which way")
        case .transmittalName: Phrase("收件方或寄件方", "To or from whom")
        case .transmittalThings: Phrase("内容，每行一项", "What, one on a line")
        case .transmittalThingsHint:
            Phrase("原件写 O-…；复印件写 D-…、D-…@版本、D-…@版本x份数", "Originals as O-…; copies as D-…, D-…@version or D-…@versionxcopies")
        case .transmittalWaybill: Phrase("运单号", "Waybill")
        case .transmittalCarrier: Phrase("承运人", "Carrier")
        case .transmittalByWaybill: Phrase("按运单号判断", "As the waybill tells")
        case .transmittalUntil: Phrase("原件寄回期限（不填则留在对方）", "Originals come back by (they stay without it)")
        case .transmittalNote: Phrase("备注", "Note")
        case .transmittalSettle: Phrase("登记结果", "Say what became of it")
        case .transmittalOutcome: Phrase("结果", "Outcome")
        case .transmittalSigner: Phrase("签收人", "Signed for by")
        case .transmittalDay: Phrase("日期（不填则为今天）", "Day (today without it)")
        case .transmittalProof: Phrase("签收单（D-…）", "Receipt (D-…)")
        case .transmittalReason: Phrase("退回或遗失的原因", "Why it came back or was lost")
        case .transmittalCarriage: Phrase("登记运单", "Enter the waybill")
        case .transmittalSave: Phrase("登记", "Enter")
        default: Phrase("", "")
        }
    }
}

/// What is said of transmittals where they are listed.
public enum TransmittalPageMessage: Message, Hashable {
    case found(Int)
    case item(version: Int, copies: Int)
    case destroyed(on: String)

    public var phrase: Phrase {
        switch self {
        case .found(let count): Phrase("共 \(count) 件", count == 1 ? "1 transmittal" : "\(count) transmittals")
        case .item(let version, let copies):
            Phrase("第 \(version) 版，\(copies) 份", "version \(version), \(copies == 1 ? "1 copy" : "\(copies) copies")")
        case .destroyed(let day): Phrase("已于 \(day) 销毁", "destroyed on \(day)")
        }
    }
}
