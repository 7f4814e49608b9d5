public import Records

public import Retention

/// What is wrong with a class or rule, and on which line.
public struct DefinitionMessage: Message, Hashable {
    /// From 1, in the file that was given.
    public let line: Int
    public let name: String
    /// Nil where the line cannot be read at all.
    public let problem: DefinitionFinding.Problem?

    public init(line: Int, name: String, problem: DefinitionFinding.Problem?) {
        self.line = line
        self.name = name
        self.problem = problem
    }

    public var phrase: Phrase {
        guard let problem else { return Phrase("第 \(line) 行看不懂", "Line \(line) cannot be understood") }
        let what = problem.phrase
        return Phrase("第 \(line) 行 \(name)：\(what.chinese)", "Line \(line), \(name): \(what.english)")
    }
}

/// What to do about it.
public enum DefinitionRemedy: Message, Hashable {
    case form, check

    public var phrase: Phrase {
        switch self {
        case .form:
            Phrase("写法与现行内容的 YAML 相同", "The form is that of what is in force, in YAML")
        case .check: Phrase("检查全文会列出全部问题", "A check of the whole text lists all that is wrong")
        }
    }
}

extension DefinitionFinding.Problem {
    var phrase: Phrase {
        switch self {
        case .codeMissing: Phrase("没有代码", "it has no code")
        case .duplicate: Phrase("代码重复", "the code is there twice")
        case .parentMissing(let code): Phrase("没有上级类目 \(code)", "there is no class \(code) above it")
        case .cycle: Phrase("上下级成环", "it lies below itself")
        case .ruleUnknown(let id): Phrase("没有规则 \(id)", "there is no rule \(id)")
        case .ownersProposeNothing:
            Phrase("owners 中没有能提出销毁的角色（R-42）", "none of its owners may propose disposals (R-42)")
        case .loosens: Phrase("密级低于上级类目（R-29）", "it is less confidential than the class above (R-29)")
        case .dateUnknown(let text): Phrase("“\(text)” 不是存在的日期", "“\(text)” is no date that exists")
        case .closesBeforeItOpens: Phrase("停用早于启用", "it closes before it opens")
        case .authorityMissing: Phrase("没有依据（R-30）", "it names no authority (R-30)")
        case .startUnknown(let name): Phrase("没有起算事由 “\(name)”（R-30）", "there is no start “\(name)” (R-30)")
        case .beginningUnknown(let text): Phrase("起算方式 “\(text)” 应为 day 或 year-end", "from “\(text)” is neither day nor year-end")
        case .periodRefused(let text):
            Phrase(
                "保管期限 “\(text)” 应为 permanent、10y、6m 之类，最长 1000 年",
                "the period “\(text)” is not permanent, 10y, 6m or the like, 1000 years at most")
        case .conditionUnknown(let text): Phrase("条件 “\(text)” 看不懂（R-30）", "the condition “\(text)” cannot be understood (R-30)")
        case .actionUnknown(let text): Phrase("处置方式 “\(text)” 看不懂", "the action “\(text)” cannot be understood")
        case .relationUnknown(let name): Phrase("没有可依从的关联 “\(name)”", "there is no relation “\(name)” to follow")
        case .nothingToReckon: Phrase("既没有期限也没有依从", "it has neither a period nor anything to follow")
        }
    }
}
