/// What is known of a site (项目、现场、安装地点): the place that a deal is about.
public struct SiteRecord: Sendable, Hashable, Codable {
    public var name: String
    public var address: String?
    /// Equipment, access, what must be known on the spot.
    public var note: String?

    public init(name: String, address: String? = nil, note: String? = nil) {
        self.name = name
        self.address = address
        self.note = note
    }
}

/// A site of a party became known.
public struct SiteRegistered: Event {
    public static let type = "site.registered/1"
    public static let title = Phrase("登记现场", "site registered")

    public let site: SiteID
    public let party: PartyID
    public let record: SiteRecord

    public init(site: SiteID, party: PartyID, record: SiteRecord) {
        self.site = site
        self.party = party
        self.record = record
    }

    public var subjects: [String] { [site.compact, party.compact] }

    public static var sample: SiteRegistered { SiteRegistered(site: .sample, party: .sample, record: .sample) }
}

/// What is known of a site changed; both states are kept.
public struct SiteEdited: Event {
    public static let type = "site.edited/1"
    public static let title = Phrase("修改现场资料", "site edited")

    public let site: SiteID
    public let party: PartyID
    public let before: SiteRecord
    public let after: SiteRecord
    public let reason: String

    public init(site: SiteID, party: PartyID, before: SiteRecord, after: SiteRecord, reason: String) {
        self.site = site
        self.party = party
        self.before = before
        self.after = after
        self.reason = reason
    }

    public var subjects: [String] { [site.compact, party.compact] }

    public static var sample: SiteEdited {
        var after = SiteRecord.sample
        after.note = "屋面机组 6 台，由北门上楼"
        return SiteEdited(site: .sample, party: .sample, before: .sample, after: after, reason: "踏勘")
    }
}

extension SiteRecord {
    public static var sample: SiteRecord { SiteRecord(name: "青禾广场", address: "福州市鼓楼区五四路 18 号") }
}
