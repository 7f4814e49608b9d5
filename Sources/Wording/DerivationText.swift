public import Records

/// A document's retention for people: the deciding rule first, then those that gave way, then what blocks.
public struct DerivationText {
    private let view: RetentionView

    public init(_ view: RetentionView) { self.view = view }

    public var lines: [Phrase] { derived + now }

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
            return Phrase("没有类目，算不出保管期限；请先归类", "It has no class, so nothing can be reckoned; classify it first")
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
