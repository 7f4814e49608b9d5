import Catalogue
import Disk
import FileStore
import Foundation
public import Records
import Wording

extension LocalArchive {
    public func file(_ filing: Filing, by actor: Actor) async throws(ArchiveError) -> Filed {
        try await recordingRefusals(of: .file, to: actor) { () async throws(ArchiveError) in
            guard let filed = try await file([filing], by: actor, durability: .now).first else { throw .fault("no answer to a filing") }
            return try filed.get()
        }
    }

    /// Files many documents with one sync of the disk and one of the journal; each stands or falls by itself.
    public func fileTogether(_ filings: [Filing], by actor: Actor) async throws(ArchiveError) -> [Result<Filed, ArchiveError>] {
        try await file(filings, by: actor, durability: .withGroup)
    }

    /// Goes the whole way of ``fileTogether(_:by:)`` up to the commit, each filing with the ones before it in sight, and leaves nothing.
    ///
    /// - Parameters:
    ///   - group: how many are staged at a time: their bytes lie on the disk until their digests are known.
    ///   - progress: told how many were looked at.
    func rehearse(
        _ filings: [Filing], by actor: Actor, group: Int, progress: (Int) -> Void
    ) async throws(ArchiveError) -> [Result<Filed, ArchiveError>] {
        try await mayBegin(.file, actor)
        var staged: [Result<StagedFiling, ArchiveError>] = []
        while staged.count < filings.count, !Task.isCancelled {
            let change = try translating { try place.staging.begin() }
            staged += await stageAll(Array(filings[staged.count...].prefix(group)), actor, change, .withGroup)
            cleanUp(change, applied: true)
            progress(staged.count)
        }
        let changes = staged.compactMap { try? $0.get() }.map { self.change(for: $0, by: actor) }
        let (writer, blocking) = (writer, blocking)
        var outcomes = try await blocking.run { () throws(ArchiveError) in try writer.rehearse(changes) }[...]
        return staged.map { $0.flatMap { _ in outcomes.removeFirst().map(\.answer) } }
    }

    private func file(_ filings: [Filing], by actor: Actor, durability: Durability) async throws(ArchiveError) -> [Result<
        Filed, ArchiveError
    >] {
        try await mayBegin(.file, actor)
        let change = try translating { try place.staging.begin() }
        let volume = try translating { try place.disk.openFolder(change.folder) }
        let staged = await stageAll(filings, actor, change, durability)
        var results = staged.map { $0.flatMap { _ in Result<Filed, ArchiveError>.failure(.fault("not committed")) } }
        var applied = true
        do throws(ArchiveError) {
            let ready = staged.indices.filter { (try? staged[$0].get()) != nil }
            if durability == .withGroup, !ready.isEmpty { try translating { try place.disk.syncFileSystem(of: volume) } }
            let changes = ready.compactMap { try? staged[$0].get() }.map { self.change(for: $0, by: actor) }
            let (writer, blocking) = (writer, blocking)
            let outcomes = changes.isEmpty ? [] : try await blocking.run { () throws(ArchiveError) in try writer.commit(changes) }
            for (index, outcome) in zip(ready, outcomes) {
                results[index] = outcome.map { Filed(document: $0.answer.document, duplicates: $0.answer.duplicates, applied: $0.applied) }
                if case .success(let outcome) = outcome, !outcome.applied { applied = false }
            }
        } catch {
            cleanUp(change, applied: error.code != .outcomeUnknown)
            throw error
        }
        cleanUp(change, applied: applied)
        return results
    }

    /// Stages two filings at a time: hashing takes one core each.
    private func stageAll(
        _ filings: [Filing], _ actor: Actor, _ change: StagedChange, _ durability: Durability
    ) async -> [Result<StagedFiling, ArchiveError>] {
        await withTaskGroup(of: (Int, Result<StagedFiling, ArchiveError>).self) { group in
            var results: [Result<StagedFiling, ArchiveError>?] = Array(repeating: nil, count: filings.count)
            for (index, filing) in filings.enumerated() {
                if index >= 2, let (done, result) = await group.next() { results[done] = result }
                group.addTask { [self] in
                    do throws(ArchiveError) { return (index, .success(try await stage(filing, actor, change, durability))) } catch {
                        return (index, .failure(error))
                    }
                }
            }
            for await (done, result) in group { results[done] = result }
            return results.map { $0 ?? .failure(.fault("a filing was not staged")) }
        }
    }

    /// Removes a change's staging folder, unless settling still needs what lies in it.
    func cleanUp(_ change: StagedChange, applied: Bool) {
        guard applied else { return change.lock.release() }
        // What cannot be removed now is swept at the next start; the change itself stands.
        try? place.staging.end(change)
    }

    /// A refusal that can be known before anything is staged.
    func mayBegin(_ operation: Operation, _ actor: Actor) async throws(ArchiveError) {
        try await read { [self] db in try authorise(operation, for: actor, in: db) }
        try translating { try place.checkRoom() }
    }

    /// A filing that waits in its staging folder for the decision.
    struct StagedFiling: Sendable {
        let document: DocumentID
        let understood: MetadataReader.Understood
        let version: Stager.StagedVersion
        let staging: String
        let kind: VersionKind
        let request: RequestKey?
        let allowDuplicate: Bool
    }

    private func stage(_ filing: Filing, _ actor: Actor, _ change: StagedChange, _ durability: Durability) async throws(ArchiveError)
        -> StagedFiling
    {
        guard let first = filing.files.first else { throw ArchiveError(.inputMissing, ArchiveMessage.noFiles, remedy: Remedy.giveFile) }
        let understood = try MetadataReader(vocabulary: vocabulary).read(filing.words, fileName: try IncomingName(of: first).name.text)
        let document = DocumentID.random()
        let order = Stager.Order(
            document: document, files: filing.files, moreFiles: filing.moreFiles, allowEmpty: filing.allowEmpty, keepsOthers: nil,
            description: VersionDescription(words: understood.metadata, number: understood.number, party: understood.party), actor: actor,
            message: "filed", durability: durability)
        let version = try await stager.stage(order, in: change)
        let request = try Request.key(
            filing.key, for: Request.Filing(words: filing.words, kind: filing.kind, allowDuplicate: filing.allowDuplicate),
            files: version.files)
        return StagedFiling(
            document: document, understood: understood, version: version, staging: change.name, kind: filing.kind, request: request,
            allowDuplicate: filing.allowDuplicate)
    }

    private func change(for staged: StagedFiling, by actor: Actor) -> Writer.Change<Filed> {
        Writer.Change(actor: actor, request: staged.request) { [self] decision in
            try authorise(.file, for: actor, in: decision.db)
            if let earlier = try decision.earlierAnswer() { return try answer(to: earlier, decision) }
            return try decide(staged, decision)
        }
    }

    private func decide(_ staged: StagedFiling, _ decision: Decision) throws -> Filed {
        guard try !DecisionQueries.isTaken(staged.document.compact, in: decision.db) else {
            throw ArchiveError(.unsettled, ArchiveMessage.unsettled("identifier clash"), remedy: Remedy.readAgain)
        }
        var metadata = staged.understood.metadata
        if let code = metadata.recordClass { try refuseClass(code, decision) }
        let party = try staged.understood.party.map { try DecisionQueries.party(named: $0, in: decision.db) } ?? nil
        metadata.number = try staged.understood.number.map { try number($0, of: metadata.type, decision) }
        let duplicates = try duplicates(of: staged.version.files, metadata, party: party, decision)
        if !duplicates.isEmpty, !staged.allowDuplicate { throw duplicateError(duplicates, metadata) }
        try refuseTakenNumber(metadata.number, duplicates: duplicates, decision)
        metadata.party = try party ?? staged.understood.party.map { try register($0, decision) }
        let record = VersionRecord(
            number: .first, kind: staged.kind, reason: nil, files: staged.version.files, inventoryBefore: nil,
            inventoryAfter: staged.version.sealed.after, staged: staged.staging)
        try decision.state(.documentFiled(DocumentFiled(document: staged.document, metadata: metadata, version: record)))
        decision.install(staged.version.sealed)
        return try filed(staged.document, duplicates: duplicates, decision)
    }

    /// The document as it is now, as the answer to a change.
    func filed(_ document: DocumentID, duplicates: [Duplicate] = [], _ decision: Decision) throws -> Filed {
        guard let view = try DocumentQueries.document(document, in: decision.db) else {
            throw ArchiveError.fault("a document just filed is not there")
        }
        return Filed(document: view, duplicates: duplicates, applied: true)
    }

    /// The first answer to a key, given again.
    func answer(to earlier: DecisionQueries.EarlierRequest, _ decision: Decision) throws -> Filed {
        guard let subject = earlier.subject else { throw ArchiveError.fault("a request without a subject") }
        return try filed(try DocumentID(subject), decision)
    }

    /// Makes a party known by a name.
    func register(_ name: String, _ decision: Decision) throws -> PartyID {
        var party = PartyID.random()
        while try DecisionQueries.isTaken(party.compact, in: decision.db) { party = PartyID.random() }
        try decision.state(.partyRegistered(PartyRegistered(party: party, name: name)), answersRequest: false)
        return party
    }
}
