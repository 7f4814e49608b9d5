/// Nothing in a scope may be destroyed, withdrawn or redacted from now on.
public struct HoldPlaced: Controlled {
    public static let type = "hold.placed/1"
    public static let title = Phrase("冻结", "hold placed")

    public let hold: HoldID
    public let scope: HoldScope
    public let reason: String
    /// Who ordered it: a court, the legal department …
    public let authority: String

    public init(hold: HoldID, scope: HoldScope, reason: String, authority: String) {
        self.hold = hold
        self.scope = scope
        self.reason = reason
        self.authority = authority
    }

    public var subjects: [String] { [hold.compact] + scope.subjects }

    public static var sample: HoldPlaced {
        HoldPlaced(hold: .sample, scope: .standingQuery("客户:青禾置业"), reason: "诉讼 2026-017", authority: "法务部")
    }
}
