public import Records

/// What is said about packs (交底资料) for those who take over a deal.
public enum PackMessage: Message, Hashable {
    case receiverUnknown(String)
    case noChecklist(Phrase)
    case madeBefore(String)
    case itemUnknown(String)
    case editionUnknown(String, Int)
    /// Items that are neither there, nor not applicable, nor promised.
    case gaps([Phrase])
    case notIssued(String)
    case superseded(String, by: Int)
    case signedBefore(String, on: String)
    /// Who signs for the receiver, by role and department.
    case notReceiver(Phrase, String?)
    case rejectedTwice(Phrase)
    /// A file of a pack that is being sent.
    case changedMeanwhile(String)

    public var usualRemedy: (any Message)? {
        switch self {
        case .receiverUnknown, .itemUnknown, .editionUnknown, .rejectedTwice: Remedy.correctMember
        case .noChecklist: DossierRemedy.giveTemplate
        case .gaps: PackRemedy.fillFirst
        case .madeBefore: PackRemedy.useThat
        case .notIssued: PackRemedy.issueFirst
        case .superseded, .signedBefore: Remedy.checkState
        case .changedMeanwhile: Remedy.verifyAndRestore
        case .notReceiver: PackRemedy.askReceiver
        }
    }

    public var phrase: Phrase {
        switch self {
        case .receiverUnknown(let word): Phrase("没有交底接收方“\(word)”", "There is no receiver “\(word)”")
        case .noChecklist(let name):
            Phrase("“\(name.chinese)”没有这种交易的交底清单", "“\(name.english)” has no checklist for this kind of deal")
        case .madeBefore(let id): Phrase("这个接收方已有交底资料 \(id)", "There is the pack \(id) for this receiver already")
        case .itemUnknown(let word): Phrase("交底清单中没有“\(word)”", "“\(word)” is not on the pack's checklist")
        case .editionUnknown(let id, let number): Phrase("交底资料 \(id) 没有第 \(number) 版", "The pack \(id) has no edition \(number)")
        case .gaps(let names):
            Phrase(
                "还缺：\(names.map(\.chinese).joined(separator: "、"))；缺的要写明为何不适用，或何时补来（R-23）",
                "Missing: \(names.map(\.english).joined(separator: ", ")); each needs why it does not apply, or by when it comes (R-23)")
        case .notIssued(let id): Phrase("交底资料 \(id) 还没有签发（R-24）", "The pack \(id) was not issued yet (R-24)")
        case .superseded(let id, let number):
            Phrase("交底资料 \(id) 已有第 \(number) 版（R-24）", "There is an edition \(number) of the pack \(id) by now (R-24)")
        case .signedBefore(let id, let day): Phrase("交底资料 \(id) 已于 \(day) 签收（R-24）", "The pack \(id) was signed for on \(day) (R-24)")
        case .notReceiver(let name, let department):
            Phrase(
                "要由“\(name.chinese)”\(department.map { "（\($0)）" } ?? "")的人签收，签发人自己不能签收（R-24）",
                "Somebody of “\(name.english)”\(department.map { " (\($0))" } ?? "") signs for it, and not who issued it (R-24)")
        case .changedMeanwhile(let path):
            Phrase("“\(path)”在发送时变了，资料没有发完", "“\(path)” was changed while it was sent; the pack is not complete")
        case .rejectedTwice(let name): Phrase("“\(name.chinese)”写了两次", "“\(name.english)” is there twice")
        }
    }
}

/// What to do about it.
public enum PackRemedy: Message, Hashable {
    case fillFirst, useThat, issueFirst, askReceiver

    public var phrase: Phrase {
        switch self {
        case .fillFirst: Phrase("请先把文件归入案卷，或填写这些内容", "Put the documents into the dossier first, or say what there is to say of these items")
        case .useThat: Phrase("请用那一份；新的内容是它的下一版", "Use that one; what is new is its next edition")
        case .issueFirst: Phrase("请先签发", "Issue it first")
        case .askReceiver: Phrase("请交接收方的人签收", "Have somebody of the receiver sign for it")
        }
    }
}
