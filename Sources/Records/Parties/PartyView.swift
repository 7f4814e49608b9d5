/// A party (客户、相对方) as people see it.
public struct PartyView: Sendable, Hashable, Codable {
    public let id: PartyID
    public let name: String

    package init(id: PartyID, name: String) {
        self.id = id
        self.name = name
    }
}
