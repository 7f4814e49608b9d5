/// A hold was lifted.
public struct HoldLifted: Controlled {
    public static let type = "hold.lifted/1"
    public static let title = Phrase("解除冻结", "hold lifted")

    public let hold: HoldID
    public let reason: String
    /// Who says so: a court, a law firm, the head.
    public let authority: String

    public init(hold: HoldID, reason: String, authority: String) {
        self.hold = hold
        self.reason = reason
        self.authority = authority
    }

    public var subjects: [String] { [hold.compact] }

    public static var sample: HoldLifted {
        HoldLifted(hold: .sample, reason: "结案", authority: "法务部")
    }
}
