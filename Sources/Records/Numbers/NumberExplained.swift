/// Why a number stays without a document (漏号): 作废 or the like.
public struct NumberExplained: Event {
    public static let type = "number.explained/1"
    public static let title = Phrase("说明漏号", "number explained")

    public let type: DocumentType
    public let number: String
    public let reason: String

    public init(type: DocumentType, number: String, reason: String) {
        self.type = type
        self.number = number
        self.reason = reason
    }

    public var subjects: [String] { [] }

    public static var sample: NumberExplained {
        NumberExplained(type: .sample, number: "HT-2026-0002", reason: "作废")
    }
}
