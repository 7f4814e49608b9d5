/// Someone said that the clock had been wrong and is right now; these events bear wrong times.
public struct ClockAccepted: Event {
    public static let type = "clock.accepted/1"
    public static let title = Phrase("确认时钟", "clock accepted")

    /// First event whose time was wrong.
    public let wrongFrom: Int
    /// Last event whose time was wrong.
    public let wrongThrough: Int
    public let reason: String

    public init(wrongFrom: Int, wrongThrough: Int, reason: String) {
        self.wrongFrom = wrongFrom
        self.wrongThrough = wrongThrough
        self.reason = reason
    }

    public var subjects: [String] { [] }

    public static var sample: ClockAccepted {
        ClockAccepted(wrongFrom: 4, wrongThrough: 9, reason: "主板电池换过")
    }
}
