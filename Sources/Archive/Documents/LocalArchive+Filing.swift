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
            let outcome = try filed.get()
            return Filed(document: outcome.answer.document, duplicates: outcome.answer.duplicates, applied: outcome.applied)
        }
    }

    /// Files many documents with one sync of the disk and one of the journal; each stands or falls by itself.
    public func fileTogether(_ filings: [Filing], by actor: Actor) async throws(ArchiveError) -> [Result<Outcome<Filed>, ArchiveError>] {
        try await recordingRefusals(of: .file, to: actor) { () async throws(ArchiveError) in
            try await file(filings, by: actor, durability: .withGroup)
        }
    }

    /// Goes the whole way of ``fileTogether(_:by:)`` up to the commit, each filing with the ones before it in sight, and leaves nothing.
    ///
    /// - Parameters:
    ///   - group: how many are staged at a time: their bytes lie on the disk until their digests are known.
    ///   - progress: told how many were looked at.
    func rehearse(
        _ filings: [Filing], by actor: Actor, group: Int, progress: (Int) -> Void
    ) async throws(ArchiveError) -> [Result<Outcome<Filed>, ArchiveError>] {
        try await recordingRefusals(of: .file, to: actor) { () async throws(ArchiveError) in try await mayBringIn(.file, actor) }
        var staged: [Result<StagedFiling, ArchiveError>] = []
        while staged.count < filings.count, !Task.isCancelled {
            let change = try translating { try place.staging.begin() }
            staged += await stageAll(Array(filings[staged.count...].prefix(group)), actor, change, .withGroup)
            cleanUp(change, applied: true)
            progress(staged.count)
        }
        return try await decide(staged, actor) { changes throws(ArchiveError) in
            try await writing.run { writer throws(ArchiveError) in
                try writer.commit(changes, rehearsing: true).map { $0 ?? .failure(.fault("a rehearsal was not decided")) }
            }
        }
    }

    private func file(_ filings: [Filing], by actor: Actor, durability: Durability) async throws(ArchiveError) -> [Result<
        Outcome<Filed>, ArchiveError
    >] {
        try await mayBringIn(.file, actor)
        let change = try translating { try place.staging.begin() }
        let volume = try translating { try place.disk.openFolder(change.folder) }
        let staged = await stageAll(filings, actor, change, durability)
        if durability == .withGroup, staged.contains(where: { (try? $0.get()) != nil }) {
            do throws(ArchiveError) { try translating { try place.disk.syncFileSystem(of: volume) } } catch {
                cleanUp(change, applied: true)
                throw error
            }
        }
        let writing = writing
        let results = try await decide(staged, actor) { changes in await writing.commit(changes) }
        cleanUp(
            change,
            applied: results.allSatisfy { result in
                switch result {
                case .success(let outcome): outcome.applied
                case .failure(let error): error.code != .outcomeUnknown
                }
            })
        return results
    }

    /// Has all that could be staged decided together.
    private func decide(
        _ staged: [Result<StagedFiling, ArchiveError>], _ actor: Actor,
        by commit: ([PendingChange]) async throws(ArchiveError) -> [Result<Writer.Applied, ArchiveError>]
    ) async throws(ArchiveError) -> [Result<Outcome<Filed>, ArchiveError>] {
        let slots = staged.map { _ in AnswerSlot<Filed>() }
        let ready = staged.indices.filter { (try? staged[$0].get()) != nil }
        let changes = ready.compactMap { index in
            (try? staged[index].get()).map { filing in
                pending(
                    .file, as: actor, request: filing.request, into: slots[index], decide: { try filing.decide($0) },
                    answer: { try StagedFiling.answer(after: $0, $1) })
            }
        }
        var results = staged.map { $0.flatMap { _ in Result<Outcome<Filed>, ArchiveError>.failure(.fault("not committed")) } }
        for (index, applied) in zip(ready, try await commit(changes)) {
            results[index] = applied.flatMap { applied in
                Result { () throws(ArchiveError) in try slots[index].outcome(of: applied) }
            }
        }
        return results
    }

    /// Stages two filings at a time: hashing takes one core each.
    private func stageAll(
        _ filings: [Filing], _ actor: Actor, _ change: StagedChange, _ durability: Durability
    ) async -> [Result<StagedFiling, ArchiveError>] {
        await withTaskGroup(of: (Int, Result<StagedFiling, ArchiveError>).self) { group in
            var results: [Int: Result<StagedFiling, ArchiveError>] = [:]
            for (index, filing) in filings.enumerated() {
                if index >= 2, let (done, result) = await group.next() { results[done] = result }
                group.addTask { [self] in (index, await staged(filing, actor, change, durability)) }
            }
            for await (done, result) in group { results[done] = result }
            return filings.indices.map { results[$0] ?? .failure(.fault("a filing was not staged")) }
        }
    }

    private func staged(
        _ filing: Filing, _ actor: Actor, _ change: StagedChange, _ durability: Durability
    ) async -> Result<StagedFiling, ArchiveError> {
        do throws(ArchiveError) { return .success(try await stage(filing, actor, change, durability)) } catch { return .failure(error) }
    }

    /// Removes a change's staging folder, unless settling still needs what lies in it.
    func cleanUp(_ change: StagedChange, applied: Bool) {
        guard applied else { return change.lock.release() }
        // What cannot be removed now is swept at the next start; the change itself stands.
        try? place.staging.end(change)
    }

    /// A refusal that can be known before anything is staged.
    func mayBringIn(_ operation: Operation, _ actor: Actor) async throws(ArchiveError) {
        try await read(as: actor, for: operation) { _ in }
        try translating { try place.checkRoom() }
    }

    func stage(_ filing: Filing, _ actor: Actor, _ change: StagedChange, _ durability: Durability) async throws(ArchiveError)
        -> StagedFiling
    {
        guard let first = filing.files.first else { throw ArchiveError(.inputMissing, ArchiveMessage.noFiles, remedy: Remedy.giveFile) }
        let understood = try MetadataReader(vocabulary: vocabulary).read(filing.words, fileName: try IncomingName(of: first).name.text)
        let party = try await nameOfParty(understood.party, actor)
        let document = DocumentID.random()
        let order = Stager.Order(
            document: document, files: filing.files, moreFiles: filing.moreFiles, allowEmpty: filing.allowEmpty, keepsOthers: nil,
            description: VersionDescription(words: understood.metadata, number: understood.number, party: party), actor: actor,
            message: "filed", durability: durability)
        let version = try await stager.stage(order, in: change)
        let request = try Request.key(
            filing.key, for: Request.Filing(words: filing.words, kind: filing.kind, allowDuplicate: filing.allowDuplicate),
            files: version.files)
        return StagedFiling(
            document: document, understood: understood, version: version, staging: change.name, kind: filing.kind, request: request,
            allowDuplicate: filing.allowDuplicate)
    }

    /// What the object is to call a party: whoever finds it without its catalogue can do nothing with an identifier.
    private func nameOfParty(_ words: String?, _ actor: Actor) async throws(ArchiveError) -> String? {
        guard let words else { return nil }
        return try await read(as: actor, for: nil) { reading in
            try reading.identifiedParty(words).flatMap { try reading.party($0)?.name } ?? words
        }
    }
}
