public import Catalogue
public import Records
import Wording

/// Registers a site (现场) of a party: the place that a deal is about.
public struct RegisterSite: Change {
    public typealias Answer = SiteView
    public static let operation = Operation.registerParty
    public static var sample: RegisterSite {
        RegisterSite("青禾广场", of: "\(PartyID.sample)", address: "福州市鼓楼区五四路 18 号", note: nil)
    }

    /// The party's identifier, or one of its names.
    public let party: String
    public let name: String
    public let address: String?
    public let note: String?

    public init(_ name: String, of party: String, address: String? = nil, note: String? = nil) {
        self.party = party
        self.name = name
        self.address = address
        self.note = note
    }

    public func decide(_ decision: Decision) throws {
        let (reading, given) = (decision.reading, try SiteWords(name: name, address: address, note: note))
        let party = try reading.known(party: party)
        let record = given.put(in: SiteRecord(name: ""))
        try reading.refuseKnownToFew(party)
        try reading.refuseTaken(record.name, at: party, by: nil)
        try decision.state(SiteRegistered(site: try decision.draw(), party: party, record: record))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> SiteView {
        try reading.known(try events.the(SiteRegistered.self).site)
    }
}

/// Changes what is known of a site; old and new values are kept.
public struct EditSite: Change {
    public typealias Answer = SiteView
    public static let operation = Operation.registerParty
    public static var sample: EditSite { EditSite(.sample, note: "屋面机组 6 台，由北门上楼", reason: "踏勘") }

    public let site: SiteID
    public let name: String?
    public let address: String?
    public let note: String?
    public let reason: String

    public init(_ site: SiteID, name: String? = nil, address: String? = nil, note: String? = nil, reason: String) {
        self.site = site
        self.name = name
        self.address = address
        self.note = note
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason, given) = (
            decision.reading, try Words.reason(reason), try SiteWords(name: name, address: address, note: note)
        )
        let before = try reading.known(site)
        let after = given.put(in: before.record)
        guard after != before.record else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, remedy: Remedy.readAgain, subject: "\(site)")
        }
        try reading.refuseKnownToFew(before.party)
        if after.name != before.name { try reading.refuseTaken(after.name, at: before.party, by: site) }
        try decision.state(SiteEdited(site: site, party: before.party, before: before.record, after: after, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> SiteView {
        try reading.known(try events.the(SiteEdited.self).site)
    }
}

/// What was said of a site, understood before anything is looked up.
private struct SiteWords {
    let name: String?
    let address: String?
    let note: String?

    init(name: String?, address: String?, note: String?) throws(ArchiveError) {
        self.name = try name.map { words throws(ArchiveError) in try Words.text(words, "name") }
        self.address = try address.map { words throws(ArchiveError) in try Words.text(words, "address") }
        self.note = try note.map { words throws(ArchiveError) in try Words.reason(words, "note") }
    }

    func put(in before: SiteRecord) -> SiteRecord {
        SiteRecord(name: name ?? before.name, address: address ?? before.address, note: note ?? before.note)
    }
}

extension Reading {
    /// A party has one site of a name.
    fileprivate func refuseTaken(_ name: String, at party: PartyID, by site: SiteID?) throws {
        guard try sites(of: party).contains(where: { $0.id != site && matchingKey($0.name) == matchingKey(name) }) else { return }
        throw ArchiveError(.stateWrong, PartyMessage.siteKnown(name), subject: "name")
    }

    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: SiteID) throws -> SiteView {
        guard let view = try site(id) else { throw Self.unknown(id) }
        return view
    }
}
