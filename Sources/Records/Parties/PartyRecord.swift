/// Whom one speaks to at a party (联系人).
public struct PartyContact: Sendable, Hashable, Codable {
    public let name: String
    /// 职务
    public let post: String?
    public let phone: String?
    public let email: String?
    public let note: String?

    public init(name: String, post: String? = nil, phone: String? = nil, email: String? = nil, note: String? = nil) {
        self.name = name
        self.post = post
        self.phone = phone
        self.email = email
        self.note = note
    }
}

/// What a party has once or not at all, besides names, codes and contacts.
public enum PartyValue: String, Sendable, Hashable, Codable, CaseIterable {
    /// 客户等级
    case grade
    /// 信用额度
    case creditLimit = "credit_limit"
    /// 备注
    case note
}

/// What is known of a party (客户、相对方) besides its documents.
public struct PartyRecord: Sendable, Hashable, Codable {
    /// The name that it goes by.
    public var name: String
    /// Further names, in the order in which they became known.
    public var otherNames: [PartyName]
    /// One of each kind at most.
    public var codes: [PartyCode]
    public var contacts: [PartyContact]
    /// 客户等级, in the company's own words
    public var grade: String?
    /// 信用额度
    public var creditLimit: Amount?
    public var note: String?

    public init(
        name: String, otherNames: [PartyName] = [], codes: [PartyCode] = [], contacts: [PartyContact] = [], grade: String? = nil,
        creditLimit: Amount? = nil, note: String? = nil
    ) {
        self.name = name
        self.otherNames = otherNames
        self.codes = codes
        self.contacts = contacts
        self.grade = grade
        self.creditLimit = creditLimit
        self.note = note
    }

    /// Grade, credit limit and note, as far as there are any.
    public var values: [(PartyValue, String)] {
        [(PartyValue.grade, grade), (.creditLimit, creditLimit?.description), (.note, note)].compactMap { value, text in
            text.map { (value, $0) }
        }
    }
}

/// What is known of a party changed; both states are kept.
public struct PartyEdited: Rescoping {
    public static let type = "party.edited/1"
    public static let title = Phrase("修改客户资料", "party edited")

    public let party: PartyID
    public let before: PartyRecord
    public let after: PartyRecord
    public let reason: String

    public init(party: PartyID, before: PartyRecord, after: PartyRecord, reason: String) {
        self.party = party
        self.before = before
        self.after = after
        self.reason = reason
    }

    public var subjects: [String] { [party.compact] }
    public var reach: HoldReach { .parties([party]) }

    public static var sample: PartyEdited {
        var after = PartyRecord(name: "青禾商业管理有限公司", otherNames: [PartyName("青禾置业有限公司", .former), PartyName("青禾", .short)])
        after.codes = [.sample]
        after.contacts = [PartyContact(name: "林工", post: "工程部经理", phone: "0591-8765 4321")]
        after.grade = "A"
        after.creditLimit = Amount(hundredths: 100_000_000)
        return PartyEdited(party: .sample, before: PartyRecord(name: "青禾置业有限公司"), after: after, reason: "更名")
    }
}
