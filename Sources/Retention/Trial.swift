public import Records

/// A question to the rules without an archive: what would be, were these the facts (`muniment schedule try`).
public struct Trial: Sendable, Hashable {
    /// The asker's own name for it.
    public let id: String
    /// The day on which it is asked.
    public let asOf: CivilDate
    public let rules: [AppliedRule]
    public let blocks: Blocks

    public init(id: String, asOf: CivilDate, facts: RetentionFacts, rules: [RetentionRule], blocks: Blocks) {
        self.id = id
        self.asOf = asOf
        self.rules = rules.map { AppliedRule(rule: $0, source: .own, facts: facts) }
        self.blocks = blocks
    }

    /// What the rules say.
    public var answer: Answer {
        let derivation = Derivation(of: rules)
        return Answer(
            derivation: derivation, blockedBy: blocks.names(on: asOf), disposable: blocks.allowDisposal(of: derivation.due, on: asOf))
    }

    /// The answer to a ``Trial``.
    public struct Answer: Sendable, Hashable {
        public let derivation: Derivation
        public let blockedBy: Set<String>
        /// Whether it may be disposed of on that day.
        public let disposable: Bool
    }
}
