import Archive
import Records
import Wording

/// A document's retention as data, each step in words too.
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
