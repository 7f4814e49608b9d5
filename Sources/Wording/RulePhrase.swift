public import Records
import Retention

/// What a document is kept as long as, by the code that a rule has for it.
struct FollowedRelation: Message {
    private let name: String

    init(_ name: String) { self.name = name }

    var phrase: Phrase {
        let followed = AwaitedFact(name).phrase
        return Phrase("依从\(followed.chinese)", "kept as long as \(followed.english)")
    }
}

/// A row of the retention schedule on one line, for people.
public struct RulePhrase: Message, Hashable {
    private let rule: RuleDefinition

    public init(_ rule: RuleDefinition) { self.rule = rule }

    public var phrase: Phrase {
        let reckoned = [conditions, start, from, period, follows, action, title].compactMap { $0 }
        func line(_ parts: [String], _ rule: RuleDefinition) -> String {
            "\(rule.id)  \(rule.title)  \(parts.joined(separator: " → "))  \(rule.authority)"
        }
        return Phrase(line(reckoned.map(\.chinese), rule), line(reckoned.map(\.english), rule))
    }

    private var conditions: Phrase? {
        guard let when = rule.when, !when.isEmpty else { return nil }
        let parts = when.sorted { $0.key < $1.key }.map { name, value in
            guard let circumstance = Circumstance(rawValue: name)?.phrase else {
                return Phrase("金额不低于 \(value)", "the sum is at least \(value)")
            }
            return Phrase(
                "\(circumstance.chinese)：\(AwaitedFact.value(value).chinese)",
                "\(circumstance.english): \(AwaitedFact.value(value).english)")
        }
        return Phrase(parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
    }

    private var start: Phrase? { rule.start.map { AwaitedFact($0).phrase } }

    private var from: Phrase? { rule.from.flatMap { RetentionRule.Beginning(rawValue: $0)?.phrase } }

    private var follows: Phrase? { rule.follows.map { FollowedRelation($0).phrase } }

    private var action: Phrase? { RetentionRule.Action(rawValue: rule.action ?? RetentionRule.Action.destroy.rawValue)?.phrase }

    private var title: Phrase? {
        rule.keepsTitle == false ? Phrase("销毁后题名只留摘要", "once destroyed, only its title's digest stays") : nil
    }

    private var period: Phrase? { rule.periodPhrase }
}

extension RuleDefinition {
    /// How long something is kept by it, of `permanent`, or years and months as `10y`, `6m`, `2y6m`; nil where it only follows.
    public var periodPhrase: Phrase? {
        period.map { period in
            guard period != "permanent" else { return Phrase("永久保管", "kept for ever") }
            let chinese = period.replacing("y", with: " 年 ").replacing("m", with: " 个月 ")
            let english = period.replacing("y", with: " years ").replacing("m", with: " months ")
            func trimmed(_ text: String) -> String { String(text.prefix(text.last == " " ? text.count - 1 : text.count)) }
            return Phrase("保管 \(trimmed(chinese))", "kept \(trimmed(english))")
        }
    }
}
