public import Records

/// What is said about schedules, schemes and trials of them.
public enum ScheduleMessage: Message, Hashable {
    case notJSON(line: Int)
    case memberMissing(line: Int, member: String)
    case factUnknown(line: Int, String)
    case startUnknown(line: Int, String)
    case beginningUnknown(line: Int, String)
    case periodRefused(line: Int, rule: String)
    case dateUnknown(line: Int, member: String, value: String)
    case holdEndsBeforeItBegins(line: Int)

    public var phrase: Phrase {
        switch self {
        case .notJSON(let line): Phrase("第 \(line) 行不是 JSON 对象", "Line \(line) is no JSON object")
        case .memberMissing(let line, let member):
            member.isEmpty
                ? Phrase("第 \(line) 行有一项类型不对", "Line \(line): a member has the wrong type")
                : Phrase("第 \(line) 行缺少 \(member)，或类型不对", "Line \(line): \(member) is missing or has the wrong type")
        case .factUnknown(let line, let name): Phrase("第 \(line) 行：没有名为 “\(name)” 的事实", "Line \(line): there is no fact “\(name)”")
        case .startUnknown(let line, let name):
            Phrase("第 \(line) 行：没有名为 “\(name)” 的起算事由", "Line \(line): there is no start “\(name)”")
        case .beginningUnknown(let line, let value):
            Phrase("第 \(line) 行：起算方式 “\(value)” 看不懂", "Line \(line): “\(value)” says not from when a period runs")
        case .periodRefused(let line, let rule):
            Phrase("第 \(line) 行：规则 \(rule) 的保管期限不能用", "Line \(line): the period of rule \(rule) cannot be taken")
        case .dateUnknown(let line, let member, let value):
            Phrase("第 \(line) 行：\(member) 的 “\(value)” 不是存在的日期", "Line \(line): “\(value)” of \(member) is no date that exists")
        case .holdEndsBeforeItBegins(let line):
            Phrase("第 \(line) 行：冻结的解除日早于开始日", "Line \(line): a hold is lifted before it begins")
        }
    }
}

/// What to do about it.
public enum ScheduleRemedy: Message, Hashable {
    case trialForm, starts([String]), beginnings, periods, dates

    public var phrase: Phrase {
        switch self {
        case .trialForm: Phrase("每行的写法见 docs/retention.md", "The form of a line is in docs/retention.md")
        case .starts(let names):
            Phrase("可以用：\(names.joined(separator: "、"))、event:名称", "There are: \(names.joined(separator: ", ")), event:NAME")
        case .beginnings: Phrase("可以用 day 或 year-end", "It is day or year-end")
        case .periods:
            Phrase(
                "写 permanent，或 {\"years\", \"months\"}：整数，不为负，合计不超过 1000 年",
                "Write permanent, or {\"years\", \"months\"}: whole, not negative, 1000 years at most")
        case .dates: Phrase("可写 2024-03-01、2024-03 或 2024", "Write 2024-03-01, 2024-03 or 2024")
        }
    }
}
