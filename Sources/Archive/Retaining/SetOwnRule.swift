public import Catalogue
public import Records
import Retention
import Wording

/// Gives a document a retention rule of its own, which may only lengthen, or takes it away again.
public struct SetOwnRule: Change {
    public typealias Answer = OwnRule
    public static let operation = Operation.setOwnRule
    public static var sample: SetOwnRule { SetOwnRule("XS-HT-ZY", for: .sample, reason: "集团要求永久保存") }

    public let document: DocumentID
    /// The rule's id in the schedule in force; nil for none.
    @Said public private(set) var rule: String?
    public let reason: String

    public init(_ rule: String?, for document: DocumentID, reason: String) {
        self.document = document
        self.rule = rule
        self.reason = reason
    }

    /// The rule that a document has of its own, and until when it is kept now.
    public struct OwnRule: Sendable, Codable, Hashable {
        public let document: DocumentID
        /// The rule's id; nil for none.
        public let rule: String?
        /// The first free day, `never`, or nil while something is awaited.
        public let due: String?
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        try reading.refuseUnknown([document])
        let before = try reading.ownRule(of: document)
        guard before != rule else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "rule") }
        if let rule { try refuse(rule, reading) }
        try decision.state(OwnRuleSet(document: document, before: before, after: rule, reason: reason))
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a rule that is not in the schedule, or would be shorter than what decides without it.
    private func refuse(_ rule: String, _ reading: Reading) throws {
        let known = try reading.ruleDefinitions()?.rules.map(\.id) ?? []
        guard known.contains(rule) else {
            throw ArchiveError(.valueRefused, DealMessage.ruleUnknown(rule), remedy: DealRemedy.choices(known), subject: "rule")
        }
        guard let without = try reading.derivation(of: document, withOwn: nil)?.due,
            let with = try reading.derivation(of: document, withOwn: rule)
        else { throw Reading.unknown(document) }
        // What waits may become anything.
        guard without == .waiting || with.deciding?.source == .own else {
            throw ArchiveError(.valueRefused, DealMessage.ruleShortens(rule), subject: "rule")
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> OwnRule {
        let event = try events.the(OwnRuleSet.self)
        try reading.refuseUnknown([event.document])
        return OwnRule(document: event.document, rule: event.after, due: try reading.derivation(of: event.document)?.due.written)
    }
}
