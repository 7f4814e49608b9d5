public import Catalogue
public import Records
import Retention
import Wording

/// Something that is done with an original: what its custody is then, the rules say.
public protocol CustodyChange: Change where Answer == OriginalView {
    var original: OriginalID { get }
}

extension CustodyChange {
    public static var operation: Operation { .keepOriginal }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> OriginalView {
        try reading.known(try events.the(CustodyChanged.self).original)
    }
}

/// Gives an original to somebody of us; it counts when they confirm it, and until then the giver answers for it.
public struct MoveOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: MoveOriginal { MoveOriginal(.sample, to: "陈国清") }

    public let original: OriginalID
    /// The account's name, or its identifier.
    public let to: String

    public init(_ original: OriginalID, to: String) {
        self.original = original
        self.to = to
    }

    public func decide(_ decision: Decision) throws {
        let words = try Words.text(to, "to")
        let view = try decision.reading.known(original)
        let receiver = try decision.keeper(named: words, of: view)
        try decision.change(original, .move(to: receiver))
    }
}

/// Confirms that an original has arrived: whoever it was given to answers for it from now on.
public struct ConfirmOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: ConfirmOriginal { ConfirmOriginal(.sample) }

    public let original: OriginalID

    public init(_ original: OriginalID) { self.original = original }

    public func decide(_ decision: Decision) throws { try decision.change(original, .confirm) }
}

/// Refuses an original that was given: it is back with the giver.
public struct RefuseOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: RefuseOriginal { RefuseOriginal(.sample, reason: "份数不符") }

    public let original: OriginalID
    public let reason: String

    public init(_ original: OriginalID, reason: String) {
        self.original = original
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws { try decision.change(original, .refuse, reason: try Words.reason(reason)) }
}

/// Puts an original on a shelf, or on another one.
public struct ShelveOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: ShelveOriginal { ShelveOriginal(.sample, at: "档案室-3柜-2层-5盒") }

    public let original: OriginalID
    /// Room, cabinet, shelf and box, parted by hyphens.
    public let place: String

    public init(_ original: OriginalID, at place: String) {
        self.original = original
        self.place = place
    }

    public func decide(_ decision: Decision) throws { try decision.change(original, .shelve(place: try OriginalPlace.read(place))) }
}

/// Lends an original up to a day; whoever lends it goes on answering for it.
public struct LendOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: LendOriginal {
        LendOriginal(.sample, to: "陈国清", until: CivilDate(daysSince1970: 2_932_000), reason: "诉讼举证")
    }

    public let original: OriginalID
    /// The account's name, or its identifier; outside, how they are called.
    public let to: String
    /// Whether it goes to somebody outside.
    public let outside: Bool?
    /// The last day.
    public let until: CivilDate
    public let reason: String

    public init(_ original: OriginalID, to: String, outside: Bool = false, until: CivilDate, reason: String) {
        self.original = original
        self.to = to
        self.outside = outside
        self.until = until
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (words, reason) = (try Words.text(to, "to"), try Words.reason(reason))
        let view = try decision.reading.known(original)
        let borrower = try decision.borrower(words, outside: outside == true, of: view)
        try decision.refuseLoan(of: original, to: borrower, until: until)
        try decision.change(original, .lend(to: borrower, until: until), reason: reason)
    }
}

/// An original is back: the borrower gives it back, or whoever answers for it has it again.
public struct ReturnOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: ReturnOriginal { ReturnOriginal(.sample) }

    public let original: OriginalID

    public init(_ original: OriginalID) { self.original = original }

    public func decide(_ decision: Decision) throws { try decision.change(original, .return) }
}

/// Sends an original out: to come back by a day, or to stay once it is signed for.
public struct SendOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: SendOriginal { SendOriginal(.sample, to: "青禾置业", waybill: "SF1234567890123") }

    public let original: OriginalID
    /// How they are called.
    public let to: String
    /// By when it comes back; without it, it stays.
    public let until: CivilDate?
    /// The carrier's number (运单号).
    public let waybill: String?

    public init(_ original: OriginalID, to: String, until: CivilDate? = nil, waybill: String? = nil) {
        self.original = original
        self.to = to
        self.until = until
        self.waybill = waybill
    }

    public func decide(_ decision: Decision) throws {
        let (words, waybill) = (try Words.text(to, "to"), try waybill.map { try Words.text($0, "waybill", limit: 100) })
        try decision.send(original, to: words, until: until, waybill: waybill)
    }
}

/// Lets an original go for good: somebody outside has signed for it (已移出, R-17); the receipt is filed.
public struct ReleaseOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: ReleaseOriginal { ReleaseOriginal(.sample, to: "青禾置业", proof: .other) }

    public let original: OriginalID
    public let to: String
    /// The receipt (签收单).
    public let proof: DocumentID

    public init(_ original: OriginalID, to: String, proof: DocumentID) {
        self.original = original
        self.to = to
        self.proof = proof
    }

    public func decide(_ decision: Decision) throws {
        try decision.release(original, to: try Words.text(to, "to"), proof: proof)
    }
}

/// Reports that nobody knows where an original is; whoever had it last answers for it until that is settled.
public struct MissOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: MissOriginal { MissOriginal(.sample, reason: "盘点未见") }

    public let original: OriginalID
    public let reason: String

    public init(_ original: OriginalID, reason: String) {
        self.original = original
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws { try decision.change(original, .miss, reason: try Words.reason(reason)) }
}

/// An original that was missing is there again.
public struct FindOriginal: CustodyChange {
    public typealias Answer = OriginalView
    public static var sample: FindOriginal { FindOriginal(.sample, reason: "夹在另一盒中") }

    public let original: OriginalID
    public let reason: String

    public init(_ original: OriginalID, reason: String) {
        self.original = original
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws { try decision.change(original, .find, reason: try Words.reason(reason)) }
}

extension Decision {
    /// Sends an original to somebody outside, to come back by a day or to stay.
    func send(_ original: OriginalID, to name: String, until: CivilDate?, waybill: String?) throws {
        try refuseGone(try reading.known(original), .send)
        try refuseLoan(of: original, to: LoanBorrower(account: nil, outside: name), until: until)
        try change(original, .send(to: name, until: until), waybill: waybill)
    }

    /// Lets an original go: somebody outside has signed for it, as the proof shows.
    func release(_ original: OriginalID, to name: String, proof: DocumentID) throws {
        let view = try reading.known(original)
        try standing(proof)
        if [.sent, .sentToStay].contains(view.state), view.with != name {
            throw ArchiveError(.valueRefused, OriginalMessage.sentToOther(view.with ?? ""), subject: "to")
        }
        if view.state != .sentToStay { try refuseLoan(of: original, to: LoanBorrower(account: nil, outside: name), until: nil) }
        guard proof != view.document else { throw ArchiveError(.valueRefused, OriginalMessage.proofItself, subject: "proof") }
        try change(original, .release(to: name), proof: proof)
    }

    /// States what becomes of an original by what its actor does with it.
    func change(
        _ original: OriginalID, _ deed: Custody.Deed, reason: String? = nil, proof: DocumentID? = nil, waybill: String? = nil
    ) throws {
        let view = try reading.known(original)
        guard view.form == .paper else {
            throw ArchiveError(.stateWrong, OriginalMessage.electronic("\(original)"), subject: "\(original)")
        }
        guard let before = try reading.custody(of: original) else { throw Reading.unknown(original) }
        try refuseGone(view, deed.step)
        let person = try whoever(for: before, view.document)
        let after: Custody
        do throws(Custody.Refusal) { after = try before.after(deed, by: person, on: today) } catch {
            throw ArchiveError(error, on: view)
        }
        // What is put where it stands is there: somebody saw it.
        guard after != before || deed.step == .shelve else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(original)")
        }
        try state(
            CustodyChanged(
                original: original, step: deed.step, before: before, after: after, reason: reason, proof: proof, waybill: waybill))
    }

    /// Refuses what is not done with the paper of a destroyed document. It stays where it is until the supervisors have counted it; what is
    /// missing is reported before the first of them does; what is found after the certificate is neither lent nor sent.
    func refuseGone(_ original: OriginalView, _ step: CustodyStep) throws {
        guard let gone = try reading.tombstone(of: original.document) else { return }
        let batch = try reading.disposal(gone.batch)?.batch
        let isOpen =
            batch?.isCertified == true
            ? ![.lend, .send].contains(step) : [.miss, .find].contains(step) && batch?.confirmations.isEmpty != false
        guard !isOpen else { return }
        throw ArchiveError(.stateWrong, OriginalMessage.documentDestroyed("\(original.document)"), subject: "\(original.id)")
    }

    /// As whom somebody acts: for who answers and has left, or may not keep it or know of it any more, whoever keeps the archive or the accounts
    /// does.
    private func whoever(for custody: Custody, _ document: DocumentID) throws -> AccountID {
        let person = try person()
        guard let answerable = custody.answerable, let keeper = try reading.account(answerable), try !mayKeep(keeper, document),
            !Operation.registerOriginal.row.roles.isDisjoint(with: person.roles), person.account != custody.account
        else { return person.account }
        return answerable
    }

    /// An account that may be given an original: open, with a right to keep it, and to know what it is.
    func keeper(named words: String, of original: OriginalView) throws -> AccountID {
        let account = try reading.known(account: words)
        guard try mayKeep(account, original.document) else {
            throw ArchiveError(.valueRefused, OriginalMessage.notKeeper(account.name), subject: "to")
        }
        return account.id
    }

    /// Whether an account is open, and may keep originals and know of this document.
    private func mayKeep(_ account: AccountView, _ document: DocumentID) throws -> Bool {
        let rights = Rights(account)
        guard rights.allow(.keepOriginal) else { return false }
        return try !reading.grounds(for: account, as: rights.viewer, of: document).because.isEmpty
    }
}

extension ArchiveError {
    fileprivate init(_ refusal: Custody.Refusal, on original: OriginalView) {
        let code: ErrorCode =
            switch refusal {
            case .notAnswerable, .notReceiver, .notBorrower: .notAllowed
            case .outOfOrder: .stateWrong
            case .toOneself, .dayPast: .valueRefused
            }
        let remedy: any Message = code == .valueRefused ? Remedy.correctMember : OriginalRemedy.showIt
        let message = OriginalMessage.refused(refusal, answerable: original.answerable, with: original.with)
        self.init(code, message, remedy: remedy, subject: "\(original.id)")
    }
}
