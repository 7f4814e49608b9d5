/// A document got a retention rule of its own beside its class's, another one, or none any more.
public struct OwnRuleSet: SpeakingOf {
    public static let type = "document.rule-set/1"
    public static let title = Phrase("另定保管期限", "own rule set")

    public let document: DocumentID
    /// The rule's id in the schedule; nil for none.
    public let before: String?
    public let after: String?
    public let reason: String

    public init(document: DocumentID, before: String?, after: String?, reason: String) {
        self.document = document
        self.before = before
        self.after = after
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: OwnRuleSet { OwnRuleSet(document: .sample, before: nil, after: "XS-HT-ZY", reason: "集团要求永久保存") }
}
