import Archive
import Records
import Wording

/// A document's retention for people: the deciding rule first, then those that gave way, then what blocks.
struct DerivationText {
    let view: RetentionView

    init(_ view: RetentionView) { self.view = view }

    var lines: [Phrase] { derived + now }

    /// Until when it is kept, and why.
    private var derived: [Phrase] {
        let deciding = view.steps.first(where: \.decides)
        return [deciding.map { StepPhrase($0).phrase } ?? undecided]
            + view.steps.filter { !$0.decides }.map {
                let phrase = StepPhrase($0).phrase
                return deciding == nil ? phrase : Phrase("  让位：\(phrase.chinese)", "  gave way: \(phrase.english)")
            }
    }

    /// Why no rule decides.
    private var undecided: Phrase {
        guard let code = view.recordClass else {
            return Phrase("没有类目，算不出保管期限；用 classify 归类", "It has no class, so nothing can be reckoned; give it one with `classify`")
        }
        return view.steps.contains { $0.source == .recordClass }
            ? Phrase("所附的主文件没有类目，等它归类", "It waits for what it is attached to, which has no class")
            : Phrase("类目 \(code) 没有适用的规则", "The class \(code) has no rule that applies")
    }

    /// What blocks today, whether or not anything could be reckoned.
    private var now: [Phrase] {
        let passed = view.expiryPassed.map { [ExpiryPassed($0).phrase] } ?? []
        guard !view.blockedBy.isEmpty else {
            return passed + (view.disposable ? [Phrase("现在可以处置", "It may be disposed of now")] : [])
        }
        let names = view.blockedBy.map(Blocker.phrase)
        return passed + [
            Phrase("现在不可处置：" + names.map(\.chinese).joined(separator: "、"), "Blocked now: " + names.map(\.english).joined(separator: ", "))
        ]
    }
}

/// The same as data.
struct RetentionAnswer: Encodable {
    let view: RetentionView
    let tongue: Tongue

    init(_ view: RetentionView, _ tongue: Tongue) {
        self.view = view
        self.tongue = tongue
    }

    struct Step: Encodable {
        let rule: String
        let version: Int
        let authority: String
        let source: String
        let trigger: String?
        let recorded: String?
        let begins: String?
        let due: String?
        let keptTo: String?
        let waiting: [String]
        /// Whether it decides; the others gave way.
        let decides: Bool
        let text: String
    }

    enum Key: String, CodingKey { case document, `class`, due, keptTo, waiting, blockedBy, expiryPassed, disposable, steps }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(view.document, forKey: .document)
        try container.encode(view.recordClass, forKey: .class)
        try container.encode(view.due, forKey: .due)
        try container.encode(view.keptTo, forKey: .keptTo)
        try container.encode(view.waiting, forKey: .waiting)
        try container.encode(view.blockedBy, forKey: .blockedBy)
        try container.encode(view.expiryPassed, forKey: .expiryPassed)
        try container.encode(view.disposable, forKey: .disposable)
        try container.encode(view.steps.map(step), forKey: .steps)
    }

    private func step(_ step: RetentionStep) -> Step {
        Step(
            rule: step.rule, version: step.version, authority: step.authority,
            source: step.of.isEmpty ? step.source.rawValue : "\(step.source.rawValue) \(step.of)", trigger: step.trigger,
            recorded: step.recorded.map { "\($0)" }, begins: step.begins.map { "\($0)" }, due: step.due, keptTo: step.keptTo,
            waiting: step.waiting, decides: step.decides, text: StepPhrase(step).phrase.text(tongue))
    }
}
