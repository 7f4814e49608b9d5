/// Something was done with an original: where it was and who answered for it, and where it is and who answers for it now.
public struct CustodyChanged: Event {
    public static let type = "original.custody-changed/1"
    public static let title = Phrase("原件保管变动", "custody of an original changed")

    public let original: OriginalID
    public let step: CustodyStep
    public let before: Custody
    public let after: Custody
    public let reason: String?
    /// The document that shows it: the receipt by which it was released.
    public let proof: DocumentID?
    /// The carrier's number (运单号) under which it was sent.
    public let waybill: String?

    public init(
        original: OriginalID, step: CustodyStep, before: Custody, after: Custody, reason: String? = nil, proof: DocumentID? = nil,
        waybill: String? = nil
    ) {
        self.original = original
        self.step = step
        self.before = before
        self.after = after
        self.reason = reason
        self.proof = proof
        self.waybill = waybill
    }

    public var subjects: [String] {
        let accounts = [before.answerable, before.account, after.answerable, after.account].compactMap { $0?.compact }
        return [original.compact] + [proof?.compact].compactMap(\.self) + Set(accounts).sorted()
    }

    public static var sample: CustodyChanged {
        CustodyChanged(
            original: .sample, step: .lend, before: Custody(.shelved, answerable: .sample, place: "档案室-3柜-2层-5盒"),
            after: Custody(.onLoan, answerable: .sample, outside: "律师事务所", until: .sampleKeptTo), reason: "诉讼举证")
    }
}
