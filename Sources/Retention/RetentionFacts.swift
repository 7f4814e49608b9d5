public import Records

/// What is recorded about a document, as far as rules ask for it.
public struct RetentionFacts: Sendable, Hashable {
    public var dates: [Trigger: RoughDate]
    public var circumstances: [Circumstance: Bool]
    /// In hundredths of the archive's currency.
    public var amount: Int64?

    public init(dates: [Trigger: RoughDate] = [:], circumstances: [Circumstance: Bool] = [:], amount: Int64? = nil) {
        self.dates = dates
        self.circumstances = circumstances
        self.amount = amount
    }

    /// Whether a condition is met; nil where what it asks for is not known.
    func meets(_ condition: Condition) -> Bool? {
        switch condition {
        case .amountAtLeast(let least): amount.map { $0 >= least }
        case .holds(let circumstance, let wanted): circumstances[circumstance].map { $0 == wanted }
        }
    }

    /// The fact that a period starts from, with the day that is reckoned with: the latest possible one.
    ///
    /// - Parameter repeats: whether a later review starts the period anew.
    func trigger(of start: Start, repeats: Bool) -> (trigger: Trigger, date: RoughDate)? {
        let among: [Trigger] =
            switch start {
            case .ended: Trigger.endings
            case .fact(let trigger): [trigger]
            }
        guard let found = latest(among) else { return nil }
        return repeats ? latest([found.trigger, .reviewed]) : found
    }

    /// Takes from a contract when it ended and whether finance keeps its original, unless what is known here is later: so do an
    /// amendment, a review and a record of a seal's use.
    public mutating func takeEnd(of contract: RetentionFacts) {
        for ending in Trigger.endings {
            guard let date = contract.dates[ending] else { continue }
            if let own = dates[ending], own.latest >= date.latest { continue }
            dates[ending] = date
        }
        let kept = [circumstances[.originalKeptByFinance], contract.circumstances[.originalKeptByFinance]].compactMap { $0 }
        circumstances[.originalKeptByFinance] = kept.isEmpty ? nil : kept.contains(true)
    }

    private func latest(_ triggers: [Trigger]) -> (trigger: Trigger, date: RoughDate)? {
        triggers.compactMap { trigger in dates[trigger].map { (trigger, $0) } }.max { $0.1.latest < $1.1.latest }
    }
}
