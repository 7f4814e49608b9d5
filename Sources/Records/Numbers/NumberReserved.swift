/// A number was set aside before its document is filed.
public struct NumberReserved: Event {
    public static let type = "number.reserved/1"
    public static let title = Phrase("预留编号", "number reserved")

    public let type: DocumentType
    public let number: String
    public let reason: String?

    public init(type: DocumentType, number: String, reason: String?) {
        self.type = type
        self.number = number
        self.reason = reason
    }

    public var subjects: [String] { [] }

    public static var sample: NumberReserved {
        NumberReserved(type: .sample, number: "HT-2026-0001", reason: nil)
    }
}
