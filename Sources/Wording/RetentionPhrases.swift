public import Records
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

    /// What people may ask for: facts that can be recorded, and what a rule waits for besides.
    public static var all: [AwaitedFact] { StandardFact.allCases.map { AwaitedFact($0.rawValue) } + others }
    private static let others = ["ended", "contract", "amount", "class"].map { AwaitedFact($0) }

    /// Reads a code or a name in either language; nil for a word that nothing can wait for.
    public init?(word: String) {
        // What stands in brackets explains.
        let other = Self.others.first { other in
            [other.name, other.phrase.chinese, other.phrase.english].contains {
                $0 == word || $0.hasPrefix("\(word)（") || $0.hasPrefix("\(word) (")
            }
        }
        guard let name = StandardFact(word: word)?.rawValue ?? Trigger(named: word)?.name ?? other?.name else { return nil }
        self.init(name)
    }

    public var phrase: Phrase {
        if let trigger = Trigger(named: name) { return trigger.phrase }
        return switch name {
        case "ended": Phrase("合同结束（履行完毕、到期、终止、解除或作废）", "the contract's end (performed, expired, terminated, rescinded or void)")
        case "contract": Phrase("所属合同", "its contract")
        case "amount": Phrase("金额", "amount")
        case "class": Phrase("类目", "class")
        default: StandardFact.phrase(of: name)
        }
    }

    /// What a fact's value says: a date, or whether something is so.
    public static func value(_ text: String) -> Phrase {
        switch text {
        case "true": Phrase("是", "yes")
        case "false": Phrase("否", "no")
        default: Phrase(text, text)
        }
    }
}

/// The first day on which a document may be disposed of, as answers to programs write it: a day, `never`, or nil while something is awaited.
public struct DueDay: Message, Hashable {
    private let written: String?

    public init(_ written: String?) { self.written = written }

    public var phrase: Phrase {
        switch written {
        case nil: Phrase("?", "?")
        case "never": Phrase("永久保管", "never")
        case let day?: Phrase(day, day)
        }
    }
}

/// The year in which something becomes free, as counts write it.
public struct DueYear: Message, Hashable {
    private let written: String

    public init(_ written: String) { self.written = written }

    public var phrase: Phrase {
        switch written {
        case "waiting": Phrase("等待事实", "waiting")
        default: DueDay(written).phrase
        }
    }
}

/// That an agreed end has passed and nobody has recorded the end.
public struct ExpiryPassed: Message, Hashable {
    private let expiry: String

    public init(_ expiry: String) { self.expiry = expiry }

    public var phrase: Phrase {
        Phrase("到期日 \(expiry) 已过，尚未登记结束", "expiry \(expiry) passed, no end recorded")
    }
}

/// A fact that can be recorded in every archive. Those that a company names itself, `event:质保开始`, are none of these.
public enum StandardFact: Code {
    case happened(Trigger)
    case holds(Circumstance)

    /// What is asked is also what is said.
    public static var synonyms: [(word: String, meaning: StandardFact)] {
        Circumstance.allCases.map { ($0.phrase.chinese.replacing("是否", with: ""), .holds($0)) }
    }

    public static var allCases: [StandardFact] { Trigger.standard.map { .happened($0) } + Circumstance.allCases.map { .holds($0) } }

    public init?(rawValue: String) {
        guard let fact = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = fact
    }

    public var rawValue: String {
        switch self {
        case .happened(let trigger): trigger.name
        case .holds(let circumstance): circumstance.rawValue
        }
    }

    public var phrase: Phrase {
        switch self {
        case .happened(let trigger): trigger.phrase
        case .holds(let circumstance): circumstance.phrase
        }
    }
}

/// One rule's reckoning in a sentence a clerk understands.
public struct StepPhrase: Message, Hashable {
    public let step: RetentionStep

    public init(_ step: RetentionStep) { self.step = step }

    public var phrase: Phrase {
        let parts = [fact, beginning, period, free].compactMap { $0 }
        return Phrase(
            parts.map(\.chinese).joined(separator: " → ")
                + "；\(source.chinese)规则 \(step.rule) 第 \(step.version) 版《\(step.title)》，依据 \(step.authority)",
            parts.map(\.english).joined(separator: " → ")
                + "; \(source.english) rule \(step.rule), version \(step.version), “\(step.title)”, by \(step.authority)")
    }

    private var fact: Phrase? {
        if let trigger = step.trigger.flatMap({ Trigger(named: $0) }), let date = step.recorded {
            return Phrase("\(trigger.phrase.chinese) \(date)", "\(trigger.phrase.english) \(date)")
        }
        guard !step.waiting.isEmpty else { return nil }
        let awaited = step.waiting.map { AwaitedFact($0).phrase }
        return Phrase(
            "等待：" + awaited.map(\.chinese).joined(separator: "、"), "waiting for " + awaited.map(\.english).joined(separator: ", "))
    }

    private var beginning: Phrase? {
        guard let begins = step.begins, !step.permanent else { return nil }
        return step.fromYearEnd
            ? Phrase("年末起算 \(begins)", "from year-end, \(begins)") : Phrase("次日起算 \(begins)", "from the next day, \(begins)")
    }

    private var period: Phrase? {
        if step.permanent { return Phrase("永久保管", "kept for ever") }
        guard let months = step.months else { return step.follows.map { FollowedRelation($0).phrase } }
        let (years, rest) = (months / 12, months % 12)
        let chinese = (years > 0 ? "\(years) 年" : "") + (rest > 0 ? "\(rest) 个月" : "")
        let english = [years > 0 ? "\(years) years" : nil, rest > 0 ? "\(rest) months" : nil].compactMap { $0 }.joined(separator: " ")
        guard let keptTo = step.keptTo else { return Phrase("保管 \(chinese)", "kept \(english)") }
        return Phrase("保管 \(chinese)，至 \(keptTo)", "kept \(english), to \(keptTo)")
    }

    private var free: Phrase? {
        guard step.keptTo != nil, let due = step.due else { return nil }
        return Phrase("\(due) 起可处置", "free from \(due)")
    }

    private var source: Phrase {
        switch step.source {
        case .recordClass: Phrase("类目 \(step.of) ", "class \(step.of),")
        case .own: Phrase("文件自身", "its own")
        case .dossier: Phrase("案卷 \(step.of) ", "dossier \(step.of),")
        case .main: Phrase("主文件 \(step.of) ", "main document \(step.of),")
        case .disposal: Phrase("批次 \(step.of) ", "batch \(step.of),")
        }
    }
}

/// Things that block, each with how many documents it blocks: `冻结 2、投诉 1`.
public struct Blockers: Message, Hashable {
    private let counts: [String: Int]

    public init(counts: [String: Int]) { self.counts = counts }

    public var phrase: Phrase {
        let each = counts.sorted { $0.key < $1.key }.map { (Blocker.phrase(of: $0.key), $0.value) }
        return Phrase(
            each.map { "\($0.chinese) \($1)" }.joined(separator: "、"), each.map { "\($0.english) \($1)" }.joined(separator: ", "))
    }
}

/// How a document of a list of due dates stands: what it waits for, and what blocks it; nothing where nothing does.
public struct DueState: Message, Hashable {
    private let line: DueLine

    public init(_ line: DueLine) { self.line = line }

    public var phrase: Phrase {
        let parts =
            line.waiting.map { name in
                let fact = AwaitedFact(name).phrase
                return Phrase("等待\(fact.chinese)", "waits for \(fact.english)")
            } + (line.expiryPassed.map { [ExpiryPassed($0).phrase] } ?? [])
            + line.blockedBy.map { kind in
                let blocker = Blocker.phrase(of: kind)
                return Phrase("受阻：\(blocker.chinese)", "blocked: \(blocker.english)")
            }
        return Phrase(parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }
}
