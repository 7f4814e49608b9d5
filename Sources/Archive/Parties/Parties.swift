public import Catalogue
public import Records
import Wording

/// Registers a party by its name before anything of it is filed.
public struct RegisterParty: Change {
    public typealias Answer = PartyView
    public static let operation = Operation.registerParty
    public static var sample: RegisterParty { RegisterParty(named: "青禾置业有限公司") }

    public let name: String

    public init(named name: String) { self.name = name }

    public func decide(_ decision: Decision) throws {
        let name = try Words.text(name, "name")
        guard try decision.reading.listedParty(named: name) == nil else {
            throw ArchiveError(.stateWrong, DealMessage.partyKnown(name), subject: name)
        }
        // Whoever may not know of it learns nothing: it is in their list from now on, as if it were new.
        try decision.state(PartyListed(party: try decision.party(named: name)))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PartyView {
        // Older programs told of the registration alone.
        let party = try (events.first as? PartyRegistered)?.party ?? events.the(PartyListed.self).party
        return try reading.party(party) ?? { throw Reading.unknown(party) }()
    }
}

/// All parties by name, as far as the actor may know of them.
public struct ListParties: Question {
    public typealias Answer = [PartyView]
    public static let operation = Operation.readParties
    public static var sample: ListParties { ListParties() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [PartyView] { try reading.parties() }
}

extension Decision {
    /// The party known by a name; one not known yet is registered.
    func party(named name: String) throws -> PartyID {
        if let known = try reading.party(named: name) { return known }
        let party: PartyID = try draw()
        try state(PartyRegistered(party: party, name: name))
        return party
    }
}
