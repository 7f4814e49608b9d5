import Catalogue
import FileStore
public import Records
import Wording

extension LocalArchive {
    public func makeVersion(_ version: NewVersion, by actor: Actor) async throws(ArchiveError) -> Filed {
        try await recordingRefusals(of: .makeVersion, to: actor) { () async throws(ArchiveError) in
            try await mayBegin(.makeVersion, actor)
            let reason = try Self.reason(version.reason)
            let before = try await read { [self] db in try visibleDocument(version.document, for: actor, in: db) }
            let change = try translating { try place.staging.begin() }
            do throws(ArchiveError) {
                let order = Stager.Order(
                    document: version.document, files: version.files, allowEmpty: version.allowEmpty, keepsOthers: version.keepsOthers,
                    description: VersionDescription(words: before.metadata, number: before.number, party: before.party?.name), actor: actor,
                    message: reason, durability: .now)
                let staged = try await stager.stage(order, in: change)
                let request = try Request.key(
                    version.key, for: ["version", "\(version.document)", reason, version.kind.rawValue], files: staged.files)
                let outcome = try await commit(
                    Writer.Change(actor: actor, request: request) { [self] decision in
                        try decide(version, reason: reason, staged, staging: change.name, decision)
                    })
                cleanUp(change, applied: outcome.applied)
                return Filed(document: outcome.answer.document, duplicates: outcome.answer.duplicates, applied: outcome.applied)
            } catch {
                cleanUp(change, applied: error.code != .outcomeUnknown)
                throw error
            }
        }
    }

    private func decide(
        _ version: NewVersion, reason: String, _ staged: Stager.StagedVersion, staging: String, _ decision: Decision
    ) throws -> Filed {
        try authorise(.makeVersion, for: decision.actor, in: decision.db)
        if let earlier = try decision.earlierAnswer() { return try answer(to: earlier, decision) }
        let before = try changeable(version.document, decision)
        if let expected = version.expected, expected != before.version { throw stale(version.document, expected, before.version) }
        guard staged.sealed.version == before.version.next, staged.sealed.before?.description == before.version(before.version)?.inventory
        else {
            throw stale(version.document, VersionNumber(staged.sealed.version.value - 1) ?? .first, before.version)
        }
        let names = Set(staged.files.map(\.name))
        let kept = version.keepsOthers ? before.version(before.version)?.files.map(\.record).filter { !names.contains($0.name) } ?? [] : []
        let record = VersionRecord(
            number: staged.sealed.version, kind: version.kind, reason: reason, files: staged.files + kept,
            inventoryBefore: staged.sealed.before,
            inventoryAfter: staged.sealed.after, staged: staging)
        try decision.state(.versionMade(VersionMade(document: version.document, version: record)))
        decision.install(staged.sealed)
        return try filed(version.document, decision)
    }

    private func stale(_ document: DocumentID, _ expected: VersionNumber, _ current: VersionNumber) -> ArchiveError {
        ArchiveError(
            .versionStale, ArchiveMessage.versionStale(expected: expected.value, current: current.value), remedy: Remedy.readAgain,
            subject: "\(document)")
    }

    public func edit(_ edit: MetadataEdit, by actor: Actor) async throws(ArchiveError) -> Filed {
        let reason = try Self.reason(edit.reason)
        let request = try Request.key(edit.key, for: EditRequest(words: edit.words, cleared: edit.cleared.sorted(), reason: reason))
        return try await changeDocument(.edit, by: actor, request: request) { [self] decision in
            let before = try changeable(edit.document, decision)
            let after = try decide(edit, before, decision)
            guard after != before.metadata else {
                throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, remedy: Remedy.readAgain, subject: "\(edit.document)")
            }
            try decision.state(
                .documentEdited(DocumentEdited(document: edit.document, before: before.metadata, after: after, reason: reason)))
            return try filed(edit.document, decision)
        }
    }

    private struct EditRequest: Encodable {
        let words: MetadataWords
        let cleared: [String]
        let reason: String
    }

    private func decide(_ edit: MetadataEdit, _ before: DocumentView, _ decision: Decision) throws -> Metadata {
        let reader = MetadataReader(vocabulary: vocabulary)
        let start = MetadataReader.Understood(metadata: before.metadata, number: before.number, party: before.party?.name)
        let set = try reader.apply(edit.words, to: try reader.clear(edit.cleared, in: start, setting: edit.words))
        var after = set.metadata
        if let code = after.recordClass, code != before.class { try refuseClass(code, decision) }
        if set.number != before.number || after.type != before.type {
            after.number = try set.number.map { try number($0, of: after.type, decision) }
            if set.number != before.number { try refuseTakenNumber(after.number, decision) }
        }
        after.party = try set.party.map { try DecisionQueries.party(named: $0, in: decision.db) ?? register($0, decision) }
        return after
    }

    public func setWithdrawn(_ document: DocumentID, _ withdrawn: Bool, reason: String, by actor: Actor) async throws(ArchiveError) -> Filed
    {
        let reason = try Self.reason(reason)
        return try await changeDocument(withdrawn ? .withdraw : .reinstate, by: actor, request: nil) { [self] decision in
            let before = try visibleDocument(document, for: actor, in: decision.db)
            guard before.withdrawn != withdrawn else {
                let message: ArchiveMessage = withdrawn ? .withdrawnAlready("\(document)") : .notWithdrawn("\(document)")
                throw ArchiveError(.stateWrong, message, subject: "\(document)")
            }
            try refuseBlocked(withdrawn ? .withdraw : .reinstate, document, decision)
            let fact = DocumentWithdrawal(document: document, reason: reason)
            try decision.state(withdrawn ? .documentWithdrawn(fact) : .documentReinstated(fact))
            return try filed(document, decision)
        }
    }

    /// A change of a document without new bytes.
    private func changeDocument(
        _ operation: Operation, by actor: Actor, request: RequestKey?, _ decide: @escaping @Sendable (Decision) throws -> Filed
    ) async throws(ArchiveError) -> Filed {
        try await recordingRefusals(of: operation, to: actor) { () async throws(ArchiveError) in
            let outcome = try await commit(
                Writer.Change(actor: actor, request: request) { [self] decision in
                    try authorise(operation, for: actor, in: decision.db)
                    if let earlier = try decision.earlierAnswer() { return try answer(to: earlier, decision) }
                    return try decide(decision)
                })
            return Filed(document: outcome.answer.document, duplicates: outcome.answer.duplicates, applied: outcome.applied)
        }
    }

    /// A document that may be changed: known to the actor and not withdrawn.
    private func changeable(_ document: DocumentID, _ decision: Decision) throws(ArchiveError) -> DocumentView {
        let view = try visibleDocument(document, for: decision.actor, in: decision.db)
        guard !view.withdrawn else { throw ArchiveError(.stateWrong, ArchiveMessage.withdrawn("\(document)"), subject: "\(document)") }
        return view
    }

    /// Most bytes of a reason.
    static let longestReason = 4000

    /// A reason as it is recorded.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for an empty or too long one.
    static func reason(_ text: String) throws(ArchiveError) -> String {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard !trimmed.isEmpty else { throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: "reason"), subject: "reason") }
        guard trimmed.utf8.count <= longestReason else {
            throw ArchiveError(.valueRefused, ArchiveMessage.textTooLong(field: "reason", limit: longestReason), subject: "reason")
        }
        return trimmed
    }
}
