public import Records

/// What is said about parties (客户) and sites (现场).
public enum PartyMessage: Message, Hashable {
    /// A name that several have, and which.
    case severalMeant(String, [String])
    case codeWrong(PartyCodeKind, String, PartyCode.Refusal)
    /// Whose it is, where the reader may know of it.
    case codeTaken(String, by: String?)
    case notThere(String)
    case siteKnown(String)
    case tooMany(Int)
    case mergedWithItself(String)
    case mergedAlready(String, into: String)
    case notMerged(String)
    /// Only confidential papers tell of it.
    case knownToFew(String)

    public var usualRemedy: (any Message)? {
        switch self {
        case .severalMeant: PartyRemedy.nameIt
        case .mergedWithItself, .notMerged: Remedy.correctMember
        case .mergedAlready: PartyRemedy.partFirst
        case .knownToFew: PartyRemedy.listFirst
        case .codeTaken: Remedy.askArchivist
        case .codeWrong, .notThere, .siteKnown, .tooMany: Remedy.correctMember
        }
    }

    public var phrase: Phrase {
        switch self {
        case .severalMeant(let name, let parties):
            Phrase(
                "“\(name)”是好几个客户的名称：\(parties.joined(separator: "、"))",
                "“\(name)” is a name of several parties: \(parties.joined(separator: ", "))")
        case .codeWrong(let kind, let code, .form):
            Phrase("“\(code)”不是\(kind.phrase.chinese)：\(kind.form.chinese)", "“\(code)” is no \(kind.phrase.english): \(kind.form.english)")
        case .codeWrong(let kind, let code, .check(let right)):
            Phrase(
                "\(kind.phrase.chinese)“\(code)”的校验码不对：按前面各位应为 \(right)",
                "The check character of the \(kind.phrase.english) “\(code)” is wrong: the others ask for \(right)")
        case .codeTaken(let code, let other?): Phrase("代码 \(code) 是客户“\(other)”的", "The code \(code) is that of the party “\(other)”")
        case .codeTaken(let code, nil): Phrase("代码 \(code) 已有客户在用", "The code \(code) is another party's")
        case .notThere(let name): Phrase("没有“\(name)”，无可去除", "There is no “\(name)” to take away")
        case .siteKnown(let name): Phrase("这个客户已有现场“\(name)”", "This party has a site “\(name)” already")
        case .mergedWithItself(let name): Phrase("不能把客户“\(name)”并入自己", "The party “\(name)” cannot be merged into itself")
        case .mergedAlready(let name, let other):
            Phrase("客户“\(name)”已经并入“\(other)”", "The party “\(name)” was merged into “\(other)” already")
        case .notMerged(let name): Phrase("客户“\(name)”没有并入别的客户", "The party “\(name)” was not merged into another")
        case .knownToFew(let name):
            Phrase(
                "客户“\(name)”只见于不公开的文件：这样做会让别人知道它（R-50）",
                "Only papers that not everybody may see tell of the party “\(name)”: by this, others would know of it (R-50)")
        case .tooMany(let most): Phrase("最多 \(most) 个", "There may be \(most) at most")
        }
    }
}

extension PartyCodeKind {
    /// What such a code looks like.
    fileprivate var form: Phrase {
        switch self {
        case .credit: Phrase("18 位，字母没有 I、O、S、V、Z", "18 characters, without the letters I, O, S, V and Z")
        case .registration: Phrase("15 位数字", "15 digits")
        case .organization: Phrase("9 位", "9 characters")
        case .personal: Phrase("18 位，末位可为 X", "17 digits, and a digit or X")
        case .foreign: Phrase("最多 40 位字母、数字和符号", "at most 40 letters, digits and signs")
        }
    }
}

/// What to do about it.
public enum PartyRemedy: Message, Hashable {
    case nameIt, partFirst, listFirst

    public var phrase: Phrase {
        switch self {
        case .nameIt: Phrase("请用客户的标识符指明是哪一个", "Say which by its identifier")
        case .listFirst:
            Phrase("若可以公开，先登记它（party register）", "Where everybody may know of it, register it first (party register)")
        case .partFirst: Phrase("先拆开（party part），再合并", "Part them first (party part)")
        }
    }
}
