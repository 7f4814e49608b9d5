/// A fact without a date that a rule may ask for (R-30, `when`). The list is closed.
public enum Circumstance: String, Sendable, Hashable, CaseIterable, Codable {
    /// 框架合同
    case framework
    /// 有争议
    case disputed
    /// 中标: false where the tender was lost.
    case won
    /// 政府采购
    case governmentProcurement
    /// 会计凭证及所附
    case voucher
    /// 账簿
    case register
    /// 原件由财务保管
    case originalKeptByFinance
}

/// Facts by which a paper is one of the accounting records, or follows them: whoever sets these decides how long it is kept, and who must sign for
/// its disposal (R-42, 79号令 §18).
public enum AccountingFacts {
    public static let names = Set(
        [Trigger.accountingYear.name] + [Circumstance.originalKeptByFinance, .voucher, .register].map(\.rawValue))
}

/// What a rule asks for before it applies.
public enum Condition: Sendable, Hashable {
    /// The sum is at least so many hundredths of the archive's currency: 起点金额.
    case amountAtLeast(hundredths: Int64)
    case holds(Circumstance, Bool)

    /// What must be known to answer it.
    public var asksFor: String {
        switch self {
        case .amountAtLeast: "amount"
        case .holds(let circumstance, _): circumstance.rawValue
        }
    }
}
