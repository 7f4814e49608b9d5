public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// The kinds of open matter that stop destruction: claim 未结债权, complaint 投诉, dispute 争议, review 评审, renewal 续签, loan 借出.
    public static let matterKinds = ["claim", "complaint", "dispute", "review", "renewal", "loan"]

    /// Records something open that stops the destruction of a document.
    public func openMatter(_ kind: String, on document: DocumentID, note: String, by actor: Actor) async throws(ArchiveError) -> MatterView
    {
        guard Self.matterKinds.contains(kind) else {
            throw ArchiveError(
                .valueRefused, DealMessage.matterKindUnknown(kind), remedy: DealRemedy.choices(Self.matterKinds), subject: "kind")
        }
        let note = try Self.reason(note)
        return try await change(.openMatter, by: actor) { [self] decision in
            _ = try visibleDocument(document, for: actor, in: decision.db)
            let number = try MatterQueries.last(in: decision.db) + 1
            try decision.state(.matterOpened(MatterOpened(matter: number, document: document, kind: kind, note: note)))
            return try matter(number, decision)
        }
    }

    /// Says that an open matter is settled.
    public func settleMatter(_ number: Int, reason: String, by actor: Actor) async throws(ArchiveError) -> MatterView {
        let reason = try Self.reason(reason)
        return try await change(.settleMatter, by: actor) { [self] decision in
            let before = try matter(number, decision)
            _ = try visibleDocument(before.document, for: actor, in: decision.db)
            guard before.settledOn == nil else {
                throw ArchiveError(.stateWrong, DealMessage.matterSettled(number), subject: "\(number)")
            }
            try decision.state(.matterSettled(MatterSettled(matter: number, document: before.document, reason: reason)))
            return try matter(number, decision)
        }
    }

    /// Open matters, of one document or of all that the actor may know of; settled ones only where they are asked for.
    public func matters(of document: DocumentID?, settled: Bool, by actor: Actor) async throws(ArchiveError) -> [MatterView] {
        try await answer(.readRetention, to: actor) { [self] db in
            try MatterQueries.matters(of: document, settled: settled, in: db).filter {
                (try? visibleDocument($0.document, for: actor, in: db)) != nil
            }
        }
    }

    private func matter(_ number: Int, _ decision: Decision) throws -> MatterView {
        guard let found = try MatterQueries.matter(number, in: decision.db) else { throw Self.unknown("\(number)") }
        return found
    }
}
