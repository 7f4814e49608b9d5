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
        let reading = decision.reading
        let party = try reading.known(party: party)
        let record = try SiteRecord(name: "").setting(name: name, address: address, note: note)
        guard try !reading.sites(of: party).contains(where: { matchingKey($0.name) == matchingKey(record.name) }) else {
            throw ArchiveError(.stateWrong, PartyMessage.siteKnown(record.name), subject: "name")
        }
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
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        let before = try reading.known(site)
        let after = try before.record.setting(name: name, address: address, note: note)
        guard after != before.record else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, remedy: Remedy.readAgain, subject: "\(site)")
        }
        try decision.state(SiteEdited(site: site, party: before.party, before: before.record, after: after, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> SiteView {
        try reading.known(try events.the(SiteEdited.self).site)
    }
}

extension SiteRecord {
    /// With what was given in its place.
    fileprivate func setting(name: String?, address: String?, note: String?) throws(ArchiveError) -> SiteRecord {
        var record = self
        if let name { record.name = try Words.text(name, "name") }
        if let address { record.address = try Words.text(address, "address") }
        if let note { record.note = try Words.reason(note, "note") }
        return record
    }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: SiteID) throws -> SiteView {
        guard let view = try site(id) else { throw Self.unknown(id) }
        return view
    }
}
