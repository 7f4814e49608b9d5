/// Somebody named a party for its own sake: it is in everybody's list from then on, also where all that is known of it besides is 秘密.
public struct PartyListed: Event {
    public static let type = "party.listed/1"
    public static let title = Phrase("列入客户名单", "party listed")

    public let party: PartyID

    public init(party: PartyID) { self.party = party }

    public var subjects: [String] { [party.compact] }

    public static var sample: PartyListed { PartyListed(party: .sample) }
}
