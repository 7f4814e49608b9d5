import Records
public import Retention

extension Trigger: Message {
    public var phrase: Phrase {
        switch self {
        case .filed: Phrase("归档", "filed")
        case .signed: Phrase("签订", "signed")
        case .performed: Phrase("履行完毕", "performed")
        case .expired: Phrase("到期", "expired")
        case .terminated: Phrase("终止", "terminated")
        case .rescinded: Phrase("解除", "rescinded")
        case .void: Phrase("作废", "void")
        case .awarded: Phrase("定标", "awarded")
        case .dossierClosed: Phrase("案卷关闭", "dossier closed")
        case .relationEnded: Phrase("关系终止", "relation ended")
        case .superseded: Phrase("被取代", "superseded")
        case .accountingYear: Phrase("会计年度", "accounting year")
        case .reviewed: Phrase("复查", "reviewed")
        case .event(let name): Phrase(name, name)
        }
    }
}

/// What is awaited, by the name that a rule gives it.
public struct AwaitedFact: Message, Hashable {
    public let name: String

    public init(_ name: String) { self.name = name }

    public var phrase: Phrase {
        if let trigger = Trigger(named: name) { return trigger.phrase }
        return switch name {
        case "ended": Phrase("合同结束（履行完毕、到期、终止、解除或作废）", "the contract's end (performed, expired, terminated, rescinded or void)")
        case "contract": Phrase("所属合同", "its contract")
        case "amount": Phrase("金额", "amount")
        case "framework": Phrase("是否框架合同", "whether it is a framework contract")
        case "disputed": Phrase("是否有争议", "whether it is disputed")
        case "won": Phrase("是否中标", "whether it was won")
        case "governmentProcurement": Phrase("是否政府采购", "whether it is government procurement")
        case "voucher": Phrase("是否会计凭证", "whether it is a voucher")
        case "register": Phrase("是否账簿", "whether it is a ledger")
        case "originalKeptByFinance": Phrase("原件是否由财务保管", "whether finance keeps the original")
        default: Phrase(name, name)
        }
    }
}

/// One rule's reckoning in a sentence a clerk understands.
public struct OutcomePhrase: Message, Hashable {
    public let outcome: RuleOutcome

    public init(_ outcome: RuleOutcome) { self.outcome = outcome }

    public var phrase: Phrase {
        let steps = [fact, beginning, period, free].compactMap { $0 }
        let rule = outcome.rule
        return Phrase(
            steps.map(\.chinese).joined(separator: " → ")
                + "；\(source.chinese)规则 \(rule.id) 第 \(rule.version) 版《\(rule.title)》，依据 \(rule.authority)",
            steps.map(\.english).joined(separator: " → ")
                + "; \(source.english) rule \(rule.id), version \(rule.version), “\(rule.title)”, by \(rule.authority)")
    }

    private var fact: Phrase? {
        if let trigger = outcome.trigger, let date = outcome.recorded {
            return Phrase("\(trigger.phrase.chinese) \(date)", "\(trigger.phrase.english) \(date)")
        }
        guard !outcome.waiting.isEmpty else { return nil }
        let awaited = outcome.waiting.sorted().map { AwaitedFact($0).phrase }
        return Phrase(
            "等待：" + awaited.map(\.chinese).joined(separator: "、"), "waiting for " + awaited.map(\.english).joined(separator: ", "))
    }

    private var beginning: Phrase? {
        guard let begins = outcome.begins, outcome.rule.term?.period != .permanent else { return nil }
        return outcome.rule.term?.from == .yearEnd
            ? Phrase("年末起算 \(begins)", "from year-end, \(begins)") : Phrase("次日起算 \(begins)", "from the next day, \(begins)")
    }

    private var period: Phrase? {
        switch outcome.rule.term?.period {
        case .permanent: return Phrase("永久保管", "kept for ever")
        case nil: return outcome.rule.follows.map { Phrase("依从 \($0)", "follows the \($0)") }
        case .lasting(let years, let months):
            let chinese = (years > 0 ? "\(years) 年" : "") + (months > 0 ? "\(months) 个月" : "")
            let english = [years > 0 ? "\(years) years" : nil, months > 0 ? "\(months) months" : nil].compactMap { $0 }.joined(
                separator: " ")
            guard case .date(let keptTo, _) = outcome.due else { return Phrase("保管 \(chinese)", "kept \(english)") }
            return Phrase("保管 \(chinese)，至 \(keptTo)", "kept \(english), to \(keptTo)")
        }
    }

    private var free: Phrase? {
        guard case .date(_, let due) = outcome.due else { return nil }
        return Phrase("\(due) 起可处置", "free from \(due)")
    }

    private var source: Phrase {
        switch outcome.source {
        case .recordClass(let code): Phrase("类目 \(code) ", "class \(code),")
        case .own: Phrase("文件自身", "its own")
        case .dossier(let id): Phrase("案卷 \(id) ", "dossier \(id),")
        case .main(let id): Phrase("主文件 \(id) ", "main document \(id),")
        }
    }
}
