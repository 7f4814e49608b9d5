/// Two parties turned out to be one: all that is said of one counts for the other from now on, and can be taken apart again.
public struct PartyMerged: Rescoping {
    public static let type = "party.merged/1"
    public static let title = Phrase("合并客户", "parties merged")

    /// Which is no party of its own any more.
    public let party: PartyID
    public let into: PartyID
    public let reason: String

    public init(party: PartyID, into: PartyID, reason: String) {
        self.party = party
        self.into = into
        self.reason = reason
    }

    public var subjects: [String] { [party.compact, into.compact] }
    public var reach: HoldReach { .parties([party, into]) }

    public static var sample: PartyMerged { PartyMerged(party: .sample, into: .other, reason: "同一公司的简称") }
}

/// A party that had been merged into another is one of its own again, with what was said of it by its own name.
public struct PartyParted: Rescoping {
    public static let type = "party.parted/1"
    public static let title = Phrase("拆开客户", "parties parted")

    public let party: PartyID
    public let from: PartyID
    public let reason: String

    public init(party: PartyID, from: PartyID, reason: String) {
        self.party = party
        self.from = from
        self.reason = reason
    }

    public var subjects: [String] { [party.compact, from.compact] }
    public var reach: HoldReach { .parties([from]) }

    public static var sample: PartyParted { PartyParted(party: .sample, from: .other, reason: "误合并") }
}
