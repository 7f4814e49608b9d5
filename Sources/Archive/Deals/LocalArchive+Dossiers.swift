public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Opens a dossier (案卷) for a deal.
    ///
    /// - Parameter party: The other side's name; one not known yet is registered.
    public func openDossier(title: String, party: String?, by actor: Actor) async throws(ArchiveError) -> DossierView {
        let title = try Self.text(title, "title")
        let party = try party.map { name throws(ArchiveError) in try Self.text(name, "party") }
        return try await change(.openDossier, by: actor) { [self] decision in
            let known = try party.flatMap { try DecisionQueries.party(named: $0, in: decision.db) }
            let dossier: DossierID = try decision.draw()
            let registered = try known ?? party.map { try register($0, decision) }
            try decision.state(.dossierOpened(DossierOpened(dossier: dossier, title: title, party: registered)))
            return try view(dossier, decision)
        }
    }

    /// Puts documents into a dossier; or says whether it is their home.
    public func link(_ documents: [DocumentID], to dossier: DossierID, home: Bool, by actor: Actor) async throws(ArchiveError)
        -> DossierView
    {
        try await change(.linkDossier, by: actor) { [self] decision in
            let before = try view(dossier, decision)
            guard before.closedOn == nil else {
                throw ArchiveError(.stateWrong, DealMessage.dossierClosed("\(dossier)"), remedy: DealRemedy.reopen, subject: "\(dossier)")
            }
            for document in documents {
                _ = try visibleDocument(document, for: actor, in: decision.db)
                let link = try DossierQueries.link(of: document, in: dossier, in: decision.db)
                guard link?.home != home else { continue }
                try decision.state(.dossierLinked(DossierLinked(dossier: dossier, document: document, home: home)))
            }
            return try view(dossier, decision)
        }
    }

    /// Takes a document out of a dossier.
    public func unlink(_ document: DocumentID, from dossier: DossierID, reason: String, by actor: Actor) async throws(ArchiveError)
        -> DossierView
    {
        let reason = try Self.reason(reason)
        return try await change(.linkDossier, by: actor) { [self] decision in
            _ = try view(dossier, decision)
            _ = try visibleDocument(document, for: actor, in: decision.db)
            guard try DossierQueries.link(of: document, in: dossier, in: decision.db) != nil else {
                throw ArchiveError(.stateWrong, DealMessage.notInDossier("\(document)", "\(dossier)"), subject: "\(document)")
            }
            try decision.state(.dossierUnlinked(DossierUnlinked(dossier: dossier, document: document, reason: reason)))
            return try view(dossier, decision)
        }
    }

    /// Closes a dossier, on a day that may start a period; nil opens it again.
    public func setClosed(_ dossier: DossierID, on words: String?, reason: String, by actor: Actor) async throws(ArchiveError)
        -> DossierView
    {
        let reason = try Self.reason(reason)
        let day = try words.map { text throws(ArchiveError) in try Self.date(text, "date") }
        return try await change(.closeDossier, by: actor) { [self] decision in
            let before = try view(dossier, decision)
            guard (before.closedOn == nil) == (day != nil) else {
                let message: DealMessage = day == nil ? .dossierOpen("\(dossier)") : .dossierClosed("\(dossier)")
                throw ArchiveError(.stateWrong, message, subject: "\(dossier)")
            }
            if let day { try refuseFuture(day, "date", decision) }
            let fact = DossierClosed(dossier: dossier, on: day, reason: reason)
            try decision.state(day == nil ? .dossierReopened(fact) : .dossierClosed(fact))
            return try view(dossier, decision)
        }
    }

    /// One dossier, with the documents in it that the actor may know of.
    public func dossier(_ id: DossierID, by actor: Actor) async throws(ArchiveError) -> DossierView {
        try await answer(.readDossiers, to: actor) { [self] db in
            let found = try DossierQueries.dossier(id, mayKnow: { try mayKnow($0, handler: $1, actor: actor, in: db) }, in: db)
            guard let found else { throw Self.unknown("\(id)") }
            return found
        }
    }

    /// All dossiers, the newest first, without their documents; of one party where one is given.
    public func dossiers(of party: PartyID?, by actor: Actor) async throws(ArchiveError) -> [DossierView] {
        try await answer(.readDossiers, to: actor) { db in try DossierQueries.dossiers(of: party, in: db) }
    }

    /// Something that is named and is not there.
    static func unknown(_ subject: String) -> ArchiveError {
        ArchiveError(.recordUnknown, DealMessage.unknown(subject), remedy: Remedy.checkIdentifier, subject: subject)
    }

    private func view(_ dossier: DossierID, _ decision: Decision) throws -> DossierView {
        let found = try DossierQueries.dossier(
            dossier, mayKnow: { try mayKnow($0, handler: $1, actor: decision.actor, in: decision.db) }, in: decision.db)
        guard let found else { throw Self.unknown("\(dossier)") }
        return found
    }
}
