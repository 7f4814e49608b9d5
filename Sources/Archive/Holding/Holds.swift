public import Catalogue
public import Records
import Retention
import Wording

/// Forbids that anything in a scope be destroyed, withdrawn or redacted until the hold is lifted.
///
/// Holds add up: each must be lifted by itself, and what one has caught it keeps until then.
public struct PlaceHold: Change {
    public typealias Answer = HoldView
    public static let operation = Operation.placeHold
    public static var sample: PlaceHold { PlaceHold(on: .document(.sample), reason: "诉讼 2026-017", authority: "法务部") }

    /// What a hold is to cover, as people name it.
    public enum Scope: Sendable, Hashable {
        case document(DocumentID), dossier(DossierID)
        /// By name or identifier.
        case party(String)
        case recordClass(String)
        /// What the query finds now, withdrawn documents too.
        case frozen(String)
        /// What the query finds whenever it is asked, also what is filed later.
        case standing(String)
    }

    /// As `{"kind": "party", "of": "青禾置业"}`.
    public let scope: Scope
    public let reason: String
    /// Who ordered it: a court, the legal department …
    public let authority: String

    public init(on scope: Scope, reason: String, authority: String) {
        self.scope = scope
        self.reason = reason
        self.authority = authority
    }

    public func decide(_ decision: Decision) throws {
        let (reason, authority) = (try Words.reason(reason), try Words.text(authority, "authority"))
        let scope = try scope(decision.reading)
        try decision.state(HoldPlaced(hold: try decision.draw(), scope: scope, reason: reason, authority: authority))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> HoldView {
        let placed = try events.the(HoldPlaced.self)
        var view = try reading.known(placed.hold)
        if case .frozenQuery(let query, _) = placed.scope { view.incomplete = try reading.gaps(of: query) }
        return view
    }

    private func scope(_ reading: Reading) throws -> HoldScope {
        switch scope {
        case .document(let id):
            try reading.refuseUnknown([id])
            return .document(id)
        case .dossier(let id): return .dossier(try reading.known(id).id)
        case .party(let words): return .party(try reading.known(party: words))
        case .recordClass(let code):
            _ = try reading.scheme(with: code)
            return .recordClass(code)
        case .frozen(let query):
            let query = try Self.query(query, reading)
            let documents = try reading.documents(found: query, includingWithdrawn: true)
            guard !documents.isEmpty else {
                throw ArchiveError(
                    .recordUnknown, DealMessage.queryFindsNothing(query, waiting: try reading.gaps(of: query)?.waiting ?? 0), subject: query
                )
            }
            return .frozenQuery(query, documents)
        case .standing(let query): return .standingQuery(try Self.query(query, reading))
        }
    }

    /// A query that is wholly understood and asks for something: else it would hold what nobody meant, or everything.
    private static func query(_ words: String, _ reading: Reading) throws -> String {
        let query = try Words.text(words, "scope.of")
        try reading.refuseMisunderstood(query, "scope.of", mayFindAll: false)
        return query
    }
}

/// Lifts one hold; others on the same things stay.
public struct LiftHold: Change {
    public typealias Answer = HoldView
    public static let operation = Operation.liftHold
    public static var sample: LiftHold { LiftHold(.sample, reason: "结案", authority: "法务部") }

    public let hold: HoldID
    public let reason: String
    /// Who ordered it.
    public let authority: String

    public init(_ hold: HoldID, reason: String, authority: String) {
        self.hold = hold
        self.reason = reason
        self.authority = authority
    }

    public func decide(_ decision: Decision) throws {
        let (reason, authority) = (try Words.reason(reason), try Words.text(authority, "authority"))
        guard try decision.reading.known(hold).liftedOn == nil else {
            throw ArchiveError(.stateWrong, DealMessage.holdLifted("\(hold)"), subject: "\(hold)")
        }
        try decision.state(HoldLifted(hold: hold, reason: reason, authority: authority))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> HoldView {
        try reading.known(try events.the(HoldLifted.self).hold)
    }
}

/// All holds, the newest first; lifted ones only where they are asked for.
public struct ListHolds: Question {
    public typealias Answer = [HoldView]
    public static let operation = Operation.seeHolds
    public static var sample: ListHolds { ListHolds(lifted: false) }

    /// Whether holds that were lifted are listed too.
    public let lifted: Bool

    public init(lifted: Bool) { self.lifted = lifted }

    public func answer(_ reading: Reading) throws -> [HoldView] { try reading.holds(lifted: lifted) }
}
