public import Records

/// What is said about dossiers, relations, facts, open matters and holds.
public enum DealMessage: Message, Hashable {
    case unknown(String)
    /// With how many files whose text is not read yet.
    case queryFindsNothing(String, waiting: Int)
    case dossierClosed(String)
    case dossierOpen(String)
    case notInDossier(String, String)
    case noContract(String)
    case severalYears([String])
    case circle(Relation)
    case partyKnown(String)
    case factUnknown(String)
    case factValueWrong(name: String, value: String)
    case factInFuture(name: String, value: String)
    case classUnknown(String)
    case classClosed(String)
    case classInUse(String)
    case classKnown(String)
    case classHidden(String)
    case classOfOthers(String)
    case grantScopeMissing
    case grantToOneself, grantInPast
    case grantEnded(Int)
    case classHasOpen(String, below: String)
    case mergedIntoItself(String, String)
    /// How many documents of a class have a file whose text is not read yet.
    case classUnread(String, Int)
    case ruleInUse(String)
    case ruleUnknown(String)
    case ruleShortens(String)
    case matterKindUnknown(String)
    case matterSettled(Int)
    case scopeMissing
    case severalFilters
    case holdLifted(String)
    case held(String, holds: [String])
    case blocked

    public var usualRemedy: (any Message)? {
        switch self {
        case .queryFindsNothing: Remedy.tryQuery
        case .classClosed: Remedy.otherClass
        case .classInUse, .ruleInUse: Remedy.keepInUse
        case .classHasOpen: DealRemedy.childrenFirst
        case .classKnown: Remedy.otherName
        case .mergedIntoItself: Remedy.otherClass
        case .classUnread: DealRemedy.readFirst
        case .ruleShortens: Remedy.correctMember
        case .grantInPast, .grantScopeMissing: Remedy.correctMember
        case .severalFilters, .scopeMissing, .circle, .noContract, .severalYears: Remedy.correctMember
        case .blocked: Remedy.askArchivist
        default: nil
        }
    }

    public var phrase: Phrase {
        switch self {
        case .unknown(let name): Phrase("档案库中没有 \(name)", "There is no \(name) in this archive")
        case .queryFindsNothing(let query, waiting: 0): Phrase("检索 “\(query)” 没有找到文件", "The query “\(query)” finds no document")
        case .queryFindsNothing(let query, let waiting):
            Phrase(
                "检索 “\(query)” 没有找到文件；还有 \(waiting) 个文件的文字没有读出",
                "The query “\(query)” finds no document; the texts of \(waiting) files are not read yet")
        case .dossierClosed(let id): Phrase("案卷 \(id) 已经关闭", "The dossier \(id) is closed")
        case .dossierOpen(let id): Phrase("案卷 \(id) 没有关闭", "The dossier \(id) is open")
        case .notInDossier(let document, let dossier):
            Phrase("文件 \(document) 不在案卷 \(dossier) 中", "The document \(document) is not in the dossier \(dossier)")
        case .noContract(let document):
            Phrase("文件 \(document) 不是合同，不能作主合同（R-34）", "The document \(document) is no contract and leads no dossier (R-34)")
        case .severalYears(let years):
            Phrase(
                "有几个会计年度：\(years.joined(separator: "、"))，请写明撤销哪一个（R-30）",
                "There are several accounting years, \(years.joined(separator: ", ")): say which one to take back (R-30)")
        case .circle(let relation):
            Phrase(
                "关联“\(relation.phrase.chinese)”会成环（R-12）", "The relation “\(relation.phrase.english)” would close a circle (R-12)")
        case .partyKnown(let name): Phrase("客户 “\(name)” 已经登记", "The party “\(name)” is known already")
        case .factUnknown(let name): Phrase("没有名为 “\(name)” 的事实", "There is no fact “\(name)”")
        case .factValueWrong(let name, let value):
            Phrase(
                "事实“\(AwaitedFact(name).phrase.chinese)”的值 “\(value)” 看不懂",
                "The value “\(value)” of the fact “\(AwaitedFact(name).phrase.english)” cannot be understood")
        case .factInFuture(let name, let value):
            Phrase(
                "\(ArchiveMessage.name(name).chinese) \(value) 在将来，还没有发生",
                "\(ArchiveMessage.name(name).english) \(value) lies in the future: it has not happened yet")
        case .classUnknown(let code): Phrase("分类方案中没有类目 \(code)", "The scheme has no class \(code)")
        case .classClosed(let code): Phrase("类目 \(code) 现在不接受归档（R-28）", "The class \(code) takes no filings now (R-28)")
        case .classInUse(let code):
            Phrase("类目 \(code) 还有文件，不能去掉；可以停用（closes）", "The class \(code) has documents and cannot be left out; it can be closed")
        case .classOfOthers(let code):
            Phrase(
                "类目 \(code) 由其他部门负责，不能由你移出（R-51）",
                "Another department answers for the class \(code): you cannot take documents out of it (R-51)")
        case .classHidden(let code):
            Phrase(
                "类目 \(code) 的文件你看不到，归入后自己也看不到（R-29）",
                "You do not see what is in the class \(code): you would not see it any more yourself (R-29)")
        case .grantScopeMissing: Phrase("给谁看什么？请给出且只给出一个范围", "What may be seen? Give one scope, and only one")
        case .grantToOneself: Phrase("不能给自己授权（R-51）", "Nobody gives themselves a grant (R-51)")
        case .grantInPast: Phrase("授权的最后一日已经过去", "The last day of the grant has passed")
        case .grantEnded(let number): Phrase("授权 \(number) 已经结束", "The grant \(number) has ended already")
        case .classKnown(let code):
            Phrase("类目 \(code) 已经有了；类目的代码永不重复使用（R-28）", "There is a class \(code) already; codes are never used twice (R-28)")
        case .classHasOpen(let code, let below):
            Phrase("类目 \(code) 之下还有启用的类目 \(below)（R-28）", "The class \(below) below \(code) still takes filings (R-28)")
        case .mergedIntoItself(let code, let other):
            Phrase(
                "\(other) 就是 \(code) 或在它之下，不能并入（R-28）", "\(other) is \(code) itself or below it: \(code) cannot be merged into it (R-28)")
        case .classUnread(let code, let count):
            Phrase(
                "类目 \(code) 中有 \(count) 份文件的文字还没有读出，用词查不全（R-28）",
                "\(count) documents of the class \(code) have texts that are not read yet: words do not find all that they should (R-28)")
        case .ruleInUse(let id):
            Phrase("规则 \(id) 还有类目或文件在用，不能去掉", "The rule \(id) is named by a class or a document and cannot be left out")
        case .ruleUnknown(let id): Phrase("保管期限表中没有规则 \(id)", "The schedule has no rule \(id)")
        case .ruleShortens(let id):
            Phrase("规则 \(id) 不会延长保管；文件自身的规则只能延长（R-29）", "The rule \(id) would not lengthen; a document's own rule may only do that (R-29)")
        case .matterKindUnknown(let kind): Phrase("没有未结事项种类 “\(kind)”", "There is no kind of open matter “\(kind)”")
        case .matterSettled(let number): Phrase("未结事项 \(number) 已经了结", "The open matter \(number) is settled already")
        case .severalFilters: Phrase("只能给出一个筛选条件", "Give one filter, and only one")
        case .scopeMissing: Phrase("要冻结什么？请给出且只给出一个范围", "What is to be held? Give one scope, and only one")
        case .holdLifted(let id): Phrase("冻结 \(id) 已经解除", "The hold \(id) is lifted already")
        case .held(let document, let holds):
            Phrase(
                "文件 \(document) 被冻结：\(holds.joined(separator: "、"))（R-39）",
                "The document \(document) is held: \(holds.joined(separator: ", ")) (R-39)")
        case .blocked: Phrase("现在不允许；请询问档案员", "Not permitted now; ask the archivist")
        }
    }
}

/// What to do about it.
public enum DealRemedy: Message, Hashable {
    case reopen
    case choices([String])
    case liftFirst
    case childrenFirst
    case readFirst

    public var phrase: Phrase {
        switch self {
        case .reopen: Phrase("请先重开案卷", "Open it again first")
        case .choices(let names): Remedy.words(names.map { Phrase($0, $0) }).phrase
        case .childrenFirst: Phrase("请先合并或停用其下的类目", "Merge or close the classes below it first")
        case .readFirst:
            Phrase("请先等文字读完，或改用不涉及文字的条件", "Wait until the texts are read, or ask for no words")
        case .liftFirst: Phrase("全部冻结解除后才可以", "All holds must be lifted first")
        }
    }
}
