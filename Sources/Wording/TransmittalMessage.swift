public import Records

/// What is said about papers that go out and come in (收发).
public enum TransmittalMessage: Message, Hashable {
    case waybillRefused(WaybillError)
    case itemCount(most: Int)
    case originalOrDocument
    case originalIsItself(String)
    case copiesRefused(String, most: Int)
    case namedTwice(String)
    /// A day by which nothing comes back.
    case nothingComesBack
    /// An original that is somewhere with us.
    case notComingIn(String, CustodyState)
    /// An original that is with somebody else than it is said to come from.
    case sentToAnother(String, String)
    /// A carrier whose numbers do not begin so.
    case otherCarrier(String, Carrier)
    case settledBefore(String, TransmittalState)
    case dayOutside(String, sent: String)
    case proofNeeded(String)
    /// What is known of an original is something else.
    case contradicted(String, CustodyState)
    /// What is written on the command line or in a form for one thing.
    case thingRefused(String)

    public var usualRemedy: (any Message)? {
        switch self {
        case .settledBefore: Remedy.checkState
        case .notComingIn: OriginalRemedy.showIt
        case .sentToAnother: TransmittalRemedy.returnFirst
        case .proofNeeded: TransmittalRemedy.fileReceipt
        case .contradicted: TransmittalRemedy.sayWhy
        case .thingRefused: TransmittalRemedy.writeThing
        default: Remedy.correctMember
        }
    }

    public var phrase: Phrase {
        switch self {
        case .waybillRefused(.notOne(let text)):
            Phrase("“\(text)”不是运单号：运单号有 6 到 40 个字母和数字", "“\(text)” is no waybill: one has 6 to 40 letters and digits")
        case .waybillRefused(.wrongCheckDigit(let text)):
            Phrase(
                "运单号“\(text)”的校验码不对：有一位写错或两位写反", "The check digit of the waybill “\(text)” is wrong: one digit is, or two were exchanged")
        case .itemCount(let most): Phrase("一次递送有 1 到 \(most) 项（R-22）", "A transmittal has 1 to \(most) items (R-22)")
        case .originalOrDocument:
            Phrase("每一项是一份原件，或一份文件的一个版本（R-22）", "Each item is an original, or a version of a document (R-22)")
        case .originalIsItself(let id):
            Phrase("原件 \(id) 的版本和份数已登记，不另写（R-19）", "Version and copy of the original \(id) are registered, and not said again (R-19)")
        case .copiesRefused(let id, let most):
            Phrase(
                "文件 \(id)：复印件 1 到 \(most) 份，电子文件 1 份；原件写原件的标识符",
                "The document \(id): 1 to \(most) copies, or one file; an original is named by its own identifier")
        case .namedTwice(let id): Phrase("原件 \(id) 写了两次", "The original \(id) is named twice")
        case .nothingComesBack: Phrase("其中没有原件，不会寄回", "There is no original in it that could come back")
        case .notComingIn(let id, let state):
            Phrase(
                "原件 \(id) 现在“\(state.phrase.chinese)”，不是寄来的（R-18）",
                "The original \(id) is “\(state.phrase.english)”: it did not come in (R-18)")
        case .sentToAnother(let id, let name):
            Phrase(
                "原件 \(id) 寄给了“\(name)”，不在寄件人处（R-17）",
                "The original \(id) went to “\(name)”, and is not with whom this comes from (R-17)")
        case .otherCarrier(let number, let carrier):
            Phrase("运单号 \(number) 是\(carrier.phrase.chinese)的", "The waybill \(number) is one of \(carrier.phrase.english)")
        case .settledBefore(let id, let state):
            Phrase("\(id) \(state.phrase.chinese)，不再登记结果", "\(id) is “\(state.phrase.english)” already: what became of it is known")
        case .dayOutside(let day, let sent):
            Phrase("日期 \(day) 不在寄出日 \(sent) 和今天之间", "The day \(day) is not between the day of sending, \(sent), and today")
        case .proofNeeded(let id):
            Phrase("原件 \(id) 留在对方，要有签收单（R-22）", "The original \(id) stays with them: that needs the receipt (R-22)")
        case .contradicted(let id, let state):
            Phrase("其中的原件 \(id) 现在“\(state.phrase.chinese)”（R-17）", "The original \(id) in it is “\(state.phrase.english)” (R-17)")
        case .thingRefused(let text): Phrase("“\(text)”看不懂", "“\(text)” cannot be understood")
        }
    }
}

/// What to do about it.
public enum TransmittalRemedy: Message, Hashable {
    case fileReceipt, writeThing, sayWhy, returnFirst

    public var phrase: Phrase {
        switch self {
        case .fileReceipt: Phrase("请先归档签收单，登记结果时写上它", "File the receipt first, and name it here")
        case .returnFirst:
            Phrase(
                "请核对寄件人；确由他人转来的，先登记该原件归还",
                "Check whom it comes from; where another handed it on, enter the original's return first")
        case .sayWhy: Phrase("请核对结果；确实如此的，写明原因", "Check the outcome; where it is so, say why")
        case .writeThing:
            Phrase("写成 O-…，或 D-…、D-…@版本、D-…@版本x份数", "Write O-…, or D-…, D-…@version, D-…@versionxcopies")
        }
    }
}
