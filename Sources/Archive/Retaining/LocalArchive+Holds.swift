public import Catalogue
import GRDB
public import Records
import Retention
import Wording

extension LocalArchive {
    /// What a hold is to cover, as people name it.
    public enum HoldOrder: Sendable {
        case document(DocumentID), dossier(DossierID), party(String), recordClass(String)
        /// What the query finds now.
        case frozen(String)
        /// What the query finds whenever it is asked, also what is filed later.
        case standing(String)
    }

    /// Forbids that anything in a scope be destroyed, withdrawn or redacted until the hold is lifted.
    ///
    /// Holds add up: each must be lifted by itself. Recorded durably before this returns.
    public func placeHold(on order: HoldOrder, reason: String, authority: String, by actor: Actor) async throws(ArchiveError) -> HoldView {
        let (reason, authority) = (try Self.reason(reason), try Self.text(authority, "authority"))
        return try await change(.placeHold, by: actor) { [self] decision in
            let scope = try scope(order, decision)
            let id: HoldID = try decision.draw()
            try decision.state(.holdPlaced(HoldPlaced(hold: id, scope: scope, reason: reason, authority: authority)))
            return try hold(id, decision)
        }
    }

    /// Lifts one hold; others on the same things stay.
    public func liftHold(_ id: HoldID, reason: String, authority: String, by actor: Actor) async throws(ArchiveError) -> HoldView {
        let (reason, authority) = (try Self.reason(reason), try Self.text(authority, "authority"))
        return try await change(.liftHold, by: actor) { [self] decision in
            guard try hold(id, decision).liftedOn == nil else {
                throw ArchiveError(.stateWrong, DealMessage.holdLifted("\(id)"), subject: "\(id)")
            }
            try decision.state(.holdLifted(HoldLifted(hold: id, reason: reason, authority: authority)))
            return try hold(id, decision)
        }
    }

    /// All holds, the newest first.
    public func holds(lifted: Bool, by actor: Actor) async throws(ArchiveError) -> [HoldView] {
        try await answer(.seeHolds, to: actor) { db in try HoldQueries.holds(lifted: lifted, in: db) }
    }

    /// Refuses what a hold on a document forbids. Each operation that can be refused so comes through here, whatever its door.
    func refuseBlocked(_ operation: Operation, _ document: DocumentID, _ decision: Decision) throws {
        guard operation.isForbiddenByHold, let row = try DocumentQueries.row(of: document, in: decision.db) else { return }
        let holds = try holds(on: row, date: decision.date, in: decision.db)
        guard !holds.isEmpty else { return }
        // Who may not see holds is not told of one.
        guard try roles(of: decision.actor, in: decision.db).map({ Rights.allow(.seeHolds, to: $0) }) ?? true else {
            throw ArchiveError(.blocked, DealMessage.blocked, subject: "\(document)")
        }
        throw ArchiveError(
            .blocked, DealMessage.held("\(document)", holds: holds.map { "\($0.id)" }), remedy: DealRemedy.liftFirst, subject: "\(document)"
        )
    }

    /// The holds in force that cover a document.
    func holds(on row: Int64, date: CivilDate, in db: Database) throws -> [HoldView] {
        let reader = Query(vocabulary: vocabulary, today: date)
        return try HoldQueries.covering(row, matches: { try engine.matches(reader.parse($0), row: row, in: db) }, in: db)
    }

    private func hold(_ id: HoldID, _ decision: Decision) throws -> HoldView {
        guard let found = try HoldQueries.hold(id, in: decision.db) else { throw Self.unknown("\(id)") }
        return found
    }

    private func scope(_ order: HoldOrder, _ decision: Decision) throws -> HoldScope {
        switch order {
        case .document(let id):
            _ = try visibleDocument(id, for: decision.actor, in: decision.db)
            return .document(id)
        case .dossier(let id):
            let found = try DossierQueries.dossier(id, mayKnow: { _, _ in true }, in: decision.db)
            guard found != nil else { throw Self.unknown("\(id)") }
            return .dossier(id)
        case .party(let name):
            guard let party = try (try? PartyID(name)) ?? DecisionQueries.party(named: name, in: decision.db) else {
                throw Self.unknown(name)
            }
            return .party(party)
        case .recordClass(let code):
            guard try RetentionQueries.scheme(in: decision.db)?.scheme[code] != nil else {
                throw ArchiveError(.recordUnknown, DealMessage.classUnknown(code), subject: code)
            }
            return .recordClass(code)
        case .frozen(let query):
            let parsed = Query(vocabulary: vocabulary, today: decision.date).parse(query)
            let rows = try engine.rows(of: parsed, in: decision.db)
            let documents = try rows.sorted().compactMap { try DocumentQueries.id(ofRow: $0, in: decision.db) }
            guard !documents.isEmpty else { throw ArchiveError(.recordUnknown, DealMessage.unknown(query), subject: query) }
            return .frozenQuery(query, documents)
        case .standing(let query): return .standingQuery(try Self.text(query, "query"))
        }
    }
}
