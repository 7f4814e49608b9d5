public import Records

/// The pages of packs.
public enum PackPageWord: String, Message, CaseIterable {
    case packs, packWords, packFind, packAll, packToSign, packNext, packFacts, packItems, packItem, packState, packContent
    case packParty, packDossier, packReceiver, packIdentifier, packIssued, packSigned, packParticipants
    case packDownload, packSign, packSignHint, packReject, packRejectSome, packDraft, packNewest, packEditions, packIssue, packIssueHint
    case packFill, packFillKind, packFillText, packFillBy, packFillClear, packMake, packNone

    public var phrase: Phrase { shown ?? done }

    private var shown: Phrase? {
        switch self {
        case .packs: Phrase("交底", "Packs")
        case .packWords: Phrase("客户、现场、合同或案卷", "Customer, site, contract or deal")
        case .packFind: Phrase("查找", "Find")
        case .packAll: Phrase("全部", "All")
        case .packToSign: Phrase("待签收", "To be signed for")
        case .packNext: Phrase("下一页", "Next page")
        case .packFacts: Phrase("概况", "How it stands")
        case .packItems: Phrase("交底内容", "What is handed over")
        case .packItem: Phrase("内容", "Item")
        case .packState: Phrase("情况", "State")
        case .packContent: Phrase("说明及文件", "What there is to know")
        case .packParty: Phrase("客户", "Party")
        case .packDossier: Phrase("案卷", "Dossier")
        case .packReceiver: Phrase("接收方", "For")
        case .packIdentifier: Phrase("标识符", "Identifier")
        case .packIssued: Phrase("签发", "Issued")
        case .packSigned: Phrase("签收", "Signed for")
        case .packParticipants: Phrase("参加人", "Present")
        case .packEditions: Phrase("各版", "Editions")
        case .packNone: Phrase("没有交底资料。", "There are no packs.")
        default: nil
        }
    }

    private var done: Phrase {
        switch self {
        case .packDownload: Phrase("下载全部（ZIP）", "Download all (ZIP)")
        case .packSign: Phrase("签收", "Sign for it")
        case .packSignHint: Phrase("签收后，签发人就知道你收到了。", "Whoever issued it is told that you have it.")
        case .packRejectSome: Phrase("退回有问题的内容，其余签收", "Send back what is wrong, and sign for the rest")
        case .packReject: Phrase("退回原因", "Sent back because")
        case .packDraft: Phrase("下一版", "Next edition")
        case .packNewest: Phrase("最新一版", "Newest edition")
        case .packIssue: Phrase("签发", "Issue")
        case .packIssueHint: Phrase("签发后，其中的版本和内容不再变动。", "Once issued, its versions and words stay as they are.")
        case .packFill: Phrase("填写", "Say it")
        case .packFillKind: Phrase("填写什么", "What it is")
        case .packFillText: Phrase("内容或原因", "Words or reason")
        case .packFillBy: Phrase("补来期限", "Comes by")
        case .packFillClear: Phrase("撤销填写", "Take back")
        case .packMake: Phrase("编制交底资料", "Put a pack together")
        default: Phrase("", "")
        }
    }
}

/// What is said of packs on their pages.
public enum PackPageMessage: Message, Hashable {
    case found(Int)
    case counted(missing: Int)

    public var phrase: Phrase {
        switch self {
        case .found(let count): Phrase("共 \(count) 份", count == 1 ? "1 pack" : "\(count) packs")
        case .counted(let missing): missing == 0 ? Phrase("不缺内容", "Nothing is missing") : Phrase("缺 \(missing) 项", "\(missing) missing")
        }
    }
}
