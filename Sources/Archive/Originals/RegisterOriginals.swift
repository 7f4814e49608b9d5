public import Catalogue
public import Records
import Wording

/// Registers the signed originals of a version (登记原件): as many copies as were signed, all with whoever registers them.
public struct RegisterOriginals: Change {
    public typealias Answer = [OriginalView]
    public static let operation = Operation.registerOriginal
    public static var sample: RegisterOriginals { RegisterOriginals(.sample, .paper, copies: 4, note: "骑缝章") }

    public let document: DocumentID
    /// Which version they are of; the current one without it.
    public let version: VersionNumber?
    public let form: OriginalForm
    /// How many were signed (一式几份).
    public let copies: Int
    /// Pages, seals and what else is to be said of them.
    public let note: String?

    public init(_ document: DocumentID, version: VersionNumber? = nil, _ form: OriginalForm, copies: Int, note: String? = nil) {
        self.document = document
        self.version = version
        self.form = form
        self.copies = copies
        self.note = note
    }

    /// Most copies of one contract.
    private static let most = 99

    public func decide(_ decision: Decision) throws {
        guard (1...Self.most).contains(copies), form == .paper || copies == 1 else {
            throw ArchiveError(.valueRefused, OriginalMessage.copiesRefused(form, most: form == .paper ? Self.most : 1), subject: "copies")
        }
        let note = try note.map { try Words.text($0, "note") }
        let reading = decision.reading
        let view = try reading.known(document)
        let version = version ?? view.version
        guard view.versions.contains(where: { $0.number == version }) else {
            throw ArchiveError(.versionUnknown, ArchiveMessage.versionUnknown("\(document)", version.value), subject: "\(document)")
        }
        guard try reading.highestCopy(of: document, version, form) == 0 else {
            throw ArchiveError(.stateWrong, OriginalMessage.registered("\(document)", version.value), subject: "\(document)")
        }
        let holder = try decision.person().account
        for copy in 1...copies {
            try decision.state(
                OriginalRegistered(
                    original: try decision.draw(), document: document, version: version, form: form, copy: copy, copies: copies, note: note,
                    custody: Custody(.inHand, answerable: holder)))
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> [OriginalView] {
        try events.compactMap { ($0 as? OriginalRegistered)?.original }.map { try reading.known($0) }
    }
}

/// One original, with all that was done with it.
public struct ShowOriginal: Question {
    public typealias Answer = OriginalHistory
    public static let operation = Operation.readOriginals
    public static var sample: ShowOriginal { ShowOriginal(.sample) }

    public let original: OriginalID

    public init(_ original: OriginalID) { self.original = original }

    public func answer(_ reading: Reading) throws -> OriginalHistory {
        OriginalHistory(
            try reading.known(original), steps: try reading.custodySteps(of: original), consents: try reading.consents(of: original))
    }
}

/// Originals, in the order of registration; all of what is asked for must be so.
public struct ListOriginals: Question {
    public typealias Answer = [OriginalView]
    public static let operation = Operation.readOriginals
    public static var sample: ListOriginals { ListOriginals() }

    /// The name of the account that answers for them, has them or is to confirm them, or its identifier.
    public var holder: String?
    /// Those that should be back by now.
    public var overdue: Bool?
    /// Those on their way that nobody has confirmed.
    public var unconfirmed: Bool?
    public var document: DocumentID?
    /// Those of a dossier's documents.
    public var dossier: DossierID?
    /// Those shelved in a room, in a cabinet of it, and so on: `档案室-3柜`.
    public var place: String?
    /// Those that were sent under this number (运单号).
    public var waybill: String?

    public init() {}

    public func answer(_ reading: Reading) throws -> [OriginalView] {
        var filter = OriginalFilter()
        filter.waybill = try waybill.map { try Waybill(asked: $0) }
        filter.place = try place.map { try OriginalPlace.read($0) }
        filter.holder = try holder.map { try reading.known(account: try Words.text($0, "holder")).id }
        (filter.overdue, filter.unconfirmed) = (overdue ?? false, unconfirmed ?? false)
        // Of a destroyed document's paper it is known what became of it.
        if let document, try reading.tombstone(of: document) == nil { try reading.refuseUnknown([document]) }
        if let dossier { _ = try reading.known(dossier) }
        (filter.document, filter.dossier) = (document, dossier)
        return try reading.originals(filter)
    }
}

/// Where paper is shelved: room, cabinet, shelf and box, or as many of these as there are, parted by hyphens.
enum OriginalPlace {
    private static let mostParts = 6

    /// - Returns: the parts without gaps around them.
    static func read(_ words: String) throws(ArchiveError) -> String {
        let text = try Words.text(words, "place", limit: 200)
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Words.trimmed(String($0)) }
        guard parts.count <= mostParts, !parts.contains("") else {
            throw ArchiveError(.valueRefused, OriginalMessage.placeRefused(text), remedy: OriginalRemedy.placeForm, subject: "place")
        }
        return parts.joined(separator: "-")
    }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: OriginalID) throws -> OriginalView {
        guard let view = try original(id) else { throw Self.unknown(id) }
        return view
    }
}
