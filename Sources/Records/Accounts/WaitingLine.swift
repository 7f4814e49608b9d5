/// Something that waits for somebody (待办).
public struct WaitingLine: Listable, Hashable {
    public var identity: String { "\(kind.rawValue) \(record) \(item?.code ?? "")" }

    public let kind: Kind
    /// By when, `2026-12-01`; nil where nothing says when.
    public let by: String?
    public let isOverdue: Bool
    /// The dossier, the original, the transmittal, the pack or the batch.
    public let record: String
    /// The title of the dossier, or of the pack's, or of the original's document, to whom papers were sent, or why the batch was proposed.
    public let title: String
    /// Of a dossier's checklist.
    public let item: Item?
    /// Who is responsible, where that is not who asks.
    public let responsible: String?

    /// An item of a dossier's checklist.
    public struct Item: Sendable, Hashable, Codable {
        public let code: String
        public let name: Phrase

        package init(_ item: DossierItemView) { (code, name) = (item.code, item.name) }
    }

    /// What is waited for.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// 案卷缺件
        case item
        /// 待接收原件
        case receive
        /// 待归还原件
        case giveBack = "give_back"
        /// 催还原件: lent or sent out, and not back in time.
        case chase
        /// 寄件未签收: nobody said yet what became of what they sent.
        case sent
        /// 待签收交底
        case takeOver = "take_over"
        /// 交底有退回: the receiver sent something back.
        case reissue
        /// 待鉴定
        case appraise
        /// 待签署
        case sign
        /// 待批准
        case approve
        /// 待监销
        case supervise
        /// 待执行
        case execute
        /// 待确认销毁
        case confirm
        /// 待出具证明
        case certify
    }

    package init(_ item: DossierItemView, of dossier: DossierView, responsible: String?) {
        kind = .item
        (by, isOverdue) = (item.by, item.isOverdue)
        (record, title) = ("\(dossier.id)", dossier.title)
        (self.item, self.responsible) = (Item(item), responsible)
    }

    package init(_ kind: Kind, _ original: OriginalView) {
        self.kind = kind
        (by, isOverdue) = (original.until, original.isOverdue)
        (record, title) = ("\(original.id)", original.title)
        (item, responsible) = (nil, nil)
    }

    package init(_ kind: Kind, _ pack: PackLine) {
        self.kind = kind
        (by, isOverdue, item, responsible) = (nil, false, nil, nil)
        (record, title) = ("\(pack.id)", pack.title)
    }

    package init(_ transmittal: TransmittalLine) {
        kind = .sent
        (by, isOverdue, item, responsible) = (nil, false, nil, nil)
        record = "\(transmittal.id)"
        title = [transmittal.name, transmittal.waybill?.number, transmittal.on].compactMap(\.self).joined(separator: " ")
    }

    package init(_ kind: Kind, of batch: BatchID, reason: String) {
        self.kind = kind
        (by, isOverdue, item, responsible) = (nil, false, nil, nil)
        (record, title) = ("\(batch)", reason)
    }
}
