import Archive
import Catalogue
import Records
import Retention
import Wording

/// A document's retention for people: the deciding rule first, then those that gave way, then what blocks.
struct DerivationText {
    let view: RetentionView

    init(_ view: RetentionView) { self.view = view }

    var lines: [Phrase] {
        guard let deciding = view.derivation.deciding else {
            return [
                view.recordClass == nil
                    ? Phrase("没有类目，算不出保管期限；用 classify 归类", "It has no class, so nothing can be reckoned; give it one with `classify`")
                    : Phrase("类目 \(view.recordClass ?? "") 没有规则", "The class \(view.recordClass ?? "") has no rule")
            ]
        }
        var lines = [OutcomePhrase(deciding).phrase]
        for other in view.derivation.others {
            let phrase = OutcomePhrase(other).phrase
            lines.append(Phrase("  让位：\(phrase.chinese)", "  gave way: \(phrase.english)"))
        }
        if !view.blockedBy.isEmpty {
            let names = view.blockedBy.joined(separator: "、")
            lines.append(Phrase("现在不可处置：\(names)", "Blocked now: \(view.blockedBy.joined(separator: ", "))"))
        } else if view.disposable {
            lines.append(Phrase("现在可以处置", "It may be disposed of now"))
        }
        return lines
    }
}

/// The same as data.
struct RetentionAnswer: Encodable {
    let document: DocumentID
    let recordClass: String?
    let due: String?
    let keptTo: String?
    let waiting: [String]
    let blockedBy: [String]
    let disposable: Bool
    let steps: [Step]

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

    enum Key: String, CodingKey { case document, `class`, due, keptTo, waiting, blockedBy, disposable, steps }

    init(_ view: RetentionView, _ tongue: Tongue) {
        document = view.document
        recordClass = view.recordClass
        due = view.derivation.due.written
        keptTo = Self.keptTo(view.derivation.due)
        waiting = view.derivation.waiting.sorted()
        blockedBy = view.blockedBy
        disposable = view.disposable
        let outcomes = [view.derivation.deciding].compactMap { $0 }
        steps =
            outcomes.map { Self.step($0, true, tongue) } + view.derivation.others.map { Self.step($0, false, tongue) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(document, forKey: .document)
        try container.encode(recordClass, forKey: .class)
        try container.encode(due, forKey: .due)
        try container.encode(keptTo, forKey: .keptTo)
        try container.encode(waiting, forKey: .waiting)
        try container.encode(blockedBy, forKey: .blockedBy)
        try container.encode(disposable, forKey: .disposable)
        try container.encode(steps, forKey: .steps)
    }

    private static func keptTo(_ due: DueDate) -> String? {
        guard case .date(let keptTo, _) = due else { return nil }
        return "\(keptTo)"
    }

    private static func step(_ outcome: RuleOutcome, _ decides: Bool, _ tongue: Tongue) -> Step {
        let source =
            switch outcome.source {
            case .recordClass(let code): "class \(code)"
            case .own: "own"
            case .dossier(let id): "dossier \(id)"
            case .main(let id): "main \(id)"
            }
        return Step(
            rule: outcome.rule.id, version: outcome.rule.version, authority: outcome.rule.authority, source: source,
            trigger: outcome.trigger?.name, recorded: outcome.recorded.map { "\($0)" }, begins: outcome.begins.map { "\($0)" },
            due: outcome.due.written, keptTo: keptTo(outcome.due), waiting: outcome.waiting.sorted(), decides: decides,
            text: OutcomePhrase(outcome).phrase.text(tongue))
    }
}
