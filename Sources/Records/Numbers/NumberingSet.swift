/// Numbers of one type follow a pattern from now on.
public struct NumberingSet: Event {
    public static let type = "numbering.set/1"
    public static let title = Phrase("设置编号规则", "numbering set")

    public let type: DocumentType
    /// `HT-{year}-{seq:4}`
    public let pattern: String

    public init(type: DocumentType, pattern: String) {
        self.type = type
        self.pattern = pattern
    }

    public var subjects: [String] { [] }

    public static var sample: NumberingSet {
        NumberingSet(type: .sample, pattern: "HT-{year}-{seq:4}")
    }
}
