public import Catalogue
public import Records
import Retention
import Wording

/// Sends papers out (寄出): originals, copies and files, exactly which. An original among them is with the other party from then on: to stay,
/// or to come back by a day.
public struct SendTransmittal: Change {
    public typealias Answer = TransmittalView
    public static let operation = Operation.keepTransmittal
    public static var sample: SendTransmittal {
        SendTransmittal(
            to: "青禾置业", [TransmittedThing(original: .sample), TransmittedThing(.other, as: .copy, copies: 2)], waybill: "SF1234567890123")
    }

    /// How they are called; a party that we know by this name is meant.
    public let to: String
    public let items: [TransmittedThing]
    /// The carrier's number (运单号).
    public var waybill: String?
    /// The one that the waybill tells without it.
    public var carrier: Carrier?
    /// By when the originals come back; without it they stay.
    public var until: CivilDate?
    public var note: String?

    public init(
        to name: String, _ items: [TransmittedThing], waybill: String? = nil, by carrier: Carrier? = nil, until: CivilDate? = nil,
        note: String? = nil
    ) {
        to = name
        self.items = items
        self.waybill = waybill
        self.carrier = carrier
        self.until = until
        self.note = note
    }

    public func decide(_ decision: Decision) throws {
        let (name, carriage) = (try Words.text(to, "to"), try Carriage(waybill: waybill, carrier: carrier, note: note))
        let things = try decision.reading.transmitted(items)
        for thing in things { try decision.standing(thing.document) }
        guard until == nil || things.contains(where: { $0.original != nil }) else {
            throw ArchiveError(.valueRefused, TransmittalMessage.nothingComesBack, subject: "until")
        }
        let other = try decision.reading.correspondent(name)
        try decision.state(
            TransmittalSent(
                transmittal: try decision.draw(), to: other.name, party: other.party, carriage: carriage, until: until, items: things))
        for original in things.compactMap(\.original) {
            try decision.send(original, to: other.name, until: until, waybill: carriage.waybill?.number)
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> TransmittalView {
        try reading.known(try events.the(TransmittalSent.self).transmittal)
    }
}

/// Enters papers that came in (收件): from whom, and which. An original that was sent out is back with whoever answers for it.
public struct ReceiveTransmittal: Change {
    public typealias Answer = TransmittalView
    public static let operation = Operation.keepTransmittal
    public static var sample: ReceiveTransmittal {
        ReceiveTransmittal(from: "青禾置业", [TransmittedThing(original: .sample)], waybill: "SF1234567890123")
    }

    /// How they are called; a party that we know by this name is meant.
    public let from: String
    public let items: [TransmittedThing]
    /// The carrier's number (运单号).
    public var waybill: String?
    /// The one that the waybill tells without it.
    public var carrier: Carrier?
    public var note: String?

    public init(
        from name: String, _ items: [TransmittedThing], waybill: String? = nil, by carrier: Carrier? = nil, note: String? = nil
    ) {
        from = name
        self.items = items
        self.waybill = waybill
        self.carrier = carrier
        self.note = note
    }

    public func decide(_ decision: Decision) throws {
        let (name, carriage) = (try Words.text(from, "from"), try Carriage(waybill: waybill, carrier: carrier, note: note))
        let things = try decision.reading.transmitted(items)
        let other = try decision.reading.correspondent(name)
        try decision.state(
            TransmittalReceived(
                transmittal: try decision.draw(), from: other.name, party: other.party, carriage: carriage, items: things))
        for original in things.compactMap(\.original) { try decision.takeIn(original, from: other) }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> TransmittalView {
        try reading.known(try events.the(TransmittalReceived.self).transmittal)
    }
}

extension Waybill {
    /// - Throws: ``ArchiveError`` `.valueRefused` for what is none, or has a digit that cannot be right.
    init(asked text: String) throws(ArchiveError) {
        do throws(WaybillError) { try self.init(text) } catch {
            throw ArchiveError(.valueRefused, TransmittalMessage.waybillRefused(error), subject: "waybill")
        }
    }
}

extension Carriage {
    /// - Throws: ``ArchiveError`` `.valueRefused` for a waybill or a note that is none, and a carrier that the waybill's letters contradict.
    init(waybill: String?, carrier: Carrier?, note: String?) throws(ArchiveError) {
        let number = try waybill.map { text throws(ArchiveError) in try Waybill(asked: text) }
        let note = try note.map { text throws(ArchiveError) in try Words.text(text, "note") }
        self.init(carrier: carrier ?? number?.carrier, waybill: number, note: note)
        try refuseOtherCarrier()
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a carrier that the waybill's letters contradict.
    func refuseOtherCarrier() throws(ArchiveError) {
        guard let waybill, let carrier, let told = waybill.carrierByLetters, told != carrier else { return }
        throw ArchiveError(.valueRefused, TransmittalMessage.otherCarrier(waybill.number, told), subject: "carrier")
    }
}

extension Reading {
    /// Most copies of one thing.
    private static let mostCopies = 99

    /// What is meant by things that travel: all are there, each original once.
    ///
    /// - Throws: ``ArchiveError`` that names what is wrong.
    fileprivate func transmitted(_ things: [TransmittedThing]) throws -> [TransmittedItem] {
        guard (1...TransmittalSent.mostItems).contains(things.count) else {
            throw ArchiveError(.valueRefused, TransmittalMessage.itemCount(most: TransmittalSent.mostItems), subject: "items")
        }
        let items = try things.map(transmitted)
        if let twice = items.compactMap(\.original).firstTwice {
            throw ArchiveError(.valueRefused, TransmittalMessage.namedTwice("\(twice)"), subject: "items")
        }
        return items
    }

    private func transmitted(_ thing: TransmittedThing) throws -> TransmittedItem {
        switch (thing.original, thing.document) {
        case (let id?, nil):
            guard thing.version == nil, thing.form == nil || thing.form == .original, thing.copies == nil || thing.copies == 1 else {
                throw ArchiveError(.valueRefused, TransmittalMessage.originalIsItself("\(id)"), subject: "items")
            }
            let original = try known(id)
            return TransmittedItem(document: original.document, version: original.version, form: .original, original: id, copies: 1)
        case (nil, let id?):
            let copies = thing.copies ?? 1
            guard (1...Self.mostCopies).contains(copies), thing.form != .original, thing.form != .file || copies == 1 else {
                throw ArchiveError(.valueRefused, TransmittalMessage.copiesRefused("\(id)", most: Self.mostCopies), subject: "items")
            }
            let view = try known(id)
            let version = thing.version ?? view.version
            guard view.version(version) != nil else {
                throw ArchiveError(.versionUnknown, ArchiveMessage.versionUnknown("\(id)", version.value), subject: "\(id)")
            }
            return TransmittedItem(document: id, version: version, form: thing.form ?? .copy, original: nil, copies: copies)
        default: throw ArchiveError(.valueRefused, TransmittalMessage.originalOrDocument, subject: "items")
        }
    }

    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: TransmittalID) throws -> TransmittalView {
        guard let view = try transmittal(id) else { throw Self.unknown(id) }
        return view
    }

    /// Whom words mean: how they are called, as consents and custody have it, and the party, where it is one that the reader may know of.
    fileprivate func correspondent(_ words: String) throws -> (name: String, party: PartyID?) {
        guard let party = try knownParty(meantBy: words) else { return (words, nil) }
        return (Words.looksLikeIdentifier(words) ? try self.party(party)?.name ?? words : words, party)
    }
}

extension Reading {
    /// Whether a name, by which somebody was sent something, means a correspondent.
    fileprivate func isOne(_ name: String, _ other: (name: String, party: PartyID?)) throws -> Bool {
        if matchingKey(name) == matchingKey(other.name) { return true }
        return try other.party.map { try knownParty(meantBy: name) == $0 } ?? false
    }
}

extension Array where Element: Hashable {
    /// The first that stands in it again.
    fileprivate var firstTwice: Element? {
        var seen: Set<Element> = []
        return first { !seen.insert($0).inserted }
    }
}

extension Decision {
    /// An original that came in is back, where it was sent out; else it is with whoever enters it.
    fileprivate func takeIn(_ original: OriginalID, from other: (name: String, party: PartyID?)) throws {
        let view = try reading.known(original)
        if [.sent, .sentToStay].contains(view.state) {
            if let outside = try reading.custody(of: original)?.outside, try !reading.isOne(outside, other) {
                throw ArchiveError(
                    .stateWrong, TransmittalMessage.sentToAnother("\(original)", outside), remedy: TransmittalRemedy.returnFirst,
                    subject: "\(original)")
            }
            return try change(original, .return)
        }
        guard view.state == .inHand, try reading.custody(of: original)?.answerable == person().account else {
            throw ArchiveError(
                .stateWrong, TransmittalMessage.notComingIn("\(original)", view.state), remedy: OriginalRemedy.showIt,
                subject: "\(original)")
        }
    }
}
