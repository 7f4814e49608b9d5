public import Catalogue
public import Records
import Wording

/// Changes what is known of a party (客户): what is given is set or added, what is named in `removed` is taken away, the rest stays. A new
/// name leaves the one before it as a former name (曾用名); old and new values are kept.
public struct EditParty: Change {
    public typealias Answer = PartyDetails
    public static let operation = Operation.registerParty
    public static var sample: EditParty {
        var edit = EditParty("\(PartyID.sample)", reason: "更名")
        edit.name = "青禾商业管理有限公司"
        edit.names = [PartyName("青禾", .short)]
        edit.codes = [Code(kind: .credit, code: "91350100M000100Y43")]
        edit.contacts = [PartyContact(name: "林工", post: "工程部经理", phone: "0591-8765 4321")]
        edit.grade = "A"
        edit.creditLimit = "100万"
        return edit
    }

    /// A code as it was written.
    public struct Code: Sendable, Hashable, Codable {
        public let kind: PartyCodeKind
        public let code: String

        public init(kind: PartyCodeKind, code: String) {
            self.kind = kind
            self.code = code
        }
    }

    /// What is to be taken away.
    public struct Removed: Sendable, Hashable, Codable {
        /// Further names; the one that it goes by stays.
        public var names: [String]?
        public var codes: [PartyCodeKind]?
        /// Contacts by their names.
        public var contacts: [String]?
        /// `grade`, `creditLimit`, `note`
        public var values: [PartyValue]?

        public init() {}
    }

    /// Its identifier, or one of its names.
    public let party: String
    public var name: String?
    public var names: [PartyName]?
    /// Each takes the place of one of its kind.
    public var codes: [Code]?
    /// Each takes the place of one of its name.
    public var contacts: [PartyContact]?
    public var grade: String?
    /// As people write it: `100万`.
    public var creditLimit: String?
    public var note: String?
    public var removed: Removed?
    public let reason: String

    public init(_ party: String, reason: String) {
        self.party = party
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason, given) = (decision.reading, try Words.reason(reason), try Given(self))
        let id = try reading.known(party: party)
        guard let before = try reading.record(of: id) else { throw Reading.unknown(id) }
        try reading.refuseKnownToFew(id)
        let after = try given.put(in: try take(from: before)).within(limits: Self.most)
        guard after != before else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, remedy: Remedy.readAgain, subject: "\(id)")
        }
        if after.name != before.name { try Self.refuseTaken(after.name, by: id, reading) }
        try Self.refuseTaken(after.codes, by: id, reading)
        try decision.state(PartyEdited(party: id, before: before, after: after, reason: reason))
    }

    /// Most further names, and contacts: a line of the journal has all of them.
    private static let most = 100

    private func take(from before: PartyRecord) throws(ArchiveError) -> PartyRecord {
        guard let removed else { return before }
        var after = before
        for name in removed.names ?? [] {
            try Self.remove(from: &after.otherNames, "names", name) { matchingKey($0.name) == matchingKey(name) }
        }
        for kind in removed.codes ?? [] { try Self.remove(from: &after.codes, "codes", kind.rawValue) { $0.kind == kind } }
        for name in removed.contacts ?? [] {
            try Self.remove(from: &after.contacts, "contacts", name) { matchingKey($0.name) == matchingKey(name) }
        }
        for value in removed.values ?? [] {
            switch value {
            case .grade: after.grade = nil
            case .creditLimit: after.creditLimit = nil
            case .note: after.note = nil
            }
        }
        return after
    }

    private static func remove<Element>(
        from list: inout [Element], _ member: String, _ name: String, where isMeant: (Element) -> Bool
    ) throws(ArchiveError) {
        guard let place = list.firstIndex(where: isMeant) else {
            throw ArchiveError(.valueRefused, PartyMessage.notThere(name), subject: member)
        }
        list.remove(at: place)
    }

    /// A name that a party goes by is one party's alone, however it is written.
    private static func refuseTaken(_ name: String, by party: PartyID, _ reading: Reading) throws {
        let others = try [reading.partyItself(named: name)].compactMap(\.self) + reading.parties(alike: name)
        guard others.contains(where: { $0 != party }) else { return }
        throw ArchiveError(.stateWrong, DealMessage.partyKnown(name), subject: "name")
    }

    private static func refuseTaken(_ codes: [PartyCode], by party: PartyID, _ reading: Reading) throws {
        for code in codes {
            guard let other = try reading.party(with: code), other != party else { continue }
            let known = try reading.root(of: other) == nil ? nil : reading.record(of: other)?.name
            throw ArchiveError(.stateWrong, PartyMessage.codeTaken(code.code, by: known), subject: "codes")
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PartyDetails {
        try reading.details(of: try events.the(PartyEdited.self).party)
    }
}

extension PartyRecord {
    /// Adds a name, in the place of the same name of another kind.
    fileprivate mutating func add(_ name: PartyName) {
        guard matchingKey(name.name) != matchingKey(self.name) else { return }
        if let place = otherNames.firstIndex(where: { matchingKey($0.name) == matchingKey(name.name) }) {
            otherNames[place] = name
        } else {
            otherNames.append(name)
        }
    }

    fileprivate func within(limits most: Int) throws(ArchiveError) -> PartyRecord {
        for (count, member) in [(otherNames.count, "names"), (contacts.count, "contacts")] where count > most {
            throw ArchiveError(.tooLarge, PartyMessage.tooMany(most), subject: member)
        }
        return self
    }
}

/// What was said of a party, understood before anything is looked up.
private struct Given {
    let name: String?
    let names: [PartyName]
    let codes: [PartyCode]
    let contacts: [PartyContact]
    let grade: String?
    let creditLimit: Amount?
    let note: String?

    init(_ edit: EditParty) throws(ArchiveError) {
        name = try edit.name.map { words throws(ArchiveError) in try Self.name(words, "name") }
        var (names, codes, contacts): ([PartyName], [PartyCode], [PartyContact]) = ([], [], [])
        for name in edit.names ?? [] { names.append(PartyName(try Self.name(name.name, "names"), name.kind)) }
        for code in edit.codes ?? [] { codes.append(try Self.read(code)) }
        for contact in edit.contacts ?? [] { contacts.append(try Self.read(contact)) }
        (self.names, self.codes, self.contacts) = (names, codes, contacts)
        grade = try Self.text(edit.grade, "grade")
        creditLimit = try edit.creditLimit.map { words throws(ArchiveError) in try Self.limit(words) }
        note = try edit.note.map { words throws(ArchiveError) in try Words.reason(words, "note") }
    }

    func put(in before: PartyRecord) -> PartyRecord {
        var after = before
        for name in names { after.add(name) }
        if let name, name != before.name {
            after.otherNames.removeAll { matchingKey($0.name) == matchingKey(name) }
            after.name = name
            after.add(PartyName(before.name, .former))
        }
        for code in codes {
            after.codes.removeAll { $0.kind == code.kind }
            after.codes.append(code)
        }
        for contact in contacts {
            after.contacts.removeAll { matchingKey($0.name) == matchingKey(contact.name) }
            after.contacts.append(contact)
        }
        if let grade { after.grade = grade }
        if let creditLimit { after.creditLimit = creditLimit }
        if let note { after.note = note }
        return after
    }

    /// What looks like an identifier is always read as one, and would never find this party.
    private static func name(_ words: String, _ member: String) throws(ArchiveError) -> String {
        let name = try Words.text(words, member)
        guard !Words.looksLikeIdentifier(name) else {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: member, value: name), subject: member)
        }
        return name
    }

    private static func text(_ words: String?, _ member: String) throws(ArchiveError) -> String? {
        try words.map { words throws(ArchiveError) in try Words.text(words, member) }
    }

    private static func read(_ written: EditParty.Code) throws(ArchiveError) -> PartyCode {
        do throws(PartyCode.Refusal) { return try PartyCode(written.kind, written.code) } catch {
            throw ArchiveError(.valueRefused, PartyMessage.codeWrong(written.kind, written.code, error), subject: "codes")
        }
    }

    private static func read(_ contact: PartyContact) throws(ArchiveError) -> PartyContact {
        PartyContact(
            name: try Words.text(contact.name, "contacts"), post: try text(contact.post, "contacts"),
            phone: try text(contact.phone, "contacts"),
            email: try text(contact.email, "contacts"), note: try text(contact.note, "contacts"))
    }

    private static func limit(_ words: String) throws(ArchiveError) -> Amount {
        guard let amount = try? Amount(words: words), amount.hundredths >= 0 else {
            throw ArchiveError(.valueRefused, ArchiveMessage.amountUnknown(words), remedy: Remedy.amountForms, subject: "creditLimit")
        }
        return amount
    }
}
