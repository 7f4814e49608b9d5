public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Says how a document stands to another: amends, renews, follows, belongs to, is attached to.
    ///
    /// - Throws: ``ArchiveError`` `.stateWrong` where it would close a circle, or is so already.
    public func relate(_ document: DocumentID, _ relation: Relation, to other: DocumentID, by actor: Actor) async throws(ArchiveError)
        -> [DossierQueries.RelationView]
    {
        try await change(.relate, by: actor) { [self] decision in
            for id in [document, other] { _ = try visibleDocument(id, for: actor, in: decision.db) }
            let link = DocumentRelated(document: document, relation: relation, other: other)
            guard try !isRelated(link, decision) else {
                throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(document)")
            }
            guard document != other, try !DossierQueries.leads(relation, from: other, to: document, in: decision.db) else {
                throw ArchiveError(.stateWrong, DealMessage.circle(relation.rawValue), subject: "\(other)")
            }
            try decision.state(.documentRelated(link))
            return try DossierQueries.relations(of: document, in: decision.db)
        }
    }

    /// Takes a relation back.
    public func unrelate(
        _ document: DocumentID, _ relation: Relation, to other: DocumentID, reason: String, by actor: Actor
    ) async throws(ArchiveError) -> [DossierQueries.RelationView] {
        let reason = try Self.reason(reason)
        return try await change(.relate, by: actor) { [self] decision in
            for id in [document, other] { _ = try visibleDocument(id, for: actor, in: decision.db) }
            let link = DocumentRelated(document: document, relation: relation, other: other, reason: reason)
            guard try isRelated(link, decision) else {
                throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(document)")
            }
            try decision.state(.documentUnrelated(link))
            return try DossierQueries.relations(of: document, in: decision.db)
        }
    }

    /// How a document stands to others, and others to it, as far as the actor may know of them.
    public func relations(of document: DocumentID, by actor: Actor) async throws(ArchiveError) -> [DossierQueries.RelationView] {
        try await answer(.readDocument, to: actor) { [self] db in
            _ = try visibleDocument(document, for: actor, in: db)
            return try DossierQueries.relations(of: document, in: db).filter { link in
                (try? visibleDocument(link.document == document ? link.other : link.document, for: actor, in: db)) != nil
            }
        }
    }

    /// Registers a party by its name before anything of it is filed.
    public func registerParty(named name: String, by actor: Actor) async throws(ArchiveError) -> PartyID {
        let name = try Self.text(name, "party")
        return try await change(.registerParty, by: actor) { [self] decision in
            guard try DecisionQueries.party(named: name, in: decision.db) == nil else {
                throw ArchiveError(.stateWrong, DealMessage.partyKnown(name), subject: name)
            }
            return try register(name, decision)
        }
    }

    /// All parties by name.
    public func parties(by actor: Actor) async throws(ArchiveError) -> [PartyView] {
        try await answer(.readParties, to: actor) { db in try DossierQueries.parties(in: db) }
    }

    private func isRelated(_ link: DocumentRelated, _ decision: Decision) throws -> Bool {
        try DossierQueries.relations(of: link.document, in: decision.db).contains {
            $0.document == link.document && $0.relation == link.relation && $0.other == link.other
        }
    }
}
