public import Catalogue
public import Records
import Wording

/// Lets somebody approve disposals in the stead of the head of the company, up to a day.
public struct DelegateDisposal: Change {
    public typealias Answer = DelegationView
    public static let operation = Operation.delegateDisposal
    public static var sample: DelegateDisposal {
        DelegateDisposal(to: "陈国清", until: CivilDate(daysSince1970: 2_932_000), reason: "出差期间")
    }

    /// The account's name, or its identifier.
    public let account: String
    /// The last day on which it holds.
    public let until: CivilDate
    public let reason: String
    /// The written delegation, where it is filed.
    public let document: DocumentID?

    public init(to account: String, until: CivilDate, reason: String, document: DocumentID? = nil) {
        self.account = account
        self.until = until
        self.reason = reason
        self.document = document
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        try reading.refuseUnknown([document].compactMap(\.self))
        let account = try reading.known(account: account)
        guard decision.actor != .account(account.id) else {
            throw ArchiveError(.valueRefused, DisposalMessage.delegationToOneself, subject: "account")
        }
        guard account.open, !Operation.approveDisposal.row.roles.isDisjoint(with: account.roles) else {
            throw ArchiveError(.valueRefused, DisposalMessage.delegateUnfit, subject: "account")
        }
        guard until >= reading.today else { throw ArchiveError(.valueRefused, DisposalMessage.delegationInPast, subject: "until") }
        try decision.state(
            DisposalDelegated(
                delegation: try reading.nextDelegation(), account: account.id, until: until, document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DelegationView {
        try reading.known(delegation: try events.the(DisposalDelegated.self).delegation)
    }
}

/// Ends a delegation before its day.
public struct EndDelegation: Change {
    public typealias Answer = DelegationView
    public static let operation = Operation.delegateDisposal
    public static var sample: EndDelegation { EndDelegation(1, reason: "已返回") }

    public let delegation: Int
    public let reason: String

    public init(_ delegation: Int, reason: String) {
        self.delegation = delegation
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reason, before) = (try Words.reason(reason), try decision.reading.known(delegation: delegation))
        guard before.endedOn == nil, before.until >= decision.today.description else {
            throw ArchiveError(.stateWrong, DisposalMessage.delegationEnded(delegation), subject: "\(delegation)")
        }
        try decision.state(DelegationEnded(delegation: delegation, account: before.account, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DelegationView {
        try reading.known(delegation: try events.the(DelegationEnded.self).delegation)
    }
}

/// Delegations, the newest first; past and ended ones only where they are asked for.
public struct ListDelegations: Question {
    public typealias Answer = [DelegationView]
    public static let operation = Operation.readDisposals
    public static var sample: ListDelegations { ListDelegations(ended: false) }

    public let ended: Bool

    public init(ended: Bool) { self.ended = ended }

    public func answer(_ reading: Reading) throws -> [DelegationView] { try reading.delegations(ended: ended) }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(delegation number: Int) throws -> DelegationView {
        guard let view = try delegation(number) else { throw Self.unknown("\(number)", remedy: .checkNumber) }
        return view
    }
}
