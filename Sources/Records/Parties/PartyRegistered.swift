/// A party became known by a name.
public struct PartyRegistered: Event {
    public static let type = "party.registered/1"
    public static let title = Phrase("登记客户", "party registered")

    public let party: PartyID
    public let name: String

    public init(party: PartyID, name: String) {
        self.party = party
        self.name = name
    }

    public var subjects: [String] { [party.compact] }

    public static var sample: PartyRegistered {
        PartyRegistered(party: .sample, name: "青禾置业有限公司")
    }
}
