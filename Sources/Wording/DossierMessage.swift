public import Records

/// What is said about dossiers (案卷) and what they should hold.
public enum DossierMessage: Message, Hashable {
    case templateUnknown(String)
    case noTemplate(String)
    case itemUnknown(String)
    /// What is there needs no word on why not.
    case itemThere(Phrase)
    case dayOfPromise
    case promisedInPast
    case accountClosed(String)
    /// Who may not see the dossier.
    case notReader(String)
    /// Two parties, whose deals are not the same.
    case otherParty(String, String)
    case heldItself(String)
    case mergedWithItself(String)
    case merged(String, into: String)

    public var usualRemedy: (any Message)? {
        switch self {
        case .noTemplate: DossierRemedy.giveTemplate
        case .merged: DossierRemedy.useThat
        case .itemThere: Remedy.checkState
        case .templateUnknown, .itemUnknown, .dayOfPromise, .promisedInPast, .accountClosed, .notReader, .mergedWithItself:
            Remedy.correctMember
        case .otherParty, .heldItself: Remedy.checkState
        }
    }

    public var phrase: Phrase {
        switch self {
        case .templateUnknown(let word): Phrase("没有案卷模板“\(word)”", "There is no dossier template “\(word)”")
        case .noTemplate(let id):
            Phrase("案卷 \(id) 没有模板，因此没有应有材料", "The dossier \(id) has no template, and so nothing that it should hold")
        case .itemUnknown(let word): Phrase("应有材料中没有“\(word)”", "“\(word)” is not among what the dossier should hold")
        case .itemThere(let name):
            Phrase("“\(name.chinese)”已经在案卷中（R-23）", "“\(name.english)” is in the dossier already (R-23)")
        case .dayOfPromise:
            Phrase("待补的要写明期限，其他的不写（R-23）", "What is promised needs the day by which it comes, and nothing else has one (R-23)")
        case .promisedInPast: Phrase("期限已经过去", "That day is over")
        case .accountClosed(let name): Phrase("账号“\(name)”已停用", "The account “\(name)” is closed")
        case .notReader(let name):
            Phrase("“\(name)”看不到这个案卷，不能做责任人（R-23）", "“\(name)” may not see this dossier and cannot answer for it (R-23)")
        case .otherParty(let one, let other):
            Phrase("“\(one)”和“\(other)”不是同一客户，案卷不能合并", "“\(one)” and “\(other)” are not the same party: their dossiers are not one deal")
        case .heldItself(let id):
            Phrase(
                "案卷 \(id) 被冻结，合并后新的文件就不在冻结之内（R-38）", "The dossier \(id) is held: what comes later would not be, once it is merged (R-38)")
        case .mergedWithItself(let id): Phrase("不能把案卷 \(id) 并入自己", "The dossier \(id) cannot be merged into itself")
        case .merged(let id, let other): Phrase("案卷 \(id) 已经并入 \(other)", "The dossier \(id) was merged into \(other)")
        }
    }
}

/// What to do about it.
public enum DossierRemedy: Message, Hashable {
    case giveTemplate, useThat

    public var phrase: Phrase {
        switch self {
        case .giveTemplate: Phrase("请先给它指定模板（dossier template）", "Give it a template first (dossier template)")
        case .useThat: Phrase("请用并入后的案卷", "Use the dossier that it was merged into")
        }
    }
}

/// What is wrong with a dossier template, and on which line.
public struct DossierTemplateMessage: Message, Hashable {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        case count(Int)
        case codeRefused
        case twice
        case nameTwice(String)
        case typesMissing
        case typeUnknown(String)
        case days(Int)
        case daysMissing
        case roles
        case listTwice
        case templateUnknown(String)
    }

    /// From 1, in the file that was given.
    public let line: Int
    /// The template, or the template and the item.
    public let name: String
    public let problem: Problem

    public init(line: Int, name: String, problem: Problem) {
        self.line = line
        self.name = name
        self.problem = problem
    }

    public var usualRemedy: (any Message)? { DossierTemplateRemedy.form }

    public var phrase: Phrase {
        let what = words
        return Phrase("第 \(line) 行 \(name)：\(what.chinese)", "Line \(line), \(name): \(what.english)")
    }

    private var words: Phrase {
        switch problem {
        case .count(let most): Phrase("要有 1 到 \(most) 项", "there must be 1 to \(most)")
        case .codeRefused:
            Phrase("代码要是 1 到 40 个小写字母、数字或 _", "a code is 1 to 40 lower-case letters, digits and _")
        case .twice: Phrase("代码重复", "the code is there twice")
        case .nameTwice(let name): Phrase("名称“\(name)”重复", "the name “\(name)” is there twice")
        case .typesMissing: Phrase("没有写明文件类型（types）", "it names no types of documents (types)")
        case .typeUnknown(let code): Phrase("没有文件类型“\(code)”", "there is no document type “\(code)”")
        case .days(let most): Phrase("天数要在 0 到 \(most) 之间", "days are 0 to \(most)")
        case .roles:
            Phrase("角色（roles）要是可以签收交底资料的", "its roles must be such as may sign for packs")
        case .listTwice: Phrase("同一种交易有两张清单", "there are two checklists for one kind of deal")
        case .templateUnknown(let code): Phrase("没有案卷模板“\(code)”", "there is no dossier template “\(code)”")
        case .daysMissing: Phrase("写了 after，没有写 days", "there is an after without days")
        }
    }
}

/// What to do about it.
public enum DossierTemplateRemedy: Message, Hashable {
    case form

    public var phrase: Phrase {
        Phrase("写法与现行模板的 YAML 相同", "The form is that of the templates in force, in YAML")
    }
}
