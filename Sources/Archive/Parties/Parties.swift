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
        if let known = try decision.reading.knownParty(meantBy: name) {
            // Who sees more than others lets everybody know of it.
            guard try decision.reading.isOpen(known) else { return try decision.state(PartyListed(party: known)) }
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

/// Parties by name, as far as the actor may know of them.
public struct ListParties: Question {
    public typealias Answer = [PartyView]
    public static let operation = Operation.readParties
    public static var sample: ListParties { ListParties() }

    /// Only those with a name or former name that has these words, in any way of writing, or the initials of its syllables (青禾: QH), or with
    /// this code.
    public let words: String?

    public init(_ words: String? = nil) { self.words = words }

    public func answer(_ reading: Reading) throws -> [PartyView] {
        try reading.parties(try words.map { words throws(ArchiveError) in try Words.text(words, "words") })
    }
}

extension Reading {
    /// The party that words mean: whose identifier they are, as far as the reader may know of it, or the name it goes by, whoever asks, or another
    /// name of it.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown` for what looks like an identifier and is none that the reader may know of.
    func party(meantBy words: String) throws -> PartyID? {
        try identifiedParty(words) ?? party(named: words) ?? oneParty(alike: words)
    }

    /// The same, as far as the reader may know of it.
    func knownParty(meantBy words: String) throws -> PartyID? {
        try identifiedParty(words) ?? listedParty(named: words) ?? oneParty(alike: words)
    }

    /// The party of which it is a further name, or its name in another way of writing; only of those that the reader may know of, so that nobody
    /// learns of another by trying names.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` where several have the name: who asks must say which.
    private func oneParty(alike words: String) throws -> PartyID? {
        let parties = try parties(alike: words)
        guard parties.count > 1 else { return parties.first }
        let names = try parties.map { "\($0) \(try party($0)?.name ?? "")" }
        throw ArchiveError(.valueRefused, PartyMessage.severalMeant(words, names), subject: "party")
    }

    /// The same, where it must be there.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`, `.valueRefused` for empty words.
    func known(party words: String) throws -> PartyID {
        guard let party = try knownParty(meantBy: try Words.text(words, "party")) else { throw Self.unknown(words, remedy: .checkName) }
        return party
    }

    /// The party whose identifier words are; nil for what does not look like one.
    func identifiedParty(_ words: String) throws -> PartyID? {
        guard Words.looksLikeIdentifier(words) else { return nil }
        // One with a slip, or of something else, is no name either.
        guard let party = try? PartyID(matchingKey(words)) else { throw ArchiveError.identifierRefused(words, kind: PartyKind.letter) }
        guard let root = try root(of: party) else { throw Self.unknown(party) }
        return root
    }
}

extension Decision {
    /// The party that words mean; one whose name is not known yet is registered.
    func party(named name: String) throws -> PartyID {
        if let known = try reading.party(meantBy: name) { return known }
        let party: PartyID = try draw()
        try state(PartyRegistered(party: party, name: name))
        return party
    }
}
