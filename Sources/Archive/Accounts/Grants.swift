public import Catalogue
public import Records
import Retention
import Wording

/// Lets an account see something beyond what its roles allow, up to a day (授予查阅权, R-50).
public struct GiveGrant: Change {
    public typealias Answer = GrantView
    public static let operation = Operation.giveGrant
    public static var sample: GiveGrant {
        GiveGrant(to: "陈国清", .document(.sample), until: CivilDate(daysSince1970: 2_932_000), reason: "审计 2026-03")
    }

    /// The account's name, or its identifier.
    public let account: String
    public let scope: GrantScope
    /// The last day on which it holds.
    public let until: CivilDate
    public let reason: String

    public init(to account: String, _ scope: GrantScope, until: CivilDate, reason: String) {
        self.account = account
        self.scope = scope
        self.until = until
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        switch scope {
        case .document(let id): try reading.refuseUnknown([id])
        case .dossier(let id): _ = try reading.known(id)
        case .recordClass(let code): _ = try reading.scheme(with: code)
        }
        let account = try reading.known(account: account)
        guard decision.actor != .account(account.id) else {
            throw ArchiveError(.notAllowed, DealMessage.grantToOneself, subject: "account")
        }
        guard until >= reading.today else { throw ArchiveError(.valueRefused, DealMessage.grantInPast, subject: "until") }
        try decision.state(
            GrantGiven(grant: try reading.nextGrant(), account: account.id, scope: scope, until: until, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> GrantView {
        try reading.known(grant: try events.the(GrantGiven.self).grant)
    }
}

/// Ends a grant before its day.
public struct EndGrant: Change {
    public typealias Answer = GrantView
    public static let operation = Operation.giveGrant
    public static var sample: EndGrant { EndGrant(1, reason: "审计结束") }

    public let grant: Int
    public let reason: String

    public init(_ grant: Int, reason: String) {
        self.grant = grant
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reason, before) = (try Words.reason(reason), try decision.reading.known(grant: grant))
        guard before.endedOn == nil, before.until >= decision.today.description else {
            throw ArchiveError(.stateWrong, DealMessage.grantEnded(grant), subject: "\(grant)")
        }
        try decision.state(GrantEnded(grant: grant, account: before.account, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> GrantView {
        try reading.known(grant: try events.the(GrantEnded.self).grant)
    }
}

/// Grants, the newest first; past and ended ones only where they are asked for.
public struct ListGrants: Question {
    public typealias Answer = [GrantView]
    public static let operation = Operation.seeRights
    public static var sample: ListGrants { ListGrants(ended: true) }

    public let ended: Bool

    public init(ended: Bool) { self.ended = ended }

    public func answer(_ reading: Reading) throws -> [GrantView] { try reading.grants(ended: ended) }
}

/// Which accounts can see a document, and why. The operator, who owns the files, can see all.
public struct ShowRights: Question {
    public typealias Answer = [RightView]
    public static let operation = Operation.seeRights
    public static var sample: ShowRights { ShowRights(to: .sample) }

    public let document: DocumentID

    public init(to document: DocumentID) { self.document = document }

    public func answer(_ reading: Reading) throws -> [RightView] {
        try reading.refuseUnknown([document])
        return try reading.accounts().compactMap { account in
            let rights = Rights(account)
            guard rights.allow(.readDocument) else { return nil }
            let grounds = try reading.grounds(for: account, as: rights.viewer, of: document)
            guard !grounds.because.isEmpty else { return nil }
            return RightView(account: account.id, name: account.name, because: grounds.because, grants: grounds.grants)
        }
    }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    fileprivate func known(grant number: Int) throws -> GrantView {
        guard let view = try grant(number) else { throw Self.unknown("\(number)", remedy: .checkNumber) }
        return view
    }
}
